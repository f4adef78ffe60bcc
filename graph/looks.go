package graph

import (
	"slices"
	"strings"
)

// looks are all that [Same] looks at, taken apart.
type looks struct {
	label, kind, ordinal string
	when                 moment
	people               []actor  // participants who are people
	parties              []string // states and bodies that take part, themselves or by their people
	hosts                string   // state of the place
	site                 string   // the place; empty if only a state is known
	topics               []string
	fold                 string
	nation               Ref
	joined               []string // what users said: see ties
	apart                string
	sound, posts         []string // of a person: the words of the name as they sound, and the offices
}

// actor is a participant in the form of [Evidence.Actors], taken apart.
type actor struct{ id, nation string }

func actorOf(s string) actor {
	id, nation, _ := strings.Cut(s, "@")
	return actor{id, nation}
}

// party is the state or body that an actor acts for.
func (a actor) party() string { return firstOf(a.nation, a.id) }

// person tells whether an actor is a person.
func (a actor) person() bool { return strings.HasPrefix(strings.TrimPrefix(a.id, "~"), personPrefix) }

// known tells whether the world knows an actor.
func (a actor) known() bool { return knownID(a.id) }

// knownID tells whether an id of [Evidence.Actors] or [Evidence.Site] is one of the world.
func knownID(id string) bool { return !strings.HasPrefix(id, "~") }

const personPrefix = "person/"

// maxParties is how many participants of an event are compared: of a world conference the first in the order of their ids.
const maxParties = 6

func looksOf(e Evidence) *looks {
	t := &looks{label: e.Type, kind: e.Kind, ordinal: e.Ordinal, topics: e.Topics, fold: e.Fold, nation: e.Nation}
	t.joined, t.apart = e.ties()
	if e.Type == LabelPerson {
		t.sound, t.posts = strings.Fields(e.Sound), e.Actors
		if t.nation == "" {
			t.nation = servesOne(t.posts)
		}
	}
	if !slices.Contains(deeds, e.Type) {
		return t
	}
	t.when = parseMoment(e.Moment)
	site := actorOf(e.Site)
	if labelOfID(site.id) == LabelState {
		t.hosts = site.id
	} else if site.id != "" {
		t.site, t.hosts = site.id, site.nation
	}
	for _, s := range e.Actors {
		a := actorOf(s)
		if a.person() {
			t.people = append(t.people, a)
		}
		t.parties = append(t.parties, a.party())
	}
	t.parties = acting(sortedSet(t.parties))
	if t.hosts != "" && (t.kind == visit || len(t.parties) == 1 && slices.Contains(talking, t.kind)) {
		t.parties = sortedSet(append(t.parties, t.hosts)) // a guest comes to see his host
	}
	if len(t.parties) > 2 && t.kind != visit {
		t.parties = slices.DeleteFunc(slices.Clone(t.parties), func(p string) bool { return p == t.hosts })
	}
	t.parties = t.parties[:min(len(t.parties), maxParties)]
	return t
}

const visit = "visit"

// acting leaves out people of whom no state is told where two states or bodies meet: they came along.
func acting(parties []string) []string {
	named := slices.DeleteFunc(slices.Clone(parties), func(p string) bool { return actorOf(p).person() })
	if len(named) < 2 {
		return parties
	}
	return named
}

// bodies are the parties that are no state.
func (t *looks) bodies() []string {
	return slices.DeleteFunc(slices.Clone(t.parties), func(p string) bool { return !strings.Contains(p, "org/") })
}

func common(a, b []string) int {
	n := 0
	for _, s := range a {
		if slices.Contains(b, s) {
			n++
		}
	}
	return n
}

// sharedPeople counts the people that two mentions both name.
func sharedPeople(a, b *looks) int { return min(a.alsoIn(b), b.alsoIn(a)) }

func (t *looks) alsoIn(o *looks) int {
	n := 0
	for _, p := range t.people {
		if slices.ContainsFunc(o.people, func(q actor) bool { return samePerson(p, q) }) {
			n++
		}
	}
	return n
}

// samePerson reports whether two participants are one: by id, or, where the world knows neither, with a part of the name in common.
func samePerson(p, q actor) bool {
	if p.id == q.id {
		return true
	}
	return !p.known() && !q.known() && p.nation == q.nation && p.nation != "" && shareWord(p.id, q.id)
}

func shareWord(a, b string) bool {
	a, b = strings.TrimPrefix(a, "~"+personPrefix), strings.TrimPrefix(b, "~"+personPrefix)
	return overlap(strings.Fields(a), strings.Fields(b))
}

// rivals tells whether a state or body is there by other people in each of two mentions. Of a visit only the visitors count. Where
// the world knows only one of two people, their names cannot be compared.
func rivals(a, b *looks) bool {
	settled := map[string]bool{} // by party of both: whether some of its people may be the same
	for _, p := range a.people {
		for _, q := range b.people {
			if party := p.party(); party == q.party() && !(a.kind == visit && (party == a.hosts || party == b.hosts)) {
				settled[party] = settled[party] || samePerson(p, q) || p.known() != q.known()
			}
		}
	}
	for _, ok := range settled {
		if !ok {
			return true
		}
	}
	return false
}
