package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"slices"

	"mithaq/graph"
	"mithaq/queries"
)

// snapshot runs a function on one state of the store, whatever is written meanwhile.
func (s *Store) snapshot(ctx context.Context, do func(reader) error) error {
	t, err := s.read.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return err
	}
	r := reader{ctx, func(name string, args ...any) (*sql.Rows, error) {
		text, err := queries.Statement(name)
		if err != nil {
			return nil, err
		}
		return t.QueryContext(ctx, text, args...)
	}}
	return errors.Join(do(r), t.Rollback())
}

// Export yields the whole graph in canonical order.
func (s *Store) Export(ctx context.Context, yield func(graph.Line) error) error {
	err := s.snapshot(ctx, func(r reader) error {
		if err := eachRow(r, "all_articles", scanArticle, func(a graph.Article) error {
			a.Program, a.LoadedAt = "", "" // no part of the graph
			return yield(graph.Line{Article: &a})
		}); err != nil {
			return err
		}
		if err := eachRow(r, "all_entities", scanEntity, func(e graph.Entity) error { return yield(graph.Line{Entity: &e}) }); err != nil {
			return err
		}
		if err := eachRow(r, "all_evidence", scanEvidence, func(e graph.Evidence) error { return yield(graph.Line{Evidence: &e}) }); err != nil {
			return err
		}
		if err := eachRow(r, "all_facts", scanFact, func(f graph.Fact) error { return yield(graph.Line{Fact: &f}) }); err != nil {
			return err
		}
		return eachRow(r, "all_links", scanLink, func(l graph.Link) error { return yield(graph.Line{Link: &l}) })
	})
	return s.fail("export store", err)
}

// EachArticle yields the stored articles in order of id, but not those that skipProgram made.
// It reads them in pages, so that yield may write to the store.
func (s *Store) EachArticle(ctx context.Context, skipProgram string, yield func(graph.Article) error) error {
	last := ""
	for {
		var page []graph.Article
		err := s.snapshot(ctx, func(r reader) (err error) {
			page, err = allRows(r, "article_page", scanArticle, last, skipProgram)
			return err
		})
		if err != nil {
			return s.fail("read articles of store", err)
		}
		if len(page) == 0 {
			return nil
		}
		for _, a := range page {
			if err := yield(a); err != nil {
				return err
			}
		}
		last = page[len(page)-1].ID
	}
}

// Explain returns what stands behind a fact key or a node id.
func (s *Store) Explain(ctx context.Context, key string) (x graph.Explanation, err error) {
	err = s.snapshot(ctx, func(r reader) (err error) {
		x, err = graph.Assemble(r, key)
		return err
	})
	return x, s.fail("read store", err)
}

// Status says what the store is and counts what it holds.
func (s *Store) Status(ctx context.Context) (graph.StoreStatus, error) {
	st := graph.StoreStatus{Location: s.path, Schema: schemaVersion, Labels: map[string]int{}, Types: map[string]int{}}
	type count struct {
		kind, name string
		n          int
	}
	err := s.snapshot(ctx, func(r reader) error {
		versions, err := allRows(r, "version", scanString)
		if err != nil {
			return err
		}
		st.Backend = versions[0]
		programs, err := allRows(r, "meta", scanString, "program")
		if err != nil {
			return err
		}
		st.Program = slices.Concat(programs, []string{""})[0]
		return eachRow(r, "counts", func(scan scanner) (c count, err error) {
			err = scan(&c.kind, &c.name, &c.n)
			return c, err
		}, func(c count) error {
			into := st.Types
			if c.kind == "label" {
				into = st.Labels
			}
			if c.n > 0 {
				into[c.name] = c.n
			}
			return nil
		})
	})
	return st, s.fail("read status of store", err)
}
