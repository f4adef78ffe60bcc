package dates

import (
	"strings"

	"mithaq/extract/text"
)

// sense is one meaning of a phrase.
type sense struct {
	class class
	value int
	rest  []string // the words after the first
}

// cliticSet is what may be written onto a word.
type cliticSet struct {
	conj, prep, article []string
	joined              []joined
}

// joined is a preposition written together with what the word then begins with.
type joined struct{ letters, then string }

// word is a token as the patterns see it.
type word struct {
	senses  []sense
	digits  int // the number written in digits, -1 if none
	width   int // how many digits
	conj    bool
	prep    bool
	def     bool // an article stands before digits
	letters int  // runes that are split off
}

// look reads token i: the whole word, or if that is unknown the word without what is written onto it.
func (r *Reader) look(t *text.Token) word {
	switch t.Kind {
	case text.Punct:
		return word{digits: -1}
	case text.Number:
		n, width := digits(t.Norm)
		return word{digits: n, width: width}
	}
	s := t.Norm
	if e := r.words[s]; e != nil {
		return word{senses: e, digits: -1}
	}
	w := word{digits: -1}
	if rest, ok := cutOne(s, r.clitics.conj); ok {
		c := w
		c.conj, c.letters = true, runes(s)-runes(rest)
		if r.bare(rest, &c) || r.prefixed(rest, &c) {
			return c
		}
	}
	r.prefixed(s, &w)
	return w
}

// bare looks up what is left of a word.
func (r *Reader) bare(s string, w *word) bool {
	if e := r.words[s]; e != nil {
		w.senses = e
		return true
	}
	if len(s) > 0 && s[0] >= '0' && s[0] <= '9' {
		w.digits, w.width = digits(s)
		return w.digits >= 0
	}
	if rest, ok := cutOne(s, r.clitics.article); ok && rest != "" && rest[0] >= '0' && rest[0] <= '9' {
		w.def = true
		w.digits, w.width = digits(rest)
		return w.digits >= 0
	}
	return false
}

// prefixed looks up a word without its preposition, or digits without their article.
func (r *Reader) prefixed(s string, w *word) bool {
	if r.bare(s, w) {
		return true
	}
	for _, j := range r.clitics.joined {
		rest, ok := strings.CutPrefix(s, j.letters)
		if !ok {
			continue
		}
		if e := r.joinedWords[rest]; e != nil {
			w.prep, w.senses = true, e
			w.letters += runes(j.letters) - runes(j.then)
			return true
		}
		if rest != "" && rest[0] >= '0' && rest[0] <= '9' {
			w.prep, w.def = true, true
			w.digits, w.width = digits(rest)
			return w.digits >= 0
		}
	}
	rest, ok := cutOne(s, r.clitics.prep)
	if !ok {
		return false
	}
	n := w.letters
	w.prep, w.letters = true, n+runes(s)-runes(rest)
	if r.bare(rest, w) {
		return true
	}
	w.prep, w.letters = false, n
	return false
}

func cutOne(s string, prefixes []string) (string, bool) {
	for _, p := range prefixes {
		if rest, ok := strings.CutPrefix(s, p); ok && rest != "" {
			return rest, true
		}
	}
	return s, false
}

func runes(s string) int {
	n := 0
	for i := range len(s) {
		if s[i]&0xc0 != 0x80 {
			n++
		}
	}
	return n
}

// digits reads a whole number of up to six digits; -1 if it is something else.
func digits(s string) (n, width int) {
	if len(s) > 6 {
		return -1, 0
	}
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return -1, 0
		}
		n = n*10 + int(s[i]-'0')
	}
	return n, len(s)
}
