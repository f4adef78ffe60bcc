package graph

import "slices"

const (
	attack = "attack"
	summit = "summit"
)

// sited are kinds of which there is hardly ever more than one at a place and time.
var sited = []string{attack, summit}

// kinds of events that come together to talk; any two of them may be names for one event.
var talking = []string{"meeting", "talks", "session", summit}

// sameKind tells whether two kinds may name one event. A summit of many is no meeting on its margin.
func sameKind(a, b *looks) bool {
	if a.kind == b.kind {
		return true
	}
	if !slices.Contains(talking, a.kind) || !slices.Contains(talking, b.kind) {
		return false
	}
	if a.kind == summit || b.kind == summit {
		return len(a.parties) == 2 && len(b.parties) == 2 || overlap(a.bodies(), b.bodies())
	}
	return true
}

// span is how many days after its first an event of the kind is still told of as of that day.
func (t *looks) span() int {
	if t.kind == visit {
		return visitReach
	}
	return 0
}

// eventsDiffer tells what cannot be one event: two kinds, two numbers, two days, two places, other people of one state, others who meet.
func eventsDiffer(a, b *looks) bool {
	return !sameKind(a, b) || a.ordinal != "" && b.ordinal != "" && a.ordinal != b.ordinal ||
		nearness(a.when, b.when, a.span()) == asunder || elsewhere(a, b) || rivals(a, b) || otherParties(a, b)
}

// elsewhere tells whether the places exclude each other: two states, or two places in one. A palace that the world does not know may
// lie in the city that it knows.
func elsewhere(a, b *looks) bool {
	if a.hosts != "" && b.hosts != "" && a.hosts != b.hosts {
		return true
	}
	return a.site != "" && b.site != "" && a.site != b.site && a.kind != visit && knownID(a.site) == knownID(b.site)
}

// otherParties tells whether others meet: not both have the same two; or both are many and share too few; or two meet in the
// one, and many in the other.
func otherParties(a, b *looks) bool {
	if len(a.parties) > len(b.parties) {
		a, b = b, a
	}
	n, small, large := common(a.parties, b.parties), len(a.parties), len(b.parties)
	switch {
	case a.kind == attack:
		return small > 0 && n == 0
	case small < 2 || overlap(a.bodies(), b.bodies()):
		return false
	case small == 2 && large <= 3:
		return n < 2
	case small == 2:
		return true
	}
	return n < 2 || 3*n < 2*small
}

// meets compares two events or agreements that do not differ.
func (t *looks) meets(o *looks) int {
	if t.label == LabelAgreement {
		return t.agrees(o)
	}
	if t.numbered(o) {
		return 100
	}
	if t.when.month() == "" || t.when.month() != o.when.month() {
		return 0
	}
	near := nearness(t.when, o.when, t.span())
	if near <= unknown || !t.enough(o, near) {
		return 0
	}
	return 10*near + 2*min(sharedPeople(t, o), 2) + truth(t.site != "" && t.site == o.site) + truth(t.kind == o.kind)
}

// numbered tells whether two events have the same number. A small one needs the same month: there are many second meetings.
func (t *looks) numbered(o *looks) bool {
	if t.ordinal == "" || t.ordinal != o.ordinal || t.kind == visit || common(t.parties, o.parties) == 0 || !sameYear(t.when.date, o.when.date) {
		return false
	}
	return len(t.ordinal) > 1 || t.when.month() != "" && t.when.month() == o.when.month()
}

// enough tells whether two events have enough in common for how near they are in time.
func (t *looks) enough(o *looks, near int) bool {
	people := sharedPeople(t, o)
	pair := common(t.parties, o.parties) > 1
	equal := slices.Equal(t.parties, o.parties)
	site := t.site != "" && t.site == o.site
	switch {
	case t.kind == attack:
		return site && near >= nextDay || pair && equal && near >= thatDay
	case t.kind == summit && o.kind == summit && site && (near >= nextDay || near >= thoseDays && overlap(t.topics, o.topics)):
		return true
	case t.kind == visit:
		return pair && (people > 0 || near >= nextDay)
	case overlap(t.bodies(), o.bodies()):
		return (equal || site || overlap(t.topics, o.topics)) && near >= nextDay || pair && near >= thoseDays || equal && t.kind == o.kind ||
			pair && people > 1 || t.kind == summit && o.kind == summit && near >= thoseDays
	case !pair:
		return false
	case !equal:
		return near >= thatDay && (people > 1 || site)
	case near >= thatDay:
		return true
	case near >= thoseDays:
		return people > 0 || site || t.kind == summit || o.kind == summit || overlap(t.topics, o.topics)
	}
	return people > 1
}

func truth(b bool) int {
	if b {
		return 1
	}
	return 0
}

func sameYear(a, b string) bool {
	return a == "" || b == "" || a[:yearLen] == b[:yearLen]
}
