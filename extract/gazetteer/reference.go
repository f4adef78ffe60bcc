package gazetteer

import (
	"cmp"
	"slices"
)

// Fact is something that the gazetteer knows of two records. Type is a relation type of the graph.
type Fact struct {
	Type, Subject, Object string
	Title                 string // HOLDS_OFFICE: the title in Arabic, else in English
	Class                 string // HOLDS_OFFICE: class of the office; LOCATED_IN: "capital" where it is
	From, To              string
}

// The types of reference facts.
const (
	memberOf    = "MEMBER_OF"
	locatedIn   = "LOCATED_IN"
	partOf      = "PART_OF"
	holdsOffice = "HOLDS_OFFICE"
)

// stateOrgans are the kinds of organizations that are part of their state; a company or a party is not.
var stateOrgans = map[string]bool{
	"ministry": true, "government_body": true, "parliament": true, "court": true, "bank": true,
}

// Reference returns the reference facts between two records, whichever is the subject, in a fixed order.
func (g *Gazetteer) Reference(a, b string) []Fact {
	var out []Fact
	for _, f := range g.facts()[a] {
		if f.Subject == b || f.Object == b {
			out = append(out, f)
		}
	}
	return out
}

// ReferenceOf returns all reference facts of a record in a fixed order.
func (g *Gazetteer) ReferenceOf(id string) []Fact { return g.facts()[id] }

// Related returns the ids that have a reference fact with id, in order.
func (g *Gazetteer) Related(id string) []string {
	var out []string
	for _, f := range g.facts()[id] {
		if f.Subject == id {
			out = append(out, f.Object)
		} else {
			out = append(out, f.Subject)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// buildFacts lists every fact under both of its ends.
func (g *Gazetteer) buildFacts() map[string][]Fact {
	facts := make(map[string][]Fact, len(g.records))
	add := func(f Fact) {
		if f.Subject == f.Object || g.records[f.Subject] == nil || g.records[f.Object] == nil {
			return
		}
		facts[f.Subject] = append(facts[f.Subject], f)
		facts[f.Object] = append(facts[f.Object], f)
	}
	for _, r := range g.kinds[Place] {
		if r.Place.State != "" {
			add(g.location(r))
		}
	}
	for _, r := range g.kinds[Organization] {
		organizationFacts(r, add)
	}
	for of, list := range g.terms().of {
		for _, h := range list {
			add(Fact{Type: holdsOffice, Subject: h.Person.ID, Object: of, Title: g.termTitle(h.Term),
				Class: h.Class, From: h.Term.From, To: h.To})
		}
	}
	for _, list := range facts {
		slices.SortFunc(list, compareFacts)
	}
	return facts
}

func (g *Gazetteer) location(r *Record) Fact {
	f := Fact{Type: locatedIn, Subject: r.ID, Object: r.Place.State}
	if s := g.records[r.Place.State]; s != nil && s.State != nil && s.State.Capital == r.ID {
		f.Class = "capital"
	}
	return f
}

func organizationFacts(r *Record, add func(Fact)) {
	if r.Org.Parent != "" {
		add(Fact{Type: partOf, Subject: r.ID, Object: r.Org.Parent})
	}
	if r.Org.State != "" && stateOrgans[r.Org.Kind] {
		add(Fact{Type: partOf, Subject: r.ID, Object: r.Org.State})
	}
	for _, m := range r.Org.Members {
		add(Fact{Type: memberOf, Subject: m.ID, Object: r.ID, From: m.From, To: m.To})
	}
}

// termTitle is the title in the language of the names that the graph shows first, else in English.
func (g *Gazetteer) termTitle(t *Term) string {
	for _, lang := range []string{"ar", "en"} {
		if own := in(t.Title, lang); len(own) > 0 {
			return own[0]
		}
		if title := g.Title(t.Office, lang); title != "" {
			return title
		}
	}
	return ""
}

func compareFacts(a, b Fact) int {
	return cmp.Or(cmp.Compare(a.Type, b.Type), cmp.Compare(a.Subject, b.Subject), cmp.Compare(a.Object, b.Object),
		cmp.Compare(a.From, b.From), cmp.Compare(a.Class, b.Class), cmp.Compare(a.Title, b.Title), cmp.Compare(a.To, b.To))
}
