package gazetteer

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"
)

// coverage counts, per kind, the records and how many of them have what.
type coverage struct{ records, arabic, item, dates, checked int }

func (g *Gazetteer) coverage(k Kind) coverage {
	var c coverage
	for r := range g.All(k) {
		c.records++
		c.arabic += count(len(r.Names("ar")) > 0)
		c.item += count(r.Wikidata != "")
		c.dates += count(dated(r))
		c.checked += count(r.Checked)
	}
	return c
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}

// dated tells whether anything in the record has a date.
func dated(r *Record) bool {
	switch {
	case r.State != nil:
		return r.State.From != ""
	case r.Org != nil:
		for _, m := range r.Org.Members {
			if m.From != "" {
				return true
			}
		}
	case r.Leader != nil:
		for _, t := range r.Leader.Terms {
			if t.From != "" {
				return true
			}
		}
	}
	return false
}

func (g *Gazetteer) coverageTable() string {
	var b strings.Builder
	b.WriteString("| kind | records | with Arabic | with QID | with dates | checked |\n|---|---|---|---|---|---|\n")
	for k := range kindCount {
		c := g.coverage(k)
		fmt.Fprintf(&b, "| %v | %d | %d | %d | %d | %d |\n", k, c.records, c.arabic, c.item, c.dates, c.checked)
	}
	names, weak := 0, 0
	for range g.Names {
		names++
	}
	for range g.WeakNames() {
		weak++
	}
	fmt.Fprintf(&b, "\n%d names in all, %d weak names.\n", names, weak)
	return b.String()
}

// TestCoverage prints the table when the data has grown, and fails when the README claims more than there is.
func TestCoverage(t *testing.T) {
	const begin, end = "<!-- coverage -->\n", "<!-- end of coverage -->"
	data, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	before, rest, _ := strings.Cut(string(data), begin)
	table, after, ok := strings.Cut(rest, end)
	if !ok {
		t.Fatal("README.md has no place for the coverage table")
	}
	want := builtin(t).coverageTable()
	if *update {
		if err := os.WriteFile("README.md", []byte(before+begin+want+end+after), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if table == want {
		return
	}
	t.Logf("the table in README.md is behind the data: go test ./extract/gazetteer -update\n%s", want)
	claimed, there := numbers(table), numbers(want)
	for i, n := range claimed {
		if i >= len(there) || n > there[i] {
			t.Fatal("README.md claims more than there is: has something been lost? If not, -update")
		}
	}
}

func numbers(s string) []int {
	var out []int
	for _, f := range strings.FieldsFunc(s, func(r rune) bool { return r < '0' || r > '9' }) {
		n, _ := strconv.Atoi(f)
		out = append(out, n)
	}
	return out
}
