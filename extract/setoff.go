package extract

import (
	"strings"

	"mithaq/extract/lang"
	"mithaq/extract/text"
)

// maxSetOff is the number of items that a name between two marks may have.
const maxSetOff = 5

// setOff returns the person named between the mark before item j and the next one, and the number of items. There a name may hold a
// word of the language, if the others are no such words: "the ambassador in Lima, Walid Temporary,".
func (c *chunker) setOff(j int) (*entity, int) {
	n, sure := 0, 0
	for j+n < len(c.items) && c.items[j+n].kind == text.Word {
		it := &c.items[j+n]
		if n == maxSetOff || it.prep != "" || it.conj != "" || it.after != nil || it.future {
			return nil, 0
		}
		switch {
		case it.fn("kin") != nil:
		case it.unknown() && !c.clitic(it.norm, j+n), it.word("given") != nil:
			sure++
		case !c.plainNoun(it) || n == 0:
			return nil, 0
		}
		n++
	}
	if n < 2 || sure == 0 || j+n >= len(c.items) {
		return nil, 0
	}
	fold := c.nameFold(j, n)
	if e := c.d.sameName(fold); e != nil {
		return e, n
	}
	return c.d.local("Person", fold, c.d.cutAfter(c.items[j].from, c.items[j+n-1].to, &c.items[j].reading)), n
}

// boldName returns the person named right behind a title or honorific, up to a mark or "that": there a name may hold a word of the
// language or of another kind if another word of it is known to be none. "the spokeswoman Dana Perino said that".
func (c *chunker) boldName(j int) (*entity, int) {
	n, sure := 0, 0
	for ; j+n < len(c.items) && n < 3; n++ {
		it := &c.items[j+n]
		if it.kind != text.Word || it.fn("comp") != nil {
			break
		}
		if it.prep != "" || it.conj != "" || it.future || it.def || it.to-it.from > 1 || it.word("func") != nil && it.fn("kin") == nil {
			return nil, 0
		}
		if it.unknown() && !c.clitic(it.norm, j+n) && !strings.HasPrefix(it.norm, c.w.articleLetters) || it.word("given") != nil {
			sure++
		} else if it.senses != nil && it.first(func(s *sense) bool {
			return s.kind != senseWord && s.kind != senseFamily || s.word != nil && s.word.POS == "body"
		}) != nil {
			return nil, 0
		}
	}
	if n < 2 || sure == 0 || j+n >= len(c.items) {
		return nil, 0
	}
	if end := &c.items[j+n]; end.kind == text.Word && end.fn("comp") == nil || end.punct(".") && n < 2 {
		return nil, 0
	}
	fold := c.nameFold(j, n)
	if e := c.d.sameName(fold); e != nil {
		return e, n
	}
	return c.d.local("Person", fold, c.d.cutAfter(c.items[j].from, c.items[j+n-1].to, &c.items[j].reading)), n
}

// plainNoun tells whether a word of the language may be a family name in a place where a name is sure to stand.
func (c *chunker) plainNoun(it *item) bool {
	for _, s := range it.senses {
		switch s.kind {
		case senseFamily, senseTopic, sensePortfolio, senseModifier:
		case senseNationality:
			if !it.def || s.feat&lang.Feminine != 0 {
				return false
			}
		case senseWord:
			switch s.word.POS {
			case "verb", "func", "body", "side":
				return false
			}
		default:
			return false
		}
	}
	return it.to-it.from == 1
}

// introduced returns the person whose unknown name of two words or more stands at item i between a verb and a comma behind which
// a title follows: "said Rafif Druker, an analyst of ...".
func (c *chunker) introduced(i int) (*entity, int) {
	if len(c.out) > 0 && c.out[len(c.out)-1].kind != chunkVerb && !c.out[len(c.out)-1].isPunct(",") {
		return nil, 0
	}
	n := 0
	for i+n < len(c.items) && n < maxSetOff && (c.nameable(i+n) || c.items[i+n].fn("kin") != nil) {
		n++
	}
	if n < 2 || i+n+1 >= len(c.items) {
		return nil, 0
	}
	if !c.items[i+n].punct(",") {
		return c.titledBehind(i, n)
	}
	j := i + n + 1
	if c.items[j].fn("pronoun") != nil && j+1 < len(c.items) {
		j++
	}
	if c.items[j].prep != "" || c.items[j].is(senseOffice) == nil && c.items[j].is(senseModifier) == nil {
		return nil, 0
	}
	return c.setOff(i)
}

// titledBehind returns the person whose unknown name of n items an indefinite title follows that tells what it is held in: "appointed
// Bridget Brink ambassador of ...".
func (c *chunker) titledBehind(i, n int) (*entity, int) {
	j := i + n
	if c.items[j].is(senseOffice) == nil || c.definite(&c.items[j]) || c.items[j].prep != "" || c.items[j].conj != "" {
		return nil, 0
	}
	for k := i; k < j; k++ {
		if it := &c.items[k]; !it.unknown() && it.word("given") == nil || strings.HasPrefix(it.norm, c.w.articleLetters) {
			return nil, 0
		}
	}
	if t, next := c.titleAt(j); t == nil || t.several || t.target(c.w) == nil && len(t.foreign) == 0 || c.nameStart(next+c.honorifics(next), true) {
		return nil, 0
	}
	fold := c.nameFold(i, n)
	if e := c.d.sameName(fold); e != nil {
		return e, n
	}
	return c.d.local("Person", fold, c.d.cutAfter(c.items[i].from, c.items[j-1].to, &c.items[i].reading)), n
}
