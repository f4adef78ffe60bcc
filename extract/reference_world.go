package extract

import (
	"slices"
	"strings"

	"mithaq/extract/gazetteer"
	"mithaq/graph"
)

// World shows the gazetteer to the graph. It implements [graph.World].
type World struct{ w *world }

// World returns the knowledge of the extractor as the graph wants it.
func (x *Extractor) World() World { return x.world }

// Entity returns the node of an id: a record of the gazetteer, or a body that follows from a state by rule.
func (v World) Entity(id string) (graph.Entity, bool) {
	r := v.w.g.Record(id)
	if r == nil {
		return v.ruled(id)
	}
	if r.Kind == gazetteer.Office {
		return graph.Entity{}, false
	}
	e := graph.Entity{ID: id, NameAr: r.Canonical("ar"), NameEn: r.Canonical("en"), Props: map[string]any{}}
	e.Name = first(e.NameAr, e.NameEn, id)
	e.NameAr, e.NameEn = first(e.NameAr, e.NameEn), first(e.NameEn, e.NameAr)
	e.Aliases = aliases(r, e)
	if r.Wikidata != "" {
		e.Props["wikidata"] = r.Wikidata
	}
	switch {
	case r.State != nil:
		e.Labels = []string{graph.LabelState}
		set(e.Props, "region", r.State.Region)
		set(e.Props, "from", r.State.From)
		set(e.Props, "to", r.State.To)
	case r.Org != nil:
		e.Labels = []string{graph.LabelOrganization}
		set(e.Props, "kind", r.Org.Kind)
		for _, t := range r.Org.Acronyms {
			if t.Lang == "en" && len(t.List) > 0 {
				e.Props["acronym"] = t.List[0]
			}
		}
	case r.Leader != nil:
		e.Labels = []string{graph.LabelPerson}
		if len(r.Leader.Terms) > 0 {
			e.Labels = []string{graph.LabelLeader, graph.LabelPerson}
		}
	case r.Place != nil:
		e.Labels = []string{graph.LabelPlace}
		set(e.Props, "kind", r.Place.Type)
		if r.Place.Lat != 0 || r.Place.Lon != 0 {
			e.Props["lat"], e.Props["lon"] = r.Place.Lat, r.Place.Lon
		}
	default:
		e.Labels = []string{graph.LabelTopic}
	}
	return e, true
}

// ruled makes the node of a ministry or other body that has no record.
func (v World) ruled(id string) (graph.Entity, bool) {
	b, ok := v.w.ruled(id)
	if !ok || v.w.g.Record(id[len(id)-3:]) == nil {
		return graph.Entity{}, false
	}
	ar, en := v.w.names(id)
	return graph.Entity{ID: id, Labels: []string{graph.LabelOrganization}, Name: first(ar, en), NameAr: first(ar, en), NameEn: first(en, ar),
		Props: map[string]any{"kind": b.kind}}, true
}

// Related returns the ids that share a reference fact with id, sorted.
func (v World) Related(id string) []string {
	if _, ok := v.w.ruled(id); ok && v.w.g.Record(id) == nil {
		return []string{id[len(id)-3:]}
	}
	related := v.w.g.Related(id)
	if isState(id) && v.w.g.Record(id) != nil {
		related = append(slices.Clone(related), v.ruledOf(id)...)
		slices.Sort(related)
	}
	return related
}

// ruledOf returns the bodies of a state that have an id by rule and no record: they are related to it, so it is to them.
func (v World) ruledOf(state string) []string {
	var out []string
	add := func(id string) {
		if v.w.g.Record(id) == nil {
			out = append(out, id)
		}
	}
	for class := range v.w.bodies {
		add(v.w.body(class, state))
	}
	for r := range v.w.g.All(gazetteer.Office) {
		if strings.HasPrefix(r.ID, "portfolio/") {
			add(v.w.ministry(r.ID, state))
		}
	}
	return out
}

// Reference returns the reference facts between two ids.
func (v World) Reference(a, b string) []graph.Fact {
	for _, p := range [][2]string{{a, b}, {b, a}} {
		if _, ok := v.w.ruled(p[0]); ok && v.w.g.Record(p[0]) == nil && p[0][len(p[0])-3:] == p[1] {
			return []graph.Fact{{Type: "PART_OF", Subject: p[0], Object: p[1], Status: graph.Asserted}}
		}
	}
	var out []graph.Fact
	for _, f := range v.w.g.Reference(a, b) {
		x := graph.Fact{Type: f.Type, Subject: f.Subject, Object: f.Object, Status: graph.Asserted, Title: f.Title, From: f.From, To: f.To}
		if f.Type == graph.HoldsOffice {
			x.Class = f.Class
		}
		out = append(out, x)
	}
	return out
}

// aliases are all names of a record but the two that it is shown by.
func aliases(r *gazetteer.Record, e graph.Entity) []string {
	seen := map[string]bool{e.NameAr: true, e.NameEn: true}
	var out []string
	for _, t := range r.Texts {
		for _, s := range t.List {
			if !seen[s] {
				seen[s] = true
				out = append(out, s)
			}
		}
	}
	return out
}

func set(m map[string]any, key, value string) {
	if value != "" {
		m[key] = value
	}
}

func first(list ...string) string {
	for _, s := range list {
		if s != "" {
			return s
		}
	}
	return ""
}

// officeHolder returns the person of the article who is known to hold an office of a state on the day of the article.
func (d *document) officeHolder(t *title, target *entity) *entity {
	for _, e := range d.entities {
		if e.label == graph.LabelPerson && e.count > 0 && e.id != "" && d.eng.world.termState(e.id, t, d.day) == target.id && target.id != "" {
			return e
		}
	}
	return nil
}
