package extract

import (
	"os"
	"strings"
	"testing"

	"mithaq/extract/gazetteer"
)

// TestResolve asks for every line of the tables of names and titles.
func TestResolve(t *testing.T) {
	r := newTestResolver(t)
	for _, file := range []string{"resolve.txt", "resolve_world.txt", "resolve_languages.txt"} {
		t.Run(file, func(t *testing.T) { askAll(t, r, file) })
	}
}

// askAll asks for every line of one table: text | day | id.
func askAll(t *testing.T, r *Resolver, file string) {
	t.Helper()
	data, err := os.ReadFile("testdata/" + file)
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
			t.Errorf("%s:%d: want text | day | id", file, n)
			continue
		}
		rows++
		text, day, want := strings.TrimSpace(f[0]), strings.TrimSpace(f[1]), strings.TrimSpace(f[2])
		if day == "" {
			day = "2025-06-01"
		}
		if m := r.Resolve(text, day); m.ID != want {
			t.Errorf("%s:%d: %s (%+q) on %s: %q (%s), want %q", file, n, text, text, day, m.ID, m.Why, want)
		} else if m.Why == "" || want != "" && (m.Label == "" || m.NameEn == "" && m.NameAr == "") {
			t.Errorf("%s:%d: no reason, label or name: %+v", file, n, m)
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
