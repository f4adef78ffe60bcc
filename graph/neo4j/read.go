package neo4j

import (
	"context"
	"slices"

	"mithaq/graph"
)

// page is how many records an export reads with one statement.
const page = 1000

// Export yields the whole graph in canonical order. Keys are sorted here and records read by key, so the order does not
// depend on the server. The server has no snapshots: if somebody writes meanwhile, the error is ErrChanged.
func (s *Store) Export(ctx context.Context, yield func(graph.Line) error) error {
	before, err := s.node(ctx)
	if err != nil {
		return s.fail("export", err)
	}
	if err := s.export(ctx, yield); err != nil {
		return s.fail("export", err)
	}
	after, err := s.node(ctx)
	if err == nil && after.writes != before.writes {
		err = ErrChanged
	}
	return s.fail("export", err)
}

func (s *Store) node(ctx context.Context) (node storeNode, err error) {
	err = s.read(ctx, func(t *tx) (err error) {
		var ok bool
		if node, ok, err = t.storeNode(); err == nil && !ok {
			err = ErrGone
		}
		return err
	})
	return node, err
}

func (s *Store) export(ctx context.Context, yield func(graph.Line) error) error {
	articles, err := s.keys(ctx, "article_keys.cypher")
	if err != nil {
		return err
	}
	entities, err := s.keys(ctx, "entity_keys.cypher")
	if err != nil {
		return err
	}
	var facts []string
	for _, name := range graph.RelationshipTypes() {
		keys, err := s.keys(ctx, "fact_keys.cypher "+name)
		if err != nil {
			return err
		}
		facts = append(facts, keys...)
	}
	slices.Sort(facts)
	steps := []func() error{
		func() error {
			return pages(ctx, s, articles, (*tx).Articles, func(a graph.Article) error {
				a.Program, a.LoadedAt = "", "" // no part of the graph
				return yield(graph.Line{Article: &a})
			})
		},
		func() error {
			return pages(ctx, s, entities, (*tx).Entities, func(e graph.Entity) error { return yield(graph.Line{Entity: &e}) })
		},
		func() error {
			return pages(ctx, s, articles, (*tx).EvidenceOf, func(e graph.Evidence) error { return yield(graph.Line{Evidence: &e}) })
		},
		func() error {
			return pages(ctx, s, facts, (*tx).Facts, func(f graph.Fact) error { return yield(graph.Line{Fact: &f}) })
		},
	}
	for _, kind := range linkKindsSorted() {
		steps = append(steps, func() error {
			return pages(ctx, s, articles, (*tx).LinksOf, func(l graph.Link) error {
				if l.Type != kind {
					return nil
				}
				return yield(graph.Line{Link: &l})
			})
		})
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

func linkKindsSorted() []string { return slices.Sorted(slices.Values(linkKinds)) }

// keys returns all keys of a kind, sorted.
func (s *Store) keys(ctx context.Context, name string) (keys []string, err error) {
	err = s.read(ctx, func(t *tx) error {
		keys = nil
		rows, err := t.run("read/"+name, nil)
		for _, r := range rows {
			keys = append(keys, text(r.Values[0]))
		}
		return err
	})
	slices.Sort(keys)
	return keys, err
}

// pages reads records by sorted keys. Each page is read whole before it is yielded, since a reading transaction can be repeated.
func pages[T any](ctx context.Context, s *Store, keys []string, load func(*tx, []string) ([]T, error), yield func(T) error) error {
	for chunk := range slices.Chunk(keys, page) {
		var all []T
		err := s.read(ctx, func(t *tx) (err error) {
			all, err = load(t, chunk)
			return err
		})
		if err != nil {
			return err
		}
		for _, v := range all {
			if err := yield(v); err != nil {
				return err
			}
		}
	}
	return nil
}

// EachArticle yields the stored articles in order of id, but not those that skipProgram made.
// It reads them in pages, so that yield may write to the store.
func (s *Store) EachArticle(ctx context.Context, skipProgram string, yield func(graph.Article) error) error {
	last := ""
	for {
		var all []graph.Article
		err := s.read(ctx, func(t *tx) error {
			all = nil
			rows, err := t.run("read/article_page.cypher", map[string]any{"after": last, "program": skipProgram})
			for _, r := range rows {
				all = append(all, articleOf(r.AsMap()))
			}
			return err
		})
		if err != nil {
			return s.fail("read articles of", err)
		}
		if len(all) == 0 {
			return nil
		}
		for _, a := range all {
			if err := yield(a); err != nil {
				return err
			}
		}
		last = all[len(all)-1].ID
	}
}

// Explain returns what stands behind a fact key or a node id.
func (s *Store) Explain(ctx context.Context, key string) (x graph.Explanation, err error) {
	err = s.read(ctx, func(t *tx) (err error) {
		x, err = graph.Assemble(t, key)
		return err
	})
	return x, s.fail("read", err)
}

// Status says what the store is and counts what it holds.
func (s *Store) Status(ctx context.Context) (graph.StoreStatus, error) {
	st := graph.StoreStatus{Location: s.address, Schema: schemaVersion, Labels: map[string]int{}, Types: map[string]int{}}
	if s.database != "" {
		st.Location += ", database " + s.database
	}
	node, err := s.node(ctx)
	if err != nil {
		return st, s.fail("read status of", err)
	}
	st.Program = node.program
	info, err := s.driver.GetServerInfo(ctx)
	if err != nil {
		return st, s.fail("read status of", err)
	}
	st.Backend = "neo4j " + versionOf(info.Agent())
	err = s.read(ctx, func(t *tx) error {
		for name, into := range map[string]map[string]int{"label_counts.cypher": st.Labels, "type_counts.cypher": st.Types} {
			rows, err := t.run("read/"+name, nil)
			if err != nil {
				return err
			}
			for _, r := range rows {
				if name := text(r.Values[0]); name != "MithaqStore" && name != "MithaqNote" {
					into[name] = number(r.Values[1])
				}
			}
		}
		return nil
	})
	return st, s.fail("read status of", err)
}
