package extract

import (
	"strconv"
	"strings"

	"mithaq/graph"
)

// tail is what follows the noun of an event or agreement and belongs to it.
type tail struct {
	kind     string    // of the event
	owners   []*entity // genitive or adjective: "Li's visit", "the Russian-Chinese talks"
	names    []*entity // those of the owners that stand in the genitive
	with     []*entity // "with X", "between X and Y", "attended by X"
	agents   []*entity // who holds or signs it in the relative clause: "the visit that X paid"
	weak     []*entity // those of them that only an office stands for
	hosts    []*entity // who invited
	bodies   []*entity // organizations behind "of, for": "the session of the Security Council"
	attended []*entity // those of them who were only present, or mediated
	guests   []*entity // those of them named behind a chairman
	goal     []*entity // states and places behind "to, on"
	company  bool      // "with" somebody, named or not
	between  bool
	carriers []*chunk // words of that clause
	carried  bool     // a relative clause says who held or signed it
	place    *entity
	city     *chunk // a capital in the genitive, which may be only where it was
	words    []string
	ordinal  int
	number   bool     // a number stands behind it
	next     bool     // it is still to come
	about    []string // what it is about, behind a preposition
	home     bool     // it concerns one state alone: a five-year plan
	maybe    bool     // it is only possible
	alike    bool     // it is another one, like the one spoken of
	topic    bool     // it is said what it is about
	end      int      // token after it

	owned   bool   // a pronoun is written onto the noun
	closed  bool   // the noun has the article: no genitive follows
	head    bool   // adjectives and genitives of the noun itself may follow
	phrase  bool   // a prepositional phrase has begun
	pending string // role of a preposition whose actor has not come yet
	within  bool   // its word only tells where or what for: "at the seat of the League", "to discuss the fight against"
	by      bool   // it is one that names who did it
	last    string // role of the actor that ends right before
}

// tailReach is the number of chunks after its noun that may still belong to an event.
const tailReach = 22

// readTail reads what belongs to the noun at chunk k: adjectives, genitives and the phrases with prepositions after it.
func (d *document) readTail(s *sentence, c *clause, k int) tail {
	t := tail{end: s.chunks[k].to, head: true, closed: d.hasArticle(s.chunks[k]), owned: s.chunks[k].poss != nil}
	t.kind, _, _ = strings.Cut(s.chunks[k].word.Class, ":")
	for j := k + 1; j < len(s.chunks) && j < k+tailReach; j++ {
		ch := s.chunks[j]
		if s.chunks[k].kind == chunkEvent && (d.occurs(s, j) || !t.closed && happens(ch)) {
			t.head, t.phrase = false, true
			continue
		}
		if t.kind == "visit" && covers(s, j) {
			t.phrase, t.head, t.pending = true, false, "to"
			continue
		}
		if d.carries(s, j, s.chunks[k].kind == chunkDeal) && (!t.closed || s.chunks[j].fn("rel") || t.carried) {
			t.head, t.carried, t.phrase = true, true, false
			t.carriers = append(t.carriers, ch)
			continue
		}
		if d.tailStops(s, j) || s.chunks[j-1].isPunct(",") && ch.marker == "" && (ch.kind == chunkWord || ch.kind == chunkNoun || ch.kind == chunkAgent) {
			break
		}
		if ch.city != "" && d.eng.role(ch.marker) == "to" {
			d.asPlace(s, ch)
		}
		if !t.between && ch.fn("pp") && d.pronounWith(ch, "between") && (gathering(t.kind) || s.chunks[k].kind == chunkDeal) {
			t.with, t.between = append(t.with, d.theTwo(c)...), true // "a meeting between them"
		}
		if ch.kind == chunkPunct || ch.kind == chunkPrep || ch.kind == chunkFunc || ch.kind == chunkDate {
			t.pass(d, ch)
			if ch.kind == chunkDate {
				t.end = ch.to
			}
			continue
		}
		if !d.ofVictim(s, k, j, &t) && !d.tailPart(c, ch, &t) {
			break
		}
		t.end = ch.to
	}
	return t
}

// pass takes note of a chunk that names nothing.
func (t *tail) pass(d *document, ch *chunk) {
	switch {
	case ch.kind == chunkPrep:
		if role := d.eng.role(ch.preposition()); role != "of" || t.pending != "attended" { // "with the participation of ships from"
			t.pending = role
		}
		t.phrase, t.head, t.within = true, false, false
		t.by = d.eng.tells(ch.preposition(), "by")
		t.topic = t.topic || d.eng.tells(ch.preposition(), "about")
		t.between = t.between || t.pending == "between"
	case ch.isPunct(","):
		t.head = false
	case ch.kind == chunkFunc && !ch.fn("all"):
		t.mark(ch, d.eng.world.articleLetters)
	}
}

// tailStops tells whether the chunk at j begins something else.
func (d *document) tailStops(s *sentence, j int) bool {
	ch := s.chunks[j]
	return ch.fn("also") || ch.kind == chunkVerb || ch.fn("comp") || ch.fn("rel") || ch.fn("turn") || ch.fn("sub") || ch.isPunct(".") || ch.isPunct(":") ||
		ch.kind == chunkAgent && ch.opens(s.chunks[j-1].isPunct(","))
}

// carries tells whether the chunk at j belongs to a relative clause that only says who held or signed what the noun before it
// names: "the visit that X paid", "a memorandum signed by".
func (d *document) carries(s *sentence, j int, deal bool) bool {
	ch := s.chunks[j]
	if ch.fn("rel") {
		for k := j + 1; k < len(s.chunks) && k <= j+3; k++ {
			if s.chunks[k].kind == chunkVerb || s.chunks[k-1].fn("aux") {
				return holding(s.chunks[k]) || deal && agreeing(s.chunks[k])
			}
		}
		return false
	}
	return (ch.kind == chunkVerb && ch.conj == "" || ch.kind == chunkNoun && s.chunks[j-1].fn("aux")) && (holding(ch) || deal && s.chunks[j-1].fn("rel") && agreeing(ch))
}

// occurs tells whether the chunk at j belongs to a relative clause that only says where or when something happened.
func (d *document) occurs(s *sentence, j int) bool {
	at := j
	if s.chunks[j].fn("rel") {
		at++
	}
	if at >= len(s.chunks) || at == j && !s.chunks[j-1].fn("rel") {
		return false
	}
	return happens(s.chunks[at]) || s.chunks[at].fn("aux") && at+1 < len(s.chunks) &&
		(s.chunks[at+1].fn("pp") || s.chunks[at+1].kind == chunkPrep || s.chunks[at+1].kind == chunkDate) // "that took place between them"
}

// happens tells whether a verb says that something happened, to whom or how long.
func happens(v *chunk) bool {
	return v.kind == chunkVerb && v.conj == "" && v.ofClass("occur")
}

// covers tells whether the chunk at j begins to say what a tour takes in: "a tour that includes".
func covers(s *sentence, j int) bool {
	if s.chunks[j].fn("rel") {
		j++
	}
	if j >= len(s.chunks) || s.chunks[j-1].isPunct(",") {
		return false
	}
	v := s.chunks[j]
	return v.kind == chunkVerb && v.conj == "" && v.ofClass("cover")
}

// agreeing tells whether a verb says that several agree on what it goes with.
func agreeing(ch *chunk) bool {
	return ch.ofClass("agree")
}

// holding tells whether a verb says that somebody holds, attends or signs what it goes with.
func holding(ch *chunk) bool { return ch.ofClass("attend", "sign") }

// tailPart takes one chunk into the tail and tells whether the tail may go on.
func (d *document) tailPart(c *clause, ch *chunk, t *tail) bool {
	a, weak := d.resolve(ch, c)
	if a == nil {
		if a = d.bodyOf(ch); a == nil {
			return t.word(d, ch)
		}
	}
	role := d.eng.role(ch.marker)
	if ch.marker == "" || role == "of" && t.pending == "attended" {
		role = t.pending
	}
	if role == "" && ch.marker == "" && ch.conj != "" && (t.end == ch.from || t.last == "attended" && t.end == ch.from-1) {
		role = t.last // "in the presence of the minister and of X"
	}
	t.last = role
	if t.kind == "attack" && len(t.agents) == 0 && t.by { // "the killing of X at the hands of"
		t.agents = a
		return true
	}
	if weak || ch.adj && role != "" {
		t.weak = append(t.weak, a...)
	}
	t.pending = ""
	switch {
	case ch.marker == "" && t.carried && !ch.adj && !ch.place && len(t.agents) == 0 && role == "":
		t.agents = a
	case ch.marker == "" && t.head && t.closed && !ch.adj && ch.kind != chunkWord:
		return false
	case ch.marker == "" && t.head:
		t.owner(ch, a)
	case ch.marker == "" && role == "" && t.owned && len(t.owners) == 0 && a[0].label == graph.LabelPerson && !ch.adj: // "his receiving in Aden the envoy"
		t.owners = a
	case ch.marker == "" && role == "" && !(t.between && len(t.with) == 1 && ch.conj != ""):
		return t.phrase && !ch.place
	default:
		if role == "attended" && len(t.attended) > 0 && strings.HasPrefix(ch.marker, d.eng.world.and) {
			t.guests = append(t.guests, a...) // "chaired by X, and attended by Y"
		}
		t.phraseActor(ch, role, a)
	}
	return true
}

// ofVictim tells whether the adjective at chunk j belongs to what the attack at chunk k was made on: "the bombing of the Iranian
// consulate".
func (d *document) ofVictim(s *sentence, k, j int, t *tail) bool {
	thing := s.chunks[j-1]
	return t.kind == "attack" && t.head && !t.closed && s.chunks[j].adj && j > k+1 && thing.kind == chunkWord && thing.def && thing.to == s.chunks[j].from
}

// bodyOf returns the organization of the article that an adjective stands for: "the European-American summit".
func (d *document) bodyOf(ch *chunk) []*entity {
	if ch.kind != chunkWord || ch.marker != "" {
		return nil
	}
	for _, s := range ch.senses {
		if s.kind == senseWord && s.word.POS == "orgadj" {
			if e := d.byKey[s.word.Class]; e != nil && e.count > 0 {
				return []*entity{e}
			}
		}
	}
	return nil
}

// word takes a chunk that names nobody into the tail.
func (t *tail) word(d *document, ch *chunk) bool {
	if ch.kind == chunkEvent || ch.kind == chunkDeal {
		return false
	}
	t.mark(ch, d.eng.world.articleLetters)
	if w := d.wordOf(ch); w != "" && !t.head && len(t.about) < 5 || w != "" && ch.marker != "" {
		t.about = append(t.about, w)
	}
	if ch.marker != "" {
		role := d.eng.role(ch.marker)
		t.head, t.phrase, t.pending, t.within = false, true, role, ch.marks("seat") || role == "to" && ch.kind == chunkNoun && d.eng.unreal[ch.word.Class]
		t.company = t.company || role == "with"
		return role != "" || ch.conj == ""
	}
	if ch.conj != "" {
		return ordinal(ch) > 0 || t.phrase && t.pending != ""
	}
	if t.head {
		if t.closed && ch.kind == chunkNoun && !ch.def && t.kind != "" {
			return false // "the meeting [was about] discussing"
		}
		if ch.kind == chunkAgent && holding(ch) {
			t.carriers = append(t.carriers, ch) // "the agreements concluded"
		}
		if w := d.wordOf(ch); w != "" {
			t.words = append(t.words, w)
		}
	}
	return t.head || t.phrase
}

// wordOf returns the word that describes an event, without its ending.
func (d *document) wordOf(ch *chunk) string {
	if ch.kind != chunkWord && ch.kind != chunkNoun && ch.kind != chunkAgent || ch.from >= ch.to {
		return ""
	}
	w := ch.stem
	for ending := range d.eng.endings {
		if s, ok := strings.CutSuffix(w, ending); ok && len(s) > 4 {
			return s
		}
	}
	return w
}

// mark reads ordinals, numbers and words that tell the time of an event.
func (t *tail) mark(ch *chunk, article string) {
	if n, err := strconv.Atoi(strings.TrimPrefix(ch.stem, article)); err == nil {
		t.number = true
		if ch.def && n < 200 {
			t.ordinal = n
		}
	}
	if n := ordinal(ch); n > 0 && t.ordinal == 0 {
		t.ordinal = n
	} else if n >= 20 && t.ordinal < 10 && ch.conj != "" {
		t.ordinal += n // "the first and twentieth"
	}
	for _, s := range ch.senses {
		if s.kind != senseWord || s.word.POS != "mark" {
			continue
		}
		t.next = t.next || s.word.Class == "next" && t.head
		t.home = t.home || s.word.Class == "home"
		t.maybe = t.maybe || s.word.Class == "maybe"
		t.alike = t.alike || s.word.Class == "alike" && t.head
	}
}

// ordinal returns the number that a word like "third" tells, 0 if it is none.
func ordinal(ch *chunk) int {
	for _, s := range ch.senses {
		if s.kind == senseWord && s.word.POS == "mark" {
			if n, err := strconv.Atoi(s.word.Class); err == nil {
				return n
			}
		}
	}
	return 0
}

// owner takes an actor in the genitive or a state named by an adjective.
func (t *tail) owner(ch *chunk, a []*entity) {
	if ch.place {
		t.names = append(t.names, a...)
		return
	}
	t.owners = append(t.owners, a...)
	if ch.adj || ch.kind == chunkWord || ch.conj != "" {
		return
	}
	t.names = append(t.names, a...)
	if ch.city != "" && len(a) == 1 {
		t.city = ch
	}
}

// phraseActor takes an actor behind a preposition.
func (t *tail) phraseActor(ch *chunk, role string, a []*entity) {
	t.head, t.phrase = false, true
	switch {
	case t.topic && (role == "with" || role == "between") && len(t.with)+len(t.owners)+len(t.agents) > 0: // "talks between X and Y on the trade with Z"
	case role == "with", role == "between", role == "attended", role == "mediated", role == "" && ch.marker == "" && t.between:
		t.with = append(t.with, a...)
		t.between = t.between || role == "between"
		switch role {
		case "attended":
			t.attended = append(t.attended, a...)
		case "mediated":
			t.attended, t.guests = append(t.attended, a...), append(t.guests, minus(a, people(a))...)
		}
	case role == "at" && (a[0].label == graph.LabelPerson || t.carried && a[0].label != graph.LabelPlace && !ch.place): // "the talks that brought X together with Y"
		t.with = append(t.with, a...)
	case role == "of" && t.kind == "call": // "a call from X"
		t.with = append(t.with, a...)
	case role == "to" && t.kind == "visit" && a[0].label == graph.LabelPerson: // "the last visit of the minister to"
		t.owners = append(t.owners, a...)
	case role == "invited":
		t.hosts = append(t.hosts, a...)
	case role == "to" && ch.prep != "" && a[0].label == graph.LabelPerson && len(t.owners)+len(t.agents) == 0: // "the coming visit of King X to"
		t.agents = append(t.agents, a...)
	case role != "in" && role != "at" && role != "to":
	case a[0].label == graph.LabelOrganization:
		if ch.marker != "" || !t.within {
			t.bodies = append(t.bodies, a...)
		}
	case ch.place && (t.place == nil || t.place.id == a[0].nation):
		t.place = a[0]
	case a[0].label == graph.LabelState || a[0].label == graph.LabelPlace:
		t.goal = append(t.goal, a...)
	}
}
