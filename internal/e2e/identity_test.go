package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"mithaq/extract"
	"mithaq/extract/article"
	"mithaq/graph"
	"mithaq/graph/memory"
	"mithaq/graph/storetest"
)

// identityCase is a case of testdata/identity.
type identityCase struct {
	name, want string
	line       int
	kinds      []string
	articles   []article.Article
}

// TestIdentity loads each case of testdata/identity in every order: the graph is the same, and the articles share the nodes that they should.
func TestIdentity(t *testing.T) {
	files, err := filepath.Glob("../../testdata/identity/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	x, err := extract.Open()
	if err != nil {
		t.Fatal(err)
	}
	cases := 0
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			for _, c := range readIdentity(t, file) {
				cases++
				c.check(t, x)
			}
		})
	}
	if cases < 60 {
		t.Errorf("only %d cases", cases)
	}
}

func readIdentity(t *testing.T, file string) []*identityCase {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var all []*identityCase
	for n, line := range strings.Split(string(data), "\n") {
		key, value, _ := strings.Cut(line, ": ")
		if key == "case" {
			all = append(all, &identityCase{name: value, line: n + 1})
			continue
		}
		fields := strings.SplitN(line, "|", 3)
		switch {
		case line == "":
		case len(all) == 0:
			t.Fatalf("%s:%d: no case yet", file, n+1)
		case key == "kind":
			all[len(all)-1].kinds = strings.Fields(value)
		case key == "want":
			all[len(all)-1].want = value
		case len(fields) == 3:
			c := all[len(all)-1]
			c.articles = append(c.articles, article.Article{ID: fmt.Sprint(len(c.articles) + 1), Lang: "ar",
				Date: strings.TrimSpace(fields[0]), Title: strings.TrimSpace(fields[1]), Text: strings.TrimSpace(fields[2])})
		default:
			t.Fatalf("%s:%d: no line of a case: %+q", file, n+1, line)
		}
	}
	return all
}

func (c *identityCase) check(t *testing.T, x *extract.Extractor) {
	t.Helper()
	export := ""
	for _, order := range permutations(len(c.articles)) {
		s := memory.New(x.World(), memory.Options{})
		for _, i := range order {
			if _, err := s.Upsert(t.Context(), []graph.Extraction{x.Extract(c.articles[i])}); err != nil {
				t.Fatalf("line %d, %s: %v", c.line, c.name, err)
			}
		}
		switch got := storetest.Export(t, s); {
		case export == "":
			export = got
			if parts := c.partition(t, s); parts != c.want {
				t.Errorf("line %d, %s: articles %s, want %s", c.line, c.name, parts, c.want)
			}
		case got != export:
			t.Errorf("line %d, %s: loaded in the order %v the graph is another", c.line, c.name, order)
		}
	}
}

// partition puts articles together that share a node that counts.
func (c *identityCase) partition(t *testing.T, s graph.Store) string {
	t.Helper()
	kind, of := map[string][]string{}, map[string][]string{}
	err := s.Export(t.Context(), func(l graph.Line) error {
		switch {
		case l.Entity != nil:
			k, _ := l.Entity.Props["kind"].(string)
			kind[l.Entity.ID] = append(slices.Clone(l.Entity.Labels), k)
		case l.Link != nil && l.Link.Type == graph.Mentions:
			of[l.Link.Node] = append(of[l.Link.Node], l.Link.Article)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	group := map[string]int{}
	for i, a := range c.articles {
		group[a.ID] = i
	}
	counted := map[string]bool{}
	for node, articles := range of {
		if c.counts(kind[node]) {
			for _, a := range articles {
				merge(group, group[a], group[articles[0]])
				counted[a] = true
			}
		}
	}
	for _, a := range c.articles {
		if !counted[a.ID] {
			t.Errorf("line %d, %s: article %s tells of nothing that counts", c.line, c.name, a.ID)
		}
	}
	return c.write(group)
}

func (c *identityCase) counts(kinds []string) bool {
	wanted := c.kinds
	if wanted == nil {
		wanted = []string{graph.LabelEvent, graph.LabelAgreement}
	}
	return slices.ContainsFunc(kinds, func(k string) bool { return slices.Contains(wanted, k) })
}

func merge(group map[string]int, from, to int) {
	for id, g := range group {
		if g == from {
			group[id] = to
		}
	}
}

func (c *identityCase) write(group map[string]int) string {
	var parts []string
	done := map[int]bool{}
	for _, a := range c.articles {
		g := group[a.ID]
		if done[g] {
			continue
		}
		done[g] = true
		var ids []string
		for _, b := range c.articles {
			if group[b.ID] == g {
				ids = append(ids, b.ID)
			}
		}
		parts = append(parts, strings.Join(ids, " "))
	}
	return strings.Join(parts, " | ")
}

// permutations returns all orders of 0..n-1.
func permutations(n int) [][]int {
	if n == 0 {
		return [][]int{nil}
	}
	var all [][]int
	for _, rest := range permutations(n - 1) {
		for at := range n {
			all = append(all, slices.Insert(slices.Clone(rest), at, n-1))
		}
	}
	return all
}
