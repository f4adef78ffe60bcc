package extract

import (
	"mithaq/extract/gazetteer"
	"mithaq/extract/text"
)

// Meaning is what a name or a title means on a day. ID is empty where nothing fits; Why says how it was found, or why not.
type Meaning struct {
	Text   string `json:"text"`
	ID     string `json:"id"`
	Label  string `json:"label"`
	NameEn string `json:"name_en"`
	NameAr string `json:"name_ar"`
	ISO    string `json:"iso"`
	Why    string `json:"why"`
}

// Resolver answers what names and titles mean. It is safe for concurrent use.
type Resolver struct {
	g     *gazetteer.Gazetteer
	world *world
	fold  *text.Folder
	names map[string][]gazetteer.Name
}

// NewResolver returns a resolver over a gazetteer.
func NewResolver(g *gazetteer.Gazetteer) *Resolver {
	r := &Resolver{g: g, world: &world{g: g, bodies: readBodies()}, fold: text.NewFolder(), names: map[string][]gazetteer.Name{}}
	for n := range g.Names {
		key := r.fold.Words(n.Text)
		r.names[key] = append(r.names[key], n)
	}
	return r
}

// Resolve returns what a text means on a day; an empty day is any.
func (r *Resolver) Resolve(s, day string) Meaning {
	m := Meaning{Text: s}
	for _, n := range r.names[r.fold.Words(s)] {
		m.ID = n.Record.ID
		break
	}
	if m.ID != "" {
		m.Label = r.world.label(m.ID)
		m.NameAr, m.NameEn = r.world.names(m.ID)
	}
	return m
}

// Candidates returns the ids that a text may mean, the likeliest first.
func (r *Resolver) Candidates(s, day string) []Meaning {
	if m := r.Resolve(s, day); m.ID != "" {
		return []Meaning{m}
	}
	return nil
}

// NewWorld shows a gazetteer to the graph.
func NewWorld(g *gazetteer.Gazetteer) World { return World{&world{g: g, bodies: readBodies()}} }
