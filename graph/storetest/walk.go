package storetest

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"mithaq/graph"
)

// Step is one change of what a store holds, as data: a failing sequence can be told, repeated and cut down.
type Step struct {
	Do      string   // load, remove, correct, refresh
	Load    []Copy   // load: in one batch
	Remove  []int    // remove: numbers of articles
	Correct []string // correct: the lines of the corrections from now on
}

// What a step does.
const (
	doLoad    = "load"
	doRemove  = "remove"
	doCorrect = "correct"
	doRefresh = "refresh"
)

// Copy is a version of the article with a number.
type Copy struct{ Number, Version int }

// String tells the step on one line, corrections on one each.
func (s Step) String() string {
	var b strings.Builder
	b.WriteString(s.Do)
	for _, c := range s.Load {
		fmt.Fprintf(&b, " %s:%d", idOf(c.Number), c.Version)
	}
	for _, n := range s.Remove {
		b.WriteString(" " + idOf(n))
	}
	for _, line := range s.Correct {
		b.WriteString("\n      " + line)
	}
	return b.String()
}

// Walk is a random sequence of loads, changes, repeated loads, late old versions, removals, changes of the corrections and
// refreshes, with a model of what must be left.
type Walk struct {
	*Random
	Articles int  // how many ids there are
	Corrects bool // corrections change, and the stored articles are read again

	shelf *shelf
	lines []string // of the corrections
}

// Next returns the next step.
func (w *Walk) Next() Step {
	s := w.next()
	w.desk().follow(s)
	return s
}

func (w *Walk) next() Step {
	choice := w.IntN(12)
	switch {
	case choice < 3:
		s := Step{Do: doRemove}
		for range 1 + w.IntN(3) {
			s.Remove = append(s.Remove, w.IntN(w.Articles))
		}
		return s
	case w.Corrects && choice == 3:
		w.correct()
		return Step{Do: doCorrect, Correct: slices.Clone(w.lines)}
	case w.Corrects && choice == 4:
		return Step{Do: doRefresh}
	}
	s := Step{Do: doLoad}
	for range 1 + w.IntN(5) {
		s.Load = append(s.Load, w.copy())
	}
	return s
}

func (w *Walk) copy() Copy {
	c := Copy{w.IntN(w.Articles), 1 + w.IntN(27)}
	if old, ok := w.desk().present[c.Number]; ok && w.IntN(4) == 0 {
		c.Version = old.version // once more
	}
	return c
}

// correct adds lines to the corrections, takes one away, or all.
func (w *Walk) correct() {
	switch n := len(w.lines); {
	case n > 0 && w.IntN(8) == 0:
		w.lines = nil
	case n > 12 || n > 0 && w.IntN(3) == 0:
		i := w.IntN(n)
		w.lines = slices.Delete(w.lines, i, i+1)
	default:
		for range 1 + w.IntN(3) {
			w.lines = append(w.lines, w.correction())
		}
	}
}

func (w *Walk) desk() *shelf {
	if w.shelf == nil {
		w.shelf = newShelf(w.Random)
	}
	return w.shelf
}

// Step returns the next batch to load, or ids to remove, of a walk without corrections.
func (w *Walk) Step() (batch []graph.Extraction, remove []string) {
	s := w.Next()
	for _, n := range s.Remove {
		remove = append(remove, idOf(n))
	}
	for _, c := range s.Load {
		batch = append(batch, w.Version(c.Number, c.Version))
	}
	return batch, remove
}

// Present returns what must be in the graph, in a random order.
func (w *Walk) Present() []graph.Extraction {
	all := w.desk().all()
	w.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	return all
}

// shelf knows which versions of the articles must be in a store, and reads them as the corrections of the moment say.
type shelf struct {
	random  *Random
	reader  *reader
	present map[int]held
}

// held is a version as it was read when it came.
type held struct {
	version int
	graph.Extraction
}

func newShelf(r *Random) *shelf {
	return &shelf{r, newReader(r, nil), map[int]held{}}
}

// follow carries out a step and returns what it loads: for a refresh all articles that were read under other corrections.
func (s *shelf) follow(step Step) (batch []graph.Extraction) {
	switch step.Do {
	case doRemove:
		for _, n := range step.Remove {
			delete(s.present, n)
		}
	case doCorrect:
		s.reader = newReader(s.random, step.Correct)
	case doRefresh:
		for _, n := range slices.Sorted(maps.Keys(s.present)) {
			if old := s.present[n]; old.Article.Program != s.reader.program {
				x := s.reader.read(Copy{n, old.version})
				s.present[n] = held{old.version, x}
				batch = append(batch, x)
			}
		}
	case doLoad:
		for _, c := range step.Load {
			x := s.reader.read(c)
			batch = append(batch, x)
			if old, ok := s.present[c.Number]; !ok || x.Article.Published >= old.Article.Published {
				s.present[c.Number] = held{c.Version, x}
			}
		}
	}
	return batch
}

// all returns what must be in the graph, in the order of the numbers.
func (s *shelf) all() []graph.Extraction {
	var all []graph.Extraction
	for _, n := range slices.Sorted(maps.Keys(s.present)) {
		all = append(all, s.present[n].Extraction)
	}
	return all
}
