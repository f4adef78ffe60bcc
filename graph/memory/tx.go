package memory

import (
	"context"
	"slices"

	"mithaq/graph"
)

// tx works on the store itself and remembers how to take everything back.
type tx struct {
	ctx  context.Context
	s    *Store
	undo []func()
}

func lessArticle(a, b graph.Article) bool { return a.ID < b.ID }
func lessEntity(a, b graph.Entity) bool   { return a.ID < b.ID }
func lessFact(a, b graph.Fact) bool       { return a.Key < b.Key }

func lessEvidence(a, b graph.Evidence) bool {
	return a.Article < b.Article || a.Article == b.Article && a.N < b.N
}

func lessLink(a, b graph.Link) bool {
	if a.Type != b.Type {
		return a.Type < b.Type
	}
	return a.Article < b.Article || a.Article == b.Article && a.Node < b.Node
}

// linkKey cannot mix up links: no id holds a zero byte.
func linkKey(l graph.Link) string { return l.Type + "\x00" + l.Article + "\x00" + l.Node }

func (t *tx) Articles(ids []string) ([]graph.Article, error) {
	return t.s.articles.get(ids, lessArticle), t.ctx.Err()
}

func (t *tx) ArticlesByKey(keys []string) ([]graph.Article, error) {
	return t.s.articles.find(t.s.byKey, keys, lessArticle), t.ctx.Err()
}

func (t *tx) ArticlesByWire(wires []string) ([]graph.Article, error) {
	return t.s.articles.find(t.s.byWire, wires, lessArticle), t.ctx.Err()
}

func (t *tx) EvidenceOf(articles []string) ([]graph.Evidence, error) {
	return t.s.evidence.find(t.s.byArticle, articles, lessEvidence), t.ctx.Err()
}

func (t *tx) Bound(articles []string) ([]graph.Evidence, error) {
	var out []graph.Evidence
	all, err := t.EvidenceOf(articles)
	for _, e := range all {
		if e.Bound() {
			out = append(out, e.Bare())
		}
	}
	return out, err
}

func (t *tx) LinksOf(articles []string) ([]graph.Link, error) {
	return t.s.links.find(t.s.linksByArticle, articles, lessLink), t.ctx.Err()
}

// LinksTo returns the MENTIONS links that end at nodes.
func (t *tx) LinksTo(nodes []string) ([]graph.Link, error) {
	var out []graph.Link
	for _, l := range t.s.links.find(t.s.linksByNode, nodes, lessLink) {
		if l.Type == graph.Mentions {
			out = append(out, l)
		}
	}
	return out, t.ctx.Err()
}

func (t *tx) Blocked(within []graph.Reach, _ []string) ([]graph.Evidence, error) {
	var found []string
	for _, reach := range within {
		for key := range t.s.byBlock.at[reach.Key()] {
			if slices.ContainsFunc(t.s.evidence.rows[key].Blocks, reach.Holds) {
				found = append(found, key)
			}
		}
	}
	return traits(t.s.evidence.get(found, lessEvidence)), t.ctx.Err()
}

func (t *tx) Members(nodes []string) ([]graph.Evidence, error) {
	return t.s.evidence.find(t.s.byNode, nodes, lessEvidence), t.ctx.Err()
}

func (t *tx) Traits(nodes []string) ([]graph.Evidence, error) {
	return traits(t.s.evidence.find(t.s.byNode, nodes, lessEvidence)), t.ctx.Err()
}

// traits keeps no more than other stores do, so that nothing comes to rest on it.
func traits(all []graph.Evidence) []graph.Evidence {
	for i, e := range all {
		all[i] = e.Trait()
	}
	return all
}

func (t *tx) Supporting(facts []string) ([]graph.Evidence, error) {
	return t.s.evidence.find(t.s.byFact, facts, lessEvidence), t.ctx.Err()
}

// Sample returns some of the claims that support facts.
func (t *tx) Sample(facts []string, limit int) ([]graph.Evidence, error) {
	var keys []string
	for _, fact := range facts {
		n := 0
		for key := range t.s.byFact.at[fact] {
			if n++; n > limit {
				break
			}
			keys = append(keys, key)
		}
	}
	return t.s.evidence.get(keys, lessEvidence), t.ctx.Err()
}

func (t *tx) Facts(keys []string) ([]graph.Fact, error) {
	return t.s.facts.get(keys, lessFact), t.ctx.Err()
}

func (t *tx) Entities(ids []string) ([]graph.Entity, error) {
	return t.s.entities.get(ids, lessEntity), t.ctx.Err()
}

func (t *tx) MentionedElsewhere(ids, except []string) ([]string, error) {
	skip := map[string]bool{}
	for _, id := range except {
		skip[id] = true
	}
	var out []string
	for _, id := range ids {
		for key := range t.s.linksByNode.at[id] {
			if l := t.s.links.rows[key]; l.Type == graph.Mentions && !skip[l.Article] {
				out = append(out, id)
				break
			}
		}
	}
	return out, t.ctx.Err()
}

func (t *tx) InOffice(ids, except []string) ([]string, error) {
	skip := map[string]bool{}
	for _, key := range except {
		skip[key] = true
	}
	var out []string
	for _, id := range ids {
		for key := range t.s.bySubject.at[id] {
			if t.s.facts.rows[key].Relationship() == graph.HoldsOffice && !skip[key] {
				out = append(out, id)
				break
			}
		}
	}
	return out, t.ctx.Err()
}

func (t *tx) References(ids []string) ([]graph.Fact, error) {
	var out []graph.Fact
	for _, f := range t.s.facts.find(t.s.byEnd, ids, lessFact) {
		if f.Reference {
			out = append(out, f)
		}
	}
	return out, t.ctx.Err()
}

// Write carries out the changes, with a point for faults after each list.
func (t *tx) Write(c graph.Changes) error {
	s := t.s
	steps := []struct {
		point string
		do    func()
	}{
		{"links deleted", func() { drop(t, s.links, c.DeleteLinks, linkKey) }},
		{"facts deleted", func() { drop(t, s.facts, c.DeleteFacts, func(f graph.Fact) string { return f.Key }) }},
		{"evidence deleted", func() { drop(t, s.evidence, c.DeleteEvidence, itself) }},
		{"entities deleted", func() { drop(t, s.entities, c.DeleteEntities, itself) }},
		{"articles deleted", func() { drop(t, s.articles, c.DeleteArticles, itself) }},
		{"articles", func() { put(t, s.articles, c.PutArticles, func(a graph.Article) string { return a.ID }) }},
		{"entities", func() { put(t, s.entities, c.PutEntities, func(e graph.Entity) string { return e.ID }) }},
		{"evidence", func() { put(t, s.evidence, c.PutEvidence, graph.Evidence.ID) }},
		{"moved", func() { t.move(c.MoveEvidence) }},
		{"facts", func() { put(t, s.facts, c.PutFacts, func(f graph.Fact) string { return f.Key }) }},
		{"links", func() { put(t, s.links, c.PutLinks, linkKey) }},
	}
	for _, step := range steps {
		step.do()
		if err := t.point(step.point); err != nil {
			return err
		}
	}
	return nil
}

// move lets stored claims support something else.
func (t *tx) move(all []graph.Evidence) {
	for _, e := range all {
		row, ok := t.s.evidence.rows[e.ID()]
		if !ok {
			continue
		}
		row.Node, row.Fact, row.Hash = e.Node, e.Fact, e.Hash
		put(t, t.s.evidence, []graph.Evidence{row}, graph.Evidence.ID)
	}
}

func itself(key string) string { return key }

func put[R any](t *tx, into *table[R], rows []R, key func(R) string) {
	for _, row := range rows {
		t.undo = append(t.undo, into.put(key(row), row))
	}
}

func drop[R, K any](t *tx, from *table[R], keys []K, key func(K) string) {
	for _, k := range keys {
		t.undo = append(t.undo, from.remove(key(k)))
	}
}

// point stops a cancelled write, and one that a test wants to fail here.
func (t *tx) point(name string) error {
	if err := t.ctx.Err(); err != nil {
		return err
	}
	if t.s.opts.Fault == nil {
		return nil
	}
	return t.s.opts.Fault(name)
}

func (t *tx) rollback() {
	for i := len(t.undo) - 1; i >= 0; i-- {
		t.undo[i]()
	}
}
