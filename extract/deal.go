package extract

import (
	"slices"
	"strconv"
	"strings"

	"mithaq/extract/lang"
	"mithaq/graph"
)

// dealNoun reads the agreement that the noun at chunk k names.
func (d *document) dealNoun(s *sentence, c *clause, k int) {
	ch := s.chunks[k]
	kind, needs, _ := strings.Cut(ch.word.Class, ":")
	t := d.readTail(s, c, k)
	m := telling{kind: kind, def: d.knownThing(s, k), title: s.title, words: t.words, about: t.about}
	m.date, m.dating = d.whenIn(s, c, k, t.end)
	if ch.word.Feat&lang.Plural != 0 {
		m.head = ch.word.Lemma
	}
	m.who = d.signers(s, c, k, &t)
	named := people(m.who)
	m.who = d.partiesOf(needs, m.who)
	done := d.concluded(s, c, k, &t) || d.holdsFire(s, c, k, kind, &t)
	if kind == "resolution" && len(m.who) == 0 {
		m.who = bodiesOf(c.subj) // "the Council voted on a draft resolution"
	}
	if kind == "joint_statement" && len(m.who) == 0 {
		m.who, done = d.issuers(s, c), true
	}
	if !d.meets(needs, &t, &m) && !(needs == "told" && done) || t.home || t.alike && !done || !m.def && d.anyOf(s, k) {
		return
	}
	e := d.oneDeal(s, k)
	if e == nil {
		e = d.find(graph.LabelAgreement, &m)
	}
	if e == nil && !done && !m.def && d.praised(s, k, &m, &t) {
		e = d.find(graph.LabelAgreement, &telling{kind: m.kind, def: true, date: m.date})
	}
	if e == nil {
		if !done && m.head != "" && !m.def && (len(m.who) == 0 || d.sought(s, c, k, &m, &t)) || d.ownIdea(s, k, &t) || needs == "people" && len(m.who) < 2 || d.vague(needs, &m, &t) {
			return // plans, contracts, "an agreement": nothing certain
		}
		e = d.create(graph.LabelAgreement, &m)
	}
	e.mention(d.cutAfter(ch.from, t.end, &ch.reading), s)
	d.take(e, &m, s, ch.from, t.end)
	e.act.joinWeak(t.weakOf(m.who))
	if done {
		e.act.sign(named, d.verbIs(s, c, "attend"))
	}
	d.talk.deal, ch.happen = e, e
}

// sign makes it an agreement that somebody has signed: the people named, unless they only attended.
func (h *happening) sign(named []*entity, attended bool) {
	h.signed = true
	if !attended {
		h.signers = append(h.signers, named...)
	}
}

// partiesOf returns the parties of an agreement: people only of an understanding between people.
func (d *document) partiesOf(needs string, who []*entity) []*entity {
	if needs == "people" {
		return who
	}
	return d.parties(who)
}

// vague tells whether a mention says too little for an agreement of its own.
func (d *document) vague(needs string, m *telling, t *tail) bool {
	return needs != "place" && m.bare() && len(m.words) == 0 && len(t.about) == 0 && m.kind != "ceasefire" && m.kind != "joint_statement"
}

// ownIdea tells whether the noun at chunk k only says whose idea something was: "at the initiative of".
func (d *document) ownIdea(s *sentence, k int, t *tail) bool {
	ch := s.chunks[k]
	return d.eng.role(ch.marker) == "at" && !ch.def && len(t.owners) == 0 && k+1 < len(s.chunks) && d.eng.role(s.chunks[k+1].preposition()) == "of"
}

// praised tells whether the noun at chunk k is only called something: "it is a historic agreement".
func (d *document) praised(s *sentence, k int, m *telling, t *tail) bool {
	return m.kind == "agreement" && m.head == "" && m.bare() && len(t.about) == 0 && k+1 < len(s.chunks) && s.chunks[k+1].kind == chunkWord &&
		t.end == s.chunks[k+1].to && !strings.HasPrefix(d.tokens[s.chunks[k+1].from].Norm, d.eng.world.articleLetters)
}

// meets tells whether a mention has what its noun needs to name an agreement: the city of a declaration, the number or body of a
// resolution.
func (d *document) meets(needs string, t *tail, m *telling) bool {
	switch needs {
	case "", "people":
		return true
	case "place":
		return t.city != nil || slices.ContainsFunc(t.names, func(e *entity) bool { return e.label == graph.LabelPlace })
	case "parties":
		return len(m.who) > 1
	case "told":
		return len(m.who) > 0
	case "number":
		return t.number || slices.ContainsFunc(m.who, func(e *entity) bool { return e.label == graph.LabelOrganization && e.kind == "igo" })
	}
	return false
}

// oneDeal returns the agreement named by the noun right before the one at chunk k when both are joined: "agreements and memoranda".
func (d *document) oneDeal(s *sentence, k int) *entity {
	if k == 0 || s.chunks[k].conj == "" || s.chunks[k].marker != s.chunks[k-1].marker {
		return nil
	}
	if p := s.chunks[k-1]; p.kind == chunkDeal && p.happen != nil {
		return p.happen
	}
	return nil
}

// signers returns the parties of the agreement at chunk k.
func (d *document) signers(s *sentence, c *clause, k int, t *tail) []*entity {
	ch := s.chunks[k]
	if t.city != nil {
		t.owners = without(t.owners, t.city.actors[0])
	}
	who := slices.Concat(t.owners, t.agents, minus(t.with, t.attended))
	switch {
	case ch.poss != nil:
		who = slices.Concat(d.possessor(s, c, ch, t), who)
	case !t.between && len(t.owners)+len(t.agents) == 0 && !c.neg && d.strikes(s, c, k, len(t.with) > 0):
		who = slices.Concat(c.subj, d.partner(s, c, k), who)
	}
	if len(who) == 0 && !c.neg {
		who = d.adopters(s, c, k)
	}
	if before := d.beforeDeal(s, c, k); len(who) == 0 && before != nil && before.act.signed {
		return before.act.participants
	}
	return actorsOnly(who)
}

// beforeDeal returns the agreement of the clause that the one at chunk k is joined to: "three agreements and five memoranda".
func (d *document) beforeDeal(s *sentence, c *clause, k int) *entity {
	joined := false
	for j := k; j >= c.from; j-- {
		ch := s.chunks[j]
		if j < k && ch.kind == chunkDeal {
			if joined {
				return ch.happen
			}
			return nil
		}
		_, err := strconv.Atoi(strings.TrimPrefix(ch.stem, d.eng.world.and))
		joined = joined || j >= k-1 && (ch.conj != "" || err == nil && strings.HasPrefix(ch.stem, d.eng.world.and))
		if ch.kind == chunkVerb || ch.kind == chunkEvent {
			return nil
		}
	}
	return nil
}

// strikes tells whether the subject of the clause makes the agreement at chunk k: by signing it, or by holding it with another.
func (d *document) strikes(s *sentence, c *clause, k int, with bool) bool {
	if c.verb < 0 || c.verb > k || k > c.verb+14 || s.chunks[k].marker != "" && d.eng.role(s.chunks[k].marker) != "to" {
		return false
	}
	for _, w := range s.chunks[c.verb].triggers() {
		switch w.Class {
		case "sign":
			return true
		case "attend", "express", "agree":
			return with || d.signingOf(s, k)
		case "say": // "announced [that they had] reached an agreement"
			return len(d.parties(c.subj)) > 1 && len(people(c.subj)) == 0 && d.signingOf(s, k)
		}
	}
	return false
}

// signingOf tells whether a noun of signing stands before the agreement at chunk k.
func (d *document) signingOf(s *sentence, k int) bool {
	for j := k - 1; j >= 0 && j >= k-3; j-- {
		if ch := s.chunks[j]; ch.kind == chunkNoun && ch.word.Class == "sign" {
			return true
		} else if ch.kind != chunkWord && ch.kind != chunkPrep && ch.kind != chunkDeal {
			return false
		}
	}
	return false
}

// concluded tells whether the text says that the agreement at chunk k was signed or reached: by the verb or noun that governs it or
// in its relative clause.
func (d *document) concluded(s *sentence, c *clause, k int, t *tail) bool {
	if c.neg || c.future || t.next {
		return false
	}
	if before := d.beforeDeal(s, c, k); before != nil && before.act.signed {
		return true
	}
	signs := func(ch *chunk) bool { return ch.ofClass("sign") }
	done := false
	for _, ch := range t.carriers {
		done = done || signs(ch) || agreeing(ch)
		if ch.fn("future") || ch.future {
			return false
		}
	}
	if done {
		return true
	}
	for j := k - 1; j >= c.from && (j >= k-5 || j >= c.verb && k <= c.verb+12); j-- {
		ch := s.chunks[j]
		if ch.isPunct(",") || ch.kind == chunkEvent && !(c.verb >= 0 && signsByHand(s.chunks[c.verb])) {
			return false
		}
		if signs(ch) {
			return ch.kind == chunkVerb || ch.marker != d.eng.world.purpose && d.unreal(s, c, j) == ""
		}
	}
	return false
}

// holdsFire tells whether the noun at chunk k names a ceasefire between two as something that is there: they have concluded it.
func (d *document) holdsFire(s *sentence, c *clause, k int, kind string, t *tail) bool {
	return (kind == "ceasefire" || kind == "joint_statement") && t.between && len(t.with) > 1 && !c.neg && !c.future && !c.unsure && !c.cond && !t.next && !t.maybe && d.unreal(s, c, k) == ""
}

// witnesses tells whether the subject of a clause only sees others sign: "the two presidents attended the signing of".
func (d *document) witnesses(s *sentence, c *clause) bool {
	return d.verbIs(s, c, "attend") && !d.verbIs(s, c, "express") && len(people(c.subj)) > 1
}

// parties are states and organizations; a person stands for the state if the article names it.
func (d *document) parties(who []*entity) []*entity {
	var out []*entity
	for _, e := range who {
		if e.label == graph.LabelPerson {
			if s := d.stateOf(e); s != nil {
				e = s
			}
		}
		if e.label != graph.LabelPlace && e.act == nil && !slices.Contains(out, e) {
			out = append(out, e)
		}
	}
	return out
}

// finishDeals states who signed the agreements once the whole article is read.
func (d *document) finishDeals() {
	for _, e := range d.entities {
		if e.label != graph.LabelAgreement || e.count == 0 {
			continue
		}
		h := e.act
		h.settle()
		if h.status == "" {
			h.status = dealStatus(e)
		}
		if !h.signed {
			continue
		}
		d.allied(e)
		for _, p := range slices.Concat(h.signers, h.participants) {
			if d.represented(e, p) {
				continue
			}
			d.relate(fact{typ: "SIGNED", subj: p, obj: e, sent: h.sent, from: h.from, to: h.to, date: h.date, rule: "deal." + e.kind})
		}
	}
}

// dealStatus is how far an agreement has come where the text does not say it.
func dealStatus(e *entity) string {
	switch {
	case e.act.signed:
		return "signed"
	case e.kind == "plan":
		return "proposed"
	case e.kind == "resolution", e.kind == "treaty", e.kind == "ceasefire":
		return "in_force"
	}
	return "agreed"
}

// represented tells whether a party has not signed itself: an official who is named has signed for it.
func (d *document) represented(e, party *entity) bool {
	if party.label != graph.LabelState {
		return false
	}
	return slices.ContainsFunc(d.facts, func(f *fact) bool {
		return f.typ == "SIGNED" && f.obj == e && f.subj.label == graph.LabelPerson && f.subj.nation == party.id
	})
}

// allied states that two states or bodies which signed an agreement with each other cooperate; a ceasefire is no cooperation.
func (d *document) allied(e *entity) {
	h := e.act
	who := d.sidesOf(h.participants)
	if len(who) != 2 || e.kind == "ceasefire" || e.kind == "plan" || e.kind == "resolution" || d.factKeys["ATTACKS|"+itoa(who[0].n)+"|"+itoa(who[1].n)] != nil {
		return
	}
	d.relate(fact{typ: "COOPERATES_WITH", subj: who[0], obj: who[1], sent: h.sent, from: h.from, to: h.to, date: h.date, rule: "deal.signed"})
}
