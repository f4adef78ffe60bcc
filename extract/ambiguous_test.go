package extract

import (
	"os"
	"strings"
	"testing"

	"mithaq/extract/gazetteer"
)

// TestAmbiguousNames reads each name that is a word or several things in sentences of every reading.
func TestAmbiguousNames(t *testing.T) {
	g, err := gazetteer.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile("testdata/ambiguous.txt")
	if err != nil {
		t.Fatal(err)
	}
	line := 0
	for row := range strings.Lines(string(data)) {
		line++
		f := strings.Split(strings.TrimSpace(row), " | ")
		if strings.HasPrefix(row, "#") {
			continue
		}
		if len(f) != 3 {
			t.Fatalf("ambiguous.txt:%d: want name | id or - id | sentence", line)
		}
		id, absent := strings.CutPrefix(f[1], "- ")
		r := g.Record(id)
		if r == nil {
			t.Errorf("ambiguous.txt:%d: no record %s", line, id)
			continue
		}
		if has(readText(t, f[2]), r) == absent {
			t.Errorf("ambiguous.txt:%d: %s: absent %v is wrong in %q, which names %v", line, id, absent, f[2], named(readText(t, f[2])))
		}
	}
}

// has tells whether a graph names a record.
func has(d Doc, r *gazetteer.Record) bool {
	label := map[gazetteer.Kind]string{gazetteer.State: "State", gazetteer.Organization: "Organization", gazetteer.Person: "Person", gazetteer.Place: "Place"}[r.Kind]
	for _, e := range d.Entities {
		if e.Type == label && e.Name == r.Canonical("en") {
			return true
		}
	}
	return false
}
