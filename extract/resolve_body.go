package extract

import (
	"slices"
	"strings"

	"mithaq/extract/gazetteer"
)

// body returns the ministry, army, parliament or government that words of these classes and a state name, or the place behind
// "city of".
func (q *query) body(p wording, bodies []string) finding {
	class := p.classes[0]
	if len(p.classes) != 1 || len(p.modifiers) > 0 || len(p.honorifics) > 0 || p.unknown != "" {
		return finding{}
	}
	state := ""
	if len(bodies) == 1 && isState(bodies[0]) {
		state = bodies[0]
	}
	switch class {
	case "place":
		return q.place(p)
	case "kind", "realm":
		return q.called(class, p)
	}
	if state == "" || len(bodies) != 1 {
		return finding{}
	}
	kind, which, _ := strings.Cut(class, ":")
	switch {
	case len(p.offices) > 0:
		return finding{}
	case kind == "government" && len(p.portfolios) == 0:
		return found(state, "the government stands for the state")
	case kind == "ministry" && len(p.portfolios) > 0:
		return q.ministry(p.portfolios[0], state)
	case kind == "body" && len(p.portfolios) == 0:
		return found(q.world.body(which, state), "a body that every state has")
	}
	return finding{}
}

// national returns the organization whose name stands beside its state or nationality and nothing else.
func (q *query) national(p wording, bodies []string) finding {
	if len(p.names) != 2 || len(bodies) != 2 || len(p.parts) != 2 {
		return finding{}
	}
	for i, org := range bodies {
		if state := bodies[1-i]; isOrg(org) && isState(state) && q.world.nation(org) == state {
			return found(org, "name with its state")
		}
	}
	return finding{}
}

// called returns the organization or state that a word for such a thing stands before.
func (q *query) called(class string, p wording) finding {
	if len(p.parts) != 2 || len(p.names) != 1 || p.parts[1].kind != partName {
		return finding{}
	}
	f := q.name(p.names[0].i, p.names[0].j, true)
	r := q.g.Record(f.id)
	if r == nil || r.Kind != gazetteer.Organization && class == "kind" || r.Kind != gazetteer.State && r.Kind != gazetteer.Place && class == "realm" {
		return finding{}
	}
	return f
}

// shortMinistry reads "the Russian foreign (ministry)": some ministries are called by their portfolio alone in Arabic.
func (q *query) shortMinistry(p wording, bodies []string) finding {
	if len(p.offices) > 0 || len(p.modifiers) > 0 || len(p.honorifics) > 0 || !isState(bodies[0]) || p.parts[0].kind != partPortfolio {
		return finding{}
	}
	x := p.parts[0]
	if !q.Resolver.words.short[withoutArticles(q.key(x.i, x.j), q.index.article)] {
		return finding{}
	}
	return q.ministry(p.portfolios[0], bodies[0])
}

// ministry returns the ministry of a portfolio in a state; a record of the gazetteer goes before the rule.
func (q *query) ministry(portfolio, state string) finding {
	id := q.world.ministry(portfolio, state)
	if q.g.Record(id) != nil {
		return found(id, "ministry")
	}
	return found(id, "ministry, named by rule")
}

// place returns the place that a word like "city" stands beside.
func (q *query) place(p wording) finding {
	if len(p.names) != 1 || len(p.offices)+len(p.portfolios) > 0 {
		return finding{}
	}
	n := p.names[0]
	var ids []string
	for _, h := range q.hits(n.i, n.j) {
		switch id := h.Record.ID; {
		case isPlace(id):
			ids = append(ids, id)
		case h.Record.State != nil && h.Record.State.Capital != "" && q.capitalName(n, h.Record.State.Capital):
			ids = append(ids, h.Record.State.Capital)
		}
	}
	slices.Sort(ids)
	ids = slices.Compact(ids)
	switch len(ids) {
	case 0:
		return finding{}
	case 1:
		return found(ids[0], "a place, by the word beside it")
	}
	return nothing("several places: %s", strings.Join(ids[:min(5, len(ids))], ", "))
}

// capitalAsPlace returns the capital rather than its state where a word for a city stands before its name in Arabic.
func (q *query) capitalAsPlace(f finding) finding {
	r := q.g.Record(f.id)
	if r == nil || r.State == nil || r.State.Capital == "" || len(q.words) < 2 || !arabic(q.words[0]) || !slices.Contains(q.classesOf(q.words[0]), "place") {
		return f
	}
	if !q.capitalName(part{i: 0, j: len(q.words)}, r.State.Capital) {
		return f
	}
	return found(r.State.Capital, "a place, by the word before it")
}

// capitalName tells whether a capital has the name that also stands for the state.
func (q *query) capitalName(n part, capital string) bool {
	r := q.g.Record(capital)
	if r == nil {
		return false
	}
	for _, t := range r.Texts {
		for _, name := range t.List {
			if q.fold.Words(name) == q.key(n.i, n.j) {
				return true
			}
		}
	}
	return false
}
