package extract

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"mithaq/extract/gazetteer"
	"mithaq/extract/text"
	"mithaq/graph"
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

// Resolver answers what names and titles mean outside of any article: a whole text is one name, or a title with the state
// or organization it belongs to and perhaps the name of its holder, or a body of a state. It is safe for concurrent use.
//
// The steps, each in its file: the index of all names (resolve_index.go), what a single name means (resolve_name.go), the
// text cut into known parts (resolve_parse.go), what the parts mean together (resolve_title.go, resolve_body.go; offices of
// places in resolve_local.go, envoys in resolve_envoy.go), and names that sound alike (resolve_similar.go). Words of other
// languages are found by their endings (resolve_endings.go), Chinese ones without blanks between them (resolve_han.go).
type Resolver struct {
	g     *gazetteer.Gazetteer
	world *world
	fold  *text.Folder
	words resolveWords
	index nameIndex

	language func() map[string]bool // words of Arabic, loaded when a name may be one
	horizon  func() string          // the last year of which anything can be said
}

// NewResolver returns a resolver over a gazetteer.
func NewResolver(g *gazetteer.Gazetteer) *Resolver {
	r := &Resolver{g: g, world: newBareWorld(g), fold: text.NewFolder(), language: sync.OnceValue(arabicWords)}
	r.words = readResolveWords(r.fold)
	r.horizon = sync.OnceValue(func() string { return horizonOf(g) })
	r.index = newNameIndex(g, r.words.article)
	return r
}

// NewWorld shows a gazetteer to the graph.
func NewWorld(g *gazetteer.Gazetteer) World { return World{newBareWorld(g)} }

// newBareWorld is enough for names and bodies by rule.
func newBareWorld(g *gazetteer.Gazetteer) *world { return &world{g: g, bodies: readBodies()} }

// finding is an id with the reason, or no id with the reason why not. One that is final ends the search: another way to read
// the text would be a guess.
type finding struct {
	id, why string
	final   bool
}

func nothing(format string, args ...any) finding { return finding{why: fmt.Sprintf(format, args...)} }

func ambiguous(format string, args ...any) finding {
	return finding{why: "several " + fmt.Sprintf(format, args...), final: true}
}

func found(id, format string, args ...any) finding {
	return finding{id: id, why: fmt.Sprintf(format, args...), final: true}
}

// Resolve returns what a text means on a day (a day, month or year; empty is any time).
func (r *Resolver) Resolve(s, day string) Meaning { return r.meaning(s, r.find(s, day)) }

func (r *Resolver) meaning(s string, f finding) Meaning {
	m := Meaning{Text: s, ID: f.id, Why: f.why}
	if f.id == "" {
		return m
	}
	m.Label = r.world.label(f.id)
	m.NameAr, m.NameEn = r.world.names(f.id)
	if m.Label == graph.LabelState {
		m.ISO = f.id
	}
	return m
}

func (r *Resolver) find(s, day string) finding {
	f := r.whole(s, day)
	if f.id == "" {
		if again := r.lighter(s, day); again.id != "" {
			return again
		}
	}
	return f
}

// whole returns what a text means just as it is.
func (r *Resolver) whole(s, day string) finding {
	q := r.query(s, day)
	if len(q.words) == 0 {
		return nothing("no words")
	}
	if rec := r.g.Record(strings.TrimSpace(s)); rec != nil && rec.Kind != gazetteer.Office {
		return found(rec.ID, "id")
	}
	if office, of, ok := strings.Cut(r.words.titles[q.key(0, len(q.words))], " of "); ok {
		return q.held(office, of)
	}
	single := q.capitalAsPlace(q.name(0, len(q.words), false))
	if single.id != "" {
		return single
	}
	parsed := q.parse()
	if parsed.id != "" {
		return parsed
	}
	if single.why == "" && parsed.why == "" {
		if f := q.similar(); f.id != "" {
			return f
		}
	}
	for _, f := range []finding{single, parsed} {
		if f.why != "" {
			return f
		}
	}
	return nothing("no name or title of that spelling is known")
}

// Candidates returns everything that a text may mean, the likeliest first, for a caller who knows what kind of thing is meant
// and so needs less care with names that are words or several things.
func (r *Resolver) Candidates(s, day string) []Meaning {
	var out []Meaning
	add := func(f finding) {
		if f.id != "" && !slices.ContainsFunc(out, func(m Meaning) bool { return m.ID == f.id }) {
			out = append(out, r.meaning(s, f))
		}
	}
	add(r.find(s, day))
	q := r.query(s, day)
	hits := q.hits(0, len(q.words))
	for _, role := range []gazetteer.Role{gazetteer.RoleName, gazetteer.RoleAcronym, gazetteer.RoleGovernment, gazetteer.RoleNationality, gazetteer.RoleFamily} {
		for _, h := range hits {
			if h.Role == role && h.Record.Kind != gazetteer.Office {
				add(found(h.Record.ID, "%s", whyName(h)))
			}
		}
	}
	for _, id := range []string{strings.ToUpper(s), "topic/" + strings.ToLower(strings.ReplaceAll(s, " ", "_"))} {
		if rec := r.g.Record(id); rec != nil {
			add(found(id, "id"))
		}
	}
	for rec := range r.g.All(gazetteer.State) {
		if len(s) == 2 && rec.State.ISO2 == strings.ToUpper(s) {
			add(found(rec.ID, "ISO code"))
		}
	}
	return out
}
