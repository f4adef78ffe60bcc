package extract

import (
	"slices"
	"strings"

	"mithaq/extract/lang"
	"mithaq/extract/text"
)

// orgChunk reads an organization.
func (c *chunker) orgChunk(i int) int {
	e, n := c.orgAt(i)
	if e == nil {
		return 0
	}
	k := c.actor(e, i, n)
	c.innerName(e, i)
	c.ownerName(e, i, i+n)
	if m := c.ministries(k, i, i+n); m > 0 {
		return n + m
	}
	return n + c.shortForm(k, i+n)
}

// innerName counts the shorter name of e inside its longer one at item i: "the states of the group" of which the group is the name.
func (c *chunker) innerName(e *entity, i int) {
	it := &c.items[i]
	if e.id == "" || it.to-it.from < 2 {
		return
	}
	if id, n := c.lex.nameFrom(c.d.tokens[:it.to], it.from+1); id == e.id && it.from+1+n == it.to {
		e.mention(c.d.cut(it.from+1, it.to), c.s)
		e.count--
	}
}

// ownerName counts the party whose name stands inside that of its own body: "the twentieth Central Committee of the Party".
func (c *chunker) ownerName(e *entity, i, end int) {
	r := c.w.g.Record(e.id)
	if r == nil || r.Org == nil || c.w.kind(r.Org.Parent) != "party" {
		return
	}
	for j := i + 1; j < end; j++ {
		it := &c.items[j]
		if slices.ContainsFunc(it.senses, func(s *sense) bool { return s.kind == senseName && s.id == r.Org.Parent }) {
			c.d.known(r.Org.Parent).mention(c.d.cutAfter(it.from, it.to, &it.reading), c.s)
		}
	}
}

// ministries reads the second of two ministries behind the first: "the foreign ministries, the Spanish and the Moroccan".
func (c *chunker) ministries(k *chunk, i, j int) int {
	w := c.items[i].word("body")
	if w == nil || w.Class != "ministry" || w.Feat&lang.Dual == 0 || j >= len(c.items) || c.items[j].conj == "" {
		return 0
	}
	s := c.items[j].is(senseNationality)
	stem, ok := strings.CutSuffix(k.actors[0].id, "-"+k.actors[0].nation)
	if s == nil || !ok {
		return 0
	}
	e := c.d.known(stem + "-" + s.id)
	k.to = c.items[j].to
	e.mention(c.d.cutAfter(k.from, k.to, &k.reading), c.s)
	k.actors[0].mention(e.surfaces[len(e.surfaces)-1], c.s)
	k.actors = append(k.actors, e)
	return 1
}

// shortForm reads the bracket at item j behind the name of an organization: a form in another script, an acronym, a name that the
// gazetteer knows.
func (c *chunker) shortForm(k *chunk, j int) int {
	if j+2 >= len(c.items) {
		return 0
	}
	closing := ")"
	if c.items[j].punct(`"`) {
		closing = `"`
	} else if !c.items[j].punct("(") {
		return 0
	}
	e, end := k.actors[0], j+1
	for end < len(c.items) && end <= j+4 && c.items[end].kind == text.Word && c.items[end].unknown() {
		end++
	}
	if end == j+1 {
		if known := c.orgIn(end, ""); known != nil && (e.id == "" || known == e) {
			if e.id == "" {
				known.surfaces = append(known.surfaces, e.surfaces...)
				e.count, k.actors[0], e = e.count-1, known, known
			}
			end++
		}
	}
	if end == j+1 || end >= len(c.items) || !c.items[end].punct(closing) {
		return 0
	}
	e.mention(c.d.cut(c.items[j+1].from, c.items[end-1].to), c.s)
	if end == j+2 {
		c.d.alias[c.items[j+1].stem] = e
	}
	return end + 1 - j
}

// sideChunk reads a state named by its government, side or people: "the Russian side", "the government of Iraq".
func (c *chunker) sideChunk(i int) int {
	it := &c.items[i]
	if n := c.kingdom(i); n > 0 {
		return n
	}
	if it.word("side") == nil || i+1 >= len(c.items) {
		return 0
	}
	j := i + 1
	nx := &c.items[j]
	if nx.prep != "" || nx.conj != "" {
		return 0
	}
	s := nx.is(senseNationality)
	if s == nil {
		s = nx.stateSense()
	}
	if s == nil || !c.holds(s, j) {
		return 0
	}
	k := c.actor(c.d.known(s.id), i, 2)
	if nx.is(senseNationality) != nil {
		k.actors[0].mention(c.d.cutAfter(nx.from, nx.to, &nx.reading), c.s)
		return 2 + c.otherSides(k, i)
	}
	return 2
}

// otherSides reads the further adjectives behind sides in the dual or plural at item i: "the Egyptian and the Jordanian side". It returns
// how many they are.
func (c *chunker) otherSides(k *chunk, i int) int {
	n := 0
	if c.items[i].word("side").Feat&(lang.Dual|lang.Plural) == 0 || !c.definite(&c.items[i]) {
		return 0
	}
	for j := i + 2; j < len(c.items) && c.items[j].conj != "" && c.items[j].prep == "" && c.items[j].def; j++ {
		it := &c.items[j]
		s := it.is(senseNationality)
		if s == nil {
			break
		}
		e := c.d.known(s.id)
		e.mention(c.d.cutAfter(it.from, it.to, &it.reading), c.s)
		k.actors, k.to, k.weak = append(k.actors, e), it.to, true
		n++
	}
	return n
}

// kingdom reads "the Kingdom" alone as the state that the article is about or whose the paper is, if that is one.
func (c *chunker) kingdom(i int) int {
	it := &c.items[i]
	word := c.w.articleLetters + it.stem
	if !it.def || it.to-it.from != 1 || c.w.orgWords[word] != "kingdom" || c.d.home == "" {
		return 0
	}
	if nx := i + 1; nx < len(c.items) && c.items[nx].kind == text.Word && c.items[nx].prep == "" && c.items[nx].conj == "" && c.definite(&c.items[nx]) && c.items[nx].is(senseNationality) != nil {
		return 0
	}
	for _, id := range []string{c.d.home, c.d.eng.sources[c.d.sourceKey()]} {
		if c.w.called(id, func(name string) bool {
			first, _, _ := strings.Cut(c.d.eng.fold.Words(name), " ")
			return first == word || first == it.stem
		}) {
			c.actor(c.d.known(id), i, 1)
			return 1
		}
	}
	return 0
}

// capitalChunk reads "the Iraqi capital", with or without its name.
func (c *chunker) capitalChunk(i int) int {
	it := &c.items[i]
	if it.word("capital") == nil || i+1 >= len(c.items) {
		return 0
	}
	nx := &c.items[i+1]
	if nx.prep != "" || nx.conj != "" {
		return 0
	}
	s := nx.is(senseNationality)
	if s == nil {
		e := c.placeNamed(i + 1)
		if e == nil {
			return 0
		}
		c.actor(c.inner(e, i+1), i, 2).place = true
		return 2
	}
	id := c.w.capitalOf(s.id)
	if id == "" {
		return 0
	}
	n := 2
	if j := i + 2; j < len(c.items) {
		if c.items[j].punct(",") {
			j++
		}
		if j < len(c.items) && c.items[j].first(func(x *sense) bool { return x.id == id || x.kind == senseGovernment && x.id == s.id }) != nil {
			n = j - i + 1
		}
	}
	c.d.known(s.id).mention(c.d.cutAfter(nx.from, nx.to, &nx.reading), c.s)
	k := c.actor(c.d.known(id), i, n)
	k.place = true
	if n > 2 {
		last := &c.items[i+n-1]
		k.actors[0].mention(c.d.cut(last.from, last.to), c.s)
	}
	return n
}

// stateChunk reads a state or a place, by name or by adjective.
func (c *chunker) stateChunk(i int) int {
	it := &c.items[i]
	for _, s := range it.senses {
		if !c.holds(s, i) {
			continue
		}
		switch {
		case s.kind == senseGovernment:
			if c.located(i) || c.heldIn(i) {
				if p := c.w.placeOf(it, s.id); p != "" {
					k := c.actor(c.d.known(p), i, 1)
					k.place = true
					return 1
				}
			}
			c.actor(c.d.known(s.id), i, 1).city = c.w.placeOf(it, s.id)
			return 1
		case s.kind == senseName && isState(s.id):
			c.actor(c.d.known(s.id), i, 1)
			return 1
		case s.kind == senseName && isPlace(s.id):
			if g := it.is(senseGovernment); g != nil && !c.located(i) {
				continue
			}
			k := c.actor(c.d.known(s.id), i, 1)
			k.place = true
			return 1
		case s.kind == senseNationality && it.word("verb", "func") == nil:
			k := c.actor(c.d.known(s.id), i, 1)
			k.adj = s.feat&lang.Plural == 0 || !c.stands(i)
			return 1
		}
	}
	return 0
}

// stands tells whether a plural of nationality at item i is a noun, the people, rather than an adjective of a noun before it.
func (c *chunker) stands(i int) bool {
	if i == 0 || c.items[i].prep != "" || c.items[i].conj != "" {
		return true
	}
	p := &c.items[i-1]
	return p.kind != text.Word || p.word("func", "verb") != nil
}

// located tells whether the name at item i stands where a place stands: after a preposition of place or a word for a city.
func (c *chunker) located(i int) bool {
	it := &c.items[i]
	if c.journey() {
		return true
	}
	if i == 0 || it.prep != "" {
		return c.w.locative(it.prep)
	}
	p := &c.items[i-1]
	return p.fn("prep") != nil && c.w.locative(p.stem) || p.word("placehead") != nil
}

// heldIn tells whether the capital at item i stands right behind an agreement or talks that are called after it, rather than one who
// takes part: "the Algiers agreement", but "Washington's agreement with".
func (c *chunker) heldIn(i int) bool {
	it := &c.items[i]
	if i == 0 || it.prep != "" || it.conj != "" {
		return false
	}
	p := &c.items[i-1]
	w := p.word("deal", "event")
	if w == nil || p.def || p.to != it.from || p.after != nil {
		return false
	}
	switch kind, _, _ := strings.Cut(w.Class, ":"); kind {
	case "agreement", "treaty", "meeting", "talks":
	default:
		return false
	}
	if i+1 >= len(c.items) {
		return true
	}
	nx := &c.items[i+1]
	return c.d.eng.role(nx.stem) != "with" && nx.prep == "" && !(nx.conj != "" && nx.stateSense() != nil)
}

// journey tells whether a word of travel with a preposition right behind it stands before the item at hand: the city is where it leads.
func (c *chunker) journey() bool {
	n := len(c.out) - 1
	if n < 1 || c.out[n].kind != chunkPrep {
		return false
	}
	w := c.out[n-1].word
	return w != nil && (w.Class == "visit" || w.Class == "travel") && c.out[n-1].kind != chunkEvent
}
