// Package storetest is the suite that every store passes: what a store holds is a function of the articles in it,
// the same bytes as in the store in memory, and a write is whole or not at all.
package storetest

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"mithaq/graph"
	"mithaq/graph/memory"
)

// Options are what the suite asks of a store beyond the ordinary.
type Options struct {
	World graph.World
	// Fault is to be called at named points inside every write, also right before the commit; an error must make the write fail.
	Fault func(point string) error
}

// Suite says how to test a store.
type Suite struct {
	// Open returns a new empty store and arranges its closing with t.Cleanup. A nil World means the suite's.
	Open func(t testing.TB, o Options) graph.Store
	// Steps is the number of random changes; 0 means 100.
	Steps int
	// Writers is the number of goroutines that write at once; 0 means 4.
	Writers int
	// Questions, if set, checks the named questions over a store that holds [Example].
	Questions func(t *testing.T, s graph.Store)
}

// Run runs the suite.
func Run(t *testing.T, s Suite) {
	if s.Steps == 0 {
		s.Steps = 100
	}
	if s.Writers == 0 {
		s.Writers = 4
	}
	for _, test := range []struct {
		name string
		run  func(*testing.T, Suite)
	}{
		{"empty", testEmpty},
		{"twice is once", testTwice},
		{"any order", testOrder},
		{"remove", testRemove},
		{"versions", testVersions},
		{"facts", testFacts},
		{"offices", testOffices},
		{"references", testReferences},
		{"another program", testProgram},
		{"texts", testTexts},
		{"near texts", testNearTexts},
		{"identity", testIdentity},
		{"chain", testChain},
		{"links of merged nodes", testMergedLinks},
		{"ends that meet", testEndsMeet},
		{"refused", testRefused},
		{"cancelled", testCancelled},
		{"faults", testFaults},
		{"writers", testWriters},
		{"explain", testExplain},
		{"each article", testEachArticle},
		{"versions known", testVersionsKnown},
		{"notes", testNotes},
		{"status", testStatus},
		{"random", testRandom},
		{"questions", testQuestions},
	} {
		t.Run(test.name, func(t *testing.T) { test.run(t, s) })
	}
}

// Export returns the whole graph of a store as text.
func Export(t testing.TB, s graph.Store) string {
	t.Helper()
	var b bytes.Buffer
	if err := graph.WriteExport(context.Background(), &b, s, graph.FormatText); err != nil {
		t.Fatalf("export: %v", err)
	}
	return b.String()
}

// pair is a store under test beside the model in memory: both get the same calls.
type pair struct {
	testing.TB
	store, model graph.Store
}

func (s Suite) pair(t testing.TB) pair {
	return pair{t, s.open(t, Options{}), memory.New(NewWorld(), memory.Options{})}
}

func (s Suite) open(t testing.TB, o Options) graph.Store {
	if o.World == nil {
		o.World = NewWorld()
	}
	return s.Open(t, o)
}

// load writes articles in one batch and compares the reports.
func (p pair) load(all ...graph.Extraction) graph.Report {
	p.Helper()
	r, err := p.upsert(all)
	p.must(err)
	return r
}

func (p pair) remove(ids ...string) graph.Report {
	p.Helper()
	r, err := p.take(ids)
	p.must(err)
	return r
}

// check compares the store with the model, and both with a fresh load of the articles.
func (p pair) check(fresh ...graph.Extraction) string {
	p.Helper()
	text, err := p.compare(fresh)
	p.must(err)
	return text
}

func (p pair) must(err error) {
	p.Helper()
	if err != nil {
		p.Fatal(err)
	}
}

func (p pair) upsert(all []graph.Extraction) (graph.Report, error) {
	return p.both("upsert", func(s graph.Store) (graph.Report, error) { return s.Upsert(context.Background(), all) })
}

func (p pair) take(ids []string) (graph.Report, error) {
	return p.both("remove", func(s graph.Store) (graph.Report, error) { return s.Remove(context.Background(), ids) })
}

// both does the same to the store and to the model, and compares the reports.
func (p pair) both(what string, do func(graph.Store) (graph.Report, error)) (graph.Report, error) {
	got, err := do(p.store)
	if err != nil {
		return got, fmt.Errorf("%s: %w", what, err)
	}
	want, err := do(p.model)
	if err != nil {
		return got, fmt.Errorf("%s, the model: %w", what, err)
	}
	counts := func(r graph.Report) [7]int {
		return [7]int{r.New, r.Changed, r.Unchanged, r.Older, r.Removed, r.FactsAdded, r.FactsRemoved}
	}
	if counts(got) != counts(want) || !slices.Equal(got.Missing, want.Missing) {
		return got, fmt.Errorf("%s: report %+v, the model says %+v", what, got, want)
	}
	return got, nil
}

// compare is check with an error.
func (p pair) compare(fresh []graph.Extraction) (string, error) {
	got, model := Export(p, p.store), Export(p, p.model)
	if got != model {
		return "", fmt.Errorf("the store and the model differ:\n%s", diff(got, model))
	}
	s := memory.New(NewWorld(), memory.Options{})
	if _, err := s.Upsert(context.Background(), fresh); err != nil {
		return "", fmt.Errorf("fresh load: %w", err)
	}
	if want := Export(p, s); got != want {
		return "", fmt.Errorf("the store and a fresh load differ:\n%s", diff(got, want))
	}
	return got, nil
}

// equal shows the lines in which two exports differ.
func equal(t testing.TB, what, got, want string) {
	t.Helper()
	if got == want {
		return
	}
	t.Fatalf("%s differ:\n%s", what, diff(got, want))
}

func diff(got, want string) string {
	count := map[string]int{}
	for line := range strings.Lines(got) {
		count[line]++
	}
	for line := range strings.Lines(want) {
		count[line]--
	}
	var b strings.Builder
	show := func(sign, text string, n int) {
		for line := range strings.Lines(text) {
			if count[line]*n > 0 && b.Len() < 4000 {
				b.WriteString(sign + line)
			}
		}
	}
	show("+", got, 1)
	show("-", want, -1)
	if b.Len() == 0 {
		return "the same lines in another order\n"
	}
	return b.String()
}

// content is an export taken apart.
type content struct {
	testing.TB
	entities map[string]graph.Entity
	facts    map[string]graph.Fact
	links    []graph.Link
	evidence map[string]graph.Evidence
	articles map[string]graph.Article
}

func contentOf(t testing.TB, s graph.Store) content {
	t.Helper()
	c := content{t, map[string]graph.Entity{}, map[string]graph.Fact{}, nil, map[string]graph.Evidence{}, map[string]graph.Article{}}
	err := s.Export(context.Background(), func(l graph.Line) error {
		switch {
		case l.Entity != nil:
			c.entities[l.Entity.ID] = *l.Entity
		case l.Fact != nil:
			c.facts[l.Fact.Key] = *l.Fact
		case l.Link != nil:
			c.links = append(c.links, *l.Link)
		case l.Evidence != nil:
			c.evidence[l.Evidence.ID()] = *l.Evidence
		case l.Article != nil:
			c.articles[l.Article.ID] = *l.Article
		}
		return nil
	})
	if err != nil {
		t.Fatalf("export: %v", err)
	}
	return c
}

// fact compares what follows the key in the text form of a fact; an empty want means that it must not exist.
func (c content) fact(key, want string) {
	c.Helper()
	got := ""
	if f, ok := c.facts[key]; ok {
		_, got, _ = strings.Cut(graph.Line{Fact: &f}.Text(), " status="+string(f.Status)+" ")
		got = strings.TrimPrefix(got, "class="+f.Class+" ")
	}
	if got != want {
		c.Errorf("fact %s:\n got %+q\nwant %+q", key, got, want)
	}
}

// node returns the derived node of a claim.
func (c content) node(evidence string) string {
	c.Helper()
	e, ok := c.evidence[evidence]
	if !ok || e.Node == "" {
		c.Fatalf("evidence %s has no node", evidence)
	}
	if _, ok := c.entities[e.Node]; !ok {
		c.Errorf("evidence %s: its node %s does not exist", evidence, e.Node)
	}
	return e.Node
}

// partition tells which of the claims describe one node: "a1#1 a2#1 | a3#1".
func (c content) partition(ids ...string) string {
	c.Helper()
	var order []string
	groups := map[string][]string{}
	for _, id := range ids {
		node := c.node(id)
		if groups[node] == nil {
			order = append(order, node)
		}
		groups[node] = append(groups[node], id)
	}
	var parts []string
	for _, node := range order {
		parts = append(parts, strings.Join(groups[node], " "))
	}
	return strings.Join(parts, " | ")
}
