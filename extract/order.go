package extract

import (
	"slices"

	"mithaq/extract/lang"
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
	for _, w := range v.triggers() {
		for _, f := range d.eng.frames[w.Class] {
			if len(f.Object) > 0 && f.Object[0] == "bare" {
				return true
			}
		}
	}
	return v.word.Class == "act" || v.word.Class == "express"
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
