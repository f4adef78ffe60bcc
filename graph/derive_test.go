package graph_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"testing"

	"mithaq/graph"
	"mithaq/graph/memory"
	"mithaq/graph/storetest"
)

// snapshot is what a store exports, by kind.
type snapshot struct {
	facts    map[string]graph.Fact
	entities map[string]graph.Entity
	evidence []graph.Evidence
	links    []graph.Link
}

func read(t testing.TB, s graph.Store) snapshot {
	t.Helper()
	c := snapshot{facts: map[string]graph.Fact{}, entities: map[string]graph.Entity{}}
	err := s.Export(context.Background(), func(l graph.Line) error {
		switch {
		case l.Fact != nil:
			c.facts[l.Fact.Key] = *l.Fact
		case l.Entity != nil:
			c.entities[l.Entity.ID] = *l.Entity
		case l.Evidence != nil:
			c.evidence = append(c.evidence, *l.Evidence)
		case l.Link != nil:
			c.links = append(c.links, *l.Link)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// TestFactsAreSums walks at random and, after every step, counts each fact anew from the evidence: the rows that were added
// to and the rows that were summed must both agree.
func TestFactsAreSums(t *testing.T) {
	s := memory.New(storetest.NewWorld(), memory.Options{})
	walk := storetest.Walk{Random: storetest.NewRandom(11), Articles: 40}
	for step := range 800 {
		batch, remove := walk.Step()
		var err error
		if remove != nil {
			_, err = s.Remove(t.Context(), remove)
		} else {
			_, err = s.Upsert(t.Context(), batch)
		}
		if err != nil {
			t.Fatal(err)
		}
		c := read(t, s)
		c.checkFacts(t)
		c.checkNodes(t)
		if t.Failed() {
			t.Fatalf("after step %d", step)
		}
	}
}

// TestHotFact takes claims from a fact with so many that a sample of them is looked at first.
func TestHotFact(t *testing.T) {
	s := memory.New(storetest.NewWorld(), memory.Options{})
	r := storetest.NewRandom(12)
	r.Hot = 3
	walk := storetest.Walk{Random: r, Articles: 150}
	for step := range 300 {
		batch, remove := walk.Step()
		if _, err := s.Remove(t.Context(), remove); err != nil {
			t.Fatal(err)
		}
		if _, err := s.Upsert(t.Context(), batch); err != nil {
			t.Fatal(err)
		}
		if step%3 > 0 {
			continue
		}
		c := read(t, s)
		if c.checkFacts(t); t.Failed() {
			t.Fatalf("after step %d", step)
		}
		if n := c.facts["MET|CHN|RUS|asserted"].Mentions; step > 150 && n < 150 {
			t.Fatalf("the hot fact has only %d mentions", n)
		}
	}
}

// checkFacts counts in its own plain way.
func (c snapshot) checkFacts(t *testing.T) {
	t.Helper()
	want := map[string]graph.Fact{}
	texts := map[string]map[string]bool{}
	for _, e := range c.evidence {
		if e.Fact == "" {
			continue
		}
		f := want[e.Fact]
		if texts[e.Fact] == nil {
			texts[e.Fact] = map[string]bool{}
		}
		texts[e.Fact][e.Hash] = true
		f.Mentions++
		f.Support = len(texts[e.Fact])
		day := e.Date
		if day == "" {
			day = e.Published
		}
		if f.First == "" || day < f.First {
			f.First = day
		}
		f.Last = max(f.Last, day)
		if f.Title == "" || e.Title != "" && (len([]rune(e.Title)) < len([]rune(f.Title)) || len([]rune(e.Title)) == len([]rune(f.Title)) && e.Title < f.Title) {
			f.Title = e.Title
		}
		for _, topic := range e.Topics {
			if !slices.Contains(f.Topics, topic) {
				f.Topics = append(f.Topics, topic)
			}
		}
		slices.Sort(f.Topics)
		want[e.Fact] = f
	}
	for key, f := range c.facts {
		got := graph.Fact{Mentions: f.Mentions, Support: f.Support, First: f.First, Last: f.Last, Topics: f.Topics, Title: f.Title}
		if f.Reference { // the world's title counts as well
			got.Title = want[key].Title
		}
		if !reflect.DeepEqual(got, want[key]) {
			t.Errorf("fact %s:\n got %+v\nwant %+v", key, got, want[key])
		}
		if f.Support == 0 && !f.Reference {
			t.Errorf("fact %s stands on nothing", key)
		}
		for _, end := range []string{f.Subject, f.Object} {
			if _, ok := c.entities[end]; !ok {
				t.Errorf("fact %s: %s does not exist", key, end)
			}
		}
	}
	for key := range want {
		if _, ok := c.facts[key]; !ok {
			t.Errorf("fact %s is missing", key)
		}
	}
}

// checkNodes: nodes exist as long as an article mentions them, and mentions that differ are never one node.
func (c snapshot) checkNodes(t *testing.T) {
	t.Helper()
	mentioned := map[string]bool{}
	for _, l := range c.links {
		if l.Type != graph.SameText {
			mentioned[l.Node] = true
			if _, ok := c.entities[l.Node]; !ok {
				t.Errorf("%s of %s: %s does not exist", l.Type, l.Article, l.Node)
			}
		}
	}
	for id := range c.entities {
		if !mentioned[id] {
			t.Errorf("nothing mentions %s", id)
		}
	}
	for i, a := range c.evidence {
		for _, b := range c.evidence[:i] {
			if a.Node != "" && a.Node == b.Node && graph.Differ(a, b) {
				t.Errorf("%s and %s differ and are in one node", a.ID(), b.ID())
			}
		}
	}
}

// FuzzApply gives any extraction to a store: what is refused leaves nothing, what is taken is there once and can be taken back.
func FuzzApply(f *testing.F) {
	for _, x := range storetest.Example() {
		b, err := json.Marshal([]graph.Extraction{x})
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var batch []graph.Extraction
		if json.Unmarshal(data, &batch) != nil {
			return
		}
		s := memory.New(storetest.NewWorld(), memory.Options{})
		_, err := s.Upsert(t.Context(), batch)
		once := storetest.Export(t, s)
		if err != nil {
			if once != "" {
				t.Errorf("refused, and left %s", once)
			}
			return
		}
		again := memory.New(storetest.NewWorld(), memory.Options{})
		for range 2 {
			for _, x := range batch {
				if _, err := again.Upsert(t.Context(), []graph.Extraction{x}); err != nil {
					t.Fatal(err)
				}
			}
		}
		ids := map[string]bool{}
		var all []string
		for _, x := range batch {
			if !ids[x.Article.ID] {
				all = append(all, x.Article.ID)
			}
			ids[x.Article.ID] = true
		}
		if len(all) == len(batch) && storetest.Export(t, again) != once {
			t.Error("one by one, twice, is not the same as at once")
		}
		if _, err := s.Remove(t.Context(), all); err != nil {
			t.Fatal(err)
		}
		if left := storetest.Export(t, s); left != "" {
			t.Errorf("left after removing all: %s", left)
		}
	})
}

// TestApplyDoesNotTouchItsInput: a store may run a transaction again with the same batch.
func TestApplyDoesNotTouchItsInput(t *testing.T) {
	batch := storetest.Example()
	before, err := json.Marshal(batch)
	if err != nil {
		t.Fatal(err)
	}
	s := memory.New(storetest.NewWorld(), memory.Options{})
	for range 2 {
		if _, err := s.Upsert(t.Context(), batch); err != nil {
			t.Fatal(err)
		}
	}
	after, _ := json.Marshal(batch)
	if !bytes.Equal(before, after) {
		t.Error("the batch was changed")
	}
}

// stream makes n articles with hot nodes, as news have: a few states everywhere, many people and meetings.
func stream(n int) []graph.Extraction {
	r := storetest.NewRandom(8)
	states := []graph.Ref{"CHN", "RUS", "EGY", "FRA"}
	all := make([]graph.Extraction, n)
	for i := range all {
		b := storetest.Article(fmt.Sprintf("s%06d", i), "2025-11-03", fmt.Sprintf("text %d", i)).Mention("topic/trade", "org/alpha")
		one, two := states[r.IntN(4)], states[r.IntN(4)]
		person := b.Person(fmt.Sprintf("name %d", r.IntN(n)), string(one))
		b.Meeting(fmt.Sprintf("2025-%02d-%02d", 1+r.IntN(12), 1+r.IntN(28)), "", one, person)
		b.Claim("HOLDS_OFFICE", person, one).Claim("SUPPORTS", person, "org/alpha").Claim("MEMBER_OF", one, "org/alpha")
		if one != two {
			b.Claim("MET", one, two).Claim("COOPERATES_WITH", one, two).Claim("SUPPORTS", one, two)
		}
		all[i] = b.Extraction()
	}
	return all
}

func elements(batch []graph.Extraction) int {
	n := 0
	for _, x := range batch {
		n += len(x.Mentions) + 2*len(x.Claims)
	}
	return n
}

// BenchmarkApply loads into stores of two sizes: the time per relationship must not grow with the store.
func BenchmarkApply(b *testing.B) {
	const batch = 100
	for _, base := range []int{0, 2000, 20000} {
		b.Run(fmt.Sprintf("after=%d", base), func(b *testing.B) {
			all := stream(base + batch)
			s := memory.New(storetest.NewWorld(), memory.Options{})
			for part := range slices.Chunk(all[:base], 200) {
				if _, err := s.Upsert(context.Background(), part); err != nil {
					b.Fatal(err)
				}
			}
			more := all[base:]
			var ids []string
			for _, x := range more {
				ids = append(ids, x.Article.ID)
			}
			b.ReportAllocs()
			for b.Loop() {
				if _, err := s.Upsert(context.Background(), more); err != nil {
					b.Fatal(err)
				}
				b.StopTimer()
				if _, err := s.Remove(context.Background(), ids); err != nil {
					b.Fatal(err)
				}
				b.StartTimer()
			}
			b.ReportMetric(float64(elements(more)*b.N)/b.Elapsed().Seconds(), "relationships/s")
		})
	}
}

// BenchmarkRemove takes one article back whose facts many others support.
func BenchmarkRemove(b *testing.B) {
	for _, base := range []int{2000, 20000} {
		b.Run(fmt.Sprintf("of=%d", base), func(b *testing.B) {
			all := stream(base)
			s := memory.New(storetest.NewWorld(), memory.Options{})
			for part := range slices.Chunk(all, 200) {
				if _, err := s.Upsert(context.Background(), part); err != nil {
					b.Fatal(err)
				}
			}
			for b.Loop() {
				if _, err := s.Remove(context.Background(), []string{all[0].Article.ID}); err != nil {
					b.Fatal(err)
				}
				b.StopTimer()
				if _, err := s.Upsert(context.Background(), all[:1]); err != nil {
					b.Fatal(err)
				}
				b.StartTimer()
			}
		})
	}
}
