package extract

import (
	"strings"

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
		if s.kind == senseName && isOrg(s.id) && (c.holds(s, i) || c.w.kind(s.id) == "media" && c.inQuotes(i)) {
			return c.d.known(s.id), 1
		}
	}
	if e := c.d.alias[it.stem]; e != nil && it.unknown() {
		return c.d.same(e), 1
	}
	if e, n := c.ministryAt(i); e != nil {
		return e, n
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
	if p == nil || full && (c.items[j].prep != "" || c.items[j].conj != "") || !full && it.word("short") == nil {
		return nil, 0
	}
	j++
	for full && j < len(c.items) && c.items[j].conj != "" && c.items[j].is(sensePortfolio) != nil {
		j++
	}
	state := ""
	if j < len(c.items) && c.items[j].prep == "" && c.items[j].conj == "" {
		if s := c.items[j].is(senseNationality); s != nil {
			state = s.id
			j++
		} else if s := c.items[j].stateSense(); s != nil && (full || !it.def && !strings.HasPrefix(it.stem, c.w.articleLetters)) {
			state = s.id
			j++
		}
	}
	if state == "" {
		if !full || c.d.home == "" {
			return nil, 0
		}
		state = c.d.home
	}
	return c.d.known(c.w.ministry(p.id, state)), j - i
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
	if s == nil {
		return nil, 0
	}
	return c.d.known(c.w.body(class, s.id)), 2
}
