package extract

import (
	"mithaq/extract/lang"
	"mithaq/graph"
)

// duty reads a verb of duty: whoever says that another must do something demands it of him. The other stands behind a preposition
// ("it is on Iran to ...") or is the subject of what must be done.
func (d *document) duty(s *sentence, c *clause, k int, f *lang.Frame) bool {
	who, at := d.marked(s, c, k+1, f.Object, 4, nil)
	if who == nil {
		who, at = d.bound(s, c)
	}
	return d.demand(s, c, who, at, f)
}

// bound returns the subject of the clause that says what must be done: "Israel must abide by", "it must be that Israel ...".
func (d *document) bound(s *sentence, c *clause) ([]*entity, int) {
	if a := d.beforeVerb(s, c); a != nil {
		return a, c.verb
	}
	for j := c.verb + 1; j < len(s.chunks) && j <= c.verb+5; j++ {
		ch := s.chunks[j]
		if a, _ := d.resolve(ch, c); a != nil && ch.marker == "" && !ch.adj {
			return a, j
		}
	}
	return nil, c.verb
}

// demand notes that whoever speaks demands something of who.
func (d *document) demand(s *sentence, c *clause, who []*entity, at int, f *lang.Frame) bool {
	found := false
	for _, a := range d.voice(c) {
		for _, b := range who {
			if a == b || !fits("DEMANDS", a, b) || d.stateOf(a) == b || c.neg {
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

// duties reads duty said with a preposition alone: "Iran has to", literally "on Iran that it ...".
func (d *document) duties(s *sentence, c *clause) {
	for _, f := range d.eng.duty {
		for k := c.from; k+1 < len(s.chunks) && k < c.to; k++ {
			ch := s.chunks[k]
			if ch.kind != chunkActor || !d.eng.dutyPrep[ch.marker] || !s.chunks[k+1].fn("comp") || k-c.from > 2 {
				continue
			}
			d.demand(s, c, ch.actors, k, f)
		}
	}
}
