package extract

import (
	"slices"
	"strings"

	"mithaq/extract/lang"
	"mithaq/graph"
)

// eventNoun reads the event that the noun at chunk k names.
func (d *document) eventNoun(s *sentence, c *clause, k int) {
	if d.countsTalks(s, k) {
		return
	}
	kind, needs, _ := strings.Cut(s.chunks[k].word.Class, ":")
	t := d.readTail(s, c, k)
	if needs == "victim" {
		t.owners = nil // it was done to them
	}
	press := kind == "press"
	if press {
		kind = "conference"
	}
	m := d.tellingOf(s, c, k, kind, &t)
	if interview(&m, &t) {
		return
	}
	for _, who := range d.split(s.chunks[k], &m, &t) {
		one := m
		one.who = who
		d.tell(s, c, k, &one, &t, press)
	}
	switch {
	case d.split(s.chunks[k], &m, &t) != nil:
	case needs == "told" && len(m.who) == 0 && m.place == nil && d.find(graph.LabelEvent, &m) == nil:
	case needs == "guest" && !d.receives(s, k, &t):
	case needs == "with" && (len(t.with) == 0 || s.chunks[k].marker != ""):
	case needs == "body" && !slices.ContainsFunc(m.who, isBody):
	default:
		d.tell(s, c, k, &m, &t, press)
		if e := s.chunks[k].happen; e != nil && needs == "lasting" && e.act.status == "" {
			e.act.status = "ongoing" // a year of culture
		}
	}
}

// tellingOf gathers what the mention of an event at chunk k says: who, where, when, which.
func (d *document) tellingOf(s *sentence, c *clause, k int, kind string, t *tail) telling {
	ch := s.chunks[k]
	m := telling{kind: kind, def: d.knownThing(s, k), title: s.title, next: t.next, words: t.words, ordinal: t.ordinal, topics: ch.from}
	m.place = d.site(s, kind, t)
	m.who = d.takers(s, c, k, t, m.place)
	m.next = t.next || d.agreedOn(s, c, k)
	m.body = len(t.with) == 0 && slices.ContainsFunc(slices.Concat(t.bodies, t.owners), isBody)
	m.body = m.body || ch.poss != nil && len(t.with) == len(t.attended) && slices.ContainsFunc(m.who, isBody) && (talking(kind) || kind == "session")
	m.joined = len(t.owners)+len(t.agents)+len(t.with)+len(t.bodies) == 0 && ch.poss == nil && len(m.words) == 0 && m.ordinal == 0
	m.guests = m.def && kind == "meeting" && len(m.words) == 0 && len(m.who) > 0 && len(minus(m.who, t.attended)) == 0
	switch {
	case kind == "visit":
		m.places = t.goal
	case kind != "war" && m.place == nil:
		m.place = d.placeIn(s, c, k, false)
	}
	if gathering(kind) || kind == "visit" {
		m.topics = ch.to
	}
	m.date, m.dating = d.whenIn(s, c, k, t.end)
	return m
}

// tell notes an event that the noun at chunk k names, and finds out which one it is.
func (d *document) tell(s *sentence, c *clause, k int, m *telling, t *tail, press bool) {
	ch := s.chunks[k]
	e := d.find(graph.LabelEvent, m)
	if e == nil {
		if !m.def && (d.anyOf(s, k) || m.kind == "war" && m.bare()) || d.idiom(s, k) || m.kind == "visit" && m.place == nil && ch.word.Feat&lang.Plural != 0 {
			return
		}
		e = d.create(graph.LabelEvent, m)
		e.act.loose = !m.def && m.place == nil && len(t.owners) == 0 && (c.neg || t.maybe || d.unreal(s, c, k) != "" && d.unreal(s, c, k) != "plan")
	}
	e.mention(d.cutAfter(ch.from, t.end, &ch.reading), s)
	if h := e.act; m.guests && len(h.participants) > 1 {
		h.present = append(h.present, minus(m.who, h.participants)...)
	}
	d.take(e, m, s, ch.from, t.end)
	h := e.act
	if h.place == nil && m.kind != "visit" && m.kind != "war" {
		h.place = d.placeIn(s, c, k, true)
	}
	h.press = h.press || press
	h.hosts = append(h.hosts, t.hosts...)
	h.present = append(h.present, t.guests...)
	h.joinWeak(t.weakOf(m.who))
	if st, ok := d.status(s, c, k, nil, false); (ok && st == graph.Planned || m.next || d.coming(s, c, k, m, t) || d.wouldMeet(s, c, k, t) != nil) && h.status == "" && d.firstTold(h) {
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
	if ch.def || ch.word == nil || !strings.Contains(ch.word.Form, " "+d.eng.world.articleLetters) {
		return ch.def
	}
	for w := range strings.FieldsSeq(ch.word.Form) {
		if d.eng.role(w) == "of" {
			return false // "a number of the agreements"
		}
	}
	return true
}

// anyOf tells whether the noun at chunk k means no certain event: "any war", "without talks".
func (d *document) anyOf(s *sentence, k int) bool {
	for j := k - 1; j >= 0 && j >= k-3 && s.chunks[j].kind != chunkVerb && s.chunks[j].kind != chunkPunct; j-- {
		if s.chunks[j].fn("any") || s.chunks[j].fn("neg") {
			return true
		}
	}
	return false
}

// idiom tells whether the noun at chunk k belongs to a word that makes it no event: "war crimes", "chief of staff".
func (d *document) idiom(s *sentence, k int) bool {
	return k > 0 && s.chunks[k-1].marks("idiom")
}

// isBody tells whether an entity is one that holds sessions of its own.
func isBody(e *entity) bool { return e.label == graph.LabelOrganization }

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
		if t.city != nil && place == nil && kind == "talks" && len(t.with) != 1 {
			drop(t.city.actors[0]) // "the Vienna talks"
			place = d.asPlace(s, t.city)[0]
		}
		for _, e := range t.names {
			if e.label == graph.LabelPlace && place == nil {
				place = e
			}
		}
	}
	return place
}

// placeIn returns the place that the clause of the event at chunk k names with a preposition of place, outside of other events.
func (d *document) placeIn(s *sentence, c *clause, k int, states bool) *entity {
	for j := k - 1; j >= c.from; j-- {
		ch := s.chunks[j]
		if ch.kind == chunkEvent || ch.kind == chunkDeal {
			break
		}
		if p := d.standsIn(c, ch, states); p != nil {
			return p
		}
	}
	for j := k + 1; j < c.to; j++ {
		ch := s.chunks[j]
		if ch.kind == chunkEvent || ch.kind == chunkDeal || ch.kind == chunkVerb {
			break
		}
		if p := d.standsIn(c, ch, states); p != nil {
			return p
		}
	}
	return nil
}

// actEvent makes the event that an act of meeting or visiting is, where a verb tells it.
func (d *document) actEvent(s *sentence, c *clause, k, at int, f *lang.Frame, subj, objects []*entity, st graph.Status) {
	ch := s.chunks[k]
	m := telling{kind: f.Flag("event"), title: s.title, topics: s.chunks[at].to}
	if m.kind == "" || ch.kind == chunkEvent {
		return
	}
	m.who = actorsOnly(slices.Concat(subj, objects))
	if m.kind == "visit" {
		m.who, m.place = actorsOnly(subj), objects[0]
	} else {
		m.place = d.placeIn(s, c, k, false)
	}
	m.date, m.dating = d.whenIn(s, c, k, s.chunks[at].to)
	e := d.setting(s, c, m.kind)
	if e == nil {
		e = d.find(graph.LabelEvent, &m)
	}
	if e == nil {
		e = d.create(graph.LabelEvent, &m)
	}
	e.mention(d.cutAfter(ch.from, s.chunks[at].to, &ch.reading), s)
	d.take(e, &m, s, ch.from, s.chunks[at].to)
	c.met = c.met || k == c.verb
	h := e.act
	if h.place == nil && m.kind != "visit" {
		h.place = d.placeIn(s, c, k, true)
	}
	if st == graph.Planned && h.status == "" && d.firstTold(h) {
		h.status = "planned"
	}
	h.accompany(d.company(s, c, k, e.kind), e.kind == "visit")
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

// countsTalks tells whether the noun at chunk k only counts the event behind it: "a new round of talks".
func (d *document) countsTalks(s *sentence, k int) bool {
	for j := k + 1; j < len(s.chunks) && j <= k+3; j++ {
		switch ch := s.chunks[j]; {
		case ch.kind == chunkEvent:
			return ch.marker == "" && j == k+1 || d.eng.role(ch.marker) == "of"
		case ch.kind != chunkWord && ch.kind != chunkPrep && ch.kind != chunkAgent:
			return false
		}
	}
	return false
}

// standsIn returns the place that a chunk names as where something is; a state only where states count.
func (d *document) standsIn(c *clause, ch *chunk, states bool) *entity {
	if ch.kind != chunkActor || !d.inside(ch) || ch.adj {
		return nil
	}
	if p := ch.actors[0]; ch.place || states && p.label == graph.LabelState && !slices.Contains(c.subj, p) {
		return p
	}
	return nil
}

// firstTold tells whether only headlines have told of an event before its last mention.
func (d *document) firstTold(h *happening) bool {
	for _, s := range h.sents[:len(h.sents)-1] {
		if !s.title {
			return false
		}
	}
	return true
}

// receives tells whether the noun of receiving at chunk k says who was received, or refers to something told before.
func (d *document) receives(s *sentence, k int, t *tail) bool {
	return len(t.owners)+len(t.agents)+len(t.with)+len(t.hosts) > 1 || s.chunks[k].poss != nil || d.hasArticle(s.chunks[k]) ||
		k+1 < len(s.chunks) && (s.chunks[k+1].kind == chunkActor || s.chunks[k+1].kind == chunkRef)
}

// interview tells whether talks are those of a newspaper or channel with somebody: it reports, and is no party.
func interview(m *telling, t *tail) bool {
	with := actorsOnly(t.with)
	return talking(m.kind) && len(with) > 0 && len(reporters(with)) == len(with)
}
