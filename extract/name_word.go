package extract

import (
	"strings"

	"mithaq/extract/lang"
	"mithaq/extract/text"
)

// prefixed tells whether the unknown word at item i may have a preposition written onto it.
func (c *chunker) prefixed(i int) bool {
	if i >= len(c.items) || !c.items[i].unknown() {
		return false
	}
	for _, r := range c.lex.readings(c.items[i].norm, nil) {
		if r.prep != "" {
			return true
		}
	}
	return false
}

// longer tells whether the short name at item i begins the full name of somebody else: words that no list knows follow it.
func (c *chunker) longer(i int) bool {
	return i+2 < len(c.items) && c.items[i+1].unknown() && c.nameable(i+1) && !strings.HasPrefix(c.items[i+1].norm, c.w.articleLetters) &&
		(c.items[i+2].kind != text.Word || c.items[i+2].unknown() && c.nameable(i+2) || c.items[i+2].stateSense() != nil)
}

// surname tells whether item i is a word of the language, or the name of something else, that ends the name of a person: it stands
// between a given name behind a title and the end of the phrase. "the minister Abdullah Path, said".
func (c *chunker) surname(i int) bool {
	if i+1 >= len(c.items) {
		return false
	}
	it, next := &c.items[i], &c.items[i+1]
	if it.kind != text.Word || it.to-it.from != 1 || it.prep != "" || it.conj != "" || it.after != nil || it.future || it.senses == nil {
		return false
	}
	name := true
	for _, s := range it.senses {
		switch {
		case s.kind == senseFamily, s.kind == senseName && !isState(s.id) && !isPlace(s.id):
		case s.kind == senseWord && s.word.POS == "given":
		case s.kind == senseWord && (s.word.POS == "common" || s.word.POS == "noun") && !c.definite(it):
			name = false
		default:
			return false
		}
	}
	return next.kind == text.Punct || next.fn("comp") != nil || name && next.prep == "" && next.conj == "" && (next.fn("prep") != nil || next.word("verb") != nil && next.word("masdar") == nil)
}

// surelyName tells whether item i is a name whatever stands before it: a given name that is no everyday word, a family name, or a
// word without the article that no list knows.
func (c *chunker) surelyName(i int) bool {
	if i >= len(c.items) {
		return false
	}
	it := &c.items[i]
	if it.unknown() {
		return !strings.HasPrefix(it.norm, c.w.articleLetters) && c.nameable(i)
	}
	return it.fn("kin") != nil || it.word("given") != nil && !c.w.weakGiven[it.stem] || c.nameable(i) && it.is(senseFamily) != nil
}

// sonAfter tells whether "son of" follows the word at item i: then it is a name whatever else it means.
func (c *chunker) sonAfter(i int) bool {
	it := &c.items[i]
	return i+1 < len(c.items) && c.items[i+1].fn("son") != nil && c.items[i+1].prep == "" && c.items[i+1].conj == "" &&
		it.kind == text.Word && it.to-it.from == 1 && !it.def && it.prep == "" && it.after == nil && it.word("verb") == nil && it.fn("kin") == nil && it.is(senseHonorific) == nil
}

// styled tells whether item i is an honorific inside a name: "Mariam al-Haj Ibrahim".
func (c *chunker) styled(i int) bool {
	it := &c.items[i]
	return it.is(senseHonorific) != nil && it.prep == "" && it.conj == "" && c.definite(it) && it.word("verb", "common", "func") == nil &&
		i+1 < len(c.items) && c.items[i+1].word("given") != nil && c.nameable(i+1) && c.items[i-1].word("given") != nil
}

// origin tells whether the adjective of nationality at item i+n is a family name that ends the name of n items: it is the masculine
// singular with the article, and no title follows that it could belong to.
func (c *chunker) origin(i, n int) bool {
	it := &c.items[i+n]
	s := it.is(senseNationality)
	if s == nil || !it.def || it.prep != "" || it.conj != "" || s.feat&lang.Masculine == 0 || c.items[i].word("given") == nil {
		return false
	}
	return i+n+1 >= len(c.items) || c.items[i+n+1].is(senseOffice) == nil && c.items[i+n+1].is(senseNationality) == nil
}

// adjacent tells whether the mark at item i touches the words on both sides.
func (c *chunker) adjacent(i int) bool {
	t := c.d.tokens
	at := c.items[i].from
	return at > 0 && at+1 < len(t) && t[at-1].End == t[at].Start && t[at].End == t[at+1].Start
}

// nameable tells whether an item can be part of a name: unknown, a given or family name, nothing that a sentence is made of.
func (c *chunker) nameable(i int) bool {
	it := &c.items[i]
	if it.kind != text.Word || it.prep != "" || it.conj != "" {
		return false
	}
	if it.unknown() {
		return !c.clitic(it.norm, i)
	}
	if c.sonAfter(i) {
		return true
	}
	ok := false
	for _, s := range it.senses {
		switch {
		case s.kind == senseFamily, s.kind == senseName && isPerson(s.id):
			ok = true
		case s.kind == senseName && !isState(s.id):
			ok = ok || it.to-it.from == 1 && isPlace(s.id)
		case s.kind == senseWord && s.word.POS == "given":
			ok = true
		case s.kind == senseWord && s.word.POS == "func" && it.word("given") != nil && c.spelled(it) == spelledName:
		case s.kind == senseWord:
			return false
		case s.kind == senseNationality && it.def:
			// a family name may look like an adjective of origin, but after a name it is read as a new title
			return false
		default:
			return false
		}
	}
	return ok && it.cost == 0
}

// clitic tells whether an unknown word looks as if a conjunction, or a preposition with the article, were written onto it.
func (c *chunker) clitic(word string, i int) bool {
	for _, r := range c.lex.readings(word, nil) {
		if r.prep != "" && r.def || r.conj != "" && c.lex.phrases(r.stem) != nil {
			return true
		}
		if r.conj == c.w.and && len(r.stem) > 6 && i > 0 && c.items[i-1].unknown() {
			return true
		}
		if r.prep != "" && strings.HasPrefix(r.stem, c.w.articleLetters) {
			return true
		}
	}
	return false
}
