package extract

import (
	"strconv"

	"mithaq/graph"
)

func itoa(n int) string { return strconv.Itoa(n) }

var symmetric = map[string]bool{"MET": true, "COOPERATES_WITH": true}

// Entity and Relation are the interchange form of ../evaluation: one object per article.
type Entity struct {
	ID           string   `json:"id"`
	Type         string   `json:"type"`
	Name         string   `json:"name"`
	ISO          string   `json:"iso,omitempty"`
	Kind         string   `json:"kind,omitempty"`
	Surface      []string `json:"surface"`
	Parties      []string `json:"parties,omitempty"`
	Participants []string `json:"participants,omitempty"`
	Place        *string  `json:"place,omitempty"`
	Date         *string  `json:"date,omitempty"`
	Status       string   `json:"status,omitempty"`
	Topics       []string `json:"topics,omitempty"`
}

// Relation is one triple of the interchange form.
type Relation struct {
	Type     string `json:"type"`
	Subject  string `json:"subject"`
	Object   string `json:"object"`
	Title    string `json:"title,omitempty"`
	Status   string `json:"status"`
	Evidence string `json:"evidence"`
}

// Doc is the graph of one article in the interchange form.
type Doc struct {
	ID        string     `json:"id"`
	Entities  []Entity   `json:"entities"`
	Relations []Relation `json:"relations"`
}

// doc turns a document into the interchange form.
func (d *document) doc() Doc {
	out := Doc{ID: d.art.Record, Entities: []Entity{}, Relations: []Relation{}}
	if out.ID == "" {
		out.ID = d.art.ID
	}
	id := func(e *entity) string { return "e" + itoa(e.n+1) }
	for _, e := range d.entities {
		if e.count == 0 {
			continue
		}
		x := Entity{ID: id(e), Type: e.label, Name: e.nameEn, Kind: e.kind, Surface: e.surfaces}
		if x.Surface == nil { // only meant: the state of a body named without it
			x.Surface = []string{}
		}
		if x.Name == "" {
			x.Name = e.nameAr
		}
		if e.label == "State" {
			x.ISO, x.Kind = e.id, ""
		}
		if e.label == "Place" {
			x.Kind = ""
		}
		if h := e.act; h != nil {
			d.actFields(&x, e, h, id)
		}
		out.Entities = append(out.Entities, x)
	}
	for _, f := range d.facts {
		if f.subj.count == 0 || f.obj.count == 0 {
			continue
		}
		out.Relations = append(out.Relations, Relation{f.typ, id(f.subj), id(f.obj), f.title, string(f.status), d.cut(f.from, f.to)})
	}
	return out
}

// actFields fills what only events and agreements have.
func (d *document) actFields(x *Entity, e *entity, h *happening, id func(*entity) string) {
	who := []string{}
	for _, p := range h.participants {
		if p.count > 0 {
			who = append(who, id(p))
		}
	}
	x.Status, x.Topics = h.status, h.topics
	if e.label == graph.LabelAgreement {
		x.Parties = who
		return
	}
	x.Participants = who
	if x.Status == "" {
		x.Status = "happened"
	}
	if h.place != nil && h.place.count > 0 {
		p := id(h.place)
		x.Place = &p
	}
	if h.date != "" {
		x.Date = &h.date
	}
}
