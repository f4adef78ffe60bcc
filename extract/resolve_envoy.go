package extract

import (
	"slices"
	"strings"

	"mithaq/extract/gazetteer"
)

// envoy is the class of offices that are held in one state or organization and have to do with another.
const envoy = "envoy"

// envoyTo returns the envoy to one of the states in a title, sent by the other one or, where the title says so, by the United
// Nations: the state is only in the title that the gazetteer gives the office.
func (q *query) envoyTo(p wording, offices, bodies []string) finding {
	if !slices.ContainsFunc(offices, func(o string) bool { return q.world.class(o) == envoy }) {
		return finding{}
	}
	un := slices.Contains(bodies, "org/un") || q.unWords(p)
	places := q.placesNamed(p, bodies)
	var ids []string
	for r := range q.g.All(gazetteer.Person) {
		for i := range r.Leader.Terms {
			t := &r.Leader.Terms[i]
			by := slices.Contains(bodies, t.Of)
			sent := by || un && t.Of == "org/un" || len(bodies) == 1 && !un
			to := (len(bodies) > 1 || !by) && q.titleNames(t, bodies) || (by || un) && q.titleOf(t, places)
			if q.world.class(t.Office) == envoy && q.inOffice(t) && sent && to {
				ids = append(ids, r.ID)
			}
		}
	}
	slices.Sort(ids)
	switch ids = slices.Compact(ids); len(ids) {
	case 0:
		return q.missionIn(un, bodies)
	case 1:
		return found(ids[0], "envoy, by the state in the title")
	}
	return ambiguous("envoys: %s", strings.Join(ids[:min(5, len(ids))], ", "))
}

// atUN returns the ambassador whom a state has at the United Nations; "UN envoy to" a state is none.
func (q *query) atUN(p wording, offices, bodies []string) finding {
	i := slices.Index(bodies, "org/un")
	ambassador := slices.ContainsFunc(offices, func(o string) bool { return q.world.class(o) == "ambassador" })
	if len(bodies) != 2 || i < 0 || !isState(bodies[1-i]) || !ambassador || q.beforeTitle(p, "org/un") {
		return finding{}
	}
	for _, o := range q.Resolver.words.plain["un office"] {
		if f := q.held(o, bodies[1-i]); f.why != "" {
			return f
		}
	}
	return finding{}
}

// beforeTitle tells whether the name of a record stands before the title.
func (q *query) beforeTitle(p wording, id string) bool {
	for _, x := range p.parts {
		switch {
		case x.kind == partOffice:
			return false
		case x.kind == partName && q.name(x.i, x.j, true).id == id:
			return true
		}
	}
	return false
}

// missionIn returns the head of the mission of the United Nations in a state, who is called its envoy.
func (q *query) missionIn(un bool, bodies []string) finding {
	if !un {
		return finding{}
	}
	for _, state := range bodies {
		for _, mission := range q.Resolver.words.plain["mission "+state] {
			for _, h := range q.g.Holders(envoy, "org/"+mission, q.day) {
				if len(h.Term.Title) == 0 { // deputies have one
					return found(h.Person.ID, "envoy, head of %s %s", mission, span(h))
				}
			}
			if f := q.holderOf([]string{"head"}, "org/"+mission); f.why != "" {
				return f
			}
		}
	}
	return finding{}
}

// titleNames tells whether the title of a term names one of the states.
func (q *query) titleNames(t *gazetteer.Term, bodies []string) bool {
	for _, title := range t.Title {
		for _, s := range title.List {
			words := " " + q.fold.Words(s) + " "
			for _, id := range bodies {
				if r := q.g.Record(id); t.Of != id && isState(id) && slices.ContainsFunc(r.Names(title.Lang), func(name string) bool {
					return strings.Contains(words, " "+q.fold.Words(name)+" ")
				}) {
					return true
				}
			}
		}
	}
	return false
}

// unWords tells whether the words of an office say that it is one of the United Nations.
func (q *query) unWords(p wording) bool {
	for _, x := range p.parts {
		for i := x.i; i < x.j; i++ {
			if x.kind == partOffice && slices.ContainsFunc(q.hits(i, i+1), func(h gazetteer.Name) bool { return h.Record.ID == "modifier/un" }) {
				return true
			}
		}
	}
	return slices.Contains(p.modifiers, "modifier/un")
}
