package storetest

import (
	"slices"

	"mithaq/graph"
)

// World is a small made-up world: four states, people with and without terms of office, an organization with members.
type World struct {
	entities   map[string]graph.Entity
	references []graph.Fact
}

var _ graph.World = (*World)(nil)

// NewWorld returns the world of the suite.
func NewWorld() *World {
	w := &World{entities: map[string]graph.Entity{}}
	for _, e := range []graph.Entity{
		{ID: "CHN", Labels: []string{"State"}, Name: "الصين", NameAr: "الصين", NameEn: "China", Aliases: []string{"بكين", "Beijing"}},
		{ID: "RUS", Labels: []string{"State"}, Name: "روسيا", NameAr: "روسيا", NameEn: "Russia"},
		{ID: "EGY", Labels: []string{"State"}, Name: "مصر", NameAr: "مصر", NameEn: "Egypt"},
		{ID: "FRA", Labels: []string{"State"}, Name: "فرنسا", NameAr: "فرنسا", NameEn: "France"},
		{ID: "person/amal", Labels: []string{"Person"}, Name: "أمل", NameAr: "أمل", NameEn: "Amal"},
		{ID: "person/badr", Labels: []string{"Person"}, Name: "بدر", NameAr: "بدر", NameEn: "Badr"},
		{ID: "person/dina", Labels: []string{"Person"}, Name: "دينا", NameAr: "دينا", NameEn: "Dina"},
		{ID: "org/alpha", Labels: []string{"Organization"}, Name: "منظمة ألفا", NameAr: "منظمة ألفا", NameEn: "Alpha Organization",
			Props: map[string]any{"kind": "igo", "acronym": "AO"}},
		{ID: "org/beta", Labels: []string{"Organization"}, Name: "Beta"},
		{ID: "place/delta-EGY", Labels: []string{"Place"}, Name: "دلتا", NameAr: "دلتا", NameEn: "Delta", Props: map[string]any{"lat": 30.5, "lon": 31.0}},
		{ID: "topic/trade", Labels: []string{"Topic"}, Name: "تجارة", NameAr: "تجارة", NameEn: "trade"},
		{ID: "topic/energy", Labels: []string{"Topic"}, Name: "طاقة", NameAr: "طاقة", NameEn: "energy"},
	} {
		w.entities[e.ID] = e
	}
	office := func(person, state, title, from, to string) graph.Fact {
		return graph.Fact{Type: "HOLDS_OFFICE", Subject: person, Object: state, Class: "head_of_government", Title: title, From: from, To: to}
	}
	w.references = []graph.Fact{
		office("person/amal", "CHN", "رئيسة الوزراء", "2001-03-01", "2005-03-01"),
		office("person/amal", "CHN", "رئيسة الوزراء", "2020-03-01", ""),
		office("person/badr", "RUS", "prime minister", "2019-01-02", ""),
		{Type: "MEMBER_OF", Subject: "CHN", Object: "org/alpha", From: "2001"},
		{Type: "MEMBER_OF", Subject: "RUS", Object: "org/alpha"},
		{Type: "LOCATED_IN", Subject: "place/delta-EGY", Object: "EGY"},
		{Type: "COOPERATES_WITH", Subject: "RUS", Object: "CHN"},
	}
	return w
}

// Newer returns a later edition of the world: a name, a title and a membership differ, a reference is gone and one is new.
func (w *World) Newer() *World {
	n := NewWorld()
	e := n.entities["RUS"]
	e.Aliases = []string{"موسكو"}
	n.entities["RUS"] = e
	n.references = slices.DeleteFunc(n.references, func(f graph.Fact) bool { return f.Subject == "place/delta-EGY" || f.From == "2001" })
	n.references[2].Title = "رئيس الوزراء"
	n.references = append(n.references,
		graph.Fact{Type: "MEMBER_OF", Subject: "EGY", Object: "org/beta"},
		graph.Fact{Type: "MEMBER_OF", Subject: "CHN", Object: "org/alpha", From: "2002"})
	return n
}

// Entity returns a node of the world.
func (w *World) Entity(id string) (graph.Entity, bool) {
	e, ok := w.entities[id]
	return e, ok
}

// Related returns the ids that share a reference with id.
func (w *World) Related(id string) []string {
	var out []string
	for _, f := range w.references {
		if f.Subject == id {
			out = append(out, f.Object)
		}
		if f.Object == id {
			out = append(out, f.Subject)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// Reference returns the reference facts between two ids.
func (w *World) Reference(a, b string) []graph.Fact {
	var out []graph.Fact
	for _, f := range w.references {
		if f.Subject == a && f.Object == b || f.Subject == b && f.Object == a {
			out = append(out, f)
		}
	}
	return out
}
