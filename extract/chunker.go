package extract

import (
	"mithaq/extract/lang"
	"mithaq/extract/text"
)

// chunker reads the items of one sentence as chunks and counts the mentions in them.
type chunker struct {
	d      *document
	s      *sentence
	w      *world
	lex    *lexicon
	items  []item
	titled bool // a title stands before the name that is looked for
	pass2  bool // the people of the article are known
	out    []*chunk
}

func (c *chunker) run() []*chunk {
	quoted := false
	for i := 0; i < len(c.items); {
		at := len(c.out)
		n := c.chunkAt(i)
		if c.items[i].punct(`"`) {
			quoted = !quoted
		}
		for _, k := range c.out[at:] {
			k.quoted = quoted
		}
		i += max(n, 1)
	}
	return c.out
}

// chunkAt reads the chunk at item i and returns the number of its items.
func (c *chunker) chunkAt(i int) int {
	it := &c.items[i]
	if it.kind == text.Punct {
		c.push(&chunk{kind: chunkPunct, from: it.from, to: it.to, reading: reading{stem: it.norm}})
		return 1
	}
	for _, read := range []func(int) int{c.personChunk, c.orgChunk, c.sideChunk, c.capitalChunk, c.stateChunk, c.nameChunk} {
		if n := read(i); n > 0 {
			return n
		}
	}
	return c.wordChunk(i)
}

func (c *chunker) push(k *chunk) *chunk {
	c.out = append(c.out, k)
	return k
}

// actor pushes an actor chunk over items [i, i+n) and counts the mention.
func (c *chunker) actor(e *entity, i, n int) *chunk {
	it := &c.items[i]
	k := c.push(&chunk{kind: chunkActor, from: it.from, to: c.items[i+n-1].to, reading: it.reading, actors: []*entity{e}})
	e.mention(c.d.cutAfter(k.from, k.to, &it.reading), c.s)
	return k
}

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
	honorific := c.honorifics(j)
	e, n := c.nameAt(j+honorific, true, t)
	j += honorific
	if e == nil && j < len(c.items) && c.items[j].punct(",") {
		e, n, j = c.nameBehind(j, t)
	}
	c.countTitle(t)
	if e == nil {
		it := &c.items[i]
		c.push(&chunk{kind: chunkRef, from: t.from, to: t.to, reading: it.reading, title: t, senses: it.senses})
		return j - honorific - i
	}
	if t.several {
		return c.several(t, i, j, e, n)
	}
	k := c.person(e, i, j, n)
	k.title = t
	c.d.holds(e, t, c.s)
	end := j + n
	for m := c.alike(k, t, end); m > 0; m = c.alike(k, t, end) {
		end += m
	}
	if end == j+n {
		end += c.apposition(k, end)
	}
	return end - i
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
	at += c.honorifics(at)
	if at < len(c.items) && c.items[at].is(senseOffice) != nil && c.items[at].conj == "" && c.items[at].prep == "" {
		if second, next := c.titleAt(at); second != nil && !second.several && second.target(c.w) == nil {
			at = next + c.honorifics(next)
		}
	}
	if e, n := c.nameAt(at, true, t); e != nil && (n > 1 || e.id != "" || e.count > 0) {
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
		return 0
	}
	other := *t
	other.states, other.orgs, other.marked = nil, nil, nil
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

// acts tells whether an item that is written like a title is rather a verb or a verbal noun: "asked" and "student", "help" and
// "assistant (f)".
func (c *chunker) acts(i int) bool {
	it := &c.items[i]
	o := it.is(senseOffice)
	if o == nil || it.def {
		return false
	}
	if it.word("masdar") != nil && it.prep != "" {
		return true
	}
	return it.word("verb") != nil && it.prep == "" && c.w.class(o.id) == "other" && !c.nameStart(i+1, true)
}

// person pushes a person named by items [j, j+n) with the chunk starting at item i.
func (c *chunker) person(e *entity, i, j, n int) *chunk {
	it := &c.items[j]
	e.mention(c.d.cutAfter(it.from, c.items[j+n-1].to, &it.reading), c.s)
	return c.push(&chunk{kind: chunkActor, from: c.items[i].from, to: c.items[j+n-1].to, reading: c.items[i].reading, actors: []*entity{e}})
}

// several reads the names after a title in the dual or plural: each holds it, in his own state if states are given in order.
func (c *chunker) several(t *title, i, j int, e *entity, n int) int {
	k := c.person(e, i, j, n)
	k.title = t
	people := []*entity{e}
	j += n
	for j < len(c.items) {
		step := 0
		if c.items[j].punct(",") {
			step = 1
		}
		if j+step >= len(c.items) || c.items[j+step].conj == "" && step == 0 && !c.joined(j) {
			break
		}
		next, m := c.nameAt(j+step, true, t)
		if next == nil {
			break
		}
		it := &c.items[j+step]
		next.mention(c.d.cutAfter(it.from, c.items[j+step+m-1].to, &it.reading), c.s)
		people = append(people, next)
		j += step + m
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
	for i+n < len(c.items) && c.items[i+n].is(senseHonorific) != nil && c.items[i+n].prep == "" {
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
	t, j := c.titleAt(i)
	if t == nil || t.several || t.target(c.w) == nil && k.title != nil && !c.w.governmental(t) {
		return 0
	}
	if e, n := c.nameAt(j+c.honorifics(j), true, t); e != nil && n > 0 {
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
}

// nameChunk reads a person without a title before the name.
func (c *chunker) nameChunk(i int) int {
	h := c.honorifics(i)
	e, n := c.nameAt(i+h, h > 0, nil)
	if e == nil {
		if h > 0 {
			it := &c.items[i]
			c.push(&chunk{kind: chunkWord, from: it.from, to: it.to, reading: it.reading, senses: it.senses})
			return 1
		}
		return 0
	}
	k := c.person(e, i, i+h, n)
	return h + n + c.apposition(k, i+h+n)
}

// orgChunk reads an organization.
func (c *chunker) orgChunk(i int) int {
	e, n := c.orgAt(i)
	if e == nil {
		return 0
	}
	c.actor(e, i, n)
	return n
}

// sideChunk reads a state named by its government, side or people: "the Russian side", "the government of Iraq".
func (c *chunker) sideChunk(i int) int {
	it := &c.items[i]
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
	if s == nil {
		return 0
	}
	k := c.actor(c.d.known(s.id), i, 2)
	if nx.is(senseNationality) != nil {
		k.actors[0].mention(c.d.cutAfter(nx.from, nx.to, &nx.reading), c.s)
	}
	return 2
}

// capitalChunk reads "the Iraqi capital", with or without its name.
func (c *chunker) capitalChunk(i int) int {
	it := &c.items[i]
	if it.word("capital") == nil || i+1 >= len(c.items) {
		return 0
	}
	nx := &c.items[i+1]
	s := nx.is(senseNationality)
	if s == nil || nx.prep != "" || nx.conj != "" {
		return 0
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
			if c.located(i) {
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
	if i == 0 || it.prep != "" {
		return c.w.locative(it.prep)
	}
	p := &c.items[i-1]
	return p.fn("prep") != nil && c.w.locative(p.stem) || p.word("placehead") != nil
}

// wordChunk reads anything else: a verb, a noun with a class, a function word, a plain word.
func (c *chunker) wordChunk(i int) int {
	it := &c.items[i]
	k := &chunk{from: it.from, to: it.to, reading: it.reading, senses: it.senses, poss: it.after}
	verb := it.word("verb") != nil && !it.def && !c.governed() && !c.nominal(i)
	switch {
	case c.verbAfterAll(i):
		k.kind, k.word, k.senses = chunkVerb, it.word("verb"), it.verbs()
	case it.word("func") != nil:
		k.kind = chunkFunc
		if it.fn("prep") != nil {
			k.kind = chunkPrep
		}
		k.word = it.word("func")
	case verb && c.actorAt(i+1):
		k.kind, k.word = chunkVerb, it.word("verb")
	case it.word("event") != nil:
		k.kind, k.word = chunkEvent, it.word("event")
	case it.word("deal") != nil:
		k.kind, k.word = chunkDeal, it.word("deal")
	case it.word("ref", "kinref") != nil:
		k.kind, k.word = chunkRef, it.word("ref", "kinref")
	case verb:
		k.kind, k.word = chunkVerb, it.word("verb")
	case it.word("masdar") != nil:
		k.kind, k.word = chunkNoun, it.word("masdar")
	case it.word("agent", "patient") != nil:
		k.kind, k.word = chunkAgent, it.word("agent", "patient")
	}
	c.push(k)
	return 1
}

// nominal tells whether an item that is written like a verb and like its verbal noun is the noun: with a preposition, after a verb
// or noun, or before something that is no actor inside a sentence.
func (c *chunker) nominal(i int) bool {
	it := &c.items[i]
	if it.word("masdar") == nil {
		return false
	}
	if it.prep != "" || len(c.out) == 0 {
		return it.prep != ""
	}
	switch last := c.out[len(c.out)-1]; last.kind {
	case chunkVerb, chunkNoun, chunkPrep, chunkAgent:
		return true
	case chunkActor:
		if n := len(c.out); n > 1 && c.out[n-2].kind == chunkVerb && last.prep == "" && it.conj == "" && it.word("verb").Feat&lang.Past != 0 {
			return true // "plans Japan the imposing of": no second verb follows without a conjunction
		}
	case chunkFunc:
		return last.fn("all") || last.fn("dem") || last.fn("comp") && it.word("verb").Feat&lang.Past != 0
	}
	if i+1 >= len(c.items) {
		return true
	}
	nx := &c.items[i+1]
	return nx.first(func(s *sense) bool {
		return s.kind == senseName || s.kind == senseOffice || s.kind == senseFamily || s.kind == senseGovernment
	}) == nil &&
		nx.word("side", "ref", "kinref") == nil
}

// governed tells whether the last chunk is a preposition: no verb follows one.
func (c *chunker) governed() bool {
	return len(c.out) > 0 && c.out[len(c.out)-1].kind == chunkPrep
}

// holds tells whether a sense may be taken at item i: a weak name needs what its rule asks for around it.
func (c *chunker) holds(s *sense, i int) bool {
	return s.weak == nil || s.weak.holds(c, i)
}

// actorAt tells whether item i begins the name or title of an actor, or a reference to one.
func (c *chunker) actorAt(i int) bool {
	if i >= len(c.items) {
		return false
	}
	nx := &c.items[i]
	return nx.prep == "" && (nx.word("side", "ref", "kinref", "body", "given") != nil || nx.first(func(s *sense) bool {
		return s.kind == senseName || s.kind == senseOffice || s.kind == senseFamily || s.kind == senseGovernment || s.kind == senseHonorific
	}) != nil)
}
