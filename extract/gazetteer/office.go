package gazetteer

import (
	"cmp"
	"slices"
	"strings"
)

// Holder is a person in an office.
type Holder struct {
	Person *Record
	Term   *Term
	Class  string
	To     string // end of the term; for one without an end, the start of the next holder's of a single office
	Sure   bool   // false: the dates of the term are too coarse to tell, or the office is disputed
}

// termIndex finds terms by the state or organization they belong to.
type termIndex struct{ of map[string][]Holder }

// OfficeOf returns the record of an office id, which may carry a portfolio (minister:finance), and that of the
// portfolio; what is not known is nil.
func (g *Gazetteer) OfficeOf(id string) (office, portfolio *Record) {
	if r := g.records[id]; r != nil {
		return r, nil
	}
	name, area, ok := strings.Cut(id, ":")
	if !ok {
		return nil, nil
	}
	return g.records[name], g.records["portfolio/"+area]
}

// Class returns the class of an office id: that of its portfolio's minister if it has one, else its own, else "".
func (g *Gazetteer) Class(id string) string {
	office, area := g.OfficeOf(id)
	switch {
	case office == nil || office.Office == nil:
		return ""
	case area != nil && area.Office != nil && area.Office.Gives != "" && office.Office.Class == "minister":
		return area.Office.Gives
	}
	return office.Office.Class
}

// Title returns the name of an office id in a language, with its portfolio in place, or "".
func (g *Gazetteer) Title(id, lang string) string {
	office, area := g.OfficeOf(id)
	if office == nil || office.Office == nil {
		return ""
	}
	if area == nil {
		return office.Canonical(lang)
	}
	pattern, name := in(office.Office.Pattern, lang), area.Canonical(lang)
	if len(pattern) == 0 || name == "" {
		return office.Canonical(lang)
	}
	return strings.Replace(pattern[0], "{}", name, 1)
}

// Single tells whether an office has one holder at a time.
func (g *Gazetteer) Single(id string) bool {
	office, area := g.OfficeOf(id)
	if area != nil && area.Office != nil {
		return area.Office.Single
	}
	return office != nil && office.Office != nil && office.Office.Single
}

// Holders returns who held an office (its id, or a class of offices) of a state or organization on a day, the surest
// and latest first. The day may be a month or a year: then it is who may have held it in that time. An empty day
// gives all holders.
func (g *Gazetteer) Holders(office, of, day string) []Holder {
	var out []Holder
	for _, h := range g.terms().of[of] {
		if h.Term.Office != office && h.Class != office {
			continue
		}
		if day == "" {
			out = append(out, h)
			continue
		}
		if h.holds(day) {
			h.Sure = h.sure(day)
			out = append(out, h)
		}
	}
	slices.SortStableFunc(out, func(a, b Holder) int {
		return cmp.Or(boolOrder(a.Sure, b.Sure), cmp.Compare(b.Term.From, a.Term.From), byID(a.Person, b.Person))
	})
	return out
}

func boolOrder(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

// holds tells whether the term may include the day; a term that ends on a full date does not include it.
func (h Holder) holds(day string) bool {
	if first(h.Term.From) > last(day) {
		return false
	}
	return h.To == "" || len(h.To) == 10 && first(day) < h.To || len(h.To) < 10 && first(day) <= last(h.To)
}

// sure tells whether the term includes the whole of day whatever its coarse dates mean.
func (h Holder) sure(day string) bool {
	return !h.Term.Disputed && h.Term.From != "" && last(h.Term.From) <= first(day) &&
		(h.To == "" || last(day) < first(h.To))
}

// OfficesOf returns the terms of a person as the data has them.
func (g *Gazetteer) OfficesOf(person string) []Term {
	if r := g.records[person]; r != nil && r.Leader != nil {
		return r.Leader.Terms
	}
	return nil
}

// buildTerms lists the terms by state or organization, in the order of their start, and closes those without an end.
func (g *Gazetteer) buildTerms() *termIndex {
	x := &termIndex{of: map[string][]Holder{}}
	for _, r := range g.kinds[Person] {
		for i := range r.Leader.Terms {
			t := &r.Leader.Terms[i]
			x.of[t.Of] = append(x.of[t.Of], Holder{Person: r, Term: t, Class: g.Class(t.Office), To: t.To, Sure: true})
		}
	}
	for _, list := range x.of {
		slices.SortStableFunc(list, func(a, b Holder) int { return cmp.Compare(a.Term.From, b.Term.From) })
		g.close(list)
	}
	return x
}

// close ends a term without an end where the next holder of a single office begins: sources tell a start earlier than
// an end, so that a missing end is more often unknown than still to come.
func (g *Gazetteer) close(list []Holder) {
	next := map[string]int{} // office -> index of the following term
	for i := len(list) - 1; i >= 0; i-- {
		h := &list[i]
		if !g.Single(h.Term.Office) {
			continue
		}
		if n, ok := next[h.Term.Office]; ok && h.To == "" && !h.Term.Disputed {
			h.To = list[n].Term.From
		}
		if !h.Term.Disputed {
			next[h.Term.Office] = i
		}
	}
}
