package extract

import (
	"slices"

	"mithaq/graph"
)

// dealNoun reads the agreement that the noun at chunk k names.
func (d *document) dealNoun(s *sentence, c *clause, k int) {
	ch := s.chunks[k]
	kind := ch.word.Class
	t := d.readTail(s, c, k)
	who := slices.Concat(t.owners, t.with)
	if ch.poss != nil {
		who = slices.Concat(d.possessor(c, ch), who)
	} else if len(t.with) > 0 && !t.between && len(t.owners) == 0 {
		who = slices.Concat(c.subj, who)
	}
	who = d.parties(who)
	e := d.sameDeal(kind, who, ch, t)
	if e == nil {
		return
	}
	h := e.act
	e.mention(d.cutAfter(ch.from, t.end, &ch.reading), s)
	if h.sent == nil || h.bare && len(who) > 0 {
		h.sent, h.from, h.to = s, ch.from, t.end
	}
	h.bare = h.bare && len(who) == 0
	h.join(who)
	d.talk.deal = e
	ch.happen = e
}

// parties are states and organizations; a person stands for the state if the article names it.
func (d *document) parties(who []*entity) []*entity {
	var out []*entity
	for _, e := range who {
		if e.label == "Person" {
			if s := d.stateOf(e); s != nil {
				e = s
			}
		}
		if (e.label == "State" || e.label == "Organization" || e.label == "Person") && !slices.Contains(out, e) {
			out = append(out, e)
		}
	}
	return out
}

// sameDeal returns the agreement of the article that is meant, or a new one if the mention says enough to stand alone.
func (d *document) sameDeal(kind string, who []*entity, ch *chunk, t tail) *entity {
	bare := len(who) == 0 && t.words == 0 && kind != "ceasefire" && kind != "joint_statement"
	for i := len(d.entities) - 1; i >= 0; i-- {
		e := d.entities[i]
		if e.label != graph.LabelAgreement || e.kind != kind {
			continue
		}
		if bare || len(who) == 0 && ch.def {
			return e
		}
		if len(who) > 0 && (len(e.act.participants) == 0 || overlap(e.act.participants, who)) {
			return e
		}
	}
	if bare {
		return nil
	}
	e := &entity{label: graph.LabelAgreement, kind: kind, n: len(d.entities), act: &happening{bare: len(who) == 0}}
	d.entities = append(d.entities, e)
	return e
}

// finishDeals states who signed the agreements once the whole article is read.
func (d *document) finishDeals() {
	for _, e := range d.entities {
		if e.label != graph.LabelAgreement || e.count == 0 {
			continue
		}
		h := e.act
		if !h.signed && (len(h.participants) < 2 || e.kind == "plan" || e.kind == "resolution") {
			continue
		}
		for _, p := range h.participants {
			d.relate(fact{typ: "SIGNED", subj: p, obj: e, sent: h.sent, from: h.from, to: h.to, rule: "deal." + e.kind})
		}
	}
}
