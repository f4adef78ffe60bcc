// Package memory is a store that keeps the graph in maps: the model to which the other stores are compared, and the one for
// tests and for looking at a single article. It answers no named questions.
package memory

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"

	"mithaq/graph"
)

// Options change how a store works; the zero value is right for most.
type Options struct {
	// Fault is called at named points inside a write; an error makes the write fail there. For tests.
	Fault func(point string) error
}

// Store is a graph in memory.
type Store struct {
	world graph.World
	opts  Options

	mu       sync.RWMutex
	articles *table[graph.Article]
	entities *table[graph.Entity]
	evidence *table[graph.Evidence]
	facts    *table[graph.Fact]
	links    *table[graph.Link]
	program  string
	notes    map[string]string

	byKey, byWire, byName       *index[graph.Article]
	byArticle, byBlock          *index[graph.Evidence]
	byNode, byFact              *index[graph.Evidence]
	byEnd, bySubject            *index[graph.Fact]
	linksByArticle, linksByNode *index[graph.Link]
}

var _ graph.Store = (*Store)(nil)

// New returns an empty store.
func New(world graph.World, opts Options) *Store {
	s := &Store{world: world, opts: opts, notes: map[string]string{}}
	one := func(k string) []string {
		if k == "" {
			return nil
		}
		return []string{k}
	}
	s.byKey = indexBy(graph.TextKeys)
	s.byWire = indexBy(func(a graph.Article) []string { return one(a.Wire) })
	s.byName = indexBy(func(a graph.Article) []string { return append([]string{a.ID}, append(one(a.Record), one(a.URL)...)...) })
	s.articles = newTable(s.byKey, s.byWire, s.byName)
	s.entities = newTable[graph.Entity]()
	s.byArticle = indexBy(func(e graph.Evidence) []string { return one(e.Article) })
	s.byBlock = indexBy(func(e graph.Evidence) (keys []string) {
		for _, block := range e.Blocks {
			keys = append(keys, graph.Reach{From: block}.Key())
		}
		return keys
	})
	s.byNode = indexBy(func(e graph.Evidence) []string { return one(e.Node) })
	s.byFact = indexBy(func(e graph.Evidence) []string { return one(e.Fact) })
	s.evidence = newTable(s.byArticle, s.byBlock, s.byNode, s.byFact)
	s.byEnd = indexBy(func(f graph.Fact) []string { return []string{f.Subject, f.Object} })
	s.bySubject = indexBy(func(f graph.Fact) []string { return one(f.Subject) })
	s.facts = newTable(s.byEnd, s.bySubject)
	s.linksByArticle = indexBy(func(l graph.Link) []string { return one(l.Article) })
	s.linksByNode = indexBy(func(l graph.Link) []string { return one(l.Node) })
	s.links = newTable(s.linksByArticle, s.linksByNode)
	return s
}

// Upsert writes a batch of articles in one transaction.
func (s *Store) Upsert(ctx context.Context, batch []graph.Extraction) (graph.Report, error) {
	return s.transact(ctx, func(t *tx) (graph.Report, error) {
		report, err := graph.Apply(t, s.world, batch)
		if err == nil && len(batch) > 0 {
			was := s.program
			t.undo = append(t.undo, func() { s.program = was })
			s.program = batch[len(batch)-1].Article.Program
		}
		return report, err
	})
}

// Remove takes articles back, by id, record id or URL.
func (s *Store) Remove(ctx context.Context, ids []string) (graph.Report, error) {
	return s.transact(ctx, func(t *tx) (graph.Report, error) {
		var found, missing []string
		for i, id := range ids {
			if slices.Contains(ids[:i], id) {
				continue
			}
			hits := s.articles.find(s.byName, []string{id}, lessArticle)
			if len(hits) == 0 {
				missing = append(missing, id)
			}
			for _, a := range hits {
				found = append(found, a.ID)
			}
		}
		report, err := graph.Remove(t, s.world, found)
		report.Missing = missing
		return report, err
	})
}

// transact runs do; on an error nothing of it stays.
func (s *Store) transact(ctx context.Context, do func(*tx) (graph.Report, error)) (graph.Report, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	t := &tx{ctx: ctx, s: s}
	report, err := do(t)
	if err == nil {
		err = t.point("commit")
	}
	if err != nil {
		t.rollback()
		return graph.Report{}, fmt.Errorf("write to memory: %w", err)
	}
	return report, nil
}

// Ask fails: questions are written in SQL and Cypher.
func (s *Store) Ask(_ context.Context, name string, _ map[string]any) (graph.Table, error) {
	return graph.Table{}, fmt.Errorf("ask %s: %w", name, errors.ErrUnsupported)
}

// Export yields the whole graph in canonical order.
func (s *Store) Export(ctx context.Context, yield func(graph.Line) error) error {
	s.mu.RLock()
	defer s.mu.RUnlock()
	for _, rows := range []func() error{
		func() error {
			return each(ctx, s.articles.all(lessArticle), func(a graph.Article) error {
				a.Program, a.LoadedAt = "", ""
				return yield(graph.Line{Article: &a})
			})
		},
		func() error {
			return each(ctx, s.entities.all(lessEntity), func(e graph.Entity) error { return yield(graph.Line{Entity: &e}) })
		},
		func() error {
			return each(ctx, s.evidence.all(lessEvidence), func(e graph.Evidence) error { return yield(graph.Line{Evidence: &e}) })
		},
		func() error {
			return each(ctx, s.facts.all(lessFact), func(f graph.Fact) error { return yield(graph.Line{Fact: &f}) })
		},
		func() error {
			return each(ctx, s.links.all(lessLink), func(l graph.Link) error { return yield(graph.Line{Link: &l}) })
		},
	} {
		if err := rows(); err != nil {
			return err
		}
	}
	return nil
}

func each[R any](ctx context.Context, rows []R, yield func(R) error) error {
	for _, row := range rows {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := yield(row); err != nil {
			return err
		}
	}
	return nil
}

// EachArticle yields the stored articles in the order of their ids, but for those that skipProgram made.
func (s *Store) EachArticle(ctx context.Context, skipProgram string, yield func(graph.Article) error) error {
	s.mu.RLock()
	rows := s.articles.all(lessArticle)
	s.mu.RUnlock() // yield may write
	return each(ctx, rows, func(a graph.Article) error {
		if skipProgram != "" && a.Program == skipProgram {
			return nil
		}
		return yield(a)
	})
}

// Explain returns all that stands behind a fact or node.
func (s *Store) Explain(ctx context.Context, key string) (graph.Explanation, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return graph.Assemble(&tx{ctx: ctx, s: s}, key)
}

// Status counts what is there.
func (s *Store) Status(context.Context) (graph.StoreStatus, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	st := graph.StoreStatus{Backend: "memory", Program: s.program, Labels: map[string]int{}, Types: map[string]int{}}
	count := func(m map[string]int, key string, n int) {
		if n > 0 {
			m[key] += n
		}
	}
	count(st.Labels, graph.LabelArticle, len(s.articles.rows))
	count(st.Labels, graph.LabelEvidence, len(s.evidence.rows))
	for _, e := range s.entities.rows {
		for _, label := range e.Labels {
			st.Labels[label]++
		}
	}
	count(st.Labels, "Entity", len(s.entities.rows))
	count(st.Types, "EVIDENCE", len(s.evidence.rows))
	for _, f := range s.facts.rows {
		st.Types[f.Relationship()]++
	}
	for _, l := range s.links.rows {
		st.Types[l.Type]++
	}
	return st, nil
}

// Close does nothing.
func (s *Store) Close() error { return nil }
