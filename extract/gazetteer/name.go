package gazetteer

import "strings"

// Role tells what a name is to its record.
type Role uint8

// The roles of names.
const (
	RoleName        Role = iota
	RoleFamily           // short name of a person, used after the full one
	RoleAcronym          // of an organization
	RoleGovernment       // capital or palace that stands for the state
	RoleNationality      // adjective or people of a state
	RoleTitle            // of an office, portfolio, honorific or modifier
	RoleTrigger          // word that shows a topic
)

// Form is the form in which a nationality or a title is written.
type Form uint8

// The forms of nationalities and titles.
const (
	Masculine Form = iota // also whatever does not change
	Feminine
	Plural
)

// Name is a text that stands for a record.
type Name struct {
	Lang, Text string
	Record     *Record
	Role       Role
	Form       Form
	Canonical  bool // first of its list
}

// Names gives every name of every record in a fixed order: by kind, id, role, language as the file has it; then the
// names that only the weak entries have. Weak names are among them; [Gazetteer.Weak] tells which they are.
func (g *Gazetteer) Names(yield func(Name) bool) {
	for _, list := range g.kinds {
		for _, r := range list {
			if !g.namesOf(r, yield) {
				return
			}
		}
	}
	for w := range g.WeakNames() {
		for _, reading := range w.Readings {
			r := g.records[reading.ID]
			if r != nil && !g.named(r, w) && !yield(Name{Lang: w.Lang, Text: w.Name, Record: r}) {
				return
			}
		}
	}
}

// named tells whether the record itself has the weak name, with or without the article.
func (g *Gazetteer) named(r *Record, w *Weak) bool {
	rule, _ := g.rule(w.Lang)
	want := strings.TrimPrefix(w.Name, rule.Article)
	found := false
	g.namesOf(r, func(n Name) bool {
		found = n.Lang == w.Lang && strings.TrimPrefix(n.Text, rule.Article) == want
		return !found
	})
	return found
}

// NamesOf gives every name of one record.
func (g *Gazetteer) NamesOf(r *Record) func(yield func(Name) bool) {
	return func(yield func(Name) bool) { g.namesOf(r, yield) }
}

func (g *Gazetteer) namesOf(r *Record, yield func(Name) bool) bool {
	give := func(role Role, form Form, texts []Texts) bool {
		for _, t := range texts {
			for i, s := range t.List {
				if !yield(Name{t.Lang, s, r, role, form, i == 0}) {
					return false
				}
			}
		}
		return true
	}
	switch r.Kind {
	case State:
		return give(RoleName, Masculine, r.Texts) && give(RoleGovernment, Masculine, r.State.Government) &&
			g.nationalities(r, yield) && give(RoleNationality, Plural, r.State.People)
	case Organization:
		return give(RoleName, Masculine, r.Texts) && give(RoleAcronym, Masculine, r.Org.Acronyms)
	case Person:
		return give(RoleName, Masculine, r.Texts) && give(RoleFamily, Masculine, r.Leader.Family)
	case Office:
		return give(RoleTitle, Masculine, r.Texts) && give(RoleTitle, Feminine, r.Office.Feminine) &&
			give(RoleTitle, Plural, r.Office.Plural)
	case Topic:
		return give(RoleName, Masculine, r.Texts) && give(RoleTrigger, Masculine, r.Topic.Triggers)
	}
	return give(RoleName, Masculine, r.Texts)
}

// nationalities gives the masculine forms of the record and those that the rule of the language makes of them.
func (g *Gazetteer) nationalities(r *Record, yield func(Name) bool) bool {
	for _, t := range r.State.Nationality {
		rule, ok := g.rule(t.Lang)
		for i, m := range t.List {
			if !yield(Name{t.Lang, m, r, RoleNationality, Masculine, i == 0}) {
				return false
			}
			if ok && !inflected(r, t.Lang, m, rule, yield) {
				return false
			}
		}
	}
	return true
}

func inflected(r *Record, lang, masculine string, rule Nationality, yield func(Name) bool) bool {
	forms := func(form Form, suffixes []string) bool {
		for _, s := range suffixes {
			f := rule.form(masculine, s)
			if f != "" && !yield(Name{lang, f, r, RoleNationality, form, false}) {
				return false
			}
		}
		return true
	}
	return forms(Feminine, rule.Feminine) && forms(Plural, rule.Plural)
}
