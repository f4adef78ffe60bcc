package neo4j

import (
	"slices"

	"mithaq/graph"
)

// putEvidence creates the claims of articles that have none yet, which are most of a load, without looking for them.
func (w *writer) putEvidence(all []graph.Evidence) {
	if w.err != nil || len(all) == 0 {
		return
	}
	var articles []string
	for _, e := range all {
		articles = append(articles, e.Article)
	}
	articles = slices.Compact(slices.Sorted(slices.Values(articles)))
	records, err := w.run("read/claiming.cypher", map[string]any{"keys": articles})
	if err != nil {
		w.err = err
		return
	}
	claiming := map[string]bool{}
	for _, r := range records {
		claiming[text(r.Values[0])] = true
	}
	var known, rows []map[string]any
	var changed []graph.Evidence
	fresh := map[string][]map[string]any{}
	for _, e := range all {
		if claiming[e.Article] {
			known = append(known, map[string]any{"id": e.ID(), "article": e.Article, "props": evidenceProps(e)})
			changed = append(changed, e)
		} else {
			fresh[e.Article] = append(fresh[e.Article], evidenceProps(e))
		}
	}
	for _, article := range sortedKeys(fresh) {
		rows = append(rows, map[string]any{"article": article, "claims": fresh[article]})
	}
	w.putAll("put_evidence.cypher", known, len(known))
	w.putAll("create_evidence.cypher", rows, len(all)-len(known))
	w.deleteBlocks(changed)
	w.createBlocks(all)
}

// moveRow names a claim and what it supports now. The name of its text is the article's.
func moveRow(e graph.Evidence) map[string]any {
	p := props{"id": e.ID()}
	p.text("node", e.Node)
	p.text("fact", e.Fact)
	return p
}

// deleteBlocks takes the further block keys of claims away before they are written anew.
func (w *writer) deleteBlocks(changed []graph.Evidence) {
	var ids []string
	for _, e := range changed {
		if r, ok := graph.RelationOf(e.Type); !ok || !r.Claimable() {
			ids = append(ids, e.ID())
		}
	}
	w.delete("delete_block.cypher", ids)
}

// createBlocks writes the block keys that do not fit into the properties of a node claim.
func (w *writer) createBlocks(all []graph.Evidence) {
	var further []map[string]any
	for _, e := range all {
		for i := len(blockNames); i < len(e.Blocks); i++ {
			further = append(further, map[string]any{"key": e.Blocks[i], "evidence": e.ID()})
		}
	}
	w.put("create_block.cypher", further)
}
