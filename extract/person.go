package extract

// personChunk reads a title with the person who holds it, or a title alone.
func (c *chunker) personChunk(i int) int {
	if c.acts(i) {
		return 0
	}
	t, j := c.titleAt(i)
	if t == nil {
		return 0
	}
	j += c.bracket(j)
	e, n, at := c.holderAt(t, i, j)
	if c.leads(t, e) {
		return c.serving(t, i, at, n, e)
	}
	c.countTitle(t)
	if e == nil {
		c.countBodies(t)
		it := &c.items[i]
		c.push(&chunk{kind: chunkRef, from: t.from, to: t.to, reading: it.reading, title: t, senses: it.senses})
		return j - i
	}
	if t.several {
		return c.several(t, i, at, e, n)
	}
	k := c.person(e, i, at, n)
	k.title = t
	open := t.target(c.w) == nil // the title behind the name may tell whose it is
	if !open {
		c.d.holds(e, t, c.s)
	}
	end := at + n
	for m := c.alike(k, t, end); m > 0; m = c.alike(k, t, end) {
		end += m
	}
	if end == at+n {
		end += c.apposition(k, end)
	}
	if open {
		c.d.holds(e, t, c.s)
	}
	return end - i
}

// holderAt returns the person named behind the title of items [i, j), the number of items of the name and the first of them.
func (c *chunker) holderAt(t *title, i, j int) (e *entity, n, at int) {
	if j >= len(c.items) || t.several && c.w.noPost[t.office()] { // "the martyrs of"
		return nil, 0, j
	}
	honorific := c.honorifics(j)
	at = j + honorific
	if c.items[j].conj == "" {
		e, n = c.nameAt(at, true, t)
	}
	if e != nil && c.sender(t, e, at+n) {
		e, n = nil, 0
	}
	if e == nil && (honorific+len(t.marked) > 0 || c.definite(&c.items[i])) {
		e, n = c.boldName(at)
	}
	if e == nil && at < len(c.items) && (c.items[at].punct(",") || c.items[at].punct(";")) {
		return c.nameBehind(at, t)
	}
	return e, n, at
}

// bracket counts the items of a short bracket at item j: the acronym of a body between the title and the name.
func (c *chunker) bracket(j int) int {
	if j >= len(c.items) || !c.items[j].punct("(") {
		return 0
	}
	for n := 2; n <= 4 && j+n < len(c.items); n++ {
		if c.items[j+n].punct(")") {
			if c.nameStart(j+n+1, true) {
				return n + 1
			}
			return 0
		}
	}
	return 0
}

// nameBehind looks for the name behind the comma at item j that follows a title: with honorifics, or with a second title.
func (c *chunker) nameBehind(j int, t *title) (*entity, int, int) {
	at := j + 1
	if at < len(c.items) && c.items[at].conj != "" { // the next person of a list
		return nil, 0, j
	}
	at += c.honorifics(at)
	if at < len(c.items) && c.items[at].is(senseOffice) != nil && c.items[at].conj == "" && c.items[at].prep == "" {
		if second, next := c.titleAt(at); second != nil && !second.several && second.target(c.w) == nil {
			at = next + c.honorifics(next)
		}
	}
	if e, n := c.nameAt(at, true, t); e != nil && (n > 1 || e.id != "" || e.count > 0) {
		return e, n, at
	}
	if e, n := c.setOff(at); e != nil {
		return e, n, at
	}
	if e, n := c.boldName(at); e != nil && at+n < len(c.items) && c.items[at+n].punct(",") {
		return e, n, at
	}
	return nil, 0, j
}

// alike reads one more holder of the same office, given only by the adjective of another state: "the Qatari ambassador X, and the
// Egyptian Y".
func (c *chunker) alike(k *chunk, t *title, j int) int {
	start := j
	if j < len(c.items) && c.items[j].punct(",") {
		j++
	}
	if j+1 >= len(c.items) || c.items[j].conj == "" || c.items[j].prep != "" {
		return 0
	}
	s := c.items[j].is(senseNationality)
	if s == nil || !c.items[j].def {
		if s = c.items[j].stateSense(); s == nil || len(t.states) == 0 {
			return 0
		}
	}
	other := *t
	other.states, other.orgs, other.marked, other.words = nil, nil, nil, t
	c.addState(&other, j, s.id)
	e, n := c.nameAt(j+1, true, &other)
	if e == nil {
		return 0
	}
	c.countTitle(&other)
	it := &c.items[j+1]
	e.mention(c.d.cutAfter(it.from, c.items[j+n].to, &it.reading), c.s)
	c.d.holds(e, &other, c.s)
	k.actors = append(k.actors, e)
	k.to = c.items[j+n].to
	return j + 1 + n - start
}

// person pushes a person named by items [j, j+n) with the chunk starting at item i.
func (c *chunker) person(e *entity, i, j, n int) *chunk {
	it := &c.items[j]
	e.mention(c.d.cutAfter(it.from, c.items[j+n-1].to, &it.reading), c.s)
	return c.push(&chunk{kind: chunkActor, from: c.items[i].from, to: c.items[j+n-1].to, reading: c.items[i].reading, actors: []*entity{e}})
}

// several reads the names after a title in the dual or plural: each holds it, in his own state if states are given in order or
// before each name.
func (c *chunker) several(t *title, i, j int, e *entity, n int) int {
	k := c.person(e, i, j, n)
	k.title = t
	people := []*entity{e}
	states := len(t.states)
	j += n
	for j < len(c.items) {
		next, m := c.another(t, j, states == len(people))
		if next == nil {
			break
		}
		people = append(people, next)
		j += m
		states = len(t.states)
	}
	k.to, k.actors = c.items[j-1].to, people
	for x, p := range people {
		own := *t
		own.several, own.shared = false, len(t.states) != len(people)
		if len(t.states) == len(people) {
			own.states = t.states[x : x+1]
		} else if len(t.states) > 1 {
			own.states = nil
		}
		c.d.holds(p, &own, c.s)
	}
	return j - i
}

// another reads one more of several who hold a title, at item j, with his state if each has one before his name.
func (c *chunker) another(t *title, j int, each bool) (*entity, int) {
	start := j
	if c.items[j].punct(",") {
		j++
	}
	if j >= len(c.items) || c.items[j].conj == "" && j == start && !c.joined(j) {
		return nil, 0
	}
	state := ""
	if it := &c.items[j]; each && it.conj != "" && it.prep == "" {
		if s := it.is(senseNationality); s != nil && it.def {
			state = s.id
		} else if s := it.stateSense(); s != nil {
			state = s.id
		}
	}
	at := j
	if state != "" {
		at++
	}
	next, m := c.nameAt(at, true, t)
	if next == nil {
		return nil, 0
	}
	if state != "" {
		c.addState(t, j, state)
		st := t.marked[len(t.marked)-1]
		st.ent.mention(c.d.cutAfter(st.from, st.to, st.reading), c.s)
	}
	it := &c.items[at]
	next.mention(c.d.cutAfter(it.from, c.items[at+m-1].to, &it.reading), c.s)
	return next, at + m - start
}

// joined tells whether an unknown word at item j begins with a conjunction that is written onto it.
func (c *chunker) joined(j int) bool {
	for _, r := range c.lex.readings(c.items[j].norm, nil) {
		if r.conj != "" {
			return true
		}
	}
	return false
}

// honorifics counts the honorifics at item i: Dr, Sheikh, General.
func (c *chunker) honorifics(i int) int {
	n := 0
	for i+n < len(c.items) && c.items[i+n].is(senseHonorific) != nil && c.items[i+n].prep == "" && (n == 0 || c.items[i+n].conj == "") {
		n++
	}
	return n
}

// apposition reads a title that follows the name: "Sergei Lavrov, the Russian foreign minister,".
func (c *chunker) apposition(k *chunk, i int) int {
	start := i
	if i < len(c.items) && c.items[i].punct(",") {
		i++
	}
	if i < len(c.items) && i > start && c.items[i].fn("pronoun") != nil { // "X, and he is ..."
		i++
	}
	if i >= len(c.items) || c.items[i].is(senseOffice) == nil || c.items[i].conj != "" && i == start || c.items[i].prep != "" {
		return 0
	}
	c.apposed = true
	t, j := c.titleAt(i)
	c.apposed = false
	if t == nil || t.several || t.target(c.w) == nil && k.title != nil && !c.w.governmental(t) {
		return 0
	}
	if target := t.target(c.w); (c.items[i].conj != "" || i == start && k.title != nil && k.title != t) && target != nil && target.label == "State" && len(t.orgs) == 0 &&
		k.actors[0].nation != "" && k.actors[0].nation != target.id {
		return 0 // the official of another state
	}
	if e, n := c.nameAt(j+c.honorifics(j), true, t); e != nil && n > 0 && c.items[j].conj == "" {
		return 0 // the title belongs to the next name
	}
	c.countTitle(t)
	if k.title == nil {
		k.title = t
	}
	for _, e := range k.actors {
		c.d.holds(e, t, c.s)
	}
	k.to = c.items[j-1].to
	return j - start
}

func (c *chunker) countTitle(t *title) {
	for _, m := range t.marked {
		if m.from == m.to {
			m.ent.mention("", c.s)
			continue
		}
		m.ent.mention(c.d.cutAfter(m.from, m.to, m.reading), c.s)
	}
	for _, a := range t.also {
		c.countTitle(a)
	}
}

// countBodies counts the bodies of states in a title of somebody unnamed: the body itself speaks.
func (c *chunker) countBodies(t *title) {
	for _, m := range t.bodies {
		m.ent.mention(c.d.cutAfter(m.from, m.to, m.reading), c.s)
	}
}

// nameChunk reads a person without a title before the name.
func (c *chunker) nameChunk(i int) int {
	h := c.honorifics(i)
	e, n := c.nameAt(i+h, h > 0, nil)
	if e == nil && h == 0 {
		e, n = c.introduced(i)
	}
	if e == nil {
		if h > 0 && c.items[i].word("ref") == nil {
			it := &c.items[i]
			c.push(&chunk{kind: chunkWord, from: it.from, to: it.to, reading: it.reading, senses: it.senses})
			return 1
		}
		return 0
	}
	k := c.person(e, i, i+h, n)
	return h + n + c.apposition(k, i+h+n)
}
