package neo4j

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"mithaq/graph"
)

// tx is one transaction.
type tx struct {
	ctx    context.Context
	store  *Store
	tx     driver.ManagedTransaction
	absent map[string]bool // keys of facts that were looked for and not found, under the write lock
}

var (
	_ graph.Tx      = (*tx)(nil)
	_ graph.Sampler = (*tx)(nil)
	_ graph.Reader  = (*tx)(nil)
)

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

// run runs a statement file and returns all rows.
func (t *tx) run(name string, params map[string]any) ([]*driver.Record, error) {
	rows, _, err := t.count(name, params)
	return rows, err
}

// count runs a statement file and also returns what it changed.
func (t *tx) count(name string, params map[string]any) ([]*driver.Record, driver.Counters, error) {
	statement, ok := t.store.texts[name]
	if !ok {
		return nil, nil, fmt.Errorf("there is no statement %s", name)
	}
	result, err := t.tx.Run(t.ctx, statement, params)
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", name, err)
	}
	rows, err := result.Collect(t.ctx)
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", name, err)
	}
	summary, err := result.Consume(t.ctx)
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", name, err)
	}
	return rows, summary.Counters(), nil
}

// load runs a read statement over distinct keys and decodes its rows in the given order.
func load[T any](t *tx, name string, keys []string, decode func(map[string]any) T, order func(a, b T) int) ([]T, error) {
	if len(keys) == 0 {
		return nil, nil
	}
	keys = slices.Compact(slices.Sorted(slices.Values(keys)))
	rows, err := t.run("read/"+name, map[string]any{"keys": keys})
	if err != nil {
		return nil, err
	}
	all := make([]T, 0, len(rows))
	for _, r := range rows {
		all = append(all, decode(r.AsMap()))
	}
	slices.SortFunc(all, order)
	return all, nil
}

func compareArticles(a, b graph.Article) int { return cmp.Compare(a.ID, b.ID) }
func compareEntities(a, b graph.Entity) int  { return cmp.Compare(a.ID, b.ID) }
func compareFacts(a, b graph.Fact) int       { return cmp.Compare(a.Key, b.Key) }

func compareEvidence(a, b graph.Evidence) int {
	return cmp.Or(cmp.Compare(a.Article, b.Article), cmp.Compare(a.N, b.N))
}

func compareLinks(a, b graph.Link) int {
	return cmp.Or(cmp.Compare(a.Type, b.Type), cmp.Compare(a.Article, b.Article), cmp.Compare(a.Node, b.Node))
}

// Articles returns articles by id.
func (t *tx) Articles(ids []string) ([]graph.Article, error) {
	return load(t, "articles.cypher", ids, articleOf, compareArticles)
}

// ArticlesByKey returns the articles that have one of these keys of texts.
func (t *tx) ArticlesByKey(keys []string) ([]graph.Article, error) {
	all, err := load(t, "articles_by_key.cypher", keys, articleOf, compareArticles)
	return slices.CompactFunc(all, func(a, b graph.Article) bool { return a.ID == b.ID }), err
}

// ArticlesByWire returns the articles of these texts.
func (t *tx) ArticlesByWire(wires []string) ([]graph.Article, error) {
	return load(t, "articles_by_wire.cypher", wires, articleOf, compareArticles)
}

// EvidenceOf returns all claims of articles.
func (t *tx) EvidenceOf(articles []string) ([]graph.Evidence, error) {
	return load(t, "evidence_of.cypher", articles, evidenceOf, compareEvidence)
}

// LinksOf returns the links that start at articles.
func (t *tx) LinksOf(articles []string) ([]graph.Link, error) {
	return load(t, "links_of.cypher", articles, linkOf, compareLinks)
}

// Bound returns the claims of articles that describe a derived node or have one for an end.
func (t *tx) Bound(articles []string) ([]graph.Evidence, error) {
	return load(t, "bound.cypher", articles, evidenceOf, compareEvidence)
}

// Traits returns the node claims of derived nodes, as far as they are compared.
func (t *tx) Traits(nodes []string) ([]graph.Evidence, error) {
	return load(t, "traits.cypher", nodes, evidenceOf, compareEvidence)
}

// Sample returns some of the relation claims that support facts.
func (t *tx) Sample(facts []string, limit int) ([]graph.Evidence, error) {
	rows, err := t.run("read/sample.cypher", map[string]any{"keys": facts, "limit": int64(limit)})
	if err != nil {
		return nil, err
	}
	return sortedEvidence(rows), nil
}

// Blocked returns the node claims with a block within reach, as far as they are compared.
func (t *tx) Blocked(within []graph.Reach, _ []string) ([]graph.Evidence, error) {
	if len(within) == 0 {
		return nil, nil
	}
	rows, err := t.run("read/blocked.cypher", map[string]any{"reaches": reachRows(within)})
	if err != nil {
		return nil, err
	}
	return slices.CompactFunc(sortedEvidence(rows), func(a, b graph.Evidence) bool { return a.ID() == b.ID() }), nil
}

func sortedEvidence(rows []*driver.Record) []graph.Evidence {
	all := make([]graph.Evidence, 0, len(rows))
	for _, r := range rows {
		all = append(all, evidenceOf(r.AsMap()))
	}
	slices.SortFunc(all, compareEvidence)
	return all
}

// reachRows gathers the reaches of one key: an index is searched once for all of them.
func reachRows(within []graph.Reach) []map[string]any {
	windows := map[string][][]string{}
	for _, r := range within {
		windows[r.Key()] = append(windows[r.Key()], []string{r.From, r.To})
	}
	var rows []map[string]any
	for _, key := range sortedKeys(windows) {
		rows = append(rows, map[string]any{"key": key, "windows": windows[key]})
	}
	return rows
}

// Members returns the node claims of derived nodes.
func (t *tx) Members(nodes []string) ([]graph.Evidence, error) {
	return load(t, "members.cypher", nodes, evidenceOf, compareEvidence)
}

// Supporting returns the relation claims that support facts.
func (t *tx) Supporting(facts []string) ([]graph.Evidence, error) {
	return load(t, "supporting.cypher", facts, evidenceOf, compareEvidence)
}

// Facts returns facts by key, with one statement per relationship type.
func (t *tx) Facts(keys []string) ([]graph.Fact, error) {
	byType := map[string][]string{}
	types := graph.RelationshipTypes()
	for _, key := range keys {
		if name := typeOf(key); slices.Contains(types, name) {
			byType[name] = append(byType[name], key)
		}
	}
	var all []graph.Fact
	for _, name := range sortedKeys(byType) {
		facts, err := load(t, "facts.cypher "+name, byType[name], factOf, compareFacts)
		if err != nil {
			return nil, err
		}
		all = append(all, facts...)
	}
	slices.SortFunc(all, compareFacts)
	t.noteAbsent(keys, all)
	return all, nil
}

func (t *tx) noteAbsent(asked []string, found []graph.Fact) {
	if t.absent == nil {
		t.absent = map[string]bool{}
	}
	for _, key := range asked {
		t.absent[key] = true
	}
	for _, f := range found {
		delete(t.absent, f.Key)
	}
}

// typeOf returns the relationship type that a fact key tells, or "" for what is no key: no part of one holds a bar.
func typeOf(key string) string {
	parts := strings.SplitN(key, "|", 5)
	if len(parts) < 4 {
		return ""
	}
	return graph.Fact{Type: parts[0], Status: graph.Status(parts[3])}.Relationship()
}

// Entities returns entities by id.
func (t *tx) Entities(ids []string) ([]graph.Entity, error) {
	return load(t, "entities.cypher", ids, entityOf, compareEntities)
}

// MentionedElsewhere returns those ids that an article outside of except mentions.
func (t *tx) MentionedElsewhere(ids, except []string) ([]string, error) {
	return t.filter("mentioned_elsewhere", ids, except)
}

// InOffice returns those ids that are the subject of an asserted HOLDS_OFFICE fact other than those in except.
func (t *tx) InOffice(ids, except []string) ([]string, error) {
	return t.filter("in_office", ids, except)
}

func (t *tx) filter(name string, ids, except []string) ([]string, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	if except == nil {
		except = []string{}
	}
	rows, err := t.run("read/"+name+".cypher", map[string]any{"keys": ids, "except": except})
	if err != nil {
		return nil, err
	}
	var found []string
	for _, r := range rows {
		found = append(found, text(r.Values[0]))
	}
	slices.Sort(found)
	return slices.Compact(found), nil
}

// References returns the reference facts that have one of the ids as an end.
func (t *tx) References(ids []string) ([]graph.Fact, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	rows, err := t.run("read/references.cypher", map[string]any{"keys": ids, "types": graph.RelationshipTypes()})
	if err != nil {
		return nil, err
	}
	var all []graph.Fact
	for _, r := range rows {
		all = append(all, factOf(r.AsMap()))
	}
	slices.SortFunc(all, compareFacts)
	return all, nil
}

// LinksTo returns the MENTIONS links that end at nodes.
func (t *tx) LinksTo(nodes []string) ([]graph.Link, error) {
	return load(t, "links_to.cypher", nodes, linkOf, compareLinks)
}
