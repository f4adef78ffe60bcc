package extract

import (
	"slices"

	"mithaq/extract/dates"
	"mithaq/extract/lang"
)

// chunkKind is the part that a chunk plays in a clause.
type chunkKind uint8

const (
	chunkWord  chunkKind = iota // anything else
	chunkActor                  // people, states, organizations, places
	chunkVerb                   // a verb, with or without a frame
	chunkNoun                   // a verbal noun or noun with a class: the head of an act
	chunkAgent                  // a participle
	chunkEvent                  // a noun that names a kind of event
	chunkDeal                   // a noun that names a kind of agreement
	chunkRef                    // the two sides, his country, his counterpart, the official ...
	chunkPrep
	chunkFunc
	chunkPunct
	chunkDate
)

// chunk is a unit of a clause.
type chunk struct {
	kind     chunkKind
	from, to int // tokens
	reading
	marker string         // the preposition that governs it, written on it or before it
	actors []*entity      // of actors: one, or several joined by "and"
	adj    bool           // a state named by an adjective only
	each   bool           // a title of several with the states behind "each of"
	weak   bool           // an unnamed group with an adjective of state: "Russian sources"
	title  *title         // of a person
	city   string         // the place that a name of a state may mean instead
	place  bool           // a city or the like, or a state as a location
	word   *lang.Word     // of verbs, nouns, participles
	senses []*sense       // all of a single item
	neg    bool           // negated
	happen *entity        // of events and agreements: what the noun names
	poss   *lang.After    // a pronoun at its end
	quoted bool           // inside a quotation
	when   *dates.Mention // of dates
}

// newChunk returns a chunk whose memory it shares with its neighbours, for most words make one.
func (d *document) newChunk() *chunk {
	if len(d.words) == cap(d.words) {
		d.words = make([]chunk, 0, 64)
	}
	d.words = append(d.words, chunk{})
	return &d.words[len(d.words)-1]
}

func (c *chunk) isPunct(mark string) bool { return c.kind == chunkPunct && c.stem == mark }

// quotes tells whether a chunk is a quotation mark, which parts nothing.
func (c *chunk) quotes() bool { return c.isPunct(`"`) }

// marks tells whether a chunk is a word that marks what stands with it in the given way.
func (c *chunk) marks(class string) bool {
	return slices.ContainsFunc(c.senses, func(x *sense) bool {
		return x.kind == senseWord && x.word.POS == "mark" && x.word.Class == class
	})
}

// fn returns whether a single-word chunk is a function word of the class.
func (c *chunk) fn(class string) bool {
	for _, s := range c.senses {
		if s.kind == senseWord && s.word.POS == "func" && s.word.Class == class {
			return true
		}
	}
	return false
}
