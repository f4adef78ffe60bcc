package extract

import (
	"slices"

	"mithaq/graph"
)

// telling is one mention of an event or agreement, before it is known which one is meant.
type telling struct {
	kind    string
	who     []*entity
	place   *entity
	places  []*entity // others, of a visit to several
	words   []string
	about   []string // what an agreement is about, behind prepositions
	ordinal int
	date    string
	dating  graph.Dating
	topics  int    // token from which it may tell what it is about
	head    string // the noun
	next    bool   // still to come
	body    bool   // a body holds it, not two who meet
	def     bool   // with the article, a demonstrative or a pronoun: something known
	title   bool
	joined  bool // whom it names are only those of whom its clause speaks
	guests  bool // it names only who was present at something known: "the meeting was attended by"
}

// bare tells whether a mention says nothing but its noun.
func (m *telling) bare() bool { return len(m.who) == 0 && m.place == nil && m.ordinal == 0 }

// find returns the event or agreement of the article that a mention means, or nil: the last one that fits best.
func (d *document) find(label string, m *telling) *entity {
	var best *entity
	top := 0
	for i := len(d.entities) - 1; i >= 0; i-- {
		e := d.entities[i]
		if e.label != label || e.act == nil {
			continue
		}
		if n := d.fit(e, m); n > top {
			best, top = e, n
		}
	}
	return best
}

// fit tells how well a mention fits an event or agreement: 0 = it is another one.
func (d *document) fit(e *entity, m *telling) int {
	h := e.act
	kin := kinship(e.kind, m.kind)
	if kin == 0 || kin < 2 && !(m.def && m.bare()) || d.another(h, m) {
		return 0
	}
	if m.kind == "treaty" && kin == 3 && !m.def && otherName(h.words, m.words) {
		return 0
	}
	n := kin
	if shared := sharedWords(h.words, m.words); shared > 0 {
		n += 2
	} else if len(h.words) > 0 && len(m.words) > 0 {
		n -= 2
	}
	if m.next && h.status == "" && !h.bare && !h.title {
		n -= 4
	}
	if m.ordinal != 0 && m.ordinal == h.ordinal {
		n += 4
	}
	who := d.fitActors(h, m)
	if who < 0 {
		return 0
	}
	return max(n+who-1, 0)
}

// otherName tells whether two treaties are called differently from their first word on.
func otherName(a, b []string) bool { return len(a) > 0 && len(b) > 0 && a[0] != b[0] }

// another tells whether something that a mention says excludes that it means an event: number, day, place, who holds it.
func (d *document) another(h *happening, m *telling) bool {
	return m.ordinal != 0 && h.ordinal != 0 && m.ordinal != h.ordinal || apart(h.date, m.date) || !near(h.place, m.place) ||
		m.body != h.body && len(m.who) > 0 && len(h.participants) > 0 && !h.title && !m.title ||
		m.head != "" && h.head != "" && m.head != h.head && !m.def || !m.def && !h.title && !m.title && elsewhere(h.about, m.about)
}

// elsewhere tells whether two new agreements are about different things: neither tells all that the other is about.
func elsewhere(a, b []string) bool {
	n := sharedWords(a, b)
	return n < len(a) && n < len(b)
}

// fitActors tells how well the actors of a mention fit those of an event; -1 = they exclude each other.
func (d *document) fitActors(h *happening, m *telling) int {
	switch {
	case len(m.who) > 0 && len(h.participants) > 0:
		if overlap(h.participants, m.who) {
			return 4
		}
		if (h.title || m.title || m.def) && d.covered(h.participants, m.who) {
			return 3
		}
		if m.guests && !h.body || m.joined && m.def && d.talk.event != nil && d.talk.event.act == h {
			return 2
		}
		return -1
	case m.bare() && m.def:
		return 3
	case m.bare():
		if len(h.participants) > 0 && !h.title && sharedWords(h.words, m.words) == 0 {
			return -1
		}
		return 0
	case m.place != nil && h.place != nil:
		return 3
	}
	return 1
}

// kinship tells how close two kinds are: 3 the same, 2 talks and a meeting, 1 what "the meeting" may be called again.
func kinship(a, b string) int {
	switch {
	case a == b:
		return 3
	case talking(a) && talking(b):
		return 2
	case gathering(a) && gathering(b):
		return 1
	case a == "joint_statement" && b == "declaration", a == "war" && b == "attack":
		return 1
	}
	return 0
}

func talking(k string) bool { return k == "meeting" || k == "talks" }

func gathering(k string) bool {
	return talking(k) || k == "summit" || k == "conference" || k == "session" || k == "call"
}

// apart tells whether two dates exclude each other.
func apart(a, b string) bool {
	n := min(len(a), len(b))
	return n > 0 && a[:n] != b[:n]
}

// near tells whether two places may be one: the same, unknown, or one in the other.
func near(a, b *entity) bool {
	return a == nil || b == nil || a == b || a.nation == b.id && b.id != "" || b.nation == a.id && a.id != ""
}

// sharedWords counts the describing words that two mentions share.
func sharedWords(a, b []string) int {
	n := 0
	for _, w := range a {
		if slices.Contains(b, w) {
			n++
		}
	}
	return n
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

// covered tells whether each actor of the smaller set has its like in the larger, a state being like its own official.
func (d *document) covered(a, b []*entity) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	for _, x := range a {
		if !slices.ContainsFunc(b, func(y *entity) bool {
			return x == y || x.nation == y.id && x.nation != "" && !otherOf(x, b) || y.nation == x.id && x.id != ""
		}) {
			return false
		}
	}
	return true
}

// otherOf tells whether a set of actors has another official of the state of one.
func otherOf(x *entity, list []*entity) bool {
	return slices.ContainsFunc(list, func(y *entity) bool { return y.label == graph.LabelPerson && y != x && y.nation == x.nation })
}

// enter notes an event that a mention of chunk ch up to token end tells of, and returns which one it is: a known one or a new one. What
// else it says stands up to token to.
func (d *document) enter(m *telling, s *sentence, ch *chunk, end, to int) *entity {
	e := d.find(graph.LabelEvent, m)
	if e == nil {
		e = d.create(graph.LabelEvent, m)
	}
	e.mention(d.cutAfter(ch.from, end, &ch.reading), s)
	d.take(e, m, s, ch.from, to)
	return e
}

// create adds an event or agreement to the article.
func (d *document) create(label string, m *telling) *entity {
	e := &entity{label: label, kind: m.kind, n: len(d.entities), act: &happening{bare: true, title: m.title}}
	d.entities = append(d.entities, e)
	return e
}

// take notes what a mention says of an event or agreement.
func (d *document) take(e *entity, m *telling, s *sentence, from, to int) {
	h := e.act
	h.sents = append(h.sents, s)
	if h.sent == nil || h.bare && len(m.who) > 0 {
		h.sent, h.from, h.to = s, from, to
	}
	h.bare = h.bare && len(m.who) == 0
	h.body = h.body || m.body
	h.known = h.known || m.def
	if h.head == "" {
		h.head = m.head
	}
	for _, p := range m.who {
		if !h.stoodFor(p) {
			h.join([]*entity{p})
		}
	}
	d.addTopics(h, max(from, m.topics), to)
	if h.place == nil || m.place != nil && m.place.label == graph.LabelPlace && h.place.label == graph.LabelState && m.place.nation == h.place.id {
		h.place = m.place
	}
	for _, p := range append([]*entity{m.place}, m.places...) {
		if p != nil && !slices.Contains(h.places, p) {
			h.places = append(h.places, p)
		}
	}
	if h.ordinal == 0 {
		h.ordinal = m.ordinal
	}
	if len(m.date) > len(h.date) {
		h.date, h.dating = m.date, m.dating
	}
	if len(h.about) == 0 {
		h.about = m.about
	}
	for _, w := range m.words {
		if !slices.Contains(h.words, w) {
			h.words = append(h.words, w)
		}
	}
}
