package storetest

import (
	"maps"
	"slices"

	"mithaq/graph"
)

// Walk is a random sequence of loads, changes, repeated loads, late old versions and removals, with a model of what must be left.
type Walk struct {
	*Random
	Articles int // how many ids there are

	present map[string]graph.Extraction
}

// Step returns the next batch to load, or ids to remove, and notes what must be present afterwards.
func (w *Walk) Step() (batch []graph.Extraction, remove []string) {
	if w.present == nil {
		w.present = map[string]graph.Extraction{}
	}
	if w.IntN(4) == 0 {
		for range 1 + w.IntN(3) {
			x := w.Version(w.IntN(w.Articles), 0)
			delete(w.present, x.Article.ID)
			remove = append(remove, x.Article.ID)
		}
		return nil, remove
	}
	for range 1 + w.IntN(5) {
		batch = append(batch, w.article())
	}
	for _, x := range batch {
		old, ok := w.present[x.Article.ID]
		if !ok || x.Article.Published >= old.Article.Published {
			w.present[x.Article.ID] = x
		}
	}
	return batch, nil
}

func (w *Walk) article() graph.Extraction {
	x := w.Version(w.IntN(w.Articles), 1+w.IntN(27))
	old, ok := w.present[x.Article.ID]
	if ok && w.IntN(4) == 0 {
		return old // once more
	}
	return x
}

// Present returns what must be in the graph, in a random order.
func (w *Walk) Present() []graph.Extraction {
	var all []graph.Extraction
	for _, id := range slices.Sorted(maps.Keys(w.present)) {
		all = append(all, w.present[id])
	}
	w.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	return all
}
