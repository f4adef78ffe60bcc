package extract

import (
	"mithaq/extract/lang"
	"mithaq/graph"
)

// status tells how sure the article is of an act, or that it states none.
func (d *document) status(s *sentence, c *clause, k int, f *lang.Frame, own bool) (graph.Status, bool) {
	st := graph.Asserted
	if f != nil && f.Has("planned") {
		st = graph.Planned
	}
	if f != nil && f.Has("negated") {
		return st, c.neg && k == c.verb && !c.unsure // "does not recognise"
	}
	before := k < c.verb && f != nil // "the sanctions of X on Y will not lead to": they are there
	if c.unsure || c.neg && !before && !(own && d.granted(s, c, k)) {
		return graph.Denied, false
	}
	if c.future && !before {
		st = graph.Planned
	}
	gov := c
	if k == c.verb {
		gov = c.parent
		if c.kind != clauseContent {
			gov = nil
		}
	}
	if gov != nil && gov.verb < 0 && d.dueIn(s, gov) || k != c.verb && d.dueToHold(s, c) {
		st = graph.Planned
	}
	if gov != nil && gov.verb >= 0 {
		switch class := s.chunks[gov.verb].word.Class; class {
		case "plan", "wish":
			st = graph.Planned
		case "deny":
			st = graph.Denied
		default:
			if class == "discuss" || k == c.verb && d.eng.unreal[class] {
				return st, false // "demands that ... lifts", "discussed"
			}
		}
	}
	return st, true
}

// granted tells whether the act of the noun at chunk k, which names its doer, is taken for granted though the verb is denied: "did not welcome
// the American sanctions". An indefinite noun is denied with the verb: "is no American recognition".
func (d *document) granted(s *sentence, c *clause, k int) bool {
	if k == c.verb || d.verbIs(s, c, "undergo") {
		return false
	}
	if s.chunks[k].def || s.chunks[k].poss != nil {
		return true
	}
	_, at := d.owner(s, c, k)
	return at > k && at < len(s.chunks) && !s.chunks[at].adj
}

// dueToHold tells whether a clause is the content of a plan and its verb only says that what it governs is done: "is due to pay a
// visit".
func (d *document) dueToHold(s *sentence, c *clause) bool {
	if c.kind != clauseContent || c.parent == nil || !d.verbIs(s, c, "attend") && !d.verbIs(s, c, "express") {
		return false
	}
	if c.parent.verb < 0 {
		return d.dueIn(s, c.parent)
	}
	return d.verbIs(s, c.parent, "plan")
}

// dueIn tells whether a clause without a verb says that what follows is planned: "it is due that".
func (d *document) dueIn(s *sentence, c *clause) bool {
	for j := c.to - 1; j >= c.from && j >= c.to-3; j-- {
		for _, w := range s.chunks[j].triggers() {
			if w.Class == "plan" {
				return true
			}
		}
	}
	return false
}

// beyond tells whether the noun of an act at chunk k stands behind a preposition that only says of what one speaks, or when and why
// one does something else: "spoke about sanctions against". Whoever does something after the signing has signed.
func (d *document) beyond(s *sentence, k int, f *lang.Frame) bool {
	ch := s.chunks[k]
	if k > 0 && s.chunks[k-1].fn("done") && f.Relation != "SIGNED" {
		return true // "the lifting was done": nobody is said to do it
	}
	return ch.poss == nil && f.Relation != "SIGNED" && d.eng.loose[ch.marker]
}

// governs tells whether the verb of the clause governs the noun at chunk k, so that the subject of the one does the other:
// "expressed its condemnation of". Nothing with another preposition may stand between them.
func (d *document) governs(s *sentence, c *clause, k int) bool {
	if s.chunks[k].poss != nil {
		return true
	}
	if c.verb < 0 {
		return true
	}
	for j := k - 1; j > c.verb; j-- {
		ch := s.chunks[j]
		switch {
		case ch.kind == chunkNoun && s.chunks[j+1].conj != "":
			return d.governs(s, c, j)
		case ch.kind == chunkPrep && j == k-1:
		case ch.marker != "" && ch.kind != chunkNoun, ch.fn("rel"), ch.fn("sub"):
			return false
		}
	}
	return true
}

// unreal tells whether the noun of an act at chunk k is only wanted, planned, discussed or refused by the verb or noun that governs it:
// the subject of the clause then does not do it. It returns the class of the governing word, or nothing.
func (d *document) unreal(s *sentence, c *clause, k int) string {
	for j := k - 1; j >= c.from; j-- {
		ch := s.chunks[j]
		if ch.isPunct(",") {
			return ""
		}
		for _, w := range ch.triggers() {
			if d.eng.unreal[w.Class] {
				return w.Class
			}
		}
	}
	return ""
}

// told tells whether an act of force is only what a person speaks of: who says "that the attack ..." is not the attacker.
func (d *document) told(s *sentence, c *clause, f *lang.Frame, subj []*entity) bool {
	if f.Relation != "ATTACKS" && f.Relation != "COERCES" || len(people(subj)) == 0 {
		return false
	}
	return c.verb < 0 || tells(s.chunks[c.verb])
}
