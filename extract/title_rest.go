package extract

import (
	"slices"
	"strings"

	"mithaq/extract/lang"
	"mithaq/extract/text"
)

// titleAffairs reads "for the affairs of ..." up to a name that is known or a comma with a name behind.
func (c *chunker) titleAffairs(j int) int {
	if c.items[j].fn("affairs") == nil {
		return 0
	}
	for n := 1; n <= 8 && j+n < len(c.items); n++ {
		it := &c.items[j+n]
		if it.punct(",") || it.is(senseHonorific) != nil {
			return n
		}
		if it.kind != 0 || it.word("verb") != nil || it.fn("prep") != nil || it.fn("comp") != nil {
			return 0
		}
		if it.is(senseOffice) != nil || c.nameStart(j+n, true) {
			return n
		}
	}
	return 0
}

// sitsFor reads the party that a member of parliament sits for.
func (c *chunker) sitsFor(t *title, j int) int {
	if c.w.orgWords[c.items[j].norm] != "sits-for" || c.w.class(t.office()) != "legislator" || j+1 >= len(c.items) || c.items[j+1].prep != "" {
		return 0
	}
	e, n := c.orgAt(j + 1)
	if e == nil || e.kind != "party" {
		return 0
	}
	it := &c.items[j+1]
	t.marked = append(t.marked, marked{e, it.from, c.items[j+n].to, &it.reading})
	t.party, t.partyName = e, ""
	return n + 1
}

// secondTitle reads a title joined by "and" that is held elsewhere: by the same person if one is named before both, or if one office
// is in a state and the other in an organization; otherwise another official is meant and the first title ends here.
func (c *chunker) secondTitle(t *title, j int) (n int, elsewhere bool) {
	first := t.target(c.w)
	if first == nil {
		return 0, false
	}
	second, next := c.titleAt(j)
	if second == nil {
		return 0, false
	}
	target := second.target(c.w)
	if target == nil || target == first {
		return 0, false
	}
	named := c.nameStart(next+c.honorifics(next), true)
	if c.apposed == named || named && target.label == first.label {
		return 0, true
	}
	if t.own == 0 {
		t.own = c.items[j-1].to
	}
	t.also = append(t.also, second)
	return next - j, true
}

// maxTitleRest is the number of items that the field of an office may have.
const maxTitleRest = 7

// titleRest reads the field or place of an office whose body is known, up to the name: "the UN coordinator for humanitarian affairs in
// the occupied territories X", "the president of the region of the Canaries, X". The state of the place is the office's if none is named.
func (c *chunker) titleRest(t *title, j int) int {
	if len(t.marked) == 0 && c.w.class(t.office()) != "governor" && !c.tied(j) && !(c.definite(&c.items[j]) && j+1 < len(c.items) && c.tied(j+1)) {
		return 0
	}
	places, tied := []int(nil), false
	for n := 0; n <= maxTitleRest && j+n < len(c.items); n++ {
		it := &c.items[j+n]
		switch {
		case n > 0 && !c.placed(j+n) && (it.punct(",") || it.is(senseHonorific) != nil || c.nameStart(j+n, true)):
			if !c.surePerson(j+n) || !tied && len(places) == 0 {
				return 0
			}
			for _, k := range places {
				c.titlePlace(t, k)
			}
			return n
		case it.kind != text.Word, it.word("verb") != nil && !it.def, it.conj != "" && n == 0, it.is(senseOffice) != nil && !it.def:
			return 0
		case c.tied(j + n):
			tied = true
		case it.word("func") != nil:
			return 0
		}
		switch place := it.placeSense(); {
		case place != nil, tied && it.stateSense() != nil:
			places = append(places, j+n)
		case !c.definite(it) && !c.tied(j+n) && it.word("placehead") == nil && it.is(senseNationality) == nil:
			return 0
		}
	}
	return 0
}

// tied tells whether item j is a preposition that ties an office to its field or place, or has one before it.
func (c *chunker) tied(j int) bool {
	it := &c.items[j]
	if it.conj != "" {
		return false
	}
	if it.fn("affairs") != nil || it.prep == "" && c.w.orgWords[it.stem] == "field" {
		return true
	}
	return it.fn("prep") != nil && it.prep == "" && c.w.titlePrep(it.stem) || it.prep != "" && c.w.titlePrep(it.prep)
}

// placed tells whether item j is a place or state that a preposition ties.
func (c *chunker) placed(j int) bool {
	it := &c.items[j]
	return (it.placeSense() != nil || it.stateSense() != nil) && (c.tied(j) || c.items[j-1].fn("prep") != nil)
}

// surePerson tells whether a name that cannot be anything else begins at item j, behind a comma or honorifics.
func (c *chunker) surePerson(j int) bool {
	comma := c.items[j].punct(",")
	if comma {
		j++
	}
	h := c.honorifics(j)
	e, n := c.nameAt(j+h, true, nil)
	if e == nil && comma {
		e, n = c.setOff(j + h)
	}
	return e != nil && (h > 0 || comma && e.id != "" || e.count > 0 || c.items[j+n-1].to-c.items[j].from > 1)
}

// placeSense returns the sense of an item that names a place.
func (it *item) placeSense() *sense {
	return it.first(func(s *sense) bool { return s.kind == senseName && isPlace(s.id) })
}

// titlePlace notes the place in a title, whose state is that of the office if no other is named.
func (c *chunker) titlePlace(t *title, j int) {
	it := &c.items[j]
	s := it.placeSense()
	if s == nil {
		s = it.stateSense()
	}
	e := c.d.known(s.id)
	t.marked = append(t.marked, marked{e, it.from, it.to, &it.reading})
	if len(t.states)+len(t.orgs) == 0 && e.nation != "" {
		t.states = append(t.states, c.d.known(e.nation))
	}
}

// portfolioRest reads what a ministry is for beside its first portfolio, up to the name: "foreign affairs and African cooperation
// and Moroccans living abroad".
func (c *chunker) portfolioRest(t *title, j int) int {
	if j == 0 || c.items[j].conj == "" || !strings.Contains(t.office(), ":") || !c.definite(&c.items[j]) {
		return 0
	}
	if it := &c.items[j]; it.is(senseOffice) != nil || it.is(senseHonorific) != nil || it.stateSense() != nil {
		return 0
	}
	n := 1
	for ; n <= 10 && j+n < len(c.items); n++ {
		it := &c.items[j+n]
		if it.kind != text.Word || it.is(senseNationality) != nil && it.conj == "" && !c.abroad(j+n) || it.stateSense() != nil || it.is(senseOffice) != nil || it.is(senseHonorific) != nil {
			break
		}
		if !c.definite(it) && it.fn("prep") == nil && it.is(sensePortfolio) == nil {
			break
		}
	}
	return n
}

// abroad tells whether the nationality at item j names people rather than the state of the ministry.
func (c *chunker) abroad(j int) bool { return c.items[j].is(senseNationality).feat&lang.Plural != 0 }

// other tells whether the holder of a title cannot hold a second office as well: no minister or envoy is the head of the state.
func (c *chunker) other(t *title, office string) bool {
	return topClass(c.w.class(office)) && !topClass(c.w.class(t.office())) && c.w.governmental(t)
}

// tells tells whether the words of a title name a state, rather than a body of which it is guessed whose it is.
func (t *title) tells(state *entity) bool {
	return slices.ContainsFunc(t.marked, func(m marked) bool { return m.ent == state && m.from < m.to })
}

// someMinister returns the one minister of a state that the article names, whatever he is the minister of: "the Chinese minister".
func (d *document) someMinister(state *entity) *entity {
	var found *entity
	for _, e := range d.entities {
		if e.label != "Person" || e.count == 0 || e.nation != state.id || e.nation == "" {
			continue
		}
		if !slices.ContainsFunc(e.titles, func(class string) bool { return strings.HasSuffix(class, "minister") && class != "deputy_minister" }) {
			continue
		}
		if found != nil {
			return nil
		}
		found = e
	}
	return found
}

// sender tells whether the leader behind a bare title of an envoy is the one who sends him: "Trump's ambassador to". The name ends
// before item end.
func (c *chunker) sender(t *title, e *entity, end int) bool {
	if !c.w.envoy(t.office()) || t.lead.def || len(t.offices) > 1 || len(t.states)+len(t.orgs)+len(t.foreign) > 0 || e.id == "" || end >= len(c.items) {
		return false
	}
	it := &c.items[end]
	return c.w.fits(e.id, t, c.d.day) < 2 && (it.fn("prep") != nil && c.w.titlePrep(it.stem) || c.w.titlePrep(it.prep))
}
