package extract

import (
	"mithaq/extract/lang"
	"mithaq/extract/text"
)

// chunker reads the items of one sentence as chunks and counts the mentions in them.
type chunker struct {
	d       *document
	s       *sentence
	w       *world
	lex     *lexicon
	items   []item
	titled  bool // a title stands before the name that is looked for
	apposed bool // the title that is read stands behind the name
	pass2   bool // the people of the article are known
	out     []*chunk

	readings []reading // room for those of the word at hand
}

func (c *chunker) run() []*chunk {
	quoted := false
	for i := range c.items {
		c.respell(i)
		c.relVerb(i)
	}
	c.out = make([]*chunk, 0, len(c.items))
	for i := max(c.dateline(), c.sourceLine()); i < len(c.items); {
		at := len(c.out)
		n := c.colophon(i)
		if n == 0 {
			n = c.chunkAt(i)
		}
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

// sourceLine counts the items of "CITY: "NAME"" at the head of the article: where and by whom the report was written.
func (c *chunker) sourceLine() int {
	at := func(k int, mark string) bool { return k < len(c.items) && c.items[k].punct(mark) }
	if at(1, "-") && at(3, ":") && c.s.n <= 1 && c.placeNamed(2) != nil { // "NAME - CITY:"
		return 4
	}
	if n := len(c.items); n > 2 && n < 6 && c.s.n <= 1 && at(n-2, "-") && c.placeNamed(n-1) != nil { // "NAME - CITY" alone
		return n
	}
	if !at(1, ":") || !at(2, `"`) || !at(4, `"`) || c.s.title {
		return 0
	}
	if c.placeNamed(0) == nil {
		return 0
	}
	return 5
}

// dateline counts the items of "PLACE, STATE (AGENCY)" at the head of a sentence: where the report was written.
func (c *chunker) dateline() int {
	at := func(k int, mark string) bool { return k < len(c.items) && c.items[k].punct(mark) }
	if !at(1, ",") || !at(3, "(") || !at(5, ")") || !at(6, "-") || c.items[2].stateSense() == nil {
		return 0
	}
	return 7
}

// colophon counts the items that tell where the report is found: the words for it and the medium behind them.
func (c *chunker) colophon(i int) int {
	if c.items[i].fn("colophon") == nil {
		return 0
	}
	n := 1
	for i+n < len(c.items) && c.items[i+n].kind == text.Word && n < 5 {
		n++
	}
	return n
}

// chunkAt reads the chunk at item i and returns the number of its items.
func (c *chunker) chunkAt(i int) int {
	it := &c.items[i]
	if it.kind == text.Punct {
		c.push(&chunk{kind: chunkPunct, from: it.from, to: it.to, reading: reading{stem: it.norm}})
		return 1
	}
	if c.verbNotName(i) {
		return c.wordChunk(i)
	}
	for _, read := range []func(int) int{c.dateChunk, c.personChunk, c.orgChunk, c.sideChunk, c.capitalChunk, c.placeChunk, c.stateChunk, c.nameChunk, c.farPlace} {
		if n := read(i); n > 0 {
			return n
		}
	}
	return c.wordChunk(i)
}

// verbNotName tells whether the item at i, which may be a verb or a family name, is the verb: its subject, or an event or agreement as
// its object, stands behind it.
func (c *chunker) verbNotName(i int) bool {
	it := &c.items[i]
	if it.word("verb") == nil || it.is(senseFamily) == nil || it.def || it.prep != "" || i+1 >= len(c.items) {
		return false
	}
	return c.actorAt(i+1) || c.items[i+1].word("event", "deal") != nil
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

// wordChunk reads anything else: a verb, a noun with a class, a function word, a plain word.
func (c *chunker) wordChunk(i int) int {
	it := &c.items[i]
	k := c.d.newChunk()
	k.from, k.to, k.reading, k.senses, k.poss = it.from, it.to, it.reading, it.senses, it.after
	if it.unknown() {
		k.reading = c.lex.surely(k.reading)
	}
	verb := it.word("verb") != nil && !it.def && !(it.after != nil && it.word("common") != nil) && !c.governed() && !c.nominal(i)
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
	n := len(c.out)
	for n > 1 && (c.out[n-1].fn("adv") || c.out[n-1].kind == chunkDate) && it.conj == "" {
		n-- // "affirmed again its support"
	}
	switch last := c.out[n-1]; last.kind {
	case chunkVerb, chunkNoun, chunkPrep, chunkAgent:
		return true
	case chunkActor:
		if n > 1 && c.out[n-2].kind == chunkVerb && last.prep == "" && it.conj == "" && it.word("verb").Feat&lang.Past != 0 {
			return true // "plans Japan the imposing of": no second verb follows without a conjunction
		}
	case chunkFunc:
		if last.fn("pp") && n > 1 && c.out[n-2].kind == chunkVerb && it.conj == "" {
			return true // "affirmed to him the support"
		}
		if last.fn("pronoun-comp") || last.fn("may") {
			return false // "that he discussed", "had discussed"
		}
		return last.fn("all") || last.fn("dem") || last.fn("any") || last.fn("comp") && it.word("verb").Feat&lang.Past != 0
	case chunkPunct:
		if it.conj != "" && i+1 < len(c.items) && c.d.eng.role(c.items[i+1].stem) == "with" {
			return false // ", and discussed with"
		}
	}
	if c.fronted(it) {
		return false
	}
	return !c.actorAt(i+1) || it.conj == "" && c.verbBefore()
}

// fronted tells whether the last chunk is an actor that opens the clause and fits the verb that the item may be: "the two spoke".
func (c *chunker) fronted(it *item) bool {
	n := len(c.out) - 1
	last, v := c.out[n], it.word("verb")
	if last.kind != chunkActor || last.adj || last.prep != "" || it.conj != "" || n > 0 && c.out[n-1].kind == chunkPrep || c.verbBefore() {
		return false
	}
	if n > 0 && (c.out[n-1].kind == chunkWord || c.out[n-1].kind == chunkNoun || c.out[n-1].kind == chunkEvent) {
		return false // the actor stands in the genitive
	}
	if v.Feat&lang.Dual != 0 {
		return len(last.actors) == 2 || last.conj != ""
	}
	g := c.d.gender(last, last.actors)
	return g != 0 && v.Feat&g != 0
}

// verbBefore tells whether the clause that is being read has a verb already: what follows it without a conjunction is its object.
func (c *chunker) verbBefore() bool {
	for k := len(c.out) - 1; k >= 0; k-- {
		switch ch := c.out[k]; {
		case ch.kind == chunkVerb:
			return true
		case ch.kind == chunkPunct, ch.fn("comp"), ch.fn("rel"), ch.fn("sub"), ch.fn("also"), ch.fn("turn"):
			return false
		}
	}
	return false
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
