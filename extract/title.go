package extract

import (
	"strings"

	"mithaq/extract/lang"
	"mithaq/extract/text"
)

const several = lang.Dual | lang.Plural

// officeCounterpart stands for the office of the person spoken of, which another holds elsewhere.
const officeCounterpart = "counterpart"

// title is the office of a person as the words around the name give it.
type title struct {
	from, to    int     // tokens
	lead        reading // of the first word
	offices     []string
	states      []*entity
	orgs        []*entity
	foreign     []*entity // where an envoy is sent
	several     bool      // dual or plural: the two presidents
	former      bool
	shared      bool // held by several, each elsewhere
	feminine    bool
	words       *title   // whose words say the office
	also        []*title // held beside it, elsewhere: "and the ambassador of Mexico"
	own         int      // token where its own words end before those
	partyName   string   // as written
	party       *entity  // named by an adjective: "the Democratic senator"
	possessed   bool     // his minister: the office is in what was named before
	group       *chunk   // the states that it refers to: "the ministers of these states"
	near        *entity  // the state or organization named last in the sentence
	counterpart bool     // his counterpart: the office is that of the other
	marked      []marked // mentions inside the title
	bodies      []marked // bodies of states inside it, which count where nobody is named
}

// marked is a mention to be counted once the title is taken.
type marked struct {
	ent      *entity
	from, to int
	reading  *reading
}

func (t *title) office() string { return t.offices[len(t.offices)-1] }

// target returns what the office is held in: government posts point to the state, others to the organization.
func (t *title) target(w *world) *entity {
	for _, o := range t.orgs {
		if o.nation != "" && w.official(o) {
			continue
		}
		return o
	}
	if len(t.states) > 0 {
		return t.states[0]
	}
	return nil
}

// titleAt reads a title that starts at item i and returns the item after it; nil if there is none.
func (c *chunker) titleAt(i int) (*title, int) {
	it := &c.items[i]
	if it.is(senseOffice) == nil && it.word("kinref") == nil || c.sonAfter(i) || c.spelled(it) == spelledWord {
		return nil, i
	}
	t := &title{from: it.from, to: it.to, lead: it.reading}
	if office := it.is(senseOffice); office != nil && !(it.word("ref") != nil && office.feat&several != 0 && !c.namesFollow(i+1)) {
		t.offices, t.several = []string{office.id}, office.feat&several != 0
		t.feminine = office.feat&lang.Feminine != 0
		c.innerBody(t, it)
	} else if w := it.word("kinref"); w != nil && w.Class == "counterpart" && !it.def {
		t.offices, t.counterpart = []string{officeCounterpart}, true
	} else {
		return nil, i
	}
	c.partyIn(t, it.from, it.to)
	t.possessed, t.near = it.after != nil, c.nearest()
	j := c.titleParts(t, i+1)
	for _, o := range t.orgs { // a post in a body of a state is a post in the state
		if o.nation != "" && c.w.official(o) && len(t.states) == 0 {
			t.states = append(t.states, c.d.known(o.nation))
		}
	}
	return t, j
}

// titleParts reads what belongs to a title from item j on, and returns the item after it.
func (c *chunker) titleParts(t *title, j int) int {
	end := t.to
	for j < len(c.items) {
		n := c.titlePart(t, j)
		if n == 0 {
			break
		}
		j += n
		t.to = c.items[j-1].to
		if n > 1 || c.items[j-1].is(senseHonorific) == nil {
			end = t.to
		}
	}
	if t.own == 0 {
		t.own = end
	}
	return j
}

// namesFollow tells whether the two of a title in the dual are named at item i, perhaps behind the adjective of a state.
func (c *chunker) namesFollow(i int) bool {
	if i < len(c.items) && c.items[i].is(senseNationality) != nil && c.items[i].def && c.items[i].conj == "" {
		i++
	}
	return c.nameStart(i, true)
}

// innerBody notes the organization or state whose name is part of the phrase of the office.
func (c *chunker) innerBody(t *title, it *item) {
	if it.inner == nil || isOrg(it.inner.id) && c.w.office(t.office()).Needs == "state" {
		return
	}
	e := c.d.known(it.inner.id)
	m := marked{e, it.inner.from, it.to, c.nameReading(it.inner.from, e.id)}
	if e.label == "State" {
		t.states = append(t.states, e)
	} else {
		t.orgs = append(t.orgs, e)
		if e.nation != "" && c.w.official(e) {
			m = c.nationIn(e.nation, m)
		}
	}
	t.marked = append(t.marked, m)
}

// nameReading returns how the token at which the name of a record begins is read.
func (c *chunker) nameReading(k int, id string) *reading {
	for _, r := range c.lex.readings(c.d.tokens[k].Norm, nil) {
		for _, p := range c.lex.phrases(r.stem) {
			if p.sense.id == id || p.sense.word != nil && p.sense.word.Class == id {
				return &r
			}
		}
	}
	return &reading{}
}

// nearest returns the state or organization that the sentence has named last.
func (c *chunker) nearest() *entity {
	for i := len(c.out) - 1; i >= 0; i-- {
		if k := c.out[i]; k.kind == chunkActor && !k.place && len(k.actors) == 1 {
			if e := k.actors[0]; e.label == "State" || e.label == "Organization" {
				return e
			}
		}
	}
	return nil
}

// tie is what ties an office to the body, state or place behind it: a preposition before or on the item, or nothing.
type tie struct {
	marker string
	j      int // the item that is tied
}

// tieAt reads the tie at item j of a title.
func (c *chunker) tieAt(t *title, j int) (tie, bool) {
	it, b := &c.items[j], tie{j: j}
	if (it.fn("prep") != nil || it.fn("behalf") != nil) && it.conj == "" && j+1 < len(c.items) {
		if !c.w.titlePrep(it.stem) && it.fn("behalf") == nil {
			return b, false
		}
		b.marker, b.j = it.stem, j+1
		if c.w.orgWords[it.stem] == "envoy-prep" && !c.w.envoy(t.office()) {
			return b, false
		}
		it = &c.items[j+1]
	}
	if it.conj != "" && !(t.several && len(t.states) > 0) {
		sentTo := it.prep == "" && len(t.foreign) > 0 && c.items[j-1].stateSense() != nil && it.stateSense() != nil // "to Australia and New Zealand"
		return tie{c.w.purpose, j}, sentTo && c.w.envoy(t.office())
	}
	if it.prep != "" {
		if b.marker != "" || !c.w.titlePrep(it.prep) {
			return b, false
		}
		b.marker = it.prep
	}
	return b, true
}

// titleBody reads a state or organization that the office belongs to: "of Russia", "of the UN", "in the embassy of".
func (c *chunker) titleBody(t *title, j int) int {
	b, ok := c.tieAt(t, j)
	if !ok || b.marker == "" && b.j == j && c.closed(j) {
		return 0
	}
	if n := c.titleOrg(t, b.j); n > 0 {
		return b.j - j + n
	}
	it := &c.items[b.j]
	s := it.stateSense()
	if s == nil && (b.marker != "" || len(t.states) > 0) && c.w.envoy(t.office()) && it.word("side") != nil && it.def && it.conj == "" { // "to the Kingdom": where the paper is
		return b.j - j + 1
	}
	if nx := b.j + 1; s == nil && it.word("side") != nil && nx < len(c.items) && c.items[nx].prep == "" && c.items[nx].conj == "" {
		s = c.items[nx].stateSense()
		if s == nil && c.items[nx].def && it.def {
			s = c.items[nx].is(senseNationality)
		}
		if s != nil {
			b.j = nx
		}
	}
	if s == nil || !c.titleState(t, b, s) {
		return 0
	}
	return b.j - j + 1
}

// closed tells whether the word before item j has the article, so that no genitive can follow: in "the prime minister, Chad" the state
// is somebody else.
func (c *chunker) closed(j int) bool {
	if j == 0 || c.items[j].prep != "" || c.items[j].conj != "" || c.items[j].kind != text.Word {
		return false
	}
	last := c.d.tokens[c.items[j-1].to-1].Norm
	return strings.HasPrefix(last, c.w.articleLetters) && c.items[j-1].kind == text.Word && !c.items[j].def
}

// titleOrg reads the organization at item j that the office is in, or that an envoy is sent to.
func (c *chunker) titleOrg(t *title, j int) int {
	e, n := c.orgAt(j)
	if e == nil {
		return 0
	}
	m := marked{e, c.items[j].from, c.items[j+n-1].to, &c.items[j].reading}
	if e.nation != "" && c.w.official(e) { // a body seen only inside the title of its state's official is no actor
		if c.lex.speakers[t.office()] || t.several || t.counterpart {
			t.bodies = append(t.bodies, m)
		}
		m = c.nationIn(e.nation, m)
	}
	if len(t.orgs) == 0 && (len(t.states) == 0 || !c.w.envoy(t.office())) {
		t.orgs = append(t.orgs, e)
	} else {
		t.foreign = append(t.foreign, e)
	}
	t.marked = append(t.marked, m)
	return n
}

// titleState notes the state that is tied to the office: whose it is, or where an envoy is sent.
func (c *chunker) titleState(t *title, b tie, s *sense) bool {
	it := &c.items[b.j]
	if b.marker != c.w.purpose && c.d.eng.role(b.marker) == "to" && !c.w.envoy(t.office()) {
		return false // "the visit of the minister to X"
	}
	own := b.marker == c.w.purpose && len(t.states) == 0 && c.w.class(t.office()) == "ambassador" // "the consul of"
	if b.marker != "" && c.w.envoy(t.office()) && !own || len(t.states) > 0 && !t.several {
		if b.marker == "" || it.is(senseNationality) != nil || b.marker == c.w.purpose && !c.w.envoy(t.office()) {
			return false // "the visit of the Japanese minister to X"
		}
		e := c.d.known(s.id)
		if p := c.w.placeOf(it, s.id); p != "" && s.kind == senseGovernment && c.w.locative(b.marker) {
			e = c.d.known(p) // "the ambassador in Rome"
		}
		t.foreign = append(t.foreign, e)
		t.marked = append(t.marked, marked{e, it.from, it.to, &it.reading})
		return true
	}
	if b.marker != "" && len(t.states) == 0 && len(t.orgs) > 0 {
		return false
	}
	c.addState(t, b.j, s.id)
	return true
}

// stateSense returns the sense of an item that names a state.
func (it *item) stateSense() *sense {
	return it.first(func(s *sense) bool {
		return s.kind == senseGovernment || s.kind == senseName && isState(s.id)
	})
}

// nationIn returns the mention of a state inside the name of its body: the adjective or name of the state.
func (c *chunker) nationIn(state string, m marked) marked {
	out := marked{ent: c.d.known(state), from: m.from, to: m.from}
	for k := m.from; k < m.to; k++ {
		for _, r := range c.lex.readings(c.d.tokens[k].Norm, nil) {
			for _, p := range c.lex.phrases(r.stem) {
				if p.sense.id == state && len(p.rest) == 0 {
					return marked{out.ent, k, k + 1, &reading{conj: r.conj, prep: r.prep}}
				}
			}
		}
	}
	return out
}
