package extract

import (
	"slices"

	"mithaq/extract/lang"
	"mithaq/graph"
)

// happening is what makes an event or an agreement: who, where, when.
type happening struct {
	participants []*entity
	place        *entity
	date         string
	status       string
	ordinal      string
	topics       []string
	press        bool // a press conference
	signed       bool // an agreement that somebody is said to have signed
	bare         bool // only the noun has been met so far: "the meeting"
	sent         *sentence
	from, to     int // tokens of the mention that tells most
}

// join adds actors that are not participants yet.
func (h *happening) join(list []*entity) {
	for _, e := range list {
		if e != nil && !slices.Contains(h.participants, e) {
			h.participants = append(h.participants, e)
		}
	}
}

// tail is what follows the noun of an event or agreement and belongs to it.
type tail struct {
	owners  []*entity // genitive or adjective: "Li's visit", "the Russian-Chinese talks"
	names   []*entity // those of the owners that stand in the genitive
	with    []*entity // "with X", "between X and Y", "attended by X"
	between bool
	place   *entity
	words   int // words that describe it
	end     int // token after it
	toState []*entity
}

// readTail reads what belongs to the noun at chunk k: adjectives, genitives and the phrases with prepositions after it.
func (d *document) readTail(s *sentence, c *clause, k int) tail {
	t := tail{end: s.chunks[k].to}
	head := true
	for j := k + 1; j < len(s.chunks) && j < k+16; j++ {
		ch := s.chunks[j]
		if d.carries(s, j) {
			head = true
			continue
		}
		if ch.kind == chunkVerb || ch.fn("comp") || ch.fn("rel") || ch.fn("turn") || ch.fn("sub") || ch.kind == chunkAgent && ch.opens(s.chunks[j-1].isPunct(",")) || ch.isPunct(".") || ch.isPunct(":") {
			break
		}
		if ch.city != "" && d.eng.role(ch.marker) == "to" {
			d.asPlace(s, ch)
		}
		if ch.kind == chunkPunct || ch.kind == chunkPrep || ch.kind == chunkFunc {
			if ch.isPunct(",") && !head {
				head = false
			}
			continue
		}
		if !d.tailPart(s, c, ch, &t, &head) {
			break
		}
		t.end = ch.to
	}
	return t
}

// carries tells whether the chunk at j belongs to a relative clause that only says who held or signed what the noun before it
// names: "the visit that X paid", "a memorandum signed by".
func (d *document) carries(s *sentence, j int) bool {
	ch := s.chunks[j]
	if ch.fn("rel") {
		for k := j + 1; k < len(s.chunks) && k <= j+2; k++ {
			if s.chunks[k].kind == chunkVerb {
				return holding(s.chunks[k])
			}
		}
		return false
	}
	return ch.kind == chunkVerb && ch.conj == "" && holding(ch)
}

func holding(ch *chunk) bool {
	for _, w := range ch.triggers() {
		if w.Class == "attend" || w.Class == "sign" {
			return true
		}
	}
	return false
}

// tailPart takes one chunk into the tail and tells whether the tail may go on.
func (d *document) tailPart(s *sentence, c *clause, ch *chunk, t *tail, head *bool) bool {
	a, _ := d.resolve(ch, c)
	role := d.eng.role(ch.marker)
	switch {
	case ch.marker == "" && a == nil:
		if ch.kind == chunkEvent || ch.kind == chunkDeal || ch.conj != "" {
			return false
		}
		t.words++
		return *head
	case ch.marker == "" && *head:
		if ch.place {
			return false
		}
		t.owners = append(t.owners, a...)
		if !ch.adj && ch.conj == "" {
			t.names = append(t.names, a...)
		}
	case a == nil:
		*head = false
		return role != "" || ch.conj == ""
	case role == "with", role == "between", role == "attended":
		t.with = append(t.with, a...)
		t.between = t.between || role == "between"
		*head = false
	case ch.place && (role == "in" || role == "to"):
		if t.place == nil {
			t.place = a[0]
		}
		*head = false
	case role == "in" || role == "to":
		if a[0].label == "State" || a[0].label == "Place" {
			t.toState = append(t.toState, a...)
		}
		*head = false
	default:
		*head = false
	}
	return true
}

// eventNoun reads the event that the noun at chunk k names.
func (d *document) eventNoun(s *sentence, c *clause, k int) {
	ch := s.chunks[k]
	kind := ch.word.Class
	press := kind == "press"
	if press {
		kind = "conference"
	}
	t := d.readTail(s, c, k)
	place := d.settle(s, kind, ch, &t)
	who := slices.Concat(t.owners, t.with)
	if ch.poss != nil {
		who = slices.Concat(d.possessor(c, ch), who)
	}
	if len(t.with) > 0 && !t.between && len(t.owners) == 0 && ch.poss == nil || len(who) == 0 && d.holdsEvent(s, c, k) {
		who = slices.Concat(c.subj, who)
	}
	who = actorsOnly(who)
	if kind == "visit" {
		who = without(who, place)
		if len(who) == 0 && place != nil {
			who = people(c.subj)
		}
	}
	e := d.sameEvent(kind, who, place, ch, t)
	if e == nil {
		return
	}
	h := e.act
	e.mention(d.cutAfter(ch.from, t.end, &ch.reading), s)
	if h.sent == nil || h.bare && len(who) > 0 {
		h.sent, h.from, h.to = s, ch.from, t.end
	}
	h.bare = h.bare && len(who) == 0
	h.press = h.press || press
	h.join(who)
	if h.place == nil {
		h.place = place
	}
	if st, ok := d.status(s, c, k, nil); ok && st == graph.Planned && h.status == "" {
		h.status = "planned"
	}
	d.talk.event = e
	ch.happen = e
	d.met(h)
}

// settle tells where an event was held, and takes out of its owners whoever is no participant: the victim of an attack, the
// state or city in which a summit, an election or an attack was, the country visited.
func (d *document) settle(s *sentence, kind string, ch *chunk, t *tail) *entity {
	place := t.place
	if place == nil && len(t.toState) > 0 {
		place = t.toState[0]
	}
	drop := func(e *entity) { t.owners = without(t.owners, e) }
	switch kind {
	case "election":
		for _, e := range t.owners {
			if e.label == graph.LabelState {
				drop(e)
				if place == nil {
					place = e
				}
			}
		}
	case "attack", "summit", "conference", "visit", "protest":
		for _, e := range t.names {
			located := e.label == graph.LabelState || e.label == graph.LabelPlace
			if located && place == nil && (kind != "visit" || len(t.names) == 1) {
				place = e
			}
			if located || kind == "attack" && e.label == graph.LabelPerson {
				drop(e)
			}
		}
	}
	return place
}

// possessor returns whom the pronoun on an event or agreement means.
func (d *document) possessor(c *clause, ch *chunk) []*entity {
	if ch.poss.Feat&lang.Dual != 0 {
		if len(c.subj) == 2 {
			return c.subj
		}
		if len(d.talk.people) == 2 {
			return d.talk.people
		}
		return d.talk.sides
	}
	for p := c; p != nil; p = p.parent {
		if len(p.subj) > 0 {
			return p.subj
		}
	}
	return d.talk.speaker
}

func people(list []*entity) []*entity {
	var out []*entity
	for _, e := range list {
		if e.label == graph.LabelPerson {
			out = append(out, e)
		}
	}
	return out
}

// holdsEvent tells whether the clause says that its subject holds or attends the event at chunk k.
func (d *document) holdsEvent(s *sentence, c *clause, k int) bool {
	if c.verb < 0 || k <= c.verb || s.chunks[c.verb].word == nil {
		return false
	}
	for _, w := range s.chunks[c.verb].triggers() {
		if w.Class == "express" || w.Class == "attend" {
			return k-c.verb <= 6
		}
	}
	return false
}

// sameEvent returns the event of the article that is meant, or a new one if the mention says enough to stand alone.
func (d *document) sameEvent(kind string, who []*entity, place *entity, ch *chunk, t tail) *entity {
	bare := len(who) == 0 && place == nil && t.words == 0
	for i := len(d.entities) - 1; i >= 0; i-- {
		e := d.entities[i]
		if e.label != graph.LabelEvent || !sameKind(e.kind, kind) {
			continue
		}
		h := e.act
		if bare {
			if ch.def || len(h.participants) == 0 && h.place == nil {
				return e
			}
			continue
		}

		if len(who) > 0 && len(h.participants) > 0 && overlap(h.participants, who) && (place == nil || h.place == nil || place == h.place) {
			return e
		}
		if len(who) == 0 && place != nil && h.place == place {
			return e
		}
	}
	e := &entity{label: graph.LabelEvent, kind: kind, n: len(d.entities), act: &happening{bare: len(who) == 0}}
	d.entities = append(d.entities, e)
	return e
}

// sameKind tells whether two kinds of events may be one: talks and a meeting are.
func sameKind(a, b string) bool {
	talk := func(k string) bool { return k == "meeting" || k == "talks" }
	return a == b || talk(a) && talk(b)
}

// overlap tells whether the smaller set of actors lies in the larger.
func overlap(a, b []*entity) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	for _, e := range a {
		if !slices.Contains(b, e) {
			return false
		}
	}
	return true
}

func actorsOnly(list []*entity) []*entity {
	var out []*entity
	for _, e := range list {
		if (e.label == "Person" || e.label == "State" || e.label == "Organization") && !slices.Contains(out, e) {
			out = append(out, e)
		}
	}
	return out
}

func without(list []*entity, x *entity) []*entity {
	var out []*entity
	for _, e := range list {
		if e != x {
			out = append(out, e)
		}
	}
	return out
}

// finishEvents states what follows from the events once the whole article is read: who met, who visited what.
func (d *document) finishEvents() {
	for _, e := range d.entities {
		if e.act == nil || e.count == 0 || e.label != graph.LabelEvent {
			continue
		}
		h := e.act
		if len(h.participants) == 0 && (h.place == nil || !d.eng.standing[e.kind]) || h.press && len(h.participants) < 2 {
			d.drop("event without participants")
			e.count = 0
			continue
		}
		st := graph.Asserted
		if h.status == "planned" {
			st = graph.Planned
		}
		f := fact{sent: h.sent, from: h.from, to: h.to, status: st, rule: "event." + e.kind}
		switch e.kind {
		case "meeting", "talks", "call", "summit":
			d.metAll(h, f)
		case "visit":
			for _, p := range h.participants {
				if h.place != nil && (p.label == "Person" || p.label == "State") {
					f.typ, f.subj, f.obj = "VISITED", p, h.place
					if p.nation != h.place.id && p != h.place {
						d.relate(f)
					}
				}
			}
		}
	}
}

// metAll relates each pair of up to three participants; a state beside its own official adds nothing.
func (d *document) metAll(h *happening, f fact) {
	var who []*entity
	for _, e := range h.participants {
		own := slices.ContainsFunc(h.participants, func(p *entity) bool { return p.label == "Person" && e.label == "State" && p.nation == e.id })
		if !own {
			who = append(who, e)
		}
	}
	if len(who) < 2 || len(who) > 3 {
		return
	}
	f.typ = "MET"
	for i, a := range who {
		for _, b := range who[i+1:] {
			f.subj, f.obj = a, b
			d.relate(f)
		}
	}
}

// date is a day, month or year that a sentence names.
type date struct{ value string }

// actEvent makes the event that an act of meeting or visiting is, where a verb tells it.
func (d *document) actEvent(s *sentence, c *clause, k, at int, f *lang.Frame, subj, objects []*entity, st graph.Status) {
	kind := f.Flag("event")
	if kind == "" || s.chunks[k].kind == chunkEvent {
		return
	}
	who, place := actorsOnly(slices.Concat(subj, objects)), (*entity)(nil)
	if kind == "visit" {
		who, place = actorsOnly(subj), objects[0]
	}
	ch := s.chunks[k]
	e := d.sameEvent(kind, who, place, ch, tail{})
	if e == nil {
		return
	}
	h := e.act
	e.mention(d.cutAfter(ch.from, s.chunks[at].to, &ch.reading), s)
	if h.sent == nil || h.bare {
		h.sent, h.from, h.to = s, ch.from, s.chunks[at].to
	}
	h.bare = false
	h.join(who)
	if h.place == nil {
		h.place = place
	}
	if st == graph.Planned && h.status == "" {
		h.status = "planned"
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
