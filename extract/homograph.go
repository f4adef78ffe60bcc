package extract

import (
	"strings"

	"mithaq/extract/lang"
	"mithaq/extract/text"
)

// Function words that are written like a verb are listed with what makes them the verb: another word behind them, or their place.
const (
	verbBefore = "verb-before-"
	verbFirst  = "verb-first"
)

// verbAfterAll tells whether the function word at item i is the verb that is written like it: "across" and "expressed", "here" and
// "congratulated".
func (c *chunker) verbAfterAll(i int) bool {
	it := &c.items[i]
	if it.word("verb") == nil || it.def || it.prep != "" {
		return false
	}
	for _, s := range it.senses {
		if s.kind != senseWord || s.word.POS != "func" {
			continue
		}
		if s.word.Class == verbFirst && c.actorAt(i+1) {
			return true
		}
		if want, ok := strings.CutPrefix(s.word.Class, verbBefore); ok && c.precedes(i, want) {
			return true
		}
	}
	return false
}

// precedes tells whether item i is followed by a phrase with the preposition before the sentence goes on to another verb.
func (c *chunker) precedes(i int, prep string) bool {
	for j := i + 1; j < len(c.items) && j <= i+12; j++ {
		it := &c.items[j]
		switch {
		case it.stem == prep && it.fn("prep") != nil:
			return true
		case it.punct("."), it.fn("comp") != nil, it.fn("rel") != nil:
			return false
		}
	}
	return false
}

// relVerb reads the item behind a relative pronoun that is written like a noun as the verb of holding with a pronoun that it is there: "the
// talks that he-held-them" is written like "his wage", "the meeting that he-held-it" like "a knot". Behind an event without article
// there is no relative pronoun.
func (c *chunker) relVerb(i int) {
	it := &c.items[i]
	if i == 0 {
		return
	}
	p := &c.items[i-1]
	event := p.word("event") != nil && !c.definite(p) && i+1 < len(c.items) && (c.items[i+1].prep != "" || c.items[i+1].fn("prep") != nil)
	if p.fn("rel") == nil && !event || it.kind != text.Word || it.conj != "" || it.word("func") != nil || it.word("verb") != nil && it.word("common") == nil {
		return
	}
	for _, r := range c.lex.bare(reading{stem: it.norm}, nil) {
		var verbs []*sense
		c.lex.match(c.d.tokens[:it.to], it.from, r.stem, func(n int, s *sense) {
			if n == 1 && s.kind == senseWord && s.word.POS == "verb" && s.feat&lang.Past != 0 && s.word.Class == "attend" {
				verbs = append(verbs, s)
			}
		})
		if verbs != nil {
			it.reading, it.senses = r, verbs
			return
		}
	}
}
