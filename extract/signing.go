package extract

import (
	"slices"

	"mithaq/graph"
)

// signingNoun reads the ceremony at which the subject of the clause sees an agreement signed: "they attended the signing of".
func (d *document) signingNoun(s *sentence, c *clause, k int) {
	ch := s.chunks[k]
	if ch.word.Class != "sign" || c.verb < 0 || k < c.verb || !d.verbIs(s, c, "attend") || c.neg {
		return
	}
	deal := k + 1
	for deal < c.to && deal < k+4 && s.chunks[deal].kind != chunkDeal {
		deal++
	}
	if deal >= c.to || s.chunks[deal].kind != chunkDeal {
		return
	}
	m := telling{kind: "signing", who: actorsOnly(c.subj), place: d.placeIn(s, c, k, false), title: s.title}
	m.date, m.dating = d.whenIn(s, c, k, s.chunks[deal].to)
	e := d.enter(&m, s, ch, s.chunks[deal].to, s.chunks[deal].to)
	e.act.deal, ch.happen = s.chunks[deal], e
	d.met(e.act)
	for j := k - 1; j >= 0 && e.act.after == nil; j-- {
		if x := s.chunks[j].happen; x != nil && x.label == graph.LabelEvent {
			e.act.after = x
		}
	}
}

// attendedSigning notes the ceremony that a noun of signing names where it is said to take place somewhere or before others: "the signing took
// place in the presence of".
func (d *document) attendedSigning(s *sentence, c *clause, k int) {
	ch := s.chunks[k]
	if !signsByHand(ch) || k == c.verb || c.neg || c.unsure || ch.happen != nil || !d.takesPlace(s, c, k) {
		return
	}
	m := telling{kind: "signing", title: s.title, place: d.placeIn(s, c, k, false), def: ch.def, who: d.company(s, c, k, "signing")}
	if len(m.who) == 0 && m.place == nil {
		return
	}
	if e := d.talk.deal; e != nil && e.act.signed {
		m.who = slices.Concat(m.who, e.act.signers)
	}
	m.date, m.dating = d.whenIn(s, c, k, ch.to)
	ch.happen = d.enter(&m, s, ch, ch.to, s.chunks[c.to-1].to)
	d.plan(ch.happen, s, c, k)
}

// signsByHand tells whether a chunk says that a paper is signed, rather than agreed on or adopted.
func signsByHand(ch *chunk) bool {
	return (ch.kind == chunkVerb || ch.kind == chunkNoun) && ch.ofClass("hand")
}

// takesPlace tells whether the verb of the clause only says that the noun at chunk k takes place.
func (d *document) takesPlace(s *sentence, c *clause, k int) bool {
	if s.chunks[k].marker != "" {
		return false
	}
	for j := k - 1; j >= c.from && j >= k-4; j-- {
		if ch := s.chunks[j]; ch.fn("aux") || ch.kind == chunkVerb && happens(ch) {
			return true
		}
	}
	return false
}
