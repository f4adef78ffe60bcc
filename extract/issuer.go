package extract

import "mithaq/graph"

// issuers returns whose joint statement it is where the text does not say: the several that the clause speaks of, those of the visit or talks
// at which it was issued, else both sides.
func (d *document) issuers(s *sentence, c *clause) []*entity {
	if who := d.sidesOf(c.subj); len(who) > 1 {
		return who
	}
	for k := c.from; k < c.to; k++ {
		if ch := s.chunks[k]; ch.kind == chunkEvent && ch.happen != nil {
			if who := d.sidesAtEvent(ch.happen); len(who) == 2 {
				return who
			}
		}
	}
	return d.bothSides()
}

// sidesAtEvent returns the states and organizations that an event brings together; those of a visit are guest and host.
func (d *document) sidesAtEvent(e *entity) []*entity {
	who := d.sidesOf(e.act.participants)
	if e.kind == "visit" && e.act.place != nil {
		for _, x := range who {
			if host := d.stateOf(e.act.place); host != nil && host != x {
				return []*entity{x, host}
			}
		}
	}
	return who
}

// adopters returns the body whose summit or session adopts or signs the agreement at chunk k: "the summit adopted the declaration", "the
// leaders signed".
func (d *document) adopters(s *sentence, c *clause, k int) []*entity {
	if c.verb < 0 || c.verb > k || k > c.verb+6 || len(c.subj) > 0 || !d.verbIs(s, c, "sign") || s.chunks[k].marker != "" && d.eng.role(s.chunks[k].marker) != "to" {
		return nil
	}
	for j := c.verb + 1; j < k; j++ {
		ch := s.chunks[j]
		e := ch.happen
		switch {
		case ch.marker != "" || ch.kind == chunkDate:
			continue
		case ch.kind == chunkRef && ch.title != nil && ch.title.several:
			e = d.talk.event
		case ch.kind != chunkEvent:
			return nil
		}
		if e == nil || e.act == nil || e.label != graph.LabelEvent {
			return nil
		}
		return alliances(e.act.participants)
	}
	return nil
}
