package extract

import (
	"slices"
	"strings"

	"mithaq/extract/gazetteer"
)

// governs is the class of the offices of a city, province or region.
const governs = "governor"

// local returns who holds an office of a place, like the mayor of a city. Such an office is recorded in the state of the place,
// and its title names the place.
func (q *query) local(p wording, offices, bodies []string) finding {
	places := q.placesNamed(p, bodies)
	own := slices.ContainsFunc(offices, func(o string) bool { return q.world.class(o) == governs })
	if len(places) == 0 && !own {
		return finding{}
	}
	ids := q.titledSo(func(t *gazetteer.Term) bool {
		return q.localOffice(offices, t.Office) && (q.titleOf(t, places) || q.inFull(t))
	})
	switch {
	case len(ids) == 1:
		return found(ids[0], "office of a place%s", q.on())
	case len(ids) > 1:
		return ambiguous("hold that office%s: %s", q.on(), strings.Join(ids[:min(5, len(ids))], ", "))
	case own && len(places) > 0:
		return nothing("nobody is known to hold that office of %s%s", places[0].ID, q.on())
	}
	return finding{}
}

// titledSo returns the people in office on the day whose term has a title of its own and passes the test.
func (q *query) titledSo(ok func(*gazetteer.Term) bool) []string {
	var ids []string
	for r := range q.g.All(gazetteer.Person) {
		for i := range r.Leader.Terms {
			if t := &r.Leader.Terms[i]; len(t.Title) > 0 && q.inOffice(t) && ok(t) {
				ids = append(ids, r.ID)
			}
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// inFull tells whether the text is the title of a term, words that say nothing left out: a place may share its name with a state.
func (q *query) inFull(t *gazetteer.Term) bool {
	want := q.telling(q.words)
	return slices.ContainsFunc(t.Title, func(title gazetteer.Texts) bool {
		return slices.ContainsFunc(title.List, func(s string) bool { return slices.Equal(q.telling(strings.Fields(q.fold.Words(s))), want) })
	})
}

// telling returns the words of a title without articles, in order, and without those for a kind of place or of no meaning.
func (q *query) telling(words []string) []string {
	var out []string
	for _, w := range words {
		if c := q.classesOf(w); !slices.Contains(c, "filler") && !slices.Contains(c, "place") {
			out = append(out, withoutArticles(w, q.index.article))
		}
	}
	slices.Sort(out)
	return out
}

// inOffice tells whether the day is in a term.
func (q *query) inOffice(t *gazetteer.Term) bool {
	return t.From != "" && t.From <= q.day && (t.To == "" || q.day < t.To)
}

// localOffice tells whether an office that somebody holds is one of those asked for, or what these are in a place.
func (q *query) localOffice(asked []string, held string) bool {
	return slices.ContainsFunc(asked, func(o string) bool {
		return o == held && q.world.class(o) == governs || slices.Contains(q.Resolver.words.plain["local "+o], held)
	})
}

// placesNamed returns the places that the names of a title may mean. With a state beside the place it must lie there.
func (q *query) placesNamed(p wording, bodies []string) []*gazetteer.Record {
	var out []*gazetteer.Record
	add := func(r *gazetteer.Record) {
		if r != nil && r.Place != nil && (len(p.names) == 1 || len(bodies) == 0 || slices.Contains(bodies, r.Place.State)) && !slices.Contains(out, r) {
			out = append(out, r)
		}
	}
	for _, n := range p.names {
		for _, h := range q.hits(n.i, n.j) {
			switch s := h.Record.State; {
			case h.Record.Kind == gazetteer.Place:
				add(h.Record)
			case s != nil && h.Role == gazetteer.RoleGovernment && q.capitalName(n, s.Capital):
				add(q.g.Record(s.Capital))
			}
		}
	}
	return out
}

// titleOf tells whether the title of a term names one of the places in its state.
func (q *query) titleOf(t *gazetteer.Term, places []*gazetteer.Record) bool {
	return slices.ContainsFunc(places, func(r *gazetteer.Record) bool {
		return (r.Place.State == "" || r.Place.State == t.Of) && slices.ContainsFunc(t.Title, func(title gazetteer.Texts) bool {
			return slices.ContainsFunc(title.List, func(s string) bool { return q.wordsOf(s, r.Names(title.Lang)) })
		})
	})
}

// wordsOf tells whether a text has one of the names in it, articles left out.
func (q *query) wordsOf(s string, names []string) bool {
	plain := func(s string) string { return " " + withoutArticles(q.fold.Words(s), q.index.article) + " " }
	in := plain(s)
	return slices.ContainsFunc(names, func(name string) bool { return strings.Contains(in, plain(name)) })
}
