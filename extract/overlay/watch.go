package overlay

import (
	"fmt"
	"maps"
	"slices"

	"mithaq/graph"
)

// Watch finds corrections of articles that do not exist.
type Watch struct {
	o    *Overlay
	left map[string]bool // what corrections call articles that were not seen yet
}

// Watch returns one that has seen no article yet.
func (o *Overlay) Watch() *Watch {
	w := &Watch{o: o, left: map[string]bool{}}
	if o != nil {
		for name := range o.by {
			w.left[name] = true
		}
	}
	return w
}

// Idle reports whether nothing is left to be found.
func (w *Watch) Idle() bool { return len(w.left) == 0 }

// See notes that an article exists.
func (w *Watch) See(a graph.Article) {
	for _, name := range []string{a.ID, a.Record, a.URL} {
		delete(w.left, name)
	}
}

// Warnings says which corrections speak of articles that were not seen.
func (w *Watch) Warnings() []string {
	var out []string
	for _, name := range slices.Sorted(maps.Keys(w.left)) {
		for _, e := range w.o.by[name] {
			out = append(out, fmt.Sprintf("%v: no article is called %q", e.src, name))
		}
	}
	return out
}
