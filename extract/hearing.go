package extract

import (
	"slices"

	"mithaq/graph"
)

// sittings notes the sessions that a clause tells of without their noun: a body votes, or somebody speaks before one.
func (d *document) sittings(s *sentence, c *clause) {
	if c.verb < 0 || c.neg || c.cond || c.unsure {
		return
	}
	v := s.chunks[c.verb]
	switch {
	case v.kind == chunkVerb && (v.word.Class == "vote" || v.word.Class == "vote-for"):
		if who := bodiesOf(c.subj); len(who) == 1 {
			d.sitting(s, c, c.verb, who)
		}
	case tells(v) && len(people(c.subj)) == 1:
		for k := c.verb + 1; k < c.to; k++ {
			ch := s.chunks[k]
			if ch.kind == chunkActor && len(ch.actors) == 1 && d.eng.role(ch.marker) == "during" && sits(ch.actors[0]) {
				d.sitting(s, c, k, append(people(c.subj), ch.actors[0]))
			}
		}
	}
}

// sits tells whether an organization hears people in its sessions.
func sits(e *entity) bool {
	return isBody(e) && (e.kind == "parliament" || e.kind == "igo" || e.kind == "government_body")
}

func bodiesOf(list []*entity) []*entity {
	var out []*entity
	for _, e := range list {
		if sits(e) {
			out = append(out, e)
		}
	}
	return out
}

// sitting notes a session at chunk k.
func (d *document) sitting(s *sentence, c *clause, k int, who []*entity) {
	ch := s.chunks[k]
	m := telling{kind: "session", who: who, title: s.title, body: true}
	m.date, m.dating = d.whenIn(s, c, k, ch.to)
	d.plan(d.enter(&m, s, ch, ch.to, s.chunks[c.to-1].to), s, c, c.verb)
}

// plan notes that an event without a status is planned where the text tells it so at chunk k.
func (d *document) plan(e *entity, s *sentence, c *clause, k int) {
	if st, ok := d.status(s, c, k, nil, false); ok && st == graph.Planned && e.act.status == "" {
		e.act.status = "planned"
	}
}

// listeners returns the people to whom the clause says that its subject said something, before the event at chunk k: "he told X in a call".
func (d *document) listeners(s *sentence, c *clause, k int) []*entity {
	if c.verb < 0 || !tells(s.chunks[c.verb]) || len(people(c.subj)) != 1 {
		return nil
	}
	for j := c.verb + 1; j < k; j++ {
		ch := s.chunks[j]
		if ch.kind == chunkActor && d.eng.role(ch.marker) == "to" && len(people(ch.actors)) == 1 && !slices.Contains(c.subj, ch.actors[0]) {
			return people(ch.actors)
		}
	}
	return nil
}
