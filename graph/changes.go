package graph

import (
	"cmp"
	"slices"
)

// sort brings every list into the order of its keys: the same claims make the same statements, and writers lock in one order.
func (c *Changes) sort() {
	slices.SortFunc(c.DeleteLinks, compareLinks)
	slices.SortFunc(c.DeleteFacts, compareFacts)
	slices.Sort(c.DeleteEvidence)
	slices.Sort(c.DeleteEntities)
	slices.Sort(c.DeleteArticles)
	slices.SortFunc(c.PutArticles, func(a, b Article) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(c.PutEntities, func(a, b Entity) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(c.PutEvidence, compareEvidence)
	slices.SortFunc(c.MoveEvidence, compareEvidence)
	slices.SortFunc(c.PutFacts, compareFacts)
	slices.SortFunc(c.PutLinks, compareLinks)
}

func compareFacts(a, b Fact) int { return cmp.Compare(a.Key, b.Key) }
