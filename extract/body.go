package extract

import (
	"mithaq/extract/lang"
	"mithaq/extract/text"
)

// orgAt returns the organization named at item i and the number of its items: one that the gazetteer knows, a ministry or other
// body of a state by rule, or one that only this article names ("the company X").
func (c *chunker) orgAt(i int) (*entity, int) {
	if i >= len(c.items) {
		return nil, 0
	}
	it := &c.items[i]
	if it.kind != text.Word {
		return nil, 0
	}
	for _, s := range it.senses {
		if s.kind == senseName && isOrg(s.id) && !c.otherBody(i) && (c.holds(s, i) || c.w.kind(s.id) == "media" && c.inQuotes(i)) {
			return c.d.known(s.id), 1
		}
	}
	if e := c.toldTo(i); e != nil {
		return e, 1
	}
	if e := c.d.alias[it.stem]; e != nil && it.unknown() {
		return c.d.same(e), 1
	}
	if e, n := c.ministryAt(i); e != nil {
		return e, n
	}
	if c.otherBody(i) {
		return c.describedBody(i, c.lex.bodyWord(c.d.tokens[it.from].Norm))
	}
	body := it.word("body")
	if body == nil {
		return nil, 0
	}
	if e, n := c.stateBody(i, body.Class); e != nil {
		return e, n
	}
	for _, read := range []func(int, *lang.Word) (*entity, int){c.quotedBody, c.knownBody, c.numberedBody, c.describedBody, c.openBody, c.shortBody} {
		if e, n := read(i, body); e != nil {
			return e, n
		}
	}
	return nil, 0
}

// ministryAt reads "ministry of PORTFOLIO [and PORTFOLIO] STATE" and the short "the Russian PORTFOLIO".
func (c *chunker) ministryAt(i int) (*entity, int) {
	it := &c.items[i]
	j := i
	full := false
	if b := it.word("body"); b != nil && b.Class == "ministry" {
		j, full = i+1, true
	}
	if j >= len(c.items) {
		return nil, 0
	}
	p := c.items[j].is(sensePortfolio)
	switch {
	case full && (c.items[j].prep != "" || c.items[j].conj != ""):
		return nil, 0
	case full && p == nil:
		return c.newMinistry(i)
	case !full && (p == nil || it.word("short") == nil || c.adjective(i)):
		return nil, 0
	}
	j++
	for full && j < len(c.items) && c.items[j].conj != "" && c.items[j].is(sensePortfolio) != nil {
		j++
	}
	state, n := c.ministryState(j, full)
	if state == "" && it.after != nil {
		state = c.owner()
	}
	if state == "" && (full || i > 0 && c.items[i-1].word("verb") != nil && c.definite(it) && it.prep == "") { // "the foreign ministry said"
		state = c.d.home
	}
	if state == "" {
		return nil, 0
	}
	return c.d.known(c.w.ministry(p.id, state)), j + n - i
}

// ministryState returns the state at item j that a ministry is of, and the number of its items.
func (c *chunker) ministryState(j int, full bool) (state string, n int) {
	if j >= len(c.items) || c.items[j].prep != "" || c.items[j].conj != "" {
		return "", 0
	}
	it := &c.items[j]
	if full && j+1 < len(c.items) && it.fn("prep") != nil && c.w.locative(it.stem) {
		if s := c.items[j+1].first(func(s *sense) bool { return s.kind == senseName && isState(s.id) }); s != nil {
			return s.id, 0 // "the foreign ministry in Kuwait"
		}
	}
	if s := it.is(senseNationality); s != nil {
		return s.id, 1
	}
	if s := it.stateSense(); s != nil && (full || !c.definite(it)) {
		return s.id, 1
	}
	return "", 0
}

// owner returns the state that a possessive refers to: that of the actor named last in the sentence.
func (c *chunker) owner() string {
	for k := len(c.out) - 1; k >= 0; k-- {
		if ch := c.out[k]; ch.kind == chunkActor && !ch.place && !ch.adj && len(ch.actors) == 1 {
			if e := c.d.stateOf(ch.actors[0]); e != nil {
				return e.id
			}
		}
	}
	return ""
}

// newMinistry reads a ministry of a state whose portfolio no list has: "the Greek ministry of shipping".
func (c *chunker) newMinistry(i int) (*entity, int) {
	if c.definite(&c.items[i]) || c.items[i].word("body").Feat&lang.Plural != 0 {
		return nil, 0
	}
	for j := i + 1; j < len(c.items) && j <= i+5; j++ {
		it := &c.items[j]
		if it.kind != text.Word || it.prep != "" || j == i+1 && it.conj != "" {
			return nil, 0
		}
		if s := it.is(senseNationality); s != nil && j > i+1 && it.def && it.conj == "" {
			e, n := c.localOrg("ministry", i, j+1, i, j+1)
			e.nation = s.id
			return e, n
		}
		if !c.definite(it) {
			return nil, 0
		}
	}
	return nil, 0
}

// adjective tells whether the definite word at item i describes the definite noun before it: "foreign policy".
func (c *chunker) adjective(i int) bool {
	it := &c.items[i]
	if i == 0 || !c.definite(it) || it.prep != "" || it.conj != "" {
		return false
	}
	p := &c.items[i-1]
	return p.kind == text.Word && p.to == it.from && c.definite(p) && p.is(senseName) == nil && p.is(senseGovernment) == nil && p.is(senseNationality) == nil &&
		p.word("func", "verb") == nil
}

// otherBody tells whether the name of a body at item i is cut out of that of another one: "the Cooperation Council" and "the
// high-level cooperation council".
func (c *chunker) otherBody(i int) bool {
	it := &c.items[i]
	return it.word("body") == nil && i+1 < len(c.items) && c.orgWordAt(i+1, "org-other") && it.to-it.from > 1 && c.lex.bodyWord(c.d.tokens[it.from].Norm) != nil
}

// stateBody reads a body that each state has one of, with its state: "the Sudanese army", "the parliament of Iraq".
func (c *chunker) stateBody(i int, class string) (*entity, int) {
	if !c.w.perState(class) || i+1 >= len(c.items) {
		return nil, 0
	}
	nx := &c.items[i+1]
	if nx.prep != "" || nx.conj != "" {
		return nil, 0
	}
	s := nx.is(senseNationality)
	if s == nil {
		s = nx.stateSense()
	}
	if s == nil && nx.placeSense() != nil && !c.definite(&c.items[i]) { // "the parliament of Kurdistan"
		e, n := c.localOrg(class, i, i+2, i, i+2)
		e.nation = c.w.nation(nx.placeSense().id)
		return e, n
	}
	if s == nil {
		return nil, 0
	}
	return c.d.known(c.w.body(class, s.id)), 2
}
