package extract

import (
	"slices"

	"mithaq/extract/lang"
	"mithaq/graph"
)

// relations reads the clauses of the article in order and notes the acts in them.
func (d *document) relations() {
	for _, s := range d.sents {
		d.prepare(s)
		s.clauses = d.clauses(s)
		var prev *clause
		for _, c := range s.clauses {
			d.subject(s, c, prev)
			d.partners(s, c)
			d.acts(s, c)
			d.remember(s, c)
			if !c.bare || prev == nil {
				prev = c // behind "a speech that he gave" the clause around it goes on
			}
		}
	}
}

// gather notes three or more states named together as "these states".
func (d *document) gather(a []*entity) {
	if len(a) < 3 || slices.ContainsFunc(a, func(e *entity) bool { return e.label != graph.LabelState }) {
		return
	}
	d.talk.group = a
}

// remember updates who speaks and which two are spoken of.
func (d *document) remember(s *sentence, c *clause) {
	for k := c.from; k < c.to; k++ {
		if ch := s.chunks[k]; ch.kind == chunkActor && len(ch.actors) == 2 {
			d.pair(ch.actors)
		} else if ch.kind == chunkActor {
			d.gather(ch.actors)
		} else if ch.kind == chunkRef && ch.title != nil {
			d.gather(ch.title.states)
		}
	}
	if len(c.subj) == 1 && c.explicit && c.subj[0].label == graph.LabelPerson {
		d.talk.person = c.subj[0]
	}
	if c.verb >= 0 && c.explicit && c.blocked && tells(s.chunks[c.verb]) && unnamed(s, c) {
		d.talk.speaker = nil
	}
	if len(c.subj) == 0 || c.verb < 0 || !c.explicit {
		return
	}
	if tells(s.chunks[c.verb]) && c.kind != clauseRel && c.kind != clauseContent {
		d.talk.speaker = c.subj
	}
	if c.kind == clauseMain || c.kind == clauseCoord {
		d.talk.subject = c.subj
	}
}

// pair notes two actors named together as "the two sides" or "the two presidents".
func (d *document) pair(a []*entity) {
	if a[0].label == "Person" && a[1].label == "Person" {
		d.talk.people = a
	}
	if x, y := d.sidesOf(a[:1]), d.sidesOf(a[1:]); len(x) == 1 && len(y) == 1 && x[0] != y[0] {
		d.talk.sides = []*entity{x[0], y[0]}
	}
}

// acts applies the frames to every trigger of a clause.
func (d *document) acts(s *sentence, c *clause) {
	for k := c.from; k < c.to; k++ {
		ch := s.chunks[k]
		if ch.word == nil || ch.kind == chunkActor {
			continue
		}
		switch ch.kind {
		case chunkEvent:
			d.eventNoun(s, c, k)
		case chunkDeal:
			d.dealNoun(s, c, k)
		case chunkNoun:
			d.signingNoun(s, c, k)
		}
	}
	if c.cond {
		return
	}
	for k := c.from; k < c.to; k++ {
		d.attendedSigning(s, c, k)
	}
	d.sittings(s, c)
	d.duties(s, c)
	d.judge(s, c)
	d.membership(s, c)
	d.partOf(s, c)
	for k := c.from; k < c.to; k++ {
		ch := s.chunks[k]
		if ch.word == nil || ch.kind == chunkActor {
			continue
		}
		for _, w := range ch.triggers() {
			for _, f := range d.eng.frames[w.Class] {
				if ch.kind == chunkEvent && f.Flag("event") != "" {
					continue // the event itself tells who met or went where
				}
				if d.act(s, c, k, w, f) {
					break
				}
			}
		}
	}
}

// triggers returns the words of a chunk that may carry a frame, one per class.
func (c *chunk) triggers() []*lang.Word {
	var out []*lang.Word
	for x := range c.carrying {
		if !slices.ContainsFunc(out, func(w *lang.Word) bool { return w.Class == x.Class }) {
			out = append(out, x)
		}
	}
	return out
}

// carrying yields the words of a chunk that may carry a frame, also several of one class.
func (c *chunk) carrying(yield func(*lang.Word) bool) {
	if c.word != nil && c.word.Class != "" && c.word.POS != "func" && !yield(c.word) {
		return
	}
	for _, s := range c.senses {
		if s.kind == senseWord && s.word.Class != "" && s.word.POS != "func" && s.word.POS != "judge" && !yield(s.word) {
			return
		}
	}
}

// ofClass tells whether one of the words that a chunk may be has one of the classes.
func (c *chunk) ofClass(classes ...string) bool {
	for w := range c.carrying {
		if slices.Contains(classes, w.Class) {
			return true
		}
	}
	return false
}

// framed tells whether one of the frames of the words that a chunk may be is such a one.
func (d *document) framed(ch *chunk, such func(*lang.Frame) bool) bool {
	for w := range ch.carrying {
		if slices.ContainsFunc(d.eng.frames[w.Class], such) {
			return true
		}
	}
	return false
}

// bareFirst tells whether a frame first of all takes an object without a preposition.
func bareFirst(f *lang.Frame) bool { return len(f.Object) > 0 && f.Object[0] == "bare" }

// deed is one frame applied to one trigger: who acts upon whom, as far as it is known.
type deed struct {
	subj, objects []*entity
	own           bool // the act names its doer itself
	accused       bool // only an accusation tells it
	mutual        bool // the objects are the other ones of those who do it together
	crowd         bool // too many do it together for each pair to be named
	at            int  // chunk of the object
	status        graph.Status
}

// act applies one frame to the trigger at chunk k and tells whether it gave a fact.
func (d *document) act(s *sentence, c *clause, k int, w *lang.Word, f *lang.Frame) bool {
	switch {
	case f.Has("pair") && w.POS != "verb":
		return d.pairAct(s, c, k, f)
	case !d.accompanied(s, c, k, f):
		return false
	case f.Has("group"):
		return d.gathers(s, c, k, f)
	case f.Has("duty"):
		return d.duty(s, c, k, f)
	case w.POS == "masdar" && denied(s, k), k != c.verb && possible(s, k):
		return false // "not attending", "possible attacks"
	case w.POS == "agent" && k != c.verb && !s.chunks[k].def && !predicate(s, c, k):
		return false // "demonstrators": no act of the clause
	}
	a := deed{at: k}
	if !d.actors(s, c, k, w, f, &a) || !d.certainty(s, c, k, f, &a) {
		return false
	}
	if f.Relation == "PARTICIPATED_IN" {
		return d.takePart(s, c, k, f, &a)
	}
	if p := d.speaking(s, c, k, f, a.subj); p != nil {
		a.subj = append([]*entity{p}, a.subj...)
	}
	found := false
	for _, p := range a.pairs() {
		found = d.state(s, c, k, f, &a, p[0], p[1]) || found
	}
	if found || a.crowd {
		d.actEvent(s, c, k, max(a.at, k), f, a.subj, a.objects, a.status)
	}
	return found
}

// actors finds subject and object of a deed.
func (d *document) actors(s *sentence, c *clause, k int, w *lang.Word, f *lang.Frame, a *deed) bool {
	switch {
	case w.POS == "patient":
		a.subj, a.objects, a.at = d.passive(s, c, k, f)
		a.own = true
	case w.POS == "agent" && s.chunks[k].def && k != c.verb:
		a.subj, a.own = d.described(s, c, k), true
	case d.byDoer(s, c, k, w, f, a):
		a.own = true
	case w.POS == "masdar" && k > c.verb && d.verbIs(s, c, "undergo"):
		a.subj, a.at = d.giver(s, c, k)
		a.objects, a.own = c.subj, true // "Iran faces American sanctions", "received the congratulations of"
	case w.POS == "masdar":
		if a.subj, a.objects, a.at = d.imposed(s, c, k, f); a.subj != nil {
			a.own = true
			break
		}
		fallthrough
	default:
		a.subj, a.own = d.actSubject(s, c, k, w, f)
	}
	if a.subj = ofLabel(a.subj, f, "subject"); len(a.subj) == 0 {
		return false
	}
	if a.objects == nil {
		a.objects, a.at = d.actObject(s, c, k, w, f, a.subj)
	}
	if a.objects == nil {
		if by, at := d.answered(s, c, k, f, a.subj); by != nil && by[0] != nil {
			a.objects, a.at = by, at
		}
	}
	if a.objects == nil && f.Has("mutual") && k == c.verb && len(a.subj) > 1 && w.Feat&lang.First == 0 {
		together(a) // "the two ministers met"
	}
	if !a.own {
		if by := d.accused(s, c, k); by != nil {
			a.subj, a.own, a.accused = by, true, true
		} else if by := d.judgedFor(s, c, k); by != nil {
			a.subj, a.own, a.accused = by, true, false
		}
	}
	if f.Has("states") {
		a.subj = d.sidesOf(a.subj)
		if f.Relation == "COOPERATES_WITH" {
			a.objects = d.sidesOf(a.objects)
		}
	}
	a.objects = d.owners(f, ofLabel(a.objects, f, "object"))
	d.delegates(s, c, k, f, a)
	return len(a.objects) > 0
}

// certainty sets the status of a deed, or tells that the text does not say that it is done.
func (d *document) certainty(s *sentence, c *clause, k int, f *lang.Frame, a *deed) bool {
	var ok bool
	if a.status, ok = d.status(s, c, k, f, a.own); !ok {
		return false
	}
	if !a.own && k != c.verb {
		if f.Has("own") || f.Relation == "SIGNED" && d.witnesses(s, c) || d.told(s, c, f, a.subj) || d.beyond(s, k, f) || !d.governs(s, c, k) || (f.Relation == "PARTICIPATED_IN" || f.Relation == "SIGNED") && !d.sets(s, c, k) {
			return false
		}
		switch d.unreal(s, c, k) {
		case "":
		case "plan":
			a.status = graph.Planned
		default:
			if f.Relation == "PARTICIPATED_IN" || !d.wanted(s, c, k, f) {
				return false
			}
			a.status = graph.Planned
		}
	}
	if a.accused {
		a.status = graph.Alleged
	}
	return true
}

// state notes one fact of a deed if the relation may stand between the two.
func (d *document) state(s *sentence, c *clause, k int, f *lang.Frame, a *deed, x, y *entity) bool {
	if !fits(f.Relation, x, y) || ownBody(x, y) || ownState(x, y) || f.Relation == "DEMANDS" && d.calledOwn(s, c, y) {
		return false
	}
	date, _ := d.whenIn(s, c, k, 0)
	if a.status == graph.Asserted && d.ahead(date) {
		a.status = graph.Planned
	}
	d.relate(fact{typ: f.Relation, subj: x, obj: y, status: a.status, date: date, sent: s,
		from: s.chunks[c.from].from, to: s.chunks[max(a.at, c.to-1)].to, rule: frameRule(f)})
	if y.act != nil {
		y.act.bare, y.act.needed = false, true
	}
	if f.Relation == "SIGNED" {
		y.act.signed = y.act.signed || a.status == graph.Asserted
		y.act.join(d.parties([]*entity{x}))
	}
	return true
}

// fits tells whether a relation may stand between two entities.
func fits(typ string, a, b *entity) bool {
	t, ok := graph.RelationOf(typ)
	return a != b && ok && slices.Contains(t.Subjects, a.label) && slices.Contains(t.Objects, b.label)
}
