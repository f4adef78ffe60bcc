package extract

import (
	"slices"
	"strings"

	"mithaq/extract/lang"
	"mithaq/graph"
)

// lateReach is how many chunks behind its verb a subject may stand behind phrases with prepositions.
const lateReach = 9

// late returns the subject of a verb of motion or speech that stands behind a phrase with a preposition or a day: "arrived in X
// today the minister Y". Verbs that may have an object right behind are left out, for it could be the object.
func (d *document) late(s *sentence, c, prev *clause) []*entity {
	v := s.chunks[c.verb]
	if c.kind == clauseRel || c.kind == clausePart || s.chunks[c.from].fn("pronoun-comp") || d.takesBare(v) || prev != nil && c.kind == clauseCoord && len(d.carried(c, prev, v)) > 0 {
		return nil
	}
	passed := false
	for k := c.verb + 1; k < c.to && k <= c.verb+lateReach; k++ {
		switch ch := s.chunks[k]; {
		case ch.kind == chunkPrep, ch.kind == chunkDate, ch.isPunct(","), ch.fn("adv"), ch.fn("dem"):
			passed = passed || ch.kind == chunkDate
		case ch.marker != "" && (ch.kind == chunkActor || ch.kind == chunkWord || ch.kind == chunkEvent || ch.kind == chunkDeal):
			passed = true
		case ch.kind == chunkWord && s.chunks[k-1].marker != "" && ch.conj == "" && len(ch.senses) == 0, ch.kind == chunkActor && ch.adj && ch.conj == "":
		case (ch.kind == chunkActor || ch.kind == chunkRef && ch.title != nil) && passed && ch.conj == "" && ch.marker == "":
			a, _ := d.resolve(ch, c.parent)
			if len(people(a)) == 0 || ch.title == nil || governing(s.chunks[k-1]) || !d.agrees(v, ch, a) {
				return nil
			}
			return a
		default:
			return nil
		}
	}
	return nil
}

// takesBare tells whether one of the verbs that a chunk may be first of all takes an object without a preposition.
func (d *document) takesBare(v *chunk) bool {
	return d.framed(v, bareFirst) || v.word.Class == "act" || v.word.Class == "express"
}

// governing tells whether what follows a chunk may stand in its genitive.
func governing(ch *chunk) bool {
	return ch.kind == chunkWord || ch.kind == chunkDeal || ch.kind == chunkEvent || ch.kind == chunkNoun
}

// delegates puts who leads a delegation beside the state that it is of for a visit, and in its place for a meeting: "received a
// Kenyan delegation headed by the minister X".
func (d *document) delegates(s *sentence, c *clause, k int, f *lang.Frame, a *deed) {
	if f.Flag("event") == "" {
		return
	}
	if len(people(a.objects)) == 0 && f.Relation == "MET" && a.at > k {
		if who := d.leaders(s, a.at); who != nil {
			a.objects = minus(who, a.subj)
		}
	}
	if len(people(a.subj)) > 0 || k != c.verb {
		return
	}
	at := k + 1
	for at < c.to && (s.chunks[at].kind != chunkActor || !same(s.chunks[at].actors, a.subj)) {
		at++
	}
	who := d.leaders(s, at)
	switch {
	case who == nil:
	case f.Relation == "VISITED":
		a.subj = slices.Concat(a.subj, who)
	default:
		a.subj = who
	}
}

// leaders returns who is said to lead the delegation at chunk k.
func (d *document) leaders(s *sentence, k int) []*entity {
	for j := k + 1; j < len(s.chunks) && j <= k+6; j++ {
		ch := s.chunks[j]
		if ch.kind == chunkActor && d.eng.role(ch.marker) == "attended" {
			return people(ch.actors)
		}
		if ch.kind == chunkVerb || ch.fn("comp") || ch.isPunct(",") || ch.kind == chunkActor && !ch.adj && ch.marker == "" || ch.conj != "" {
			return nil
		}
	}
	return nil
}

// speaksFor returns the actors that the noun at chunk k, which stands where the subject would, speaks for: whose statement it is
// ("a statement of the ministry said"), or who is named among several ("states, among them X and Y, demanded").
func (d *document) speaksFor(s *sentence, c *clause, k int) []*entity {
	ch, said := s.chunks[k], false
	if ch.kind == chunkDeal {
		if kind, _, _ := strings.Cut(ch.word.Class, ":"); kind != "declaration" || !tells(s.chunks[c.verb]) && !d.utterance(s.chunks[c.verb]) {
			return nil
		}
		said = true
	}
	for j := k + 1; j < c.to && j <= k+4; j++ {
		x := s.chunks[j]
		switch {
		case x.fn("among") && !said && j+1 < c.to && s.chunks[j+1].kind == chunkActor && !s.chunks[j+1].adj:
			return s.chunks[j+1].actors
		case x.kind == chunkActor && said && !x.adj && !x.place && x.city == "" && (x.marker == "" && j == k+1 || d.fromWhom(x.marker)):
			return x.actors
		case x.kind == chunkActor && x.adj, x.kind == chunkWord && x.marker == "" && x.conj == "", x.kind == chunkAgent && x.marker == "", x.kind == chunkPrep, x.fn("other"), x.fn("all"):
		default:
			return nil
		}
	}
	return nil
}

// fromWhom tells whether a preposition tells whose a statement is.
func (d *document) fromWhom(marker string) bool {
	return marker == d.eng.world.purpose || d.eng.roles[marker] == "of"
}

// utterance tells whether a verb is one of an act done by words.
func (d *document) utterance(v *chunk) bool {
	return d.framed(v, utters)
}

// objectOnly tells whether an event or agreement behind a verb is its object, for only people and states do what the verb says: "and
// criticized the attack".
func (d *document) objectOnly(s *sentence, c *clause, ch *chunk) bool {
	if ch.def && !s.stateBehind(ch) {
		return false // "the declaration calls on"
	}
	return c.kind == clauseCoord && (ch.kind == chunkEvent || ch.kind == chunkDeal) && d.utterance(s.chunks[c.verb]) && d.takesBare(s.chunks[c.verb])
}

// stateBehind tells whether the adjective of a state stands right behind a chunk.
func (s *sentence) stateBehind(ch *chunk) bool {
	i := slices.Index(s.chunks, ch) + 1
	return i < len(s.chunks) && s.chunks[i].adj && s.chunks[i].from == ch.to
}

// partners makes the state of the subject and the one that the clause names behind "with" those whom "the two countries" means in it:
// "his country goes on with its contacts with X and widens the cooperation between the two countries".
func (d *document) partners(s *sentence, c *clause) {
	own := d.states(c.subj)
	if own == nil || c.subj[0].label == graph.LabelOrganization || c.neg {
		return
	}
	for k := c.from; k < c.to; k++ {
		ch := s.chunks[k]
		if ch.kind == chunkActor && len(ch.actors) == 1 && ch.actors[0].label != graph.LabelOrganization && d.eng.role(ch.marker) == "with" {
			if other := d.states(ch.actors); other != nil && other[0] != own[0] {
				d.talk.sides = []*entity{own[0], other[0]}
				return
			}
		}
	}
}

// unnamed tells whether somebody new without a name stands where the subject of a verb would: "analysts said".
func unnamed(s *sentence, c *clause) bool {
	k := c.verb + 1
	return k < c.to && s.chunks[k].kind == chunkRef && s.chunks[k].marker == "" && !s.chunks[k].def
}

// again returns who spoke last where one title with the article takes him up: "the official added".
func (d *document) again(s *sentence, c *clause) []*entity {
	k := c.verb + 1
	if k >= c.to || !tells(s.chunks[c.verb]) || len(d.talk.speaker) != 1 {
		return nil
	}
	ch := s.chunks[k]
	if ch.kind != chunkRef || ch.marker != "" || !ch.def || ch.to-ch.from > 1 || ch.title == nil || ch.title.several || k+1 < c.to && s.chunks[k+1].kind != chunkFunc && s.chunks[k+1].kind != chunkPunct && s.chunks[k+1].marker == "" {
		return nil
	}
	return d.talk.speaker
}

// quoted returns whose words the subject of a clause only passes on: "the agency quoted the minister as saying", where the noun of
// saying has the minister's pronoun.
func (d *document) quoted(s *sentence, c *clause) []*entity {
	if !tells(s.chunks[c.verb]) {
		return nil
	}
	if a := d.relayed(s, c); a != nil {
		return a
	}
	for k := c.verb + 2; k < c.to && k <= c.verb+8; k++ {
		ch, who := s.chunks[k], s.chunks[k-1]
		if ch.kind == chunkNoun && ch.poss != nil && ch.marker == "" && ch.conj == "" && ch.word.Class == "say" && who.marker != "" {
			if a, _ := d.resolve(who, c.parent); a != nil {
				return a
			}
		}
	}
	return nil
}

// relayed returns from whom a paper or agency right behind a verb of saying has it: "the agency reported from the minister that".
func (d *document) relayed(s *sentence, c *clause) []*entity {
	k := c.verb + 1
	if k >= c.to || s.chunks[k].kind != chunkActor || len(reporters(s.chunks[k].actors)) == 0 || c.to >= len(s.chunks) || !s.chunks[c.to].fn("comp") && !s.chunks[c.to-1].isPunct(":") {
		return nil
	}
	for k++; k < c.to && k <= c.verb+6; k++ {
		if ch := s.chunks[k]; d.eng.role(ch.marker) == "from" && ch.kind != chunkPrep {
			a, _ := d.resolve(ch, c.parent)
			return a
		}
	}
	return nil
}

// source returns the official according to whom something is so, where a clause says no more than that: "according to the minister".
func (d *document) source(s *sentence, c *clause) []*entity {
	if c.kind != clauseMain || c.to >= len(s.chunks) || !s.chunks[c.to].fn("comp") {
		return nil
	}
	for k := c.from; k < c.to; k++ {
		if ch := s.chunks[k]; ch.kind == chunkActor && d.eng.role(ch.marker) == "source" {
			if a := people(ch.actors); len(a) == 1 {
				return a
			}
		}
	}
	return nil
}

// reportedBy returns the person whose words a spokesman or paper reports, where a participle goes on with them: "the spokesman said that
// the president affirmed ..., stressing".
func reportedBy(s *sentence, c, prev *clause) []*entity {
	if p := people(c.parent.subj); len(p) > 0 && !c.parent.weak && !slices.Contains(p[0].titles, "spokesperson") {
		return nil
	}
	for p := prev; p != nil && p != c.parent; p = p.parent {
		if p.kind == clauseContent && p.explicit && p.verb >= 0 && tells(s.chunks[p.verb]) && len(people(p.subj)) == 1 {
			return p.subj
		}
	}
	return nil
}

// behindVerb settles the subject of a clause by what stands behind its verb, and tells whether that did.
func (d *document) behindVerb(s *sentence, c, prev *clause) bool {
	a, weak, blocked := d.afterVerb(s, c)
	last := d.again(s, c)
	switch v := s.chunks[c.verb]; {
	case a != nil && d.onlyObject(s, c, prev, a):
		if c.blocked = c.kind == clauseContent && d.nominal(s, c); !c.blocked { // "that the talks encouraged Washington"
			c.subj = d.inherited(s, c, prev, v)
		}
	case blocked && a == nil && c.kind == clauseContent && s.chunks[c.from].fn("pronoun-comp"):
		c.subj = d.inherited(s, c, prev, v) // "that she does not support the policy": the pronoun is the subject
	case a == nil && blocked && last != nil:
		c.subj = last
	case a != nil || blocked:
		c.subj, c.weak, c.blocked, c.explicit = a, weak, blocked && a == nil, true
		if blocked && d.beforeVerb(s, c) != nil {
			c.blocked = false
			return false
		}
	default:
		return false
	}
	return true
}
