package extract

import (
	"slices"
	"strings"

	"mithaq/extract/lang"
	"mithaq/graph"
)

// eventNoun reads the event that the noun at chunk k names.
func (d *document) eventNoun(s *sentence, c *clause, k int) {
	ch := s.chunks[k]
	kind := ch.word.Class
	press := kind == "press"
	if press {
		kind = "conference"
	}
	t := d.readTail(s, c, k)
	m := telling{kind: kind, def: d.knownThing(s, k), title: s.title, words: t.words, ordinal: t.ordinal}
	m.place = d.site(s, kind, &t)
	m.who = d.takers(s, c, k, &t, m.place)
	m.body = len(t.bodies) > 0
	if m.place == nil && kind != "visit" && kind != "war" {
		m.place = d.placeIn(s, c, k)
	}
	m.date = d.whenIn(s, c, k, t.end)
	e := d.find(graph.LabelEvent, &m)
	if e == nil {
		if !m.def && (d.anyOf(s, k) || kind == "war" && m.bare()) {
			return
		}
		e = d.create(graph.LabelEvent, &m)
		e.act.loose = !m.def && m.place == nil && len(t.owners) == 0 && (c.neg || t.maybe || d.unreal(s, c, k) != "" && d.unreal(s, c, k) != "plan")
	}
	e.mention(d.cutAfter(ch.from, t.end, &ch.reading), s)
	d.take(e, &m, s, ch.from, t.end)
	h := e.act
	h.press = h.press || press
	h.joinWeak(t.weakOf(m.who))
	if st, ok := d.status(s, c, k, nil); (ok && st == graph.Planned || t.next) && h.status == "" {
		h.status = "planned"
	}
	d.talk.event = e
	ch.happen = e
	d.met(h)
}

// weakOf returns those of the actors that only an office or an unnamed group stands for.
func (t *tail) weakOf(who []*entity) []*entity {
	var out []*entity
	for _, e := range who {
		if slices.Contains(t.weak, e) {
			out = append(out, e)
		}
	}
	return out
}

// knownThing tells whether the noun at chunk k means something known: it has the article, a demonstrative or a pronoun.
func (d *document) knownThing(s *sentence, k int) bool {
	ch := s.chunks[k]
	return d.hasArticle(ch) || ch.poss != nil || k > 0 && s.chunks[k-1].fn("dem")
}

// hasArticle tells whether a noun, or the adjective in a name of several words, has the article.
func (d *document) hasArticle(ch *chunk) bool {
	return ch.def || ch.word != nil && strings.Contains(ch.word.Form, " "+d.eng.world.articleLetters)
}

// anyOf tells whether the noun at chunk k means no certain event: "any war", "without talks".
func (d *document) anyOf(s *sentence, k int) bool {
	return k > 0 && (s.chunks[k-1].fn("any") || s.chunks[k-1].fn("neg"))
}

// takers returns who takes part in the event at chunk k.
func (d *document) takers(s *sentence, c *clause, k int, t *tail, place *entity) []*entity {
	ch := s.chunks[k]
	kind := ch.word.Class
	who := slices.Concat(t.owners, t.agents, t.with)
	if gathering(kind) {
		who = slices.Concat(who, t.bodies)
	}
	if ch.poss != nil {
		who = slices.Concat(d.possessor(s, c, ch), who)
		if kind == "visit" && len(people(who)) == 0 {
			who = append(who, d.nearest(s, ch)...)
		}
	}
	host := d.holdsEvent(s, c, k)
	switch {
	case c.neg:
	case len(t.with) > 0 && !t.between && len(t.owners)+len(t.agents) == 0 && ch.poss == nil && kind != "attack" && kind != "war",
		host && !t.between && len(t.agents) == 0,
		d.speaksAt(s, c, k, kind):
		who = slices.Concat(c.subj, who)
	}
	who = actorsOnly(who)
	if kind != "visit" {
		return who
	}
	who = slices.Concat(without(who, place), t.hosts)
	if len(who) == len(t.hosts) && (place != nil || !ch.def) {
		who = append(d.traveller(s, c, k, t), who...)
	}
	return actorsOnly(who)
}

// traveller returns who makes a visit that is told without its owner: the person of the clause, or the last one named before.
func (d *document) traveller(s *sentence, c *clause, k int, t *tail) []*entity {
	if p := people(c.subj); len(p) > 0 && !t.carried {
		return p
	}
	if t.carried {
		if p := d.nearest(s, s.chunks[k]); p != nil {
			return p
		}
	}
	return people(c.subj)
}

// speaksAt tells whether the subject of the clause says something at the event at chunk k: who speaks at a conference was there.
func (d *document) speaksAt(s *sentence, c *clause, k int, kind string) bool {
	ch := s.chunks[k]
	if c.verb < 0 || !gathering(kind) && kind != "press" || d.eng.role(ch.marker) != "in" && d.eng.role(ch.marker) != "during" {
		return false
	}
	return tells(s.chunks[c.verb]) && len(people(c.subj)) > 0
}

// site tells where an event was held, and takes out of its owners whoever is no participant: the victim of an attack, the
// state or city in which a summit, an election or an attack was, the country visited.
func (d *document) site(s *sentence, kind string, t *tail) *entity {
	place := t.place
	if place == nil && len(t.goal) > 0 {
		place = t.goal[0]
	}
	drop := func(e *entity) { t.owners = without(t.owners, e) }
	switch kind {
	case "election", "protest":
		for _, e := range t.owners {
			if e.label == graph.LabelState {
				drop(e)
				if place == nil {
					place = e
				}
			}
		}
	case "attack", "summit", "conference", "visit", "signing", "coup":
		if t.city != nil && place == nil {
			drop(t.city.actors[0])
			place = d.asPlace(s, t.city)[0]
		}
		for _, e := range t.names {
			located := e.label == graph.LabelState || e.label == graph.LabelPlace
			if located && place == nil && (kind != "visit" || len(t.names) == 1) {
				place = e
			}
			if located && (kind != "visit" || e == place) || kind == "attack" && e.label == graph.LabelPerson {
				drop(e)
			}
		}
	case "meeting", "talks", "session":
		for _, e := range t.names {
			if e.label == graph.LabelPlace && place == nil {
				place = e
			}
		}
	}
	return place
}

// placeIn returns the place that the clause of the event at chunk k names with a preposition of place, outside of other events.
func (d *document) placeIn(s *sentence, c *clause, k int) *entity {
	for j := k - 1; j >= c.from; j-- {
		ch := s.chunks[j]
		if ch.kind == chunkEvent || ch.kind == chunkDeal {
			break
		}
		if ch.place && d.eng.role(ch.marker) == "in" {
			return ch.actors[0]
		}
	}
	for j := k + 1; j < c.to; j++ {
		ch := s.chunks[j]
		if ch.kind == chunkEvent || ch.kind == chunkDeal || ch.kind == chunkVerb {
			break
		}
		if ch.place && d.eng.role(ch.marker) == "in" {
			return ch.actors[0]
		}
	}
	return nil
}

// holdsEvent tells whether the clause says that its subject holds or attends the event at chunk k.
func (d *document) holdsEvent(s *sentence, c *clause, k int) bool {
	if c.verb < 0 || k <= c.verb || s.chunks[c.verb].word == nil {
		return false
	}
	for j := c.verb + 1; j < k; j++ {
		if x := s.chunks[j]; x.kind == chunkEvent && x.conj == "" && s.chunks[k].conj == "" {
			return false // it is said of another event
		}
	}
	for _, w := range s.chunks[c.verb].triggers() {
		if w.Class == "express" || w.Class == "attend" {
			return k-c.verb <= 8
		}
	}
	return false
}

// actEvent makes the event that an act of meeting or visiting is, where a verb tells it.
func (d *document) actEvent(s *sentence, c *clause, k, at int, f *lang.Frame, subj, objects []*entity, st graph.Status) {
	ch := s.chunks[k]
	m := telling{kind: f.Flag("event"), title: s.title}
	if m.kind == "" || ch.kind == chunkEvent {
		return
	}
	m.who = actorsOnly(slices.Concat(subj, objects))
	if m.kind == "visit" {
		m.who, m.place = actorsOnly(subj), objects[0]
	} else {
		m.place = d.placeIn(s, c, k)
	}
	m.date = d.whenIn(s, c, k, s.chunks[at].to)
	e := d.find(graph.LabelEvent, &m)
	if e == nil {
		e = d.create(graph.LabelEvent, &m)
	}
	e.mention(d.cutAfter(ch.from, s.chunks[at].to, &ch.reading), s)
	d.take(e, &m, s, ch.from, s.chunks[at].to)
	h := e.act
	if st == graph.Planned && h.status == "" {
		h.status = "planned"
	}
	h.join(d.inviters(s, c, k))
	if len(objects) == 1 && s.chunks[at].kind == chunkRef {
		h.joinWeak(objects)
	}
	d.talk.event = e
	d.met(h)
}

// met makes the two people or states of an event those whom "the two presidents" and "the two sides" mean from here on.
func (d *document) met(h *happening) {
	if p := people(h.participants); len(p) == 2 {
		d.pair(p)
	} else if len(h.participants) == 2 {
		d.pair(h.participants)
	}
}

// inviters returns at whose invitation the clause says that its subject travels.
func (d *document) inviters(s *sentence, c *clause, k int) []*entity {
	for j := k + 1; j < c.to; j++ {
		if ch := s.chunks[j]; d.eng.role(ch.marker) == "invited" {
			a, _ := d.resolve(ch, c)
			return actorsOnly(a)
		}
	}
	return nil
}

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
	m := telling{kind: "signing", who: actorsOnly(c.subj), place: d.placeIn(s, c, k), title: s.title, date: d.whenIn(s, c, k, s.chunks[deal].to)}
	e := d.find(graph.LabelEvent, &m)
	if e == nil {
		e = d.create(graph.LabelEvent, &m)
	}
	e.mention(d.cutAfter(ch.from, s.chunks[deal].to, &ch.reading), s)
	d.take(e, &m, s, ch.from, s.chunks[deal].to)
	e.act.deal, ch.happen = s.chunks[deal], e
	for j := k - 1; j >= 0 && e.act.after == nil; j-- {
		e.act.after = s.chunks[j].happen
	}
}
