package extract

import (
	_ "embed"
	"slices"
	"strings"

	"mithaq/extract/gazetteer"
	"mithaq/extract/text"
)

//go:embed bodies.txt
var bodiesFile string

// world answers what the stages ask of the gazetteer, and makes the bodies that follow from a state by rule.
type world struct {
	g      *gazetteer.Gazetteer
	lang   string
	bodies map[string]bodyClass
	// stateBodies are the stems of the ids of other bodies whose posts are posts of their state
	stateBodies map[string]bool
	noPost      map[string]bool // offices that are none
	rank        map[string]bool // ranks, which are offices only of a state that is named
	reigns      map[string]bool // offices whose holders are called by their given name
	underling   map[string]bool // classes of offices that serve another, which the title names behind them: "the envoy of the president"
	alone       map[string]bool // classes of bodies that are named without their state
	preps       map[string]bool // prepositions that tie an office to its body
	places      map[string]bool // prepositions of place
	// capital maps the folded name of a capital and its state to the place
	capital        map[[2]string]string
	articleLetters string
	and            string            // the conjunction that joins names
	servant        string            // the first word of names such as Abd al-Karim
	weakGiven      map[string]bool   // given names that are everyday words too
	orgWords       map[string]string // words that may stand in the name of a body, by what they do there
	purpose        string            // the preposition that tells what a body is for
}

func newWorld(g *gazetteer.Gazetteer, fold *text.Folder, language string) *world {
	w := &world{g: g, lang: language, bodies: readBodies(), stateBodies: readList("posts-of-state"), alone: readList("alone"), noPost: readList("no-post"), rank: readList("rank"), reigns: readList("reigns"), underling: readList("underling"), capital: map[[2]string]string{}}
	for r := range g.All(gazetteer.State) {
		if p := g.Record(r.State.Capital); p != nil {
			for _, n := range p.Names(language) {
				w.capital[[2]string{fold.Words(n), r.ID}] = p.ID
			}
		}
	}
	return w
}

func isState(id string) bool  { return len(id) == 3 && id[0] >= 'A' && id[0] <= 'Z' }
func isPerson(id string) bool { return strings.HasPrefix(id, "person/") }
func isOrg(id string) bool    { return strings.HasPrefix(id, "org/") }
func isPlace(id string) bool  { return strings.HasPrefix(id, "place/") }

// label returns the node label of an id.
func (w *world) label(id string) string {
	switch {
	case isState(id):
		return "State"
	case isPerson(id):
		return "Person"
	case isOrg(id):
		return "Organization"
	case isPlace(id):
		return "Place"
	}
	return "Topic"
}

// kind returns the kind of an organization or place.
func (w *world) kind(id string) string {
	if r := w.g.Record(id); r != nil {
		switch {
		case r.Org != nil:
			return r.Org.Kind
		case r.Place != nil:
			return r.Place.Type
		}
		return ""
	}
	if b, ok := w.ruled(id); ok {
		return b.kind
	}
	return ""
}

// nation returns the state that a record belongs to.
func (w *world) nation(id string) string {
	if r := w.g.Record(id); r != nil {
		switch {
		case r.Org != nil:
			return r.Org.State
		case r.Place != nil:
			return r.Place.State
		case r.Leader != nil:
			return served(r)
		}
		return ""
	}
	if _, ok := w.ruled(id); ok {
		return id[len(id)-3:]
	}
	return ""
}

// served returns the one state that a leader has held office in; "" if there are several.
func served(r *gazetteer.Record) string {
	state := ""
	for _, t := range r.Leader.Terms {
		if !isState(t.Of) {
			continue
		}
		if state != "" && state != t.Of {
			return ""
		}
		state = t.Of
	}
	return state
}

const affairs = "-affairs"

func (w *world) office(id string) *gazetteer.OfficeInfo {
	base, _, _ := strings.Cut(id, ":")
	if r := w.g.Record(base); r != nil && r.Office != nil {
		return r.Office
	}
	return &gazetteer.OfficeInfo{}
}

// class returns the class of an office: that of its portfolio for ministers.
func (w *world) class(office string) string {
	o := w.office(office)
	if _, p, ok := strings.Cut(office, ":"); ok && o.Class == "minister" {
		if r := w.g.Record("portfolio/" + p); r != nil && r.Office != nil && r.Office.Gives != "" {
			return r.Office.Gives
		}
	}
	return o.Class
}

func (w *world) takesPortfolio(office string) bool {
	switch w.office(office).Class {
	case "minister", "deputy_minister", "spokesperson", "official":
		return true
	}
	return false
}

func (w *world) withPortfolio(office, portfolio string) string {
	if strings.Contains(office, ":") {
		return office
	}
	return office + ":" + strings.TrimPrefix(portfolio, "portfolio/")
}

func (w *world) former(modifier string) bool {
	return modifier == "modifier/former" || modifier == "modifier/late"
}

func (w *world) envoy(office string) bool {
	switch w.office(office).Class {
	case "ambassador", "envoy":
		return true
	}
	return false
}

func (w *world) titlePrep(p string) bool { return w.preps[p] }
func (w *world) locative(p string) bool  { return w.places[p] }

// placeOf returns the city that an item names which may also stand for the state.
func (w *world) placeOf(it *item, state string) string {
	for _, s := range it.senses {
		if s.kind == senseName && isPlace(s.id) {
			return s.id
		}
	}
	return w.capital[[2]string{it.stem, state}]
}

// capitalOf returns the place that is the capital of a state.
func (w *world) capitalOf(state string) string {
	if r := w.g.Record(state); r != nil && r.State != nil && w.g.Record(r.State.Capital) != nil {
		return r.State.Capital
	}
	return ""
}

// choose picks the person that a name means: one whom the article names already, else one whose office fits the title, else
// the holder of an office on the day, else, for a full name, the first.
func (w *world) choose(ids []string, t *title, d *document, short bool) string {
	for _, id := range ids {
		if e := d.byKey[id]; e != nil && e.count > 0 {
			return id
		}
	}
	best, score := "", -1
	for _, id := range ids {
		s := w.fits(id, t, d.day)
		if s > score {
			best, score = id, s
		}
	}
	if !short {
		return best
	}
	if t != nil && score > 0 || len(ids) == 1 && t == nil && score > 0 {
		return best
	}
	if score >= 2 {
		return best
	}
	return ""
}

// fits scores how well a person's offices fit a title on a day.
func (w *world) fits(id string, t *title, day string) int {
	r := w.g.Record(id)
	if r == nil || r.Leader == nil {
		return 0
	}
	best := 0
	for _, term := range r.Leader.Terms {
		s := 0
		now := runs(&term, day)
		if t == nil {
			if now && topClass(w.class(term.Office)) {
				s = 2
			}
		} else {
			if w.class(term.Office) == w.class(t.offices[0]) {
				s += 2
			}
			if tg := t.target(w); tg != nil && tg.id == term.Of {
				s += 2
			}
			if now && s > 0 {
				s++
			}
		}
		best = max(best, s)
	}
	return best
}

func topClass(c string) bool {
	switch c {
	case "head_of_state", "head_of_government", "foreign_minister", "head_of_org", "party_leader", "royal":
		return true
	}
	return false
}

// termState returns where a person holds an office of the class of one of the title's, preferring terms that run on the day.
func (w *world) termState(id string, t *title, day string) string {
	r := w.g.Record(id)
	if r == nil || r.Leader == nil {
		return ""
	}
	found := ""
	for _, term := range r.Leader.Terms {
		class := w.class(term.Office)
		if t.counterpart {
			if !topClass(class) {
				continue
			}
		} else if !slices.ContainsFunc(t.offices, func(o string) bool { return w.class(o) == class }) {
			continue
		}
		if found == "" || term.From <= day && (term.To == "" || day < term.To) {
			found = term.Of
		}
	}
	return found
}

// classHeld returns the class of an office that an article gives a person. "Head" of some council is read as head of state; of whom
// the gazetteer knows to have been none, it is what the person holds there on that day.
func (w *world) classHeld(id, of, class, day string) string {
	r := w.g.Record(id)
	if class != "head_of_state" || r == nil || r.Leader == nil {
		return class
	}
	held := ""
	for _, term := range r.Leader.Terms {
		switch {
		case term.Of != of:
		case w.class(term.Office) == class:
			return class
		case term.From <= day && (term.To == "" || day < term.To):
			held = w.class(term.Office)
		}
	}
	if held == "" {
		return class
	}
	return held
}

// held tells whether a person of the gazetteer has held an office of the class, or none is known.
func (w *world) held(id, class string) bool {
	r := w.g.Record(id)
	if r == nil || r.Leader == nil || len(r.Leader.Terms) == 0 {
		return true
	}
	return slices.ContainsFunc(r.Leader.Terms, func(t gazetteer.Term) bool { return w.class(t.Office) == class })
}

// onlyState returns the state in which a person has held all of his posts in states.
func (w *world) onlyState(id string) string {
	r := w.g.Record(id)
	if r == nil || r.Leader == nil {
		return ""
	}
	state := ""
	for _, term := range r.Leader.Terms {
		if isState(term.Of) && state != "" && term.Of != state {
			return ""
		}
		if isState(term.Of) {
			state = term.Of
		}
	}
	return state
}

// public tells whether a title is a post that a graph of international relations notes: professions are none.
func (w *world) public(t *title) bool {
	if t.counterpart {
		return true
	}
	for _, o := range t.offices {
		if c := w.class(o); c != "" && c != "other" && c != "honorific" {
			return true
		}
	}
	return false
}

// adjective returns the nationality adjective of a state, defined in Arabic; form 1 is the feminine.
func (w *world) adjective(state *gazetteer.Record, language string, form int) string {
	want := gazetteer.Masculine
	if form == 1 {
		want = gazetteer.Feminine
	}
	for n := range w.g.NamesOf(state) {
		if n.Role == gazetteer.RoleNationality && n.Lang == language && n.Form == want {
			if language != "ar" {
				return n.Text
			}
			words := strings.Fields(n.Text)
			for i := range words {
				words[i] = w.articleLetters + words[i]
			}
			return strings.Join(words, " ")
		}
	}
	return state.Canonical(language)
}

// governmental tells whether a title is a post of a state whatever the text says.
func (w *world) governmental(t *title) bool {
	switch w.class(t.office()) {
	case "head_of_state", "head_of_government", "foreign_minister", "defence_minister", "interior_minister", "minister", "deputy_minister",
		"spokesperson", "ambassador", "legislator", "deputy_head", "speaker":
		return true
	}
	return false
}

// ofState tells whether a title may be a post of a state: it leads no organization or party.
func (w *world) ofState(t *title) bool {
	switch w.class(t.office()) {
	case "", "other", "honorific", "religious", "head_of_org", "deputy_head_of_org", "party_leader":
		return false
	}
	return w.office(t.office()).Needs != "org"
}

// memberOnly tells whether a title says no more than membership.
func (w *world) memberOnly(offices []string) bool { return len(offices) == 1 && offices[0] == "member" }

// englishPortfolio is the name of a portfolio as it stands behind "Ministry of": "foreign affairs" rather than "foreign".
func englishPortfolio(r *gazetteer.Record) string {
	name := r.Canonical("en")
	for _, n := range r.Names("en") {
		if n == name+" affairs" {
			return n
		}
	}
	return name
}
