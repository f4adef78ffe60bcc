package extract

import (
	"slices"
	"strings"

	"mithaq/extract/gazetteer"
)

// wording is a text whose parts are known.
type wording struct {
	offices    []string
	portfolios []string
	modifiers  []string
	honorifics []string
	names      []part
	classes    []string
	unknown    string // words that may be a part of a person's name
	titles     int    // how many of the parts are offices
	parts      []part
}

// wording sorts the parts of a text by their kinds.
func (q *query) wording(parts []part) wording {
	p := wording{parts: parts}
	for _, x := range parts {
		switch x.kind {
		case partName:
			p.names = append(p.names, x)
		case partOffice:
			p.titles++
			q.woman = q.feminine(x)
			p.offices = append(p.offices, x.ids...)
		case partPortfolio:
			p.portfolios = append(p.portfolios, x.ids...)
		case partModifier:
			p.modifiers = append(p.modifiers, x.ids...)
		case partHonorific:
			p.honorifics = append(p.honorifics, x.ids...)
		case partUnknown:
			p.unknown = q.key(x.i, x.j)
		case partClass:
			if x.ids[0] != "filler" {
				p.classes = append(p.classes, x.ids[0])
			}
		}
	}
	return p
}

// together returns what the parts of a text mean.
func (q *query) together(parts []part) finding {
	p := q.wording(parts)
	bodies, people := q.sort(p.names)
	if f := q.national(p, bodies); f.id != "" {
		return f
	}
	title := len(p.offices)+len(p.portfolios)+len(p.modifiers)+len(p.honorifics)+len(bodies) > 0
	switch {
	case len(people) > 1 || len(p.names) > 3:
		return finding{}
	case len(people) == 1 && !title && p.unknown == "" && len(p.classes) == 0:
		if f := q.name(people[0].i, people[0].j, false); f.id != "" {
			return f
		}
		return finding{}
	case len(people) == 1 && len(bodies) < 2 && p.unknown == "" && len(p.classes) == 0:
		return q.titled(people[0], p, bodies)
	case len(people) > 0:
		return finding{}
	case len(p.names) == 1 && len(p.offices)+len(p.portfolios)+len(p.modifiers)+len(p.honorifics)+len(p.classes) == 0 && p.unknown == "":
		return q.name(p.names[0].i, p.names[0].j, false)
	case len(p.classes) > 0 && !(len(p.offices) > 0 && p.unknown == "" && onlyPlaces(p.classes)):
		return q.body(p, bodies)
	case p.unknown != "":
		return q.calledSo(p, bodies)
	case len(p.offices) > 0:
		return q.holder(p, bodies)
	case len(p.portfolios) > 0 && len(bodies) == 1:
		return q.shortMinistry(p, bodies)
	}
	return finding{}
}

// onlyPlaces tells whether all of the uses are words for a kind of place.
func onlyPlaces(classes []string) bool {
	return !slices.ContainsFunc(classes, func(c string) bool { return c != "place" })
}

// feminine tells whether the words of an office are only ever a woman's title.
func (q *query) feminine(x part) bool {
	for _, h := range q.hits(x.i, x.j) {
		if isTitle(h) && slices.Contains(x.ids, h.Record.ID) && h.Form != gazetteer.Feminine {
			return false
		}
	}
	return true
}

// sort tells states and organizations from people. A name that may be either is what a title needs: a body.
func (q *query) sort(names []part) (bodies []string, people []part) {
	for _, n := range names {
		f := q.name(n.i, n.j, true)
		switch {
		case isState(f.id), isOrg(f.id):
			if !slices.Contains(bodies, f.id) {
				bodies = append(bodies, f.id)
			}
		case isPlace(f.id), placeOnly(q.hits(n.i, n.j)):
		default:
			people = append(people, n)
		}
	}
	return bodies, people
}

// placeOnly tells whether a name is that of a place and of nobody.
func placeOnly(hits []gazetteer.Name) bool {
	of := func(k gazetteer.Kind) bool {
		return slices.ContainsFunc(hits, func(n gazetteer.Name) bool { return n.Record.Kind == k })
	}
	return of(gazetteer.Place) && !of(gazetteer.Person)
}

// titled returns the person of a name with a title: the one who had such an office, if several have the name.
func (q *query) titled(n part, p wording, bodies []string) finding {
	var fit []gazetteer.Name
	for _, h := range q.hits(n.i, n.j) {
		if h.Record.Kind == gazetteer.Person && !slices.ContainsFunc(fit, func(o gazetteer.Name) bool { return o.Record == h.Record }) {
			fit = append(fit, h)
		}
	}
	if len(fit) == 0 {
		return finding{}
	}
	offices := q.officeIDs(p)
	best, score, ties := fit[0], -1, 0
	for _, h := range fit {
		s := q.fitsTitle(h.Record, offices, bodies)
		switch {
		case s > score:
			best, score, ties = h, s, 0
		case s == score:
			ties++
		}
	}
	if len(bodies) > 0 && !q.servesAny(best.Record, bodies) {
		p.unknown = q.key(n.i, n.j)
		if f := q.calledSo(p, bodies); f.why != "" {
			return f
		}
	}
	switch {
	case len(bodies) > 0 && q.elsewhere(best.Record, offices, bodies):
		return ambiguous("people, as the name and the title do not fit")
	case ties > 0:
		return ambiguous("people: %s", idsOf(fit))
	case score == 0 && best.Role == gazetteer.RoleFamily && (len(bodies) > 0 || len(offices) > 0):
		return nothing("nobody of that name is known with such an office")
	}
	return found(best.Record.ID, "%s with a title", whyName(best))
}

// servesAny tells whether a person has an office in one of the bodies.
func (q *query) servesAny(r *gazetteer.Record, bodies []string) bool {
	return slices.ContainsFunc(r.Leader.Terms, func(t gazetteer.Term) bool { return slices.Contains(bodies, t.Of) })
}

// elsewhere tells whether somebody is known to have led other states only, while the title is that of who leads one of these.
func (q *query) elsewhere(r *gazetteer.Record, offices, bodies []string) bool {
	lead := func(class string) bool { return class == "head_of_state" || class == "head_of_government" }
	if !slices.ContainsFunc(offices, func(o string) bool { return lead(q.world.class(o)) }) {
		return false
	}
	led := false
	for _, t := range r.Leader.Terms {
		if slices.Contains(bodies, t.Of) || slices.Contains(bodies, q.world.nation(t.Of)) {
			return false
		}
		led = led || lead(q.world.class(t.Office))
	}
	return led
}

// fitsTitle scores how well the offices of a person fit: the office, where it is held, on the day.
func (q *query) fitsTitle(r *gazetteer.Record, offices, bodies []string) int {
	best := 0
	for _, t := range r.Leader.Terms {
		s := 0
		if slices.ContainsFunc(offices, func(o string) bool {
			return o == t.Office || q.world.class(o) == q.world.class(t.Office) ||
				slices.Contains(q.Resolver.words.plain["before "+o], q.world.class(t.Office))
		}) {
			s += 4
		}
		if slices.Contains(bodies, t.Of) {
			s += 2
		}
		if s > 0 && t.From != "" && t.From <= q.day && (t.To == "" || q.day < t.To) {
			s++
		}
		best = max(best, s)
	}
	return best
}

// officeIDs returns the ids of the offices that a title may mean, portfolios joined.
func (q *query) officeIDs(p wording) []string {
	offices := slices.Clone(p.offices)
	for _, h := range p.honorifics {
		offices = append(offices, q.Resolver.words.plain["bears "+h]...)
	}
	var out []string
	for _, o := range offices {
		if len(p.portfolios) == 0 {
			out = append(out, o)
			continue
		}
		if q.world.class(o) == "head_of_org" {
			out = append(out, o) // the words are of its own name
		}
		base, _, _ := strings.Cut(o, ":")
		for _, area := range p.portfolios {
			out = append(out, base+":"+strings.TrimPrefix(area, "portfolio/"))
		}
		if base == "secretary" {
			for _, area := range p.portfolios {
				out = append(out, "minister:"+strings.TrimPrefix(area, "portfolio/"))
			}
		}
	}
	return out
}

// calledSo returns the holder of an office who has the unknown words in the name: "King Abdullah of Jordan".
func (q *query) calledSo(p wording, bodies []string) finding {
	offices := q.officeIDs(p)
	if len(offices) == 0 || len(bodies) > 1 {
		return finding{}
	}
	words := strings.Fields(p.unknown)
	if !slices.ContainsFunc(words, func(w string) bool { return !slices.Contains(q.classesOf(w), "filler") }) {
		return finding{}
	}
	var in, ever []string
	for r := range q.g.All(gazetteer.Person) {
		for _, t := range r.Leader.Terms {
			if len(bodies) == 1 && t.Of != bodies[0] || !slices.ContainsFunc(offices, func(o string) bool {
				return o == t.Office || slices.Contains(q.Resolver.words.plain["like "+o], t.Office)
			}) {
				continue
			}
			if !q.hasWords(r, words) {
				continue
			}
			if ever = append(ever, r.ID); t.From != "" && t.From <= q.day && (t.To == "" || q.day < t.To) {
				in = append(in, r.ID)
			}
		}
	}
	for _, ids := range [][]string{in, ever} {
		slices.Sort(ids)
		if ids = slices.Compact(ids); len(ids) == 1 {
			return found(ids[0], "a part of the name, with a title")
		} else if len(ids) > 1 {
			return ambiguous("people: %s", strings.Join(ids[:min(5, len(ids))], ", "))
		}
	}
	return finding{}
}

// hasWords tells whether one name of a person has all the words.
func (q *query) hasWords(r *gazetteer.Record, words []string) bool {
	for _, t := range r.Texts {
		for _, name := range t.List {
			have := strings.Fields(withoutArticles(q.fold.Words(name), q.index.article))
			if !slices.ContainsFunc(words, func(w string) bool { return !q.amongWords(w, have) }) {
				return true
			}
		}
	}
	return false
}

// amongWords tells whether a list has a word, without its article or, in Russian, in any case.
func (q *query) amongWords(word string, list []string) bool {
	if slices.Contains(list, withoutArticles(word, q.index.article)) {
		return true
	}
	return cyrillic(word) && slices.ContainsFunc(q.baseForm(word, "ru"), func(form string) bool { return slices.Contains(list, form) })
}
