package extract

import (
	"mithaq/extract/lang"
	"mithaq/graph"
)

// discourse is what the article has led the reader to expect at a point: who speaks, which two sides are meant.
type discourse struct {
	speaker []*entity // subject of the last verb of saying
	subject []*entity // subject of the last main clause
	sides   []*entity // the two states last named together
	people  []*entity // the two people last named together
	person  *entity   // the person last spoken of as a subject
	group   []*entity // the three or more states last named together
	event   *entity   // the event spoken of
	deal    *entity
}

// resolve returns the actors that a chunk stands for, and whether they are only an unnamed part of a state.
func (d *document) resolve(c *chunk, cl *clause) (actors []*entity, weak bool) {
	switch c.kind {
	case chunkActor:
		return c.actors, c.weak
	case chunkRef:
	default:
		return nil, false
	}
	switch {
	case c.title != nil && c.title.group != nil:
		return d.statesOf(c.title.group), true
	case c.title != nil:
		return d.official(c.title)
	case c.word.POS == "ref" && c.word.Class == "sides":
		if c.to-c.from == 1 && !c.def && c.poss == nil {
			return nil, false // "some countries"
		}
		return d.bothSides(), false
	case c.meansStates():
		return d.statesOf(c), true
	case c.meansPeople() && len(c.actors) > 0:
		return d.ofStates(c.actors), true
	case c.meansPeople():
		return d.bothPeople(c), false
	case c.word.POS == "ref" && c.word.Class == "he":
		if d.talk.person != nil {
			return []*entity{d.talk.person}, false
		}
	case c.word.POS == "kinref" && c.word.Class == "country" && c.poss != nil:
		return d.country(cl), false
	}
	return nil, false
}

// official finds whom a title without a name means: the person of the article who holds it, else the state itself.
func (d *document) official(t *title) (actors []*entity, weak bool) {
	target := t.target(d.eng.world)
	if t.several {
		if target != nil && len(t.states) < 2 {
			return []*entity{target}, true
		}
		return t.states, true
	}
	class := d.eng.world.class(t.offices[0])
	for i := len(d.entities) - 1; i >= 0; i-- {
		e := d.entities[i]
		if e.label != "Person" || e.count == 0 {
			continue
		}
		for _, c := range e.titles {
			if c == class && class != "" && (target == nil || e.nation == target.id || d.factKeys["HOLDS_OFFICE|"+itoa(e.n)+"|"+itoa(target.n)] != nil) {
				return []*entity{e}, false
			}
		}
	}
	if class == "minister" && target != nil {
		if e := d.someMinister(target); e != nil {
			return []*entity{e}, false
		}
	}
	if class == "official" && t.lead.def {
		if e := d.speakerFrom(target); e != nil {
			e.mention(d.cut(t.from, t.to), e.sent)
			e.count-- // no more than a word for him
			return []*entity{e}, false
		}
	}
	if target != nil && !t.former {
		if e := d.officeHolder(t, target); e != nil {
			return []*entity{e}, false
		}
		return []*entity{target}, true
	}
	return nil, false
}

// speakerFrom returns the person who speaks, if he is of a state: "the Chinese official" after what the Chinese premier said.
func (d *document) speakerFrom(state *entity) *entity {
	if state == nil || len(d.talk.speaker) != 1 {
		return nil
	}
	e := d.talk.speaker[0]
	if e.label != graph.LabelPerson || e.nation != state.id {
		return nil
	}
	return e
}

// country returns the state of whoever speaks or acts in the clause: "his country".
func (d *document) country(cl *clause) []*entity {
	for c := cl; c != nil; c = c.parent {
		if s := d.states(c.subj); s != nil {
			return s
		}
	}
	if s := d.states(d.talk.speaker); s != nil {
		return s
	}
	return d.states(d.talk.subject)
}

// states returns the state of a single actor.
func (d *document) states(actors []*entity) []*entity {
	if len(actors) != 1 {
		return nil
	}
	if s := d.stateOf(actors[0]); s != nil {
		return []*entity{s}
	}
	return nil
}

// stateOf returns the state that an actor is or belongs to, if the article names it.
func (d *document) stateOf(e *entity) *entity {
	if e.label == "State" {
		return e
	}
	if e.nation != "" {
		if s := d.byKey[e.nation]; s != nil && s.count > 0 {
			return s
		}
	}
	return nil
}

// subject finds the subject of a clause: after the verb, before it, or carried on.
func (d *document) subject(s *sentence, c *clause, prev *clause) {
	if c.verb < 0 {
		d.verbless(s, c)
		return
	}
	if c.kind == clausePart {
		d.partSubject(s, c, prev)
		return
	}
	if a := d.quoted(s, c); a != nil {
		c.subj, c.explicit = a, true
		return
	}
	v := s.chunks[c.verb]
	if v.word.Feat&lang.First != 0 {
		c.subj = d.firstPerson(c)
		return
	}
	if a := d.plainSubject(s, c); a != nil {
		c.subj, c.explicit = a, true
		return
	}
	if d.behindVerb(s, c, prev) {
		return
	}
	if a := d.beforeVerb(s, c); a != nil {
		c.subj, c.explicit = a, true
		return
	}
	if a := d.late(s, c, prev); a != nil {
		c.subj, c.explicit = a, true
		return
	}
	c.explicit = false
	if c.kind != clauseRel && d.nominal(s, c) {
		c.blocked = true
		return
	}
	c.subj = d.inherited(s, c, prev, v)
}

// onlyObject tells whether the single actor behind a transitive verb is its object: the clause carries a subject on that fits the
// verb, and nothing else in it could be the object. "Tehran expressed its concern and demanded [of] London ...".
func (d *document) onlyObject(s *sentence, c, prev *clause, a []*entity) bool {
	v := s.chunks[c.verb]
	subj := d.inherited(s, c, prev, v)
	if v.poss != nil || prev == nil && !(v.conj != "" && d.becauseOf(s, c)) {
		return false // a sentence that opens with a verb names its subject
	}
	if len(subj) == 0 || same(subj, a) || !d.genderFits(v, subj) || v.word.Feat&lang.Past == 0 && c.kind == clauseMain {
		return false
	}
	for k := c.verb + 1; k < c.to && k <= c.verb+7; k++ {
		if ch := s.chunks[k]; ch.marker == "" && s.chunks[k-1].marker == "" && (ch.kind == chunkWord || ch.kind == chunkNoun || ch.kind == chunkDeal || ch.kind == chunkEvent) {
			return false // something else can be the object
		}
	}
	for _, f := range d.eng.frames[v.word.Class] {
		if len(f.Object) == 0 || f.Object[0] != "bare" {
			continue
		}
		if o, _ := d.actObject(s, c, c.verb, v.word, f, a); o == nil || same(o, a) {
			return true
		}
	}
	return false
}

// becauseOf tells whether a reason stands behind the first actor after the verb: "and criticised the Council because of its silence".
func (d *document) becauseOf(s *sentence, c *clause) bool {
	for k := c.verb + 1; k+1 < c.to && k <= c.verb+3; k++ {
		if s.chunks[k].kind == chunkActor {
			return d.eng.role(s.chunks[k+1].preposition()) == "because"
		}
	}
	return false
}

// firstPerson returns who says "we" or "I".
func (d *document) firstPerson(c *clause) []*entity {
	for p := c.parent; p != nil; p = p.parent {
		if len(p.subj) > 0 {
			return p.subj
		}
	}
	return d.talk.speaker
}

// fronted returns the actor that opens the clause before its verb and fits it: "China accuses the United States".
func (d *document) fronted(s *sentence, c *clause) []*entity {
	for k := c.from; k < c.verb; k++ {
		ch := s.chunks[k]
		if ch.kind == chunkFunc || ch.kind == chunkPunct || ch.kind == chunkDate {
			continue
		}
		if ch.marker != "" || ch.adj || ch.kind != chunkActor && ch.kind != chunkRef {
			return nil
		}
		a, _ := d.resolve(ch, c.parent)
		if a != nil && a[0].label == graph.LabelPlace {
			continue
		}
		if a != nil && d.agreesBehind(s.chunks[c.verb], ch, a) {
			return a
		}
		return nil
	}
	return nil
}

// nominal tells whether something that is no actor stands before the verb where its subject would: "that the talks will lead to".
func (d *document) nominal(s *sentence, c *clause) bool {
	for k := c.from; k < c.verb; k++ {
		ch := s.chunks[k]
		switch ch.kind {
		case chunkWord, chunkEvent, chunkDeal, chunkNoun, chunkRef:
			if ch.marker == "" && !ch.fn("adv") {
				return true
			}
		}
	}
	return false
}

// verbless takes the first unmarked actor as the subject of a clause without a verb: headlines, nominal sentences.
func (d *document) verbless(s *sentence, c *clause) {
	for k := c.from; k < c.to; k++ {
		ch := s.chunks[k]
		if ch.marker != "" || ch.kind == chunkFunc || ch.kind == chunkPunct {
			continue
		}
		if a, weak := d.resolve(ch, c.parent); a != nil && !ch.adj {
			c.subj, c.weak, c.explicit = a, weak, true
			return
		}
		if ch.kind == chunkNoun || ch.kind == chunkEvent || ch.kind == chunkDeal {
			break
		}
	}
	switch a := d.source(s, c); {
	case a != nil:
		c.subj, d.talk.speaker = a, a
	case c.kind == clauseRel && d.dueIn(s, c):
		c.subj = d.antecedent(s, c) // "who is expected to attend"
	case c.parent != nil && c.kind == clauseContent:
		c.subj = c.parent.subj
	}
}

// afterVerb looks for the subject right after the verb. blocked tells that something that is no actor stands there.
func (d *document) afterVerb(s *sentence, c *clause) (actors []*entity, weak, blocked bool) {
	for k := c.verb + 1; k < c.to && k < c.verb+6; k++ {
		ch := s.chunks[k]
		switch ch.kind {
		case chunkActor, chunkRef:
			if ch.place && d.inside(ch) {
				continue
			}
			if ch.marker != "" || ch.adj {
				return nil, false, false
			}
			a, weak := d.resolve(ch, c.parent)
			if !d.agrees(s.chunks[c.verb], ch, a) {
				return nil, false, false
			}
			a = d.andOthers(s, c, k, a)
			return a, weak, a == nil
		case chunkFunc:
			if ch.fn("adv") || ch.fn("pp") || ch.fn("all") || ch.fn("aux") || ch.fn("may") || ch.fn("dem") {
				continue
			}
			return nil, false, ch.fn("other") || ch.fn("any")
		case chunkDate:
			continue
		case chunkPunct:
			if ch.isPunct(",") || ch.isPunct(`"`) {
				continue
			}
			return nil, false, false
		case chunkPrep:
			if k+1 < c.to && s.chunks[k+1].place && d.inside(s.chunks[k+1]) {
				continue // "in Cairo", before the subject
			}
			return nil, false, false
		case chunkWord, chunkDeal, chunkEvent:
			if ch.kind != chunkWord && ch.marker == "" && !ch.speaks() && d.judgesDeals(s.chunks[c.verb]) {
				return nil, false, false // an agreement is supported or refused, it does not do so itself
			}
			if ch.marker != "" || c.ofRelative() && ch.kind != chunkWord && holding(s.chunks[c.verb]) { // "who chaired the summit"
				return nil, false, false
			}
			if a := d.speaksFor(s, c, k); a != nil {
				return a, true, false
			}
			if n := k + 1; ch.kind == chunkWord && n < c.to && s.chunks[n].adj && s.chunks[n].from == ch.to {
				return s.chunks[n].actors, true, false // "Israeli security": a part of the state
			}
			return nil, false, !d.objectOnly(s, c, ch)
		default:
			return nil, false, false
		}
	}
	return nil, false, false
}

// beforeVerb returns the nearest unmarked actor before the verb in its clause.
func (d *document) beforeVerb(s *sentence, c *clause) []*entity {
	for k := c.verb - 1; k >= c.from; k-- {
		ch := s.chunks[k]
		if ch.adj && k > c.from && s.chunks[k-1].kind == chunkWord && s.chunks[k-1].marker == "" && s.chunks[k-1].to == ch.from {
			return ch.actors // "the Turkish air force": a part of the state
		}
		if ch.marker != "" || ch.adj {
			continue
		}
		if a, _ := d.resolve(ch, c.parent); a != nil {
			return a
		}
	}
	return nil
}
