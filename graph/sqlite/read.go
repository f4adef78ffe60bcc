package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"

	"mithaq/graph"
	"mithaq/queries"
)

// snapshot runs a function on one state of the store, whatever is written meanwhile.
func (s *Store) snapshot(ctx context.Context, do func(*view) error) error {
	t, err := s.read.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return err
	}
	return errors.Join(do(&view{ctx, t}), t.Rollback())
}

// view reads from one state of the store.
type view struct {
	ctx context.Context
	tx  *sql.Tx
}

// eachRow runs a read statement and yields its rows.
func eachRow[T any](v *view, name string, scan func(scanner) (T, error), yield func(T) error, args ...any) error {
	text, err := queries.Statement("read/" + name + ".sql")
	if err != nil {
		return err
	}
	rows, err := v.tx.QueryContext(v.ctx, text, args...)
	if err != nil {
		return fmt.Errorf("read %s: %w", name, err)
	}
	return each(rows, scan, yield)
}

func allRows[T any](v *view, name string, scan func(scanner) (T, error), args ...any) ([]T, error) {
	var all []T
	err := eachRow(v, name, scan, func(x T) error {
		all = append(all, x)
		return nil
	}, args...)
	return all, err
}

// Export yields the whole graph in canonical order.
func (s *Store) Export(ctx context.Context, yield func(graph.Line) error) error {
	err := s.snapshot(ctx, func(v *view) error {
		if err := eachRow(v, "all_articles", scanArticle, func(a graph.Article) error { return yield(graph.Line{Article: &a}) }); err != nil {
			return err
		}
		if err := eachRow(v, "all_entities", scanEntity, func(e graph.Entity) error { return yield(graph.Line{Entity: &e}) }); err != nil {
			return err
		}
		if err := eachRow(v, "all_evidence", scanEvidence, func(e graph.Evidence) error { return yield(graph.Line{Evidence: &e}) }); err != nil {
			return err
		}
		if err := eachRow(v, "all_facts", scanFact, func(f graph.Fact) error { return yield(graph.Line{Fact: &f}) }); err != nil {
			return err
		}
		return eachRow(v, "all_links", scanLink, func(l graph.Link) error { return yield(graph.Line{Link: &l}) })
	})
	return s.fail("export store", err)
}

// EachArticle yields the stored articles in order of id, but not those that skipProgram made.
// It reads them in pages, so that yield may write to the store.
func (s *Store) EachArticle(ctx context.Context, skipProgram string, yield func(graph.Article) error) error {
	last := ""
	for {
		var page []graph.Article
		err := s.snapshot(ctx, func(v *view) (err error) {
			page, err = allRows(v, "article_page", scanArticle, last, skipProgram)
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

// Explain returns what stands behind a fact key or a node id; all parts are empty if the store knows neither.
func (s *Store) Explain(ctx context.Context, key string) (graph.Explanation, error) {
	var x graph.Explanation
	err := s.snapshot(ctx, func(v *view) error {
		keys := encodeList([]string{key})
		facts, err := allRows(v, "facts", scanFact, keys)
		if err != nil {
			return err
		}
		entities, err := allRows(v, "entities", scanEntity, keys)
		if err != nil {
			return err
		}
		if len(facts) > 0 {
			x.Fact = &facts[0]
			if x.Evidence, err = allRows(v, "supporting", scanEvidence, keys); err != nil {
				return err
			}
		}
		if len(entities) > 0 {
			x.Entity = &entities[0]
			if x.Evidence, err = allRows(v, "members", scanEvidence, keys); err != nil {
				return err
			}
			if x.Links, err = allRows(v, "links_to", scanLink, key); err != nil {
				return err
			}
		}
		x.Articles, err = v.sources(x)
		return err
	})
	slices.SortStableFunc(x.Evidence, compareByDate)
	return x, s.fail("explain "+key+" in store", err)
}

// sources returns the articles of an explanation, sorted by id.
func (v *view) sources(x graph.Explanation) ([]graph.Article, error) {
	var ids []string
	for _, e := range x.Evidence {
		ids = append(ids, e.Article)
	}
	for _, l := range x.Links {
		ids = append(ids, l.Article)
	}
	slices.Sort(ids)
	return allRows(v, "articles", scanArticle, encodeList(slices.Compact(ids)))
}

// Status says what the store is and counts what it holds.
func (s *Store) Status(ctx context.Context) (graph.StoreStatus, error) {
	st := graph.StoreStatus{Location: s.path, Schema: schemaVersion, Labels: map[string]int{}, Types: map[string]int{}}
	type count struct {
		kind, name string
		n          int
	}
	err := s.snapshot(ctx, func(v *view) error {
		if err := v.tx.QueryRowContext(ctx, "SELECT 'sqlite ' || sqlite_version()").Scan(&st.Backend); err != nil {
			return err
		}
		programs, err := allRows(v, "meta", scanString, "program")
		if err != nil {
			return err
		}
		st.Program = slices.Concat(programs, []string{""})[0]
		return eachRow(v, "counts", func(scan scanner) (c count, err error) {
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

// compareByDate orders the claims of an explanation by date of the act (else of the article), article and number.
func compareByDate(a, b graph.Evidence) int {
	return cmp.Or(cmp.Compare(cmp.Or(a.Date, a.Published), cmp.Or(b.Date, b.Published)), cmp.Compare(a.Article, b.Article), cmp.Compare(a.N, b.N))
}
