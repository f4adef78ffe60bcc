// Package gazetteer is what the program knows of the world: states, organizations, people with dated offices,
// places, titles of offices, topics, and the names that are also common words or several things.
//
// The knowledge is data, one record a line in data/ (the formats: README.md). [Load] reads it, and the records of a
// user on top of it, and reports every problem at once as file:line. A [Gazetteer] then answers by id ([Gazetteer.Record]),
// by kind ([Gazetteer.All]), by office and day ([Gazetteer.Holders]), gives every name that stands for a record
// ([Gazetteer.Names], [Gazetteer.Weak]) and the reference facts between two of them ([Gazetteer.Reference]).
// [Lint] checks what a single record cannot tell: names that lead to two things, offices with two holders.
package gazetteer

import (
	"iter"
	"maps"
	"slices"
	"sync"

	"mithaq/extract/text"
)

// Gazetteer is a set of records, complete and read-only once loaded; it is safe for concurrent use.
type Gazetteer struct {
	records   map[string]*Record
	kinds     [kindCount][]*Record // in id order
	weak      map[weakKey]*Weak
	weakTails weakTails
	rules     []Nationality
	folder    *text.Folder
	sources   []source

	terms func() *termIndex
	facts func() map[string][]Fact
	print func() string
}

// Record returns the record with that id, or nil.
func (g *Gazetteer) Record(id string) *Record { return g.records[id] }

// Len returns the number of records of a kind.
func (g *Gazetteer) Len(k Kind) int {
	if k >= kindCount {
		return 0
	}
	return len(g.kinds[k])
}

// All gives the records of a kind in the order of their ids.
func (g *Gazetteer) All(k Kind) iter.Seq[*Record] {
	if k >= kindCount {
		return func(func(*Record) bool) {}
	}
	return slices.Values(g.kinds[k])
}

// Fingerprint returns the SHA-256 of all data in a fixed order, overlays included, in hexadecimal.
func (g *Gazetteer) Fingerprint() string { return g.print() }

// finish lists the records by kind and prepares what is computed on first use.
func (g *Gazetteer) finish() {
	for _, s := range g.sources {
		var run []*Record
		for _, e := range s.entries {
			if e.rec != nil && g.records[e.rec.ID] != nil {
				run = append(run, g.records[e.rec.ID])
			}
		}
		if len(run) == 0 {
			continue
		}
		if !slices.IsSortedFunc(run, byID) {
			slices.SortFunc(run, byID)
		}
		list := &g.kinds[run[0].Kind]
		*list = mergeRuns(*list, run)
	}
	g.addPeople()
	g.spreadWeak()
	g.terms = sync.OnceValue(g.buildTerms)
	g.facts = sync.OnceValue(g.buildFacts)
	g.print = sync.OnceValue(g.fingerprint)
}

// WeakNames gives all weak names in the order of language and name.
func (g *Gazetteer) WeakNames() iter.Seq[*Weak] {
	keys := slices.SortedFunc(maps.Keys(g.weak), compareWeak)
	return func(yield func(*Weak) bool) {
		for _, k := range keys {
			w := g.weak[k]
			if g.folder.Words(w.Name) == k.folded && !yield(w) { // not for the forms made of it
				return
			}
		}
	}
}

// mergeRuns merges two lists in id order; a record that both have (an overlay replaces it) stays once.
func mergeRuns(a, b []*Record) []*Record {
	if len(a) == 0 {
		return slices.CompactFunc(b, sameRecord)
	}
	out := make([]*Record, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		if byID(a[0], b[0]) <= 0 {
			out, a = append(out, a[0]), a[1:]
		} else {
			out, b = append(out, b[0]), b[1:]
		}
	}
	return slices.CompactFunc(append(append(out, a...), b...), sameRecord)
}

func sameRecord(a, b *Record) bool { return a == b }
