package graph

import (
	"slices"
	"strconv"
	"strings"
)

// blockLen is the length of the hash with which a block begins; where in the block a mention stands may follow.
const blockLen = 24

// Blocks returns where a node claim is entered so that claims that could be the same find it: under the name, as it sounds for people; under what
// two reports of one event or agreement have in common, and there by its time; and under an ordinal with each party.
func Blocks(e Evidence) []string {
	var all []string
	for _, s := range looksOf(e).spots() {
		all = append(all, s.key+s.at)
	}
	return sortedSet(all)
}

// Reach is where claims are looked for: those in blocks from From to To, which begin with the same hash.
type Reach struct{ From, To string }

// Reaches returns where claims stand that could be the same as a node claim: if two are the same, each stands within reach of the other.
func Reaches(e Evidence) []Reach {
	var all []Reach
	for _, s := range looksOf(e).spots() {
		all = s.addReaches(all)
	}
	return all
}

// Holds reports whether a block lies within the reach.
func (r Reach) Holds(block string) bool { return r.From <= block && block <= r.To }

// Key is the hash with which all blocks within the reach begin.
func (r Reach) Key() string { return r.From[:min(blockLen, len(r.From))] }

// spot is a block with the places in it: where a mention stands, and where those stand that could be the same.
type spot struct {
	key, at string
	near    []window
}

// reaches tells whether what stands at a place of the block could be the same.
func (s spot) reaches(at string) bool {
	return slices.ContainsFunc(s.near, func(w window) bool { return w.from <= at && at <= w.to })
}

func (s spot) addReaches(all []Reach) []Reach {
	for _, w := range s.near {
		all = append(all, Reach{s.key + w.from, s.key + w.to})
	}
	return all
}

// window is the places between two in a block.
type window struct{ from, to string }

// spots are the blocks of a mention.
func (t *looks) spots() []spot {
	if t.apart != "" {
		return anywhere(block(t.label, "apart", t.apart))
	}
	all := t.ownSpots()
	for _, key := range t.joined {
		all = append(all, anywhere(block(t.label, "joined", key))...)
	}
	return all
}

// anywhere makes spots of blocks without places.
func anywhere(keys ...string) []spot {
	var all []spot
	for _, key := range keys {
		all = append(all, spot{key, "", []window{{"", ""}}})
	}
	return all
}

// ownSpots are the spots for what the claim itself says.
func (t *looks) ownSpots() []spot {
	switch {
	case t.label == LabelPerson && len(t.sound) > 0:
		return anywhere(t.personBlocks()...)
	case t.label == LabelEvent:
		return slices.Concat(t.eventSpots(), anywhere(t.ordinalBlocks()...))
	case t.label == LabelAgreement:
		return slices.Concat(t.agreementSpots(), anywhere(t.ordinalBlocks()...))
	case t.fold == "":
		return nil
	}
	return anywhere(block(t.label, "name", t.fold))
}

// eventSpots are, for each way in which [looks.enough] is met, what both then have in common: all parties; or two of them, and the day; a body;
// the place of an attack or a summit; of a visit two parties.
func (t *looks) eventSpots() []spot {
	month := t.when.month()
	if month == "" {
		return nil
	}
	var all []spot
	at, near := t.when.place(t.span())
	timed := func(parts ...string) {
		all = append(all, spot{block(append([]string{t.label, month}, parts...)...), at, near})
	}
	if len(t.parties) > 1 && t.kind != visit && (t.kind != attack || t.when.dated()) {
		timed("all", strings.Join(t.parties, "\x00"))
	}
	for i, p := range t.parties {
		for _, q := range t.parties[i+1:] {
			if t.kind == visit {
				timed(visit, p, q)
			} else if t.when.dated() && t.kind != attack {
				all = append(all, anywhere(block(t.label, "pair", t.when.date, p, q))...)
			}
		}
	}
	if t.kind != visit && t.kind != attack {
		for _, p := range t.bodies() {
			timed("body", p)
		}
	}
	if slices.Contains(sited, t.kind) && t.site != "" {
		timed("site", t.kind, t.site)
	}
	return all
}

// agreementSpots are for two agreements a party and a topic, unless neither has a second party; more than two parties; or two and the day, where no
// topic is told.
func (t *looks) agreementSpots() []spot {
	month := t.when.month()
	if month == "" {
		return nil
	}
	const one, several = "1", "2"
	at, near := one, window{several, several}
	if len(t.parties) > 1 {
		at, near = several, window{one, several}
	}
	var all []spot
	for _, p := range t.parties {
		for _, topic := range t.topics {
			all = append(all, spot{block(t.label, "topic", month, p, topic), at, []window{near}})
		}
	}
	switch parties := strings.Join(t.parties, "\x00"); {
	case len(t.parties) > 2:
		all = append(all, anywhere(block(t.label, "all", month, parties))...)
	case len(t.parties) == 2 && t.when.dated() && len(t.topics) == 0:
		all = append(all, anywhere(block(t.label, "day", t.when.date, parties))...)
	}
	return all
}

func (t *looks) ordinalBlocks() []string {
	if t.ordinal == "" {
		return nil
	}
	var keys []string
	for _, p := range t.parties {
		keys = append(keys, block(t.label, "ordinal", t.ordinal, p))
	}
	return keys
}

// The places in the block of a month: a day of one of these sorts, or the month as a whole.
const (
	placeDated  = "d"
	placeNews   = "n" // published on that day, of what has been
	placeAhead  = "p" // published on that day, of what is still to come
	placeMonth  = "m"
	placesFirst = "" // before and after all of them
	placesLast  = "~"
)

// place returns where a moment stands in the block of its month, and the places of all moments of the month that are near it in the sense of
// [nearness]; span is how many days an event of the kind may last.
func (m moment) place(span int) (at string, near []window) {
	day := 0
	if len(m.date) == dayLen && m.day != 0 {
		day, _ = strconv.Atoi(m.date[monthLen+1:]) // m.day says that it is a date
	}
	days := func(sort string, from, to int) {
		if from, to = max(from, 1), min(to, 31); from <= to {
			near = append(near, window{placeOf(sort, from), placeOf(sort, to)})
		}
	}
	switch {
	case day == 0 || !m.dated() && !m.undated():
		return placeMonth, []window{{placesFirst, placesLast}}
	case m.dated():
		at = placeOf(placeDated, day)
		days(placeDated, day-max(1, span), day+max(1, span))
		days(placeNews, day-earlyNews, day+lateNews)
		days(placeAhead, day-lateNews, day+earlyNews)
	case m.mark == ahead:
		at = placeOf(placeAhead, day)
		days(placeDated, day-earlyNews, day+lateNews)
		days(placeNews, day+1, day+lateNews)
		days(placeAhead, day-1, day+1)
	default:
		at = placeOf(placeNews, day)
		days(placeDated, day-lateNews, day+earlyNews)
		days(placeNews, day-1, day+1)
		days(placeAhead, day-lateNews, day-1)
	}
	return at, append(near, window{placeMonth, placeMonth})
}

func placeOf(sort string, day int) string {
	return sort + string([]byte{'0' + byte(day/10), '0' + byte(day%10)})
}
