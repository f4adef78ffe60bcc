package extract

import (
	"mithaq/extract/lang"
	"mithaq/graph"
)

// duty reads a verb of duty: whoever says that another must do something demands it of him. The other stands behind a preposition
// ("it is on Iran to ...") or is the subject of what must be done.
func (d *document) duty(s *sentence, c *clause, k int, f *lang.Frame) bool {
	if s.chunks[k].kind != chunkVerb {
		who, at := d.needed(s, c, k)
		return d.demand(s, c, who, at, f)
	}
	who, at := d.marked(s, c, k+1, f.Object, 4, nil)
	if next := k + 1; who == nil && next < c.to && s.chunks[next].fn("pp") && d.eng.dutyPronoun[s.chunks[next].stem] {
		who, at = d.spokenBefore(s, c), next
	}
	if who == nil {
		who, at = d.bound(s, c)
	}
	return d.demand(s, c, who, at, f)
}

// owed returns who is to do what a noun behind chunk k names: "demanded the withdrawal of", "the necessity of the withdrawal of". Only
// nouns whose genitive is their doer count.
func (d *document) owed(s *sentence, c *clause, k int) ([]*entity, int) {
	for j := k + 1; j < min(c.to, k+4); j++ {
		ch := s.chunks[j]
		if ch.judges("owe.deed") {
			return d.owner(s, c, j)
		}
		if ch.kind != chunkPrep && ch.kind != chunkWord && ch.kind != chunkFunc {
			break
		}
	}
	return nil, k
}

// needed returns of whom the noun of need at chunk k tells that he must do something: "the necessity that X abide by", "X needs must".
func (d *document) needed(s *sentence, c *clause, k int) ([]*entity, int) {
	if a, at := d.owed(s, c, k); a != nil {
		return a, at
	}
	if k+1 >= len(s.chunks) || !s.chunks[k+1].fn("comp") {
		return nil, k
	}
	if c.verb < 0 && c.explicit && c.kind == clauseContent && k > c.from+1 {
		return c.subj, k
	}
	for j := k + 2; j < min(len(s.chunks), k+6); j++ {
		ch := s.chunks[j]
		if ch.marker != "" || ch.kind == chunkNoun || ch.kind == chunkWord || ch.isPunct(",") {
			return nil, k
		}
		if a, _ := d.resolve(ch, c); a != nil && !ch.adj {
			return a, j
		}
	}
	return nil, k
}

// bound returns the subject of the clause that says what must be done: "Israel must abide by", "it must be that Israel ...".
func (d *document) bound(s *sentence, c *clause) ([]*entity, int) {
	thing := d.opensWithThing(s, c)
	if a := d.beforeVerb(s, c); a != nil && !thing {
		return a, c.verb
	}
	if a, at := d.owed(s, c, c.verb); a != nil {
		return a, at
	}
	for j := c.verb + 1; j < len(s.chunks) && j <= c.verb+5; j++ {
		ch := s.chunks[j]
		if a, _ := d.resolve(ch, c); a != nil && ch.marker == "" && !ch.adj {
			if v := s.chunks[j-1]; thing && (v.kind != chunkVerb || v.poss == nil) {
				return nil, c.verb // "that the settlement must include ...", but "which X must lead"
			}
			return a, j
		}
		if ch.kind == chunkNoun || ch.kind == chunkEvent || ch.kind == chunkDeal || ch.isPunct(".") {
			break // what must be done or come about
		}
	}
	return nil, c.verb
}

// opensWithThing tells whether a clause opens with something that is no actor as its subject.
func (d *document) opensWithThing(s *sentence, c *clause) bool {
	for k := c.from; k < c.verb; k++ {
		switch ch := s.chunks[k]; ch.kind {
		case chunkFunc, chunkPunct, chunkDate:
		case chunkWord, chunkEvent, chunkDeal, chunkNoun:
			return ch.marker == ""
		default:
			return false
		}
	}
	return false
}

// demand notes that whoever speaks demands something of who.
func (d *document) demand(s *sentence, c *clause, who []*entity, at int, f *lang.Frame) bool {
	found := false
	says := d.voice(c)
	if c.verb >= 0 && at > c.verb && tells(s.chunks[c.verb]) && len(c.subj) > 0 {
		says = c.subj // "stressed the necessity that ..."
	}
	for _, a := range says {
		for _, b := range who {
			if a == b || a.kind == "media" || !fits("DEMANDS", a, b) || d.stateOf(a) == b || c.neg {
				continue
			}
			d.relate(fact{typ: "DEMANDS", subj: a, obj: b, status: graph.Asserted, sent: s, from: s.chunks[c.from].from,
				to: s.chunks[max(at, c.to-1)].to, rule: frameRule(f)})
			found = true
		}
	}
	return found
}

// voice returns who says what the clause says: the subject of the clause above it, else the last speaker.
func (d *document) voice(c *clause) []*entity {
	for p := c.parent; p != nil; p = p.parent {
		if len(p.subj) > 0 && p.verb >= 0 {
			return p.subj
		}
	}
	return d.talk.speaker
}

// task tells whether a chunk is a definite noun of what is to be done: "on Iran [is] the abiding by".
func (c *chunk) task() bool {
	return c.marker == "" && c.conj == "" && c.def && (c.kind == chunkNoun || c.judges("owe.deed"))
}

// spokenBefore returns of whom the clause before c tells, if he is not the one who speaks.
func (d *document) spokenBefore(s *sentence, c *clause) []*entity {
	who := d.voice(c)
	var out []*entity
	for _, p := range s.clauses {
		if p == c {
			break
		}
		if len(p.subj) == 1 && !same(p.subj, who) {
			out = p.subj
		}
	}
	return out
}

// duties reads duty said with a preposition alone: "Iran has to", literally "on Iran that it ...".
func (d *document) duties(s *sentence, c *clause) {
	for _, f := range d.eng.duty {
		for k := c.from; k+1 < len(s.chunks) && k < c.to; k++ {
			ch := s.chunks[k]
			if next := s.chunks[k+1]; ch.fn("pp") && d.eng.dutyPronoun[ch.stem] && c.verb < 0 && k-c.from <= 1 && (next.kind == chunkNoun || next.fn("comp")) {
				d.demand(s, c, d.spokenBefore(s, c), k, f)
			}
			if ch.kind != chunkActor || !d.eng.dutyPrep[ch.marker] || k-c.from > 2 || !s.chunks[k+1].fn("comp") && !(c.verb < 0 && c.kind == clauseContent && s.chunks[k+1].task()) {
				continue
			}
			d.demand(s, c, ch.actors, k, f)
		}
	}
}
