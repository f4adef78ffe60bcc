package extract

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"mithaq/extract/gazetteer"
)

// otherHolder tells whether the words around a title say that its holder on the day is not meant.
func (q *query) otherHolder(p wording) bool {
	other := q.Resolver.words.plain["other modifier"]
	return slices.ContainsFunc(p.modifiers, func(m string) bool { return slices.Contains(other, strings.TrimPrefix(m, "modifier/")) })
}

// holder returns who holds the office of a title on the day.
func (q *query) holder(p wording, bodies []string) finding {
	if q.otherHolder(p) {
		return finding{why: "a former, coming or deputy holder: not one person", final: true}
	}
	if p.titles > 1 {
		return nothing("several titles, of one person or of several")
	}
	offices := q.officeIDs(p)
	for _, special := range []func(wording, []string, []string) finding{q.envoyTo, q.atUN, q.local} {
		if f := special(p, offices, bodies); f.why != "" {
			return f
		}
	}
	if slices.Contains(p.modifiers, "modifier/un") {
		if !slices.ContainsFunc(offices, func(o string) bool { return slices.Contains(q.Resolver.words.plain["un class"], q.world.class(o)) }) {
			return finding{}
		}
		bodies = append(bodies, "org/un")
	}
	switch len(bodies) {
	case 0:
		bodies = q.within(p)
	case 1:
	default:
		return nothing("a title with several states or organizations")
	}
	if len(bodies) == 0 {
		return q.onlyHolder(offices)
	}
	for _, of := range bodies {
		if f := q.holderOf(offices, of); f.why != "" {
			return f
		}
	}
	return nothing("nobody is known to hold that office of %s%s", bodies[0], q.on())
}

func (q *query) on() string {
	if q.day == "" {
		return ""
	}
	return " on " + q.day
}

// within returns the states and organizations that the words of the office name: "UN chief".
func (q *query) within(p wording) []string {
	for _, x := range p.parts {
		if x.kind != partOffice {
			continue
		}
		if state := q.Resolver.words.only[q.key(x.i, x.j)]; state != "" {
			return []string{state}
		}
		for n := x.j - x.i - 1; n > 0; n-- {
			for i := x.i; i+n <= x.j; i++ {
				if f := q.name(i, i+n, true); isState(f.id) || isOrg(f.id) {
					return []string{f.id}
				}
			}
		}
	}
	return nil
}

// onlyHolder returns the holder of an office that only one state or organization has, like the Pope.
func (q *query) onlyHolder(offices []string) finding {
	for _, o := range offices {
		of := map[string]bool{}
		for r := range q.g.All(gazetteer.Person) {
			for _, t := range r.Leader.Terms {
				if t.Office == o {
					of[t.Of] = true
				}
			}
		}
		if len(of) != 1 || !q.g.Single(o) {
			continue
		}
		for body := range of {
			return q.holderOf([]string{o}, body)
		}
	}
	return nothing("a title: it needs a state or an organization")
}

// holderOf returns the holder of the first of the offices that somebody holds in a state or organization, then of one that is
// called alike; why is empty if nobody does.
func (q *query) holderOf(offices []string, of string) finding {
	tries := slices.Clone(offices)
	for _, o := range offices {
		tries = append(tries, q.Resolver.words.plain["like "+o]...)
		if class := q.world.class(o); slices.Contains(q.Resolver.words.plain["same class"], class) && !slices.Contains(q.Resolver.words.plain["alone office"], o) {
			tries = append(tries, class)
		}
	}
	if isOrg(of) && slices.ContainsFunc(offices, q.leads) {
		top := q.Resolver.words.plain["top office"]
		if slices.ContainsFunc(offices, func(o string) bool { return slices.Contains(q.Resolver.words.plain["vague office"], o) }) {
			tries = slices.Concat(top, tries)
		} else {
			tries = append(tries, top...)
		}
	}
	for _, o := range tries {
		if f := q.held(o, of); f.why != "" {
			return f
		}
	}
	return q.inState(offices, of)
}

// inState looks for the office of a ministry or another organ of a state in the state, where most are recorded.
func (q *query) inState(offices []string, of string) finding {
	state := q.world.nation(of)
	if !isOrg(of) || state == "" {
		return finding{}
	}
	area, ministry := strings.CutSuffix(of, "-ministry-"+state)
	for _, o := range offices {
		if q.world.class(o) == "spokesperson" {
			for _, own := range q.speakers(o, of, state) {
				if f := q.held(own, state); f.why != "" {
					return f
				}
			}
			return finding{}
		}
		vague := q.leads(o) || q.world.class(o) == "official" || q.world.class(o) == "minister"
		switch {
		case !vague && q.world.official(&entity{kind: q.world.kind(of)}):
			if f := q.held(o, state); f.why != "" {
				return f
			}
		case ministry && vague:
			return q.held(q.ministerOf(strings.TrimPrefix(area, "org/")), state)
		}
	}
	return finding{}
}

// speakers returns the offices of those who speak for an organ of a state.
func (q *query) speakers(office, of, state string) []string {
	if slices.Contains(q.Resolver.words.plain["palace org"], strings.TrimPrefix(of, "org/")) {
		return []string{"spokesperson:presidency", "press-secretary"}
	}
	if area, ok := strings.CutSuffix(strings.TrimPrefix(of, "org/"), "-"+state); ok {
		return []string{office + ":" + area}
	}
	return nil
}

// ministerOf returns the office of the minister of a portfolio, the word "affairs" left out of it or not.
func (q *query) ministerOf(area string) string {
	if q.g.Record("portfolio/"+area) == nil && q.g.Record("portfolio/"+area+affairs) != nil {
		area += affairs
	}
	return "minister:" + area
}

// leads tells whether an office is that of whoever leads an organization.
func (q *query) leads(office string) bool {
	return slices.Contains(q.Resolver.words.plain["head office"], office)
}

// held returns the one holder of an office on the day.
func (q *query) held(office, of string) finding {
	if len(q.day) >= 4 && q.day[:4] > q.horizon() {
		return nothing("nothing is known of that year")
	}
	holders := q.g.Holders(office, of, q.day)
	exact := func(h gazetteer.Holder) bool { return h.Term.Office == office }
	if slices.ContainsFunc(holders, exact) { // an office may have the name of a class that others have too
		holders = slices.DeleteFunc(holders, func(h gazetteer.Holder) bool { return !exact(h) })
	}
	var people []gazetteer.Holder
	for _, h := range holders {
		many := slices.Contains(q.Resolver.words.plain["many class"], h.Class) && !q.g.Single(h.Term.Office) && (h.Class != "judge" || isState(of))
		if many || q.stale(h) || q.woman && h.Person.Leader.Gender == "m" {
			continue
		}
		if !slices.ContainsFunc(people, func(o gazetteer.Holder) bool { return o.Person == h.Person }) {
			people = append(people, h)
		}
	}
	switch {
	case len(people) == 0:
		return finding{}
	case len(people) == 1, people[0].Sure && !people[1].Sure && q.g.Single(people[0].Term.Office):
	default:
		var ids []string
		for _, h := range people {
			ids = append(ids, h.Person.ID)
		}
		return ambiguous("hold that office of %s%s: %s", of, q.on(), strings.Join(ids[:min(5, len(ids))], ", "))
	}
	h := people[0]
	return found(h.Person.ID, "%s of %s %s", cmp.Or(q.g.Title(h.Term.Office, "en"), h.Term.Office), of, span(h))
}

// horizonOf returns the year after the last one in which a term of the gazetteer began.
func horizonOf(g *gazetteer.Gazetteer) string {
	last := 0
	for r := range g.All(gazetteer.Person) {
		for _, t := range r.Leader.Terms {
			if year, err := strconv.Atoi(t.From[:min(4, len(t.From))]); err == nil {
				last = max(last, year)
			}
		}
	}
	return strconv.Itoa(last + 1)
}

// stale tells whether a term without an end in an office that several hold began so long ago that it is over by now: its end
// is then not known, while an office with one holder ends where the next begins.
func (q *query) stale(h gazetteer.Holder) bool {
	const years = 8
	if h.To != "" || q.g.Single(h.Term.Office) || q.armed(h.Term.Of) || slices.Contains(q.Resolver.words.plain["long office"], h.Term.Office) || len(h.Term.From) < 4 || len(q.day) < 4 {
		return false
	}
	from, err1 := strconv.Atoi(h.Term.From[:4])
	day, err2 := strconv.Atoi(q.day[:4])
	return err1 == nil && err2 == nil && day-from > years
}

// armed tells whether an organization is an armed group, whose commanders stay.
func (q *query) armed(of string) bool {
	return isOrg(of) && q.world.kind(of) == "armed_group"
}

func span(h gazetteer.Holder) string {
	switch {
	case h.Term.From == "" && h.To == "":
		return "at a time that is not known"
	case h.To == "":
		return "since " + h.Term.From
	case h.Term.From == "":
		return "until " + h.To
	}
	return fmt.Sprintf("from %s to %s", h.Term.From, h.To)
}
