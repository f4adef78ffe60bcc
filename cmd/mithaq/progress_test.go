package main

import (
	"bytes"
	"strings"
	"testing"
	"time"
)

// TestProgress looks at what is shown while a clock runs: lines in a log, a line written over on a terminal, nothing if quiet.
func TestProgress(t *testing.T) {
	show := func(a app, total int64) string {
		var out bytes.Buffer
		a.err = &out
		p := newProgress(&a, "articles", total)
		now := p.start
		p.now = func() time.Time { return now }
		for i := range 4 {
			now = now.Add(20 * time.Second)
			p.read(100)
			p.show(1000 * (i + 1))
		}
		p.end()
		return out.String()
	}
	if got, want := show(app{}, 1000), "mithaq: progress: 2000 articles, 50 a second, 20 % of the input, 2m40s left\n"+
		"mithaq: progress: 4000 articles, 50 a second, 40 % of the input, 2m0s left\n"; got != want {
		t.Errorf("logged:\n%swant\n%s", got, want)
	}
	if got := show(app{}, 0); !strings.HasPrefix(got, "mithaq: progress: 2000 articles, 50 a second\n") {
		t.Errorf("logged without a size: %q", got)
	}
	for _, total := range []int64{0, 400, 1000} {
		got := show(app{watched: true}, total)
		if !strings.Contains(got, "4000 articles, 50 a second") || strings.Contains(got, "\n") || !strings.HasSuffix(got, clearLine) {
			t.Errorf("watched, %d bytes: %q", total, got)
		}
	}
	if got := show(app{quiet: true}, 1000) + show(app{quiet: true, watched: true}, 1000); got != "" {
		t.Errorf("quiet: %q", got)
	}
}

func TestInputSize(t *testing.T) {
	dir := t.TempDir()
	for name, size := range map[string]int{"a": 10, "b": 5, ".hidden": 100} {
		writeTo(t, dir, name, strings.Repeat("x", size))
	}
	one := write(t, "one", "123")
	for _, test := range []struct {
		paths []string
		want  int64
	}{
		{[]string{dir}, 15},
		{[]string{dir, one, "no-such-file"}, 18},
		{[]string{dir, "-"}, 0},
		{[]string{one, "https://example.org/"}, 0},
	} {
		if got := inputSize(test.paths); got != test.want {
			t.Errorf("%q: %d bytes, want %d", test.paths, got, test.want)
		}
	}
}
