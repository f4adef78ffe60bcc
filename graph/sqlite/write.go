package sqlite

import (
	"database/sql"
	"fmt"
	"strings"

	"mithaq/graph"
)

// writer runs upsert statements one row at a time and keeps the first error.
type writer struct {
	*tx
	err error
}

// Write carries out the changes: deletes first, then puts.
func (t *tx) Write(c graph.Changes) error {
	w := &writer{tx: t}
	w.deletes(c)
	w.fault("deleted")
	putAll(w, "put_article", c.PutArticles, func(a graph.Article, run func(...any)) {
		run(a.ID, a.Record, a.Title, a.Text, a.Source, a.URL, a.Lang, a.Published, a.Hash, a.Sketch, a.Wire, a.Program, a.LoadedAt, a.Corrected)
	})
	putAll(w, "delete_article_key", c.PutArticles, func(a graph.Article, run func(...any)) { run(a.ID) })
	putAll(w, "put_article_key", c.PutArticles, func(a graph.Article, run func(...any)) {
		for _, key := range graph.TextKeys(a) {
			run(key, a.ID)
		}
	})
	putAll(w, "put_version", c.PutArticles, func(a graph.Article, run func(...any)) { run(a.ID, a.Digest(), a.Published) })
	w.fault("articles")
	w.putEntities(c.PutEntities)
	w.fault("entities")
	w.putEvidence(c.PutEvidence)
	putAll(w, "move_evidence", c.MoveEvidence, func(e graph.Evidence, run func(...any)) { run(e.Node, e.Fact, e.Hash, e.ID()) })
	w.fault("evidence")
	putAll(w, "put_fact", c.PutFacts, func(f graph.Fact, run func(...any)) {
		run(f.Key, f.Relationship(), f.Type, f.Subject, f.Object, string(f.Status), f.Class, plover(f), f.Support, f.Mentions,
			f.First, f.Last, encodeList(f.Topics), f.Title, f.From, f.To, encodeList(f.Terms), f.Reference)
	})
	w.fault("facts")
	putAll(w, "put_link", c.PutLinks, func(l graph.Link, run func(...any)) {
		run(l.Type, l.Article, l.Node, l.Count, encodeList(l.Surfaces), l.Start, l.End)
	})
	w.fault("links")
	return w.err
}

func (w *writer) deletes(c graph.Changes) {
	putAll(w, "delete_link", c.DeleteLinks, func(l graph.Link, run func(...any)) { run(l.Type, l.Article, l.Node) })
	putAll(w, "delete_fact", c.DeleteFacts, func(f graph.Fact, run func(...any)) { run(f.Key) })
	one := func(id string, run func(...any)) { run(id) }
	putAll(w, "delete_evidence", c.DeleteEvidence, one)
	putAll(w, "delete_entity", c.DeleteEntities, one)
	putAll(w, "delete_article", c.DeleteArticles, one)
}

func (w *writer) putEntities(all []graph.Entity) {
	putAll(w, "put_entity", all, func(e graph.Entity, run func(...any)) {
		props, err := encodeProps(e.Props)
		if err != nil && w.err == nil {
			w.err = fmt.Errorf("write entity %s: %w", e.ID, err)
		}
		run(e.ID, e.Name, e.NameAr, e.NameEn, encodeList(e.Labels), encodeList(e.Aliases), props)
	})
	putAll(w, "delete_entity_label", all, func(e graph.Entity, run func(...any)) { run(e.ID) })
	putAll(w, "put_entity_label", all, func(e graph.Entity, run func(...any)) {
		for _, label := range e.Labels {
			run(label, e.ID)
		}
	})
}

func (w *writer) putEvidence(all []graph.Evidence) {
	putAll(w, "put_evidence", all, func(e graph.Evidence, run func(...any)) {
		run(e.ID(), e.Article, e.N, e.Hash, e.Published, e.Type, e.NameAr, e.NameEn, e.Fold, e.Kind, e.Ordinal,
			string(e.Place), encodeList(e.Participants), e.State, string(e.Nation), string(e.Subject), string(e.Object), e.Title, e.Class,
			string(e.Status), e.Date, encodeList(e.Topics), e.Sentence, e.Start, e.End, e.Rule, e.Node, e.Fact,
			e.Count, encodeList(e.Surfaces), encodeList(e.Actors), e.Site, e.Moment, e.Sound, encodeList(e.Blocks), encodeList(e.Overlay), graph.Profile(e))
	})
	var nodes []graph.Evidence
	for _, e := range all {
		if e.Node != "" || len(e.Blocks) > 0 {
			nodes = append(nodes, e)
		}
	}
	putAll(w, "delete_block", nodes, func(e graph.Evidence, run func(...any)) { run(e.ID()) })
	w.putBlocks(nodes)
}

// putBlocks enters node claims under their blocks, those that have twins by their profile.
func (w *writer) putBlocks(all []graph.Evidence) {
	var twins, alone []graph.Evidence
	for _, e := range all {
		if graph.Profile(e) != "" {
			twins = append(twins, e)
		} else {
			alone = append(alone, e)
		}
	}
	each := func(name func(graph.Evidence) string) func(graph.Evidence, func(...any)) {
		return func(e graph.Evidence, run func(...any)) {
			for _, block := range e.Blocks {
				run(block, name(e))
			}
		}
	}
	putAll(w, "put_block", alone, each(graph.Evidence.ID))
	putAll(w, "put_alike", twins, each(graph.Profile))
}

func putAll[T any](w *writer, name string, all []T, args func(v T, run func(...any))) {
	if w.err != nil || len(all) == 0 {
		return
	}
	var stmt *sql.Stmt
	if stmt, w.err = w.store.stmt(w.ctx, "upsert/"+name+".sql"); w.err != nil {
		return
	}
	run := func(args ...any) {
		if w.err != nil {
			return
		}
		if _, err := stmt.ExecContext(w.ctx, args...); err != nil {
			w.err = fmt.Errorf("%s: %w", strings.ReplaceAll(name, "_", " "), err)
		}
	}
	for _, v := range all {
		args(v, run)
	}
}

// fault calls the test hook between two kinds of records.
func (w *writer) fault(point string) {
	if w.err == nil {
		w.err = w.store.fault(point)
	}
}

func (s *Store) fault(point string) error {
	if s.opts.Fault == nil {
		return nil
	}
	return s.opts.Fault(point)
}

// plover is the class of the act, kept beside the fact so that questions need no second table.
func plover(f graph.Fact) string {
	r, _ := graph.RelationOf(f.Type)
	return r.Plover
}
