package e2e

import (
	"cmp"
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"mithaq/extract"
	"mithaq/extract/article"
	"mithaq/graph"
	"mithaq/graph/memory"
)

var update = flag.Bool("update", false, "write the golden graphs anew")

// TestGolden holds the graph of each article in testdata against the golden beside it:
//
//	go test ./internal/e2e -run Golden -update
func TestGolden(t *testing.T) {
	x, err := extract.Open()
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(root, "testdata", "*", "*.jsonl"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no articles in testdata: %v", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) { checkGolden(t, x, file) })
	}
}

func checkGolden(t *testing.T, x *extract.Extractor, file string) {
	got := drawing(t, x, file)
	golden := strings.TrimSuffix(file, ".jsonl") + ".golden"
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatalf("%v: go test ./internal/e2e -run Golden -update writes it", err)
	}
	if diff := difference(string(want), got); diff != "" {
		t.Errorf("%s (-golden +now; -update takes what is there now):\n%s", golden, diff)
	}
}

// drawing is the graph of the articles in a file, for people to read beside the article: entities with the names that the text
// gives them, then facts with their sentences. It leaves out what the gazetteer adds and names derived nodes by their
// kind (event/visit, event/visit-2), so that it changes only with what is read from the articles.
func drawing(t *testing.T, x *extract.Extractor, file string) string {
	t.Helper()
	store := memory.New(x.World(), memory.Options{})
	ctx := context.Background()
	for a, err := range article.Read(ctx, []string{file}, article.Options{}) {
		if err != nil {
			t.Fatal(err)
		}
		if _, err := store.Upsert(ctx, []graph.Extraction{x.Extract(a)}); err != nil {
			t.Fatal(err)
		}
	}
	d := newGolden()
	if err := store.Export(ctx, d.add); err != nil {
		t.Fatal(err)
	}
	return d.text()
}

// golden gathers the lines of an export under what they belong to.
type golden struct {
	articles, entities, facts []string
	surfaces                  map[string][]string // by node
	sentences                 map[string][]string // by fact
	alias                     map[string]string   // of derived nodes
	used                      map[string]int      // aliases
}

func newGolden() *golden {
	return &golden{surfaces: map[string][]string{}, sentences: map[string][]string{}, alias: map[string]string{}, used: map[string]int{}}
}

func (g *golden) add(l graph.Line) error {
	switch {
	case l.Article != nil:
		g.articles = append(g.articles, fmt.Sprintf("article %s %s\n    %s", l.Article.Record, l.Article.Published, l.Article.Title))
	case l.Entity != nil:
		g.entities = append(g.entities, entityText(*l.Entity))
	case l.Evidence != nil:
		e := l.Evidence
		if e.Node != "" && g.alias[e.Node] == "" {
			g.alias[e.Node] = g.aliasOf(e)
		}
		g.sentences[e.Fact] = append(g.sentences[e.Fact], strings.TrimSpace(e.Date+" "+shorten(e.Sentence)))
	case l.Fact != nil && l.Fact.Support > 0:
		g.facts = append(g.facts, factText(*l.Fact))
	case l.Link != nil && len(l.Link.Surfaces) > 0:
		g.surfaces[l.Link.Node] = append(g.surfaces[l.Link.Node], l.Link.Surfaces...)
	}
	return nil
}

func (g *golden) aliasOf(e *graph.Evidence) string {
	prefix, _, _ := strings.Cut(e.Node, "/")
	alias := prefix + "/" + cmp.Or(e.Kind, "derived")
	if g.used[alias]++; g.used[alias] > 1 {
		alias += fmt.Sprintf("-%d", g.used[alias])
	}
	return alias
}

func entityText(e graph.Entity) string {
	s := e.ID + " " + strings.Join(e.Labels, ",")
	for _, name := range []string{"kind", "ordinal", "date", "status", "topics"} {
		switch v := e.Props[name].(type) {
		case string:
			s += " " + name + "=" + v
		case []string:
			s += " " + name + "=" + strings.Join(v, ",")
		}
	}
	return s
}

func factText(f graph.Fact) string {
	s := f.Key
	if len(f.Topics) > 0 {
		s += " topics=" + strings.Join(f.Topics, ",")
	}
	if f.Title != "" {
		s += " title=" + f.Title
	}
	return s
}

// derivedID finds ids of derived nodes.
var derivedID = regexp.MustCompile(`\b(event|agreement|person|org|place)/[0-9a-f]{16}\b`)

// text returns the groups, each element with its Arabic lines below it.
func (g *golden) text() string {
	var b strings.Builder
	write := func(list []string, below map[string][]string) {
		for i, head := range list {
			id, _, _ := strings.Cut(head, " ")
			list[i] = derivedID.ReplaceAllStringFunc(head, func(id string) string { return cmp.Or(g.alias[id], id) })
			for _, s := range below[id] {
				list[i] += "\n    " + s
			}
		}
		slices.Sort(list)
		b.WriteString(strings.Join(list, "\n") + "\n\n")
	}
	write(g.articles, nil)
	write(g.entities, g.surfaces)
	write(g.facts, g.sentences)
	return strings.TrimSpace(b.String()) + "\n"
}

// shorten keeps enough of a sentence to find it.
func shorten(s string) string {
	if r := []rune(s); len(r) > 100 {
		return string(r[:100]) + "…"
	}
	return s
}

// difference lists the lines that only one text has, in order.
func difference(want, got string) string {
	a, b := strings.Split(want, "\n"), strings.Split(got, "\n")
	var out []string
	for _, l := range a {
		if l != "" && !slices.Contains(b, l) {
			out = append(out, "- "+l)
		}
	}
	for _, l := range b {
		if l != "" && !slices.Contains(a, l) {
			out = append(out, "+ "+l)
		}
	}
	if len(out) == 0 && want != got {
		out = []string{"the same lines in another order or number"}
	}
	return strings.Join(out, "\n")
}
