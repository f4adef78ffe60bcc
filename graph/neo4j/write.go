package neo4j

import (
	"fmt"
	"slices"
	"strings"

	"mithaq/graph"
)

// writer runs upsert statements over many rows each and keeps the first error.
type writer struct {
	*tx
	err error
}

// Write carries out the changes in the order of the fields: deletes, then puts.
func (t *tx) Write(c graph.Changes) error {
	w := &writer{tx: t}
	w.deletes(c)
	w.fault("deleted")
	w.put("put_article.cypher", rowsOf(c.PutArticles, articleProps))
	w.fault("articles")
	w.putEntities(c.PutEntities)
	w.fault("entities")
	w.putEvidence(c.PutEvidence)
	w.putAll("move_evidence.cypher", rowsOf(c.MoveEvidence, moveRow), len(c.MoveEvidence))
	w.fault("evidence")
	w.putFacts(c.PutFacts)
	w.fault("facts")
	w.putLinks(c.PutLinks)
	w.fault("links")
	return w.err
}

func rowsOf[T any](all []T, props func(T) map[string]any) []map[string]any {
	rows := make([]map[string]any, len(all))
	for i, v := range all {
		rows[i] = props(v)
	}
	return rows
}

// put runs a statement over rows.
func (w *writer) put(name string, rows []map[string]any) {
	if w.err == nil && len(rows) > 0 {
		_, w.err = w.run("upsert/"+name, map[string]any{"rows": rows})
	}
}

// putAll runs a statement that returns how many relationships it found and creates the others. Together they must be
// as many as wanted: a row that found no end to stand on would otherwise be dropped in silence.
func (w *writer) putAll(name string, rows []map[string]any, want int) {
	if w.err != nil || len(rows) == 0 {
		return
	}
	records, counters, err := w.count("upsert/"+name, map[string]any{"rows": rows})
	if err != nil {
		w.err = err
		return
	}
	n := counters.RelationshipsCreated()
	if len(records) > 0 {
		n += number(records[0].Values[0])
	}
	if n != want {
		w.err = fmt.Errorf("%s: %d of %d rows could be written; a node that they need is missing", name, n, want)
	}
}

func (w *writer) deletes(c graph.Changes) {
	for _, kind := range linkKinds {
		var rows []map[string]any
		for _, l := range c.DeleteLinks {
			if l.Type == kind {
				rows = append(rows, linkRow(l))
			}
		}
		w.put("delete_"+strings.ToLower(kind)+".cypher", rows)
	}
	byType := map[string][]string{}
	for _, f := range c.DeleteFacts {
		byType[f.Relationship()] = append(byType[f.Relationship()], f.Key)
	}
	for _, name := range graph.RelationshipTypes() {
		w.delete("delete_fact.cypher "+name, byType[name])
	}
	w.delete("delete_block.cypher", c.DeleteEvidence)
	w.delete("delete_evidence.cypher", c.DeleteEvidence)
	w.delete("delete_entity.cypher", c.DeleteEntities)
	w.delete("delete_article.cypher", c.DeleteArticles)
}

func (w *writer) delete(name string, keys []string) {
	if w.err == nil && len(keys) > 0 {
		_, w.err = w.run("upsert/"+name, map[string]any{"keys": keys})
	}
}

// putEntities writes entities with one statement per set of labels.
func (w *writer) putEntities(all []graph.Entity) {
	byLabels := map[string][]map[string]any{}
	for _, e := range all {
		set := strings.Join(e.Labels, ":")
		byLabels[set] = append(byLabels[set], entityProps(e))
	}
	for _, set := range sortedKeys(byLabels) {
		labels := strings.Split(set, ":")
		name, err := w.store.entityStatement(labels)
		if err != nil && w.err == nil {
			w.err = err
		}
		w.put(name, byLabels[set])
	}
}

func (w *writer) putFacts(all []graph.Fact) {
	types := graph.RelationshipTypes()
	put, create := map[string][]map[string]any{}, map[string][]map[string]any{}
	for _, f := range all {
		name := f.Relationship()
		if !slices.Contains(types, name) && w.err == nil {
			w.err = fmt.Errorf("write fact of type %q: there is no such type", name)
		}
		rows := put
		if w.absent[f.Key] {
			rows = create
		}
		rows[name] = append(rows[name], map[string]any{"key": f.Key, "subject": f.Subject, "object": f.Object, "props": factProps(f)})
	}
	for _, name := range types {
		w.putAll("put_fact.cypher "+name, put[name], len(put[name]))
		w.putAll("create_fact.cypher "+name, create[name], len(create[name]))
	}
}

var linkKinds = []string{graph.Mentions, graph.Reports, graph.SameText}

func linkRow(l graph.Link) map[string]any {
	return map[string]any{"article": l.Article, "node": l.Node, "props": linkProps(l)}
}

// putLinks creates links, or changes those that the articles already have. Asking first is cheaper than MERGE, which
// would look for each pair of nodes.
func (w *writer) putLinks(all []graph.Link) {
	if w.err != nil || len(all) == 0 {
		return
	}
	var articles []string
	for _, l := range all {
		articles = append(articles, l.Article)
	}
	old, err := w.LinksOf(articles)
	if err != nil {
		w.err = err
		return
	}
	for _, kind := range linkKinds {
		var fresh, known []map[string]any
		count := 0
		for _, l := range all {
			if l.Type != kind {
				continue
			}
			if _, ok := slices.BinarySearchFunc(old, l, compareLinks); ok {
				known = append(known, linkRow(l))
			} else {
				fresh = appendLink(fresh, l)
				count++
			}
		}
		file := strings.ToLower(kind) + ".cypher"
		w.putAll("change_"+file, known, len(known))
		w.putAll("create_"+file, fresh, count)
	}
}

// appendLink adds a link to the row of its article; links come sorted by article.
func appendLink(rows []map[string]any, l graph.Link) []map[string]any {
	link := map[string]any{"node": l.Node, "props": linkProps(l)}
	if last := len(rows) - 1; last >= 0 && rows[last]["article"] == l.Article {
		rows[last]["links"] = append(rows[last]["links"].([]map[string]any), link)
		return rows
	}
	return append(rows, map[string]any{"article": l.Article, "links": []map[string]any{link}})
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
