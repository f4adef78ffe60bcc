package extract

import (
	"slices"
	"strings"

	"mithaq/extract/lang"
	"mithaq/graph"
)

// takers returns who takes part in the event at chunk k.
func (d *document) takers(s *sentence, c *clause, k int, t *tail, place *entity) []*entity {
	ch := s.chunks[k]
	kind, _, _ := strings.Cut(ch.word.Class, ":")
	who := slices.Concat(t.owners, t.agents, t.with)
	if gathering(kind) {
		who = slices.Concat(who, minus(t.bodies, reporters(t.bodies)))
	}
	if ch.poss != nil {
		who = slices.Concat(d.possessor(s, c, ch, t), who)
	}
	if !c.neg && d.joins(s, c, k, t) {
		who = slices.Concat(d.doers(s, c, k), d.partner(s, c, k), who)
	}
	switch kind {
	case "war":
		who = append(who, attacked(t, place)...)
	case "press":
		who = append(who, d.beforePress(c, actorsOnly(who))...)
		if len(t.with) > 0 && len(actorsOnly(who)) == 1 {
			who = append(d.nearest(s, ch), who...) // "her appeal came at a press conference with X"
		}
	case "meeting":
		who = slices.Concat(who, d.wouldMeet(s, c, k, t), d.received(s, c, k, t))
	case "call":
		if d.speaksAt(s, c, k, kind) {
			who = append(who, d.listeners(s, c, k)...)
		}
	}
	who = d.withStates(t, actorsOnly(who))
	if kind == "visit" {
		return d.visitors(s, c, k, t, who, place)
	}
	return who
}

// withStates adds the states of a joint committee to those who take part in its meeting: if no official of theirs does.
func (d *document) withStates(t *tail, who []*entity) []*entity {
	if !talking(t.kind) {
		return who // a session is the committee's own
	}
	for _, e := range who {
		states := minus(d.joint[e], who)
		t.weak = append(t.weak, states...)
		who = append(who, states...)
	}
	return who
}

// wouldMeet returns whose plan the meeting with somebody at chunk k is: "Li's intention [to] meet X".
func (d *document) wouldMeet(s *sentence, c *clause, k int, t *tail) []*entity {
	if who := d.decider(s, c, k); len(who) == 1 && len(t.owners) == 1 && who[0] != t.owners[0] && d.unreal(s, c, k) == "plan" {
		return who
	}
	return nil
}

// attacked returns the states that a war is made on or fought in: they are at war themselves.
func attacked(t *tail, place *entity) []*entity {
	var out []*entity
	for _, e := range append(slices.Clone(t.goal), place) {
		if e != nil && e.label == graph.LabelState {
			out = append(out, e)
		}
	}
	return out
}

// doers returns who holds the event at chunk k: those who make the visit that it belongs to, else the subject of the clause.
func (d *document) doers(s *sentence, c *clause, k int) []*entity {
	for j := k - 1; j >= c.from; j-- {
		if e := s.chunks[j].happen; e != nil && e.kind == "visit" && len(e.act.participants) > 0 && (len(c.subj) == 0 || c.blocked || d.purposeful(s, j, k)) {
			return minus(e.act.participants, e.act.hosts)
		}
	}
	return minus(c.subj, reporters(c.subj))
}

// reporters returns the media among actors: they report of an event, they take no part.
func reporters(list []*entity) []*entity {
	var out []*entity
	for _, e := range list {
		if e.kind == "media" {
			out = append(out, e)
		}
	}
	return out
}

// purposeful tells whether a word of purpose stands between two chunks: "a visit to hold talks".
func (d *document) purposeful(s *sentence, from, to int) bool {
	for j := from + 1; j <= to; j++ {
		if s.chunks[j].prep == d.eng.world.purpose {
			return true
		}
	}
	return false
}

// joins tells whether the subject of the clause takes part in the event at chunk k: he holds it, has it with somebody, or speaks
// there.
func (d *document) joins(s *sentence, c *clause, k int, t *tail) bool {
	ch := s.chunks[k]
	kind, _, _ := strings.Cut(ch.word.Class, ":")
	own := len(t.owners)+len(t.agents) > 0 || ch.poss != nil
	switch {
	case (len(t.with) > 0 || t.company && gathering(kind)) && !t.between && !own && kind != "attack" && kind != "war":
		return true
	case d.holdsEvent(s, c, k) && !t.between && len(t.agents) == 0:
		return true
	case kind == "meeting" && !d.hasArticle(ch) && len(t.owners) == 1 && len(t.agents)+len(t.with) == 0 && t.owners[0].label == graph.LabelPerson:
		return len(people(c.subj)) == 1 && !slices.Contains(c.subj, t.owners[0]) // "to meet X", "after meeting X"
	}
	return d.speaksAt(s, c, k, kind) || d.sidesAt(s, c, k, kind) || !own && len(t.with) == 0 && d.agreedOn(s, c, k)
}

// sidesAt tells whether the clause speaks of two sides or several officials at the event at chunk k, which is theirs: "during this meeting the
// two sides stressed".
func (d *document) sidesAt(s *sentence, c *clause, k int, kind string) bool {
	if c.verb < 0 || !talking(kind) && kind != "call" || !d.during(s.chunks[k]) || len(c.subj) != 2 {
		return false
	}
	for j := c.from; j < c.to; j++ {
		if ch := s.chunks[j]; ch.kind == chunkRef && ch.marker == "" && ch.title == nil && ch.word.POS == "ref" {
			return true
		}
	}
	return false
}

// visitors returns who makes the visit at chunk k, and who invited.
func (d *document) visitors(s *sentence, c *clause, k int, t *tail, who []*entity, place *entity) []*entity {
	ch := s.chunks[k]
	who = without(who, place)
	if ch.poss != nil && len(foreign(who, place)) == 0 {
		if p := d.nearest(s, ch); p != nil && len(foreign(p, place)) > 0 {
			who = p
		}
	}
	if len(who) == 0 && (place != nil || !ch.def) {
		who = d.traveller(s, c, k, t, place)
	}
	return actorsOnly(slices.Concat(who, t.hosts))
}

// foreign returns the people who do not belong to a place: nobody visits his own country.
func foreign(list []*entity, place *entity) []*entity {
	var out []*entity
	for _, e := range people(list) {
		if place == nil || e.nation == "" || e.nation != place.id && e.nation != place.nation {
			out = append(out, e)
		}
	}
	return out
}

// traveller returns who makes a visit that is told without its owner: the person of the clause, or the last one named before.
func (d *document) traveller(s *sentence, c *clause, k int, t *tail, place *entity) []*entity {
	if p := foreign(c.subj, place); len(p) > 0 && !t.carried {
		return p
	}
	return foreign(d.nearest(s, s.chunks[k]), place)
}

// speaksAt tells whether the subject of the clause says something at the event at chunk k: who speaks at a conference was there.
func (d *document) speaksAt(s *sentence, c *clause, k int, kind string) bool {
	ch := s.chunks[k]
	if c.verb < 0 || !gathering(kind) && kind != "press" || !d.during(ch) && !d.duringHead(s, k) {
		return false
	}
	if d.verbIs(s, c, "agree") || d.verbIs(s, c, "sign") || d.verbIs(s, c, "discuss") || d.verbIs(s, c, "vote") {
		return true // what is agreed during talks is agreed by those who hold them
	}
	return tells(s.chunks[c.verb]) && len(people(c.subj)) > 0
}

// during tells whether the noun of an event stands behind a preposition that puts something into it: "in, during, at".
func (d *document) during(ch *chunk) bool {
	r := d.eng.role(ch.marker)
	return r == "in" || r == "at" || r == "during"
}

// holdsEvent tells whether the clause says that its subject holds or attends the event at chunk k.
func (d *document) holdsEvent(s *sentence, c *clause, k int) bool {
	if c.verb < 0 || k <= c.verb || s.chunks[c.verb].word == nil || c.attends && d.knownThing(s, k) {
		return false
	}
	for j := c.verb + 1; j < k; j++ {
		if x := s.chunks[j]; x.kind == chunkEvent && x.happen != nil && x.conj == "" && s.chunks[k].conj == "" {
			return false // it is said of another event
		}
	}
	for _, w := range s.chunks[c.verb].triggers() {
		if w.Class == "attend" {
			return k-c.verb <= 8
		}
	}
	return false
}

// company returns whom the clause names beside the doers of an act: who attended, or at whose invitation it was.
func (d *document) company(s *sentence, c *clause, k int, kind string) []*entity {
	var out []*entity
	for j := k + 1; j < c.to; j++ {
		ch := s.chunks[j]
		if ch.kind == chunkEvent {
			break
		}
		switch r := d.eng.role(ch.marker); {
		case r == "invited" && kind == "visit", r == "attended":
			a, _ := d.resolve(ch, c)
			out = append(out, actorsOnly(a)...)
		}
	}
	return out
}

// setting returns the event of the clause during which an act of meeting is told: "he discussed it with X during a meeting".
func (d *document) setting(s *sentence, c *clause, kind string) *entity {
	for j := c.from; j < c.to; j++ {
		ch := s.chunks[j]
		if ch.kind == chunkEvent && ch.happen != nil && d.during(ch) && (talking(ch.happen.kind) && kinship(ch.happen.kind, kind) > 0 || ch.happen.kind == "call" && talking(kind)) {
			return ch.happen
		}
	}
	return nil
}

// split parts an event noun in the dual, or in the plural with "bilateral", into one event with each of those named: "two meetings,
// with X and with Y".
func (d *document) split(ch *chunk, m *telling, t *tail) [][]*entity {
	with := actorsOnly(t.with)
	if len(with) < 2 || t.between || !talking(m.kind) && m.kind != "call" {
		return nil
	}
	f := ch.word.Feat
	if f&lang.Dual == 0 && (f&lang.Plural == 0 || len(people(with)) != len(with)) || f&lang.Dual != 0 && len(with) != 2 {
		return nil
	}
	rest := m.who
	for _, e := range with {
		rest = without(rest, e)
	}
	if len(rest) == 0 {
		return nil
	}
	var out [][]*entity
	for _, e := range with {
		out = append(out, append(slices.Clone(rest), e))
	}
	return out
}

// attendedBefore returns the event spoken of where the pronoun on the verb of attending at chunk k means it: "X chaired the summit, and Y attended it".
func (d *document) attendedBefore(s *sentence, c *clause, k int, f *lang.Frame) *entity {
	e := d.talk.event
	if f.Relation != "PARTICIPATED_IN" || f.Flag("event") != "" || k != c.verb || c.kind == clauseRel || s.chunks[k].conj == "" && k > c.from+1 || e == nil || !gathering(e.kind) && e.kind != "signing" {
		return nil
	}
	if n := len(e.act.sents); n == 0 || s.n-e.act.sents[n-1].n > 1 || s.chunks[k].poss.Feat&(lang.Dual|lang.Plural) != 0 && s.chunks[k].poss.Feat&lang.Singular == 0 {
		return nil
	}
	return e
}

// takePart adds actors to the events that they attend.
func (d *document) takePart(s *sentence, c *clause, k int, f *lang.Frame, a *deed) bool {
	if f.Has("silent") {
		d.actEvent(s, c, k, max(a.at, k), f, a.subj, a.objects, a.status)
		return true
	}
	who := actorsOnly(a.subj)
	if d.leads(who, a.objects) {
		return true
	}
	found := false
	for _, e := range a.objects {
		if e.act != nil && e.label == graph.LabelEvent && len(who) > 0 {
			if c.attends && len(e.act.participants) > 1 {
				e.act.present = append(e.act.present, minus(who, e.act.participants)...)
			}
			e.act.join(who)
			e.act.bare = false
			found = true
		}
	}
	return found
}

// leads adds the head of a delegation to the event spoken of: "the minister headed the Pakistani delegation".
func (d *document) leads(subj, objects []*entity) bool {
	e := d.talk.event
	if e == nil || e.act == nil || !gathering(e.kind) || len(objects) != 1 || objects[0].label != graph.LabelState {
		return false
	}
	p := people(subj)
	if len(p) == 0 || p[0].nation != "" && p[0].nation != objects[0].id {
		return false
	}
	e.act.join(p)
	return true
}

// sets tells whether the noun of attending at chunk k is something that the subject of the clause does or plans, rather than speaks of.
func (d *document) sets(s *sentence, c *clause, k int) bool {
	return s.chunks[k].poss != nil || d.verbIs(s, c, "attend") || d.verbIs(s, c, "express") || d.verbIs(s, c, "plan")
}

// inside tells whether a chunk stands behind a preposition of place.
func (d *document) inside(ch *chunk) bool {
	r := d.eng.role(ch.marker)
	return r == "in" || r == "at"
}

// partner returns with whom the clause says, before it names the event or agreement at chunk k, that it is held or signed: "he held
// with X talks", "he signed with them".
func (d *document) partner(s *sentence, c *clause, k int) []*entity {
	for j := max(c.verb, c.from) + 1; j < k; j++ {
		ch := s.chunks[j]
		if d.eng.role(ch.marker) == "with" {
			if a, _ := d.resolve(ch, c); a != nil {
				return actorsOnly(a)
			}
		}
		if ch.fn("pp") && j >= k-2 && d.pronounWith(ch, "with") {
			return d.lastOther(s, c, j)
		}
	}
	return nil
}

// pronounWith tells whether a chunk is a preposition of a role with a pronoun: "with them", "between them".
func (d *document) pronounWith(ch *chunk, role string) bool {
	for prep, r := range d.eng.roles {
		if r == role && strings.HasPrefix(ch.stem, prep) && len(ch.stem) > len(prep) {
			return true
		}
	}
	return false
}

// lastOther returns the last actor named before chunk j who is not the subject of the clause.
func (d *document) lastOther(s *sentence, c *clause, j int) []*entity {
	for i := j - 1; i >= 0; i-- {
		ch := s.chunks[i]
		if ch.kind == chunkActor && !ch.adj && !ch.place && len(ch.actors) == 1 && !slices.Contains(c.subj, ch.actors[0]) {
			return actorsOnly(ch.actors)
		}
	}
	return nil
}

// duringHead tells whether a word in such a place governs the event at chunk k: "at the end of the talks".
func (d *document) duringHead(s *sentence, k int) bool {
	return k > 0 && s.chunks[k].marker == "" && s.chunks[k-1].kind == chunkWord && d.during(s.chunks[k-1])
}
