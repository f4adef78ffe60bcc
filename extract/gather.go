package extract

import (
	"slices"
	"strings"

	"mithaq/extract/lang"
	"mithaq/graph"
)

// gathers notes the meeting of a clause that says only that a body or several officials meet: "the ministers of the member states met".
func (d *document) gathers(s *sentence, c *clause, k int, f *lang.Frame) bool {
	if !f.Has("group") || k != c.verb || c.met || len(c.subj) != 1 || !d.many(s, c) {
		return false
	}
	st, ok := d.status(s, c, k, f, false)
	if !ok {
		return false
	}
	m := telling{kind: f.Flag("event"), who: c.subj, title: s.title, body: isBody(c.subj[0]), place: d.placeIn(s, c, k, true)}
	m.date, m.dating = d.whenIn(s, c, k, s.chunks[k].to)
	end := s.chunks[c.to-1].to
	e := d.enter(&m, s, s.chunks[k], end, end)
	if st == graph.Planned && e.act.status == "" && d.firstTold(e.act) {
		e.act.status = "planned"
	}
	d.talk.event = e
	return true
}

// many tells whether the subject of a clause is a body that holds meetings or several officials of one.
func (d *document) many(s *sentence, c *clause) bool {
	for j := c.from; j < c.to; j++ {
		ch := s.chunks[j]
		if ch.kind != chunkActor && ch.kind != chunkRef || ch.marker != "" || ch.adj {
			continue
		}
		if a, _ := d.resolve(ch, c.parent); !same(a, c.subj) {
			continue
		}
		return ch.kind == chunkRef && ch.title != nil && ch.title.several && isBody(c.subj[0]) || ch.kind == chunkActor && sits(c.subj[0])
	}
	return false
}

// agreedOn tells whether the subjects of the clause agree on holding the event at chunk k: "the two agreed on holding a meeting".
func (d *document) agreedOn(s *sentence, c *clause, k int) bool {
	if len(c.subj) < 2 || !d.verbIs(s, c, "agree") || k < c.verb+2 || s.chunks[k].marker != "" {
		return false
	}
	head := s.chunks[k-1]
	return head.kind == chunkNoun && holding(head) && d.eng.role(head.marker) == "to"
}

// received returns whom the doer of the reception at chunk k received: he stands behind him without a preposition.
func (d *document) received(s *sentence, c *clause, k int, t *tail) []*entity {
	_, needs, _ := strings.Cut(s.chunks[k].word.Class, ":")
	if needs != "guest" || len(t.owners) != 1 || len(t.with)+len(t.agents) > 0 {
		return nil
	}
	for j := k + 2; j < len(s.chunks) && j <= k+6; j++ {
		ch := s.chunks[j]
		switch {
		case ch.kind == chunkPrep && j+1 < len(s.chunks) && s.chunks[j+1].place:
		case ch.kind == chunkDate, ch.isPunct(","), ch.fn("adv"), ch.place && d.inside(ch):
		case ch.kind == chunkActor && ch.marker == "" && ch.conj == "" && !ch.adj, ch.kind == chunkRef && ch.marker == "" && ch.title != nil:
			a, _ := d.resolve(ch, c)
			if ch.kind == chunkActor {
				t.guests = d.company(s, c, j, t.kind)
			}
			return slices.Concat(minus(a, t.owners), t.guests)
		default:
			return nil
		}
	}
	return nil
}
