package extract

import (
	"slices"
	"testing"

	"mithaq/extract/gazetteer"
)

// TestRelatedIsSymmetric: the graph must not hang on which of two related nodes came first.
func TestRelatedIsSymmetric(t *testing.T) {
	w := extractor(t).World()
	ids := []string{"org/foreign-ministry-EGY", "org/navy-IRL", "org/embassy-DNK"}
	for r := range w.w.g.All(gazetteer.State) {
		ids = append(ids, r.ID)
	}
	for _, id := range ids {
		related := w.Related(id)
		if !slices.IsSorted(related) {
			t.Errorf("what is related to %s is not sorted", id)
		}
		for _, other := range related {
			if !slices.Contains(w.Related(other), id) {
				t.Errorf("%s is related to %s, but not the other way round", id, other)
			}
		}
	}
}
