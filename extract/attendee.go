package extract

import (
	"slices"

	"mithaq/graph"
)

// plainSubject returns the subject of a clause where its place leaves no doubt.
func (d *document) plainSubject(s *sentence, c *clause) []*entity {
	if a := d.heAnd(s, c); a != nil {
		return a
	}
	if a := d.fronted(s, c); a != nil {
		return a
	}
	return d.attendees(s, c)
}

// attendees returns the subject of a verb of attending that stands behind what is attended: "attended the meeting the minister X",
// "took part in it, for the Egyptian side, X", "headed the Russian side X".
func (d *document) attendees(s *sentence, c *clause) []*entity {
	if !holding(s.chunks[c.verb]) {
		return nil
	}
	passed, genitive := false, false
	for k := c.verb + 1; k < c.to && k < c.verb+12; k++ {
		ch := s.chunks[k]
		switch {
		case ch.kind == chunkEvent && (ch.marker == "" || d.inside(ch)):
			passed, genitive = true, !d.knownThing(s, k)
			continue
		case ch.kind == chunkPrep, ch.kind == chunkDate, ch.isPunct(","), ch.fn("all"), ch.marker != "" && ch.kind != chunkNoun && ch.kind != chunkEvent:
		case ch.kind == chunkWord && ch.def && passed:
		case ch.kind == chunkActor && ch.adj && passed:
		case ch.kind == chunkActor && k == c.verb+1 && ch.marker == "" && d.delegation(ch):
			passed = true
			continue
		case ch.kind == chunkActor && !ch.place && passed && ch.conj == "":
			if genitive && s.chunks[k-1].kind == chunkEvent {
				continue
			}
			a, _ := d.resolve(ch, c.parent)
			c.attends = len(people(a)) > 0
			if c.attends {
				a = slices.Concat(a, d.moreAttendees(s, c, k))
			}
			return people(a)
		case ch.kind == chunkRef && ch.title != nil && ch.title.several && passed && !genitive && ch.conj == "":
			a, _ := d.resolve(ch, c.parent)
			c.attends = len(a) > 0
			return a
		default:
			return nil
		}
	}
	return nil
}

// moreAttendees returns those whom the clause names behind the attendees at chunk k, of the other side: "and on the Russian side X".
func (d *document) moreAttendees(s *sentence, c *clause, k int) []*entity {
	var out []*entity
	side := false
	for k++; k < c.to; k++ {
		ch := s.chunks[k]
		switch {
		case ch.isPunct(","), ch.kind == chunkPrep:
		case ch.kind == chunkActor && d.eng.role(ch.marker) == "of" && d.delegation(ch):
			side = true
		case ch.kind == chunkActor && side && ch.marker == "" && !ch.adj && len(people(ch.actors)) > 0:
			out = append(out, ch.actors...)
		default:
			return out
		}
	}
	return out
}

// delegation tells whether a chunk names a state as one of the sides of a meeting: "the Russian side".
func (d *document) delegation(ch *chunk) bool {
	return len(ch.actors) == 1 && ch.actors[0].label == graph.LabelState && ch.to-ch.from > 1
}

// ofEach gives a title of several without states those behind "each of": "the ministers of each of X and Y". It returns how many
// chunks are left, 0 if c is none of them.
func (d *document) ofEach(out []*chunk, c *chunk) int {
	n := len(out)
	if n > 0 && c.meansStates() && c.marker == "" && out[n-1].kind == chunkRef && out[n-1].title != nil && out[n-1].title.several && len(out[n-1].title.states) == 0 && out[n-1].to == c.from {
		out[n-1].title.group, out[n-1].to = c, c.to // "the ministers of these states"
		return n
	}
	if n == 0 || c.kind != chunkActor || c.adj || c.prep != "" || c.actors[0].label != graph.LabelState {
		return 0
	}
	if out[n-1].fn("all") {
		n--
	}
	if n == 0 {
		return 0
	}
	ref := out[n-1]
	switch {
	case ref.kind != chunkRef || ref.title == nil || !ref.title.several:
		return 0
	case n < len(out) && len(ref.title.states) == 0 && ref.to == out[n].from, n == len(out) && c.conj != "" && ref.each && ref.to == c.from:
		ref.title.states, ref.to, ref.each = append(ref.title.states, c.actors...), c.to, true
		return n
	}
	return 0
}

// heAnd returns the subject of a content clause that opens with a pronoun and another actor: "that he and X stressed".
func (d *document) heAnd(s *sentence, c *clause) []*entity {
	if c.kind != clauseContent || c.parent == nil || len(c.parent.subj) != 1 || c.from+1 >= c.to || !s.chunks[c.from].fn("pronoun-comp") {
		return nil
	}
	ch := s.chunks[c.from+1]
	if ch.kind != chunkActor || ch.conj == "" || ch.marker != "" || ch.adj {
		return nil
	}
	return slices.Concat(c.parent.subj, without(ch.actors, c.parent.subj[0]))
}

// ofRelative tells whether a clause is a relative one or the content of one without a verb: "who is expected to attend".
func (c *clause) ofRelative() bool {
	return c.kind == clauseRel || c.kind == clauseContent && c.parent != nil && c.parent.kind == clauseRel && c.parent.verb < 0
}

// beforePress returns the two who hold a press conference at which one of them speaks: those who have just met.
func (d *document) beforePress(c *clause, who []*entity) []*entity {
	if len(who) == 0 {
		who = people(c.subj)
	}
	two := d.talk.people
	if len(who) == 0 && len(c.subj) == 2 && same(c.subj, d.talk.sides) {
		return two // "the two sides said at a press conference"
	}
	if len(two) == 2 && len(who) == 1 && slices.Contains(two, who[0]) {
		return two
	}
	return nil
}

// together splits those who do an act with one another into a first one and the rest: "the two ministers met".
func together(a *deed) {
	var all []*entity
	for _, e := range a.subj {
		if !slices.Contains(all, e) {
			all = append(all, e)
		}
	}
	a.subj, a.objects, a.mutual = all[:1:1], all[1:], true
}

// pairs returns who acts upon whom: of up to three who act together each pair, of more none; only the event says that they were there.
func (a *deed) pairs() [][2]*entity {
	all := slices.Concat(a.subj, a.objects)
	if a.mutual && len(all) > 3 {
		a.crowd = true
		return nil
	}
	var out [][2]*entity
	if a.mutual {
		for i, x := range all {
			for _, y := range all[i+1:] {
				out = append(out, [2]*entity{x, y})
			}
		}
		return out
	}
	for _, x := range a.subj {
		for _, y := range a.objects {
			out = append(out, [2]*entity{x, y})
		}
	}
	return out
}
