package extract

import (
	"slices"

	"mithaq/extract/lang"
	"mithaq/graph"
)

// inherited returns the subject that a clause without one of its own takes over.
func (d *document) inherited(s *sentence, c, prev *clause, v *chunk) []*entity {
	switch c.kind {
	case clauseRel:
		if d.saidOf(s, c) != nil {
			for p := c.parent; p != nil; p = p.parent {
				if agree(p.subj, v) && d.genderFits(v, p.subj) {
					return p.subj
				}
			}
		}
		if a := d.antecedent(s, c); agree(a, v) {
			return a
		}
		if during(s, c) && c.parent != nil {
			if a := c.parent.subj; agree(a, v) && d.verbFits(v, a) {
				return a
			}
		}
		return nil
	case clauseContent:
		if c.parent != nil {
			return c.parent.subj
		}
	case clauseCoord, clauseSub:
		if prev != nil {
			return d.carried(c, prev, v)
		}
	}
	if prev == nil || c.kind == clauseMain {
		return d.lastSpeaker(v)
	}
	return nil
}

// lastSpeaker returns whoever spoke last if a verb without a subject fits him.
func (d *document) lastSpeaker(v *chunk) []*entity {
	if a := d.talk.speaker; agree(a, v) && (d.verbFits(v, a) || !d.surely(a)) {
		return a
	}
	return nil
}

// antecedent returns the actor that a relative clause speaks of.
func (d *document) antecedent(s *sentence, c *clause) []*entity {
	if c.kind != clauseRel || c.bare {
		return nil
	}
	for k := c.from - 1; k >= 0 && k >= c.from-4; k-- {
		ch := s.chunks[k]
		if a, _ := d.resolve(ch, c.parent); a != nil && !ch.adj {
			return a
		}
		if ch.kind == chunkEvent || ch.kind == chunkDeal || ch.kind == chunkNoun {
			return nil
		}
	}
	return nil
}

// carried returns the subject of the clause before, or where the verb does not fit it the one of the nearest clause above that does:
// "the minister said that Russia closes the ports, and he called on Moscow".
func (d *document) carried(c, prev *clause, v *chunk) []*entity {
	if agree(prev.subj, v) && d.verbFits(v, prev.subj) {
		return prev.subj
	}
	for p := prev.parent; p != nil; p = p.parent {
		if len(p.subj) > 0 && !same(p.subj, prev.subj) && agree(p.subj, v) && d.verbFits(v, p.subj) {
			return p.subj
		}
	}
	if len(prev.subj) > 0 && agree(prev.subj, v) && !d.surely(prev.subj) {
		return prev.subj
	}
	return nil
}

// verbFits tells whether one of the verbs that a chunk may be agrees with a carried-on subject.
func (d *document) verbFits(v *chunk, a []*entity) bool {
	if len(a) != 1 || v.word == nil {
		return true
	}
	g, one := d.genderOf(a[0]), a[0].label == graph.LabelPerson
	if a[0].label == graph.LabelState {
		g |= lang.Feminine // the government of one that is masculine
	}
	return v.anyVerb(func(f lang.Feat) bool {
		if one && f&(lang.Singular|lang.Plural) == lang.Plural {
			return false
		}
		return f&(lang.Masculine|lang.Feminine) == 0 || f&g != 0
	})
}

// surely tells whether the gender of a subject is certain: that of a person or a state.
func (d *document) surely(a []*entity) bool {
	return a[0].label == graph.LabelPerson || a[0].label == graph.LabelState
}

// andOthers adds to the subject at chunk k those that are joined to it: "the ministers of the Union and the envoy X called on".
func (d *document) andOthers(s *sentence, c *clause, k int, a []*entity) []*entity {
	if s.chunks[k].kind != chunkRef {
		return a
	}
	for j := k + 1; j < c.to; j++ {
		ch := s.chunks[j]
		if ch.conj == "" || ch.marker != "" || ch.adj || ch.place || ch.kind != chunkActor && ch.kind != chunkRef {
			break
		}
		more, _ := d.resolve(ch, c.parent)
		a = slices.Concat(a, minus(more, a))
	}
	return a
}

// saidOf returns the actor before a relative clause in which somebody says something of him: "Y, of whom X said that he".
func (d *document) saidOf(s *sentence, c *clause) []*entity {
	if c.kind != clauseRel || c.verb < 0 || !tells(s.chunks[c.verb]) || c.to >= len(s.chunks) || !s.chunks[c.to].fn("pronoun-comp") {
		return nil
	}
	if v := s.chunks[c.verb]; v.judges("describe") && v.poss == nil {
		return nil // "who described the stance of ... as": of that
	}
	return d.antecedent(s, c)
}

// during tells whether a relative clause says what happens in what it belongs to, so that its subject is the one of the clause above:
// "on a visit during which he meets".
func during(s *sentence, c *clause) bool {
	if c.verb < 0 || c.verb+1 >= c.to {
		return false
	}
	ch := s.chunks[c.verb+1]
	return ch.kind == chunkPrep && ch.poss != nil
}

// partSubject gives a participle the subject of the clause that it hangs on, else the last speaker.
func (d *document) partSubject(s *sentence, c, prev *clause) {
	if c.parent != nil {
		c.subj, c.weak = c.parent.subj, c.parent.weak
		if p := reportedBy(s, c, prev); p != nil {
			c.subj, c.weak = p, false
		}
	}
	if len(c.subj) == 0 {
		c.subj = d.talk.speaker
	}
}
