package extract

// titlePart returns how many items from j belong to the title, and notes what they say.
func (c *chunker) titlePart(t *title, j int) int {
	it := &c.items[j]
	if n := c.quotedState(t, j); n > 0 {
		return n
	}
	if p := it.is(sensePortfolio); p != nil && c.w.takesPortfolio(t.office()) && it.prep == "" {
		t.offices[len(t.offices)-1] = c.w.withPortfolio(t.office(), p.id)
		t.possessed = t.possessed || it.after != nil
		return 1
	}
	if n := c.portfolioRest(t, j); n > 0 {
		return n
	}
	if c.titleAdjective(t, j) {
		return 1
	}
	for _, read := range []func(*title, int) int{c.titleBody, c.sitsFor} {
		if n := read(t, j); n > 0 {
			return n
		}
	}
	if it.is(senseHonorific) != nil && it.conj == "" && it.prep == "" {
		return 1
	}
	if n, ok := c.nextOffice(t, j); ok {
		return n
	}
	if n := c.titleAffairs(j); n > 0 {
		return n
	}
	return c.titleRest(t, j)
}

// quotedState reads a state or its adjective in scare quotes.
func (c *chunker) quotedState(t *title, j int) int {
	if !c.items[j].punct(`"`) || j+2 >= len(c.items) || !c.items[j+2].punct(`"`) || c.items[j+1].prep != "" || len(t.states) > 0 {
		return 0
	}
	s := c.items[j+1].stateSense()
	if s == nil {
		s = c.items[j+1].is(senseNationality)
	}
	if s == nil {
		return 0
	}
	c.addState(t, j+1, s.id)
	return 3
}

// titleAdjective reads an adjective: of an organization, a party, a state, or one that modifies the office.
func (c *chunker) titleAdjective(t *title, j int) bool {
	it := &c.items[j]
	if it.prep != "" {
		return false
	}
	if o := it.word("orgadj"); o != nil && it.conj == "" {
		e := c.d.known(o.Class)
		t.orgs = append(t.orgs, e)
		t.marked = append(t.marked, marked{e, it.from, it.to, &it.reading})
		return true
	}
	if it.word("partyadj") != nil && it.conj == "" && c.partyIn(t, it.from, it.to) {
		return true
	}
	if m := it.is(senseModifier); m != nil && it.conj == "" {
		t.former = t.former || c.w.former(m.id)
		return true
	}
	s := it.is(senseNationality)
	if s == nil || it.conj != "" && !(t.several && len(t.states) > 0) {
		return false
	}
	c.addState(t, j, s.id)
	return true
}

// nextOffice reads one more office of the title; ok is false if item j is none.
func (c *chunker) nextOffice(t *title, j int) (n int, ok bool) {
	it := &c.items[j]
	o := it.is(senseOffice)
	if o == nil || it.prep != "" {
		return 0, false
	}
	if c.sovereign(t, it, o) {
		return 1, true
	}
	if o.feat&several != 0 || t.several {
		return 0, false
	}
	if it.conj != "" {
		if n, elsewhere := c.secondTitle(t, j); elsewhere {
			return n, true
		}
		if j+1 >= len(c.items) {
			return 0, false
		}
	}
	if it.conj != "" && it.def && !c.items[j-1].punct(",") && c.other(t, o.id) {
		return 0, true // "the foreign minister and the president X": two people
	}
	t.offices = append(t.offices, o.id)
	return 1, true
}

// partyIn notes the party that an adjective among tokens [from, to) of the title of a member of parliament names.
func (c *chunker) partyIn(t *title, from, to int) bool {
	if class := c.w.class(t.office()); class != "legislator" && class != "governor" {
		return false
	}
	for k := from; k < to; k++ {
		for _, r := range c.lex.readings(c.d.tokens[k].Norm, nil) {
			for _, p := range c.lex.phrases(r.stem) {
				if s := &p.sense; r.prep == "" && r.conj == "" && len(p.rest) == 0 && s.kind == senseWord && s.word.POS == "partyadj" {
					t.party = c.d.known(s.word.Class)
					t.partyName = c.d.cut(k, k+1)
					return true
				}
			}
		}
	}
	return false
}

// sovereign notes whose envoy it is that another office sends, if only one state has that office: "the ambassador of the Custodian
// of the Two Holy Mosques".
func (c *chunker) sovereign(t *title, it *item, o *sense) bool {
	id := c.w.office(o.id).State
	if id == "" || it.conj != "" || len(t.states) > 0 || !c.w.envoy(t.office()) {
		return false
	}
	e := c.d.known(id)
	t.states = append(t.states, e)
	t.marked = append(t.marked, marked{ent: e, from: it.from, to: it.from})
	return true
}

func (c *chunker) addState(t *title, j int, id string) {
	e := c.d.known(id)
	t.states = append(t.states, e)
	it := &c.items[j]
	t.marked = append(t.marked, marked{e, it.from, it.to, &it.reading})
}
