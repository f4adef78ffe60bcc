package extract

import (
	"os"
	"strings"
	"testing"

	"mithaq/extract/gazetteer"
)

// TestResolve asks for every line of testdata/resolve.txt.
func TestResolve(t *testing.T) {
	r := newTestResolver(t)
	data, err := os.ReadFile("testdata/resolve.txt")
	if err != nil {
		t.Fatal(err)
	}
	rows, n := 0, 0
	for line := range strings.Lines(string(data)) {
		n++
		f := strings.Split(strings.TrimSpace(line), "|")
		if strings.HasPrefix(line, "#") {
			continue
		}
		if len(f) != 3 {
			t.Errorf("resolve.txt:%d: want text | day | id", n)
			continue
		}
		rows++
		text, day, want := strings.TrimSpace(f[0]), strings.TrimSpace(f[1]), strings.TrimSpace(f[2])
		if day == "" {
			day = "2025-06-01"
		}
		if m := r.Resolve(text, day); m.ID != want {
			t.Errorf("resolve.txt:%d: %s (%+q) on %s: %q (%s), want %q", n, text, text, day, m.ID, m.Why, want)
		} else if m.Why == "" || want != "" && (m.Label == "" || m.NameEn == "" && m.NameAr == "") {
			t.Errorf("resolve.txt:%d: no reason, label or name: %+v", n, m)
		}
	}
	t.Logf("%d rows", rows)
}

func newTestResolver(t testing.TB) *Resolver {
	t.Helper()
	g, err := gazetteer.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	return NewResolver(g)
}

func BenchmarkNewResolver(b *testing.B) {
	g, err := gazetteer.Builtin()
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		NewResolver(g)
	}
}
