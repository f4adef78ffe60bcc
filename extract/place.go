package extract

import (
	"strings"

	"mithaq/extract/lang"
	"mithaq/extract/text"
)

// placeChunk reads a word for a place with its name: "the town of X" is X, "the airport of X" a place of its own.
func (c *chunker) placeChunk(i int) int {
	head := c.items[i].word("placehead")
	if head != nil && head.Class == "consulate" {
		return c.consulate(i)
	}
	if head == nil || i+1 >= len(c.items) || c.definite(&c.items[i]) || head.Feat&(lang.Plural|lang.Dual) != 0 {
		return 0
	}
	if head.Class == "city" {
		if e := c.placeNamed(i + 1); e != nil {
			k := c.actor(c.inner(e, i+1), i, 2)
			k.place = true
			return 2
		}
	}
	if head.Class == "city" && i+3 < len(c.items) && c.items[i+1].punct(`"`) && c.items[i+3].punct(`"`) {
		if e := c.placeNamed(i + 2); e != nil {
			c.actor(c.inner(e, i+2), i, 4).place = true
			return 4
		}
	}
	n := c.placeName(i+1, head.Class)
	if n == 0 {
		return 0
	}
	from := &c.items[i]
	words := []string{from.stem}
	for t := from.to; t < c.items[i+n].to; t++ {
		if c.d.tokens[t].Kind != text.Punct {
			words = append(words, c.d.tokens[t].Norm)
		}
	}
	name := c.d.cutAfter(from.from, c.items[i+n].to, &from.reading)
	e := c.d.local("Place", strings.Join(words, " "), name)
	if inner := c.d.cut(c.items[i+1].from, c.items[i+n].to); head.Class == "city" && !c.items[i+1].punct(`"`) {
		e.mention(inner, c.s)
		e.count--
	}
	c.actor(e, i, n+1).place = true
	return n + 1
}

// consulate reads the consulate of a state, which is spoken of as a place.
func (c *chunker) consulate(i int) int {
	if i+1 >= len(c.items) {
		return 0
	}
	nx := &c.items[i+1]
	s := nx.is(senseNationality)
	if s == nil {
		s = nx.stateSense()
	}
	if s == nil || nx.prep != "" || nx.conj != "" {
		return 0
	}
	it := &c.items[i]
	name := c.d.cutAfter(it.from, nx.to, &it.reading)
	e := c.d.local("Place", c.d.eng.fold.Words(name), name)
	e.nation = s.id
	c.actor(e, i, 2).place = true
	return 2
}

// placeNamed returns the place or capital that item j names.
func (c *chunker) placeNamed(j int) *entity {
	it := &c.items[j]
	if it.prep != "" || it.conj != "" || it.kind != text.Word {
		return nil
	}
	for _, s := range it.senses {
		if s.kind == senseName && isPlace(s.id) {
			return c.d.known(s.id)
		}
	}
	if s := it.is(senseGovernment); s != nil {
		if p := c.w.placeOf(it, s.id); p != "" {
			return c.d.known(p)
		}
	}
	return nil
}

// placeName counts the items from j that name a place behind its head: unknown words, names of whatever kind, one definite word
// where the head is one that takes it.
func (c *chunker) placeName(j int, class string) int {
	if c.items[j].punct(`"`) && j+2 < len(c.items) && c.items[j+2].punct(`"`) {
		return 3
	}
	n := 0
	for j+n < len(c.items) && n < 3 {
		it := &c.items[j+n]
		if it.kind != text.Word || it.prep != "" || it.conj != "" {
			break
		}
		named := it.unknown() && !c.clitic(it.norm, j+n) || it.word("given") != nil && it.word("func", "verb") == nil && !c.w.weakGiven[it.stem]
		if class == "site" && n == 0 {
			named = named || it.is(senseName) != nil || it.is(senseGovernment) != nil || it.is(senseFamily) != nil
		}
		if n == 0 && class == "square" {
			named = named || c.definite(it) && it.is(senseNationality) == nil && it.is(senseOffice) == nil
		}
		if !named {
			break
		}
		n++
	}
	return n
}

// farPlace reads words that no list knows as a place where nothing else can stand: behind "in", before the state or place around it.
func (c *chunker) farPlace(i int) int {
	if i == 0 || i+1 >= len(c.items) || !c.items[i].unknown() || c.clitic(c.items[i].norm, i) || strings.HasPrefix(c.items[i].norm, c.w.articleLetters) {
		return 0
	}
	if p := &c.items[i-1]; p.fn("prep") == nil || !c.w.locative(p.stem) {
		return 0
	}
	n := 1
	if j := i + 1; c.items[j].unknown() && !c.clitic(c.items[j].norm, j) {
		n++
	}
	j := i + n
	if j+1 >= len(c.items) {
		return 0
	}
	around := &c.items[j+1]
	if !c.items[j].punct(",") && !(c.items[j].fn("prep") != nil && c.w.locative(c.items[j].stem)) {
		around = &c.items[j]
		if !c.w.locative(around.prep) {
			return 0
		}
	}
	if around.stateSense() == nil && around.first(func(s *sense) bool { return s.kind == senseName && isPlace(s.id) }) == nil {
		return 0
	}
	name := c.d.cut(c.items[i].from, c.items[j-1].to)
	c.actor(c.d.local("Place", c.nameFold(i, n), name), i, n).place = true
	return n
}
