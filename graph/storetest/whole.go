package storetest

import (
	"context"
	"errors"
	"slices"
	"sync"
	"testing"

	"mithaq/graph"
	"mithaq/graph/memory"
)

// Example is a handful of articles in which everything occurs.
func Example() []graph.Extraction {
	r := NewRandom(42)
	var all []graph.Extraction
	for n := range 12 {
		all = append(all, r.Version(n, 1))
	}
	return append(all, Batch(
		Article("b1", "2025-11-03", "first").Mention("topic/trade").Claim("MET", "CHN", "RUS").Claim("HOLDS_OFFICE", "person/amal", "CHN"),
		Article("b2", "2025-11-04", "first").Claim("MET", "RUS", "CHN"),
	)...)
}

func testEmpty(t *testing.T, s Suite) {
	p := s.pair(t)
	if got := p.check(); got != "" {
		t.Errorf("a new store exports %q", got)
	}
	p.load()
	if r := p.remove("nothing", "record-none"); len(r.Missing) != 2 {
		t.Errorf("missing: %q", r.Missing)
	}
	p.check()
}

func testTwice(t *testing.T, s Suite) {
	p := s.pair(t)
	all := Example()
	p.load(all...)
	once := p.check(all...)
	if r := p.load(all...); r.Unchanged != len(all) || r.FactsAdded+r.FactsRemoved > 0 {
		t.Errorf("second load: %+v", r)
	}
	equal(t, "twice and once", p.check(all...), once)
	q := s.pair(t)
	q.load(slices.Concat(all, all)...)
	equal(t, "twice in one batch and once", q.check(all...), once)
}

func testOrder(t *testing.T, s Suite) {
	all := Example()
	r := NewRandom(3)
	for range 3 {
		p := s.pair(t)
		r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		for rest := all; len(rest) > 0; {
			n := 1 + r.IntN(min(len(rest), 5))
			p.load(rest[:n]...)
			rest = rest[n:]
		}
		p.check(all...)
	}
}

func testRemove(t *testing.T, s Suite) {
	p := s.pair(t)
	all := Example()
	p.load(all...)
	p.remove(all[0].Article.ID)
	p.check(all[1:]...)
	p.remove(all[1].Article.Record, all[2].Article.URL, all[2].Article.ID)
	p.check(all[3:]...)
	for rest := all[3:]; len(rest) > 0; rest = rest[1:] {
		p.remove(rest[0].Article.ID)
		p.check(rest[1:]...)
	}
}

func testVersions(t *testing.T, s Suite) {
	v1 := Article("a", "2025-11-03", "one").Claim("MET", "CHN", "RUS").Claim("AIDS", "CHN", "EGY").Extraction()
	v2 := Article("a", "2025-11-03T10:00:00+02:00", "two").Claim("MET", "CHN", "RUS").Claim("SUPPORTS", "CHN", "FRA").Extraction()
	undated := Article("a", "", "three").Claim("MET", "CHN", "EGY").Extraction()
	again := Article("a", "2025-11-03T10:00:00+02:00", "four").Claim("MET", "FRA", "EGY").Extraction()
	p := s.pair(t)
	p.load(v1)
	if r := p.load(v2); r.Changed != 1 || r.FactsAdded != 1 || r.FactsRemoved != 1 {
		t.Errorf("newer version: %+v", r)
	}
	p.check(v2)
	if r := p.load(v1, undated); r.Older != 2 {
		t.Errorf("older versions: %+v", r)
	}
	p.check(v2)
	if r := p.load(again); r.Changed != 1 {
		t.Errorf("of two versions of one time the last loaded must win: %+v", r)
	}
	p.check(again)
	q := s.pair(t)
	if r := q.load(v1, v2, undated, again, again); r.New != 1 || r.Changed != 2 || r.Older != 1 || r.Unchanged != 1 {
		t.Errorf("versions in one batch: %+v", r)
	}
	q.check(again)
	other := again
	other.Article.Source = "another"
	if r := q.load(other); r.Changed != 1 {
		t.Errorf("another source: %+v", r)
	}
	q.check(other)
}

func testRefused(t *testing.T, s Suite) {
	p := s.pair(t)
	good := Article("good", "2025-11-03", "one").Claim("MET", "CHN", "RUS").Extraction()
	p.load(good)
	bad := Article("bad", "2025-11-03", "two").Claim("MET", "CHN", "topic/trade").Extraction()
	next := Article("next", "2025-11-03", "three").Claim("AIDS", "CHN", "EGY").Extraction()
	var invalid *graph.InvalidError
	if _, err := p.store.Upsert(context.Background(), []graph.Extraction{next, bad}); !errors.As(err, &invalid) || invalid.Article != "bad" {
		t.Errorf("upsert of a bad article: %v", err)
	}
	p.check(good)
}

func testCancelled(t *testing.T, s Suite) {
	ctx, cancel := context.WithCancel(context.Background())
	var armed bool
	store := s.open(t, Options{Fault: func(string) error {
		if armed {
			cancel()
		}
		return nil
	}})
	all := Example()
	if _, err := store.Upsert(ctx, all[:6]); err != nil {
		t.Fatal(err)
	}
	before := Export(t, store)
	armed = true
	if _, err := store.Upsert(ctx, all[6:]); !errors.Is(err, context.Canceled) {
		t.Errorf("a write cancelled in the middle: %v", err)
	}
	equal(t, "before and after a cancelled write", Export(t, store), before)
	if _, err := store.Upsert(ctx, all[6:]); !errors.Is(err, context.Canceled) {
		t.Errorf("a write cancelled before it starts: %v", err)
	}
	if _, err := store.Remove(ctx, []string{all[0].Article.ID}); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled remove: %v", err)
	}
	armed = false
	equal(t, "before and after cancelled writes", Export(t, store), before)
}

// testFaults fails at every point of a write that changes, and of one that removes.
func testFaults(t *testing.T, s Suite) {
	all := Example()
	newer := slices.Clone(all)
	r := NewRandom(9)
	for i := range 6 {
		newer[i] = r.Version(i, 2)
	}
	change := func(store graph.Store) error {
		_, err := store.Upsert(context.Background(), newer)
		return err
	}
	remove := func(store graph.Store) error {
		_, err := store.Remove(context.Background(), []string{all[0].Article.ID, all[1].Article.ID, "b1"})
		return err
	}
	for name, write := range map[string]func(graph.Store) error{"change": change, "remove": remove} {
		t.Run(name, func(t *testing.T) { failEverywhere(t, s, all, write) })
	}
}

func failEverywhere(t *testing.T, s Suite, all []graph.Extraction, write func(graph.Store) error) {
	model := memory.New(NewWorld(), memory.Options{})
	if _, err := model.Upsert(context.Background(), all); err != nil {
		t.Fatal(err)
	}
	before := Export(t, model)
	if err := write(model); err != nil {
		t.Fatal(err)
	}
	after := Export(t, model)
	broken := errors.New("broken on purpose")
	var failAt, at int
	store := s.open(t, Options{Fault: func(string) error {
		if at++; at == failAt {
			return broken
		}
		return nil
	}})
	if _, err := store.Upsert(context.Background(), all); err != nil {
		t.Fatal(err)
	}
	for failAt = 1; ; failAt++ {
		at = 0
		err := write(store)
		if err == nil {
			break
		}
		if !errors.Is(err, broken) {
			t.Fatalf("point %d: %v", failAt, err)
		}
		if got := Export(t, store); got != before {
			if got == after {
				continue // a point after the commit: the write is whole
			}
			t.Fatalf("point %d left something behind:\n%s", failAt, diff(got, before))
		}
	}
	if failAt < 3 {
		t.Errorf("the store has only %d points for faults", failAt-1)
	}
	equal(t, "the rerun and the model", Export(t, store), after)
}

func testWriters(t *testing.T, s Suite) {
	all := Example()
	store := s.open(t, Options{})
	var group sync.WaitGroup
	for w := range s.Writers {
		mine := slices.Clone(all)
		r := NewRandom(uint64(w))
		r.Shuffle(len(mine), func(i, j int) { mine[i], mine[j] = mine[j], mine[i] })
		group.Go(func() {
			for batch := range slices.Chunk(mine, 3) {
				if _, err := store.Upsert(context.Background(), batch); err != nil {
					t.Errorf("writer %d: %v", w, err)
				}
			}
		})
	}
	group.Wait()
	model := memory.New(NewWorld(), memory.Options{})
	if _, err := model.Upsert(context.Background(), all); err != nil {
		t.Fatal(err)
	}
	equal(t, "many writers and one", Export(t, store), Export(t, model))
}
