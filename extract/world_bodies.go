package extract

import (
	"slices"
	"strings"

	"mithaq/extract/gazetteer"
	"mithaq/extract/text"
)

// Rows of bodies.txt: a body, or a list "key | names".
const bodyColumns, listColumns = 7, 2

// bodyClass is a body that states have.
type bodyClass struct {
	kind                                string
	perState, official, open, described bool
	en, ar                              string
}

func readBodies() map[string]bodyClass {
	out := map[string]bodyClass{}
	for _, f := range text.Rows(bodiesFile) {
		if len(f) == bodyColumns {
			out[f[0]] = bodyClass{f[1], f[2] == "yes", f[3] == "yes", f[4] == "yes" || f[4] == "both", f[4] == "described" || f[4] == "both", f[5], f[6]}
		}
	}
	return out
}

// readList reads the row of names that begins with the key.
func readList(key string) map[string]bool {
	out := map[string]bool{}
	for _, f := range text.Rows(bodiesFile) {
		if len(f) == listColumns && f[0] == key {
			for _, name := range strings.Fields(f[1]) {
				out[name] = true
			}
		}
	}
	return out
}

// onlyRank tells whether a title says no more than the rank of a person who has held no office of that name: "Prince X".
func (w *world) onlyRank(id string, t *title) bool {
	if slices.ContainsFunc(t.offices, func(o string) bool { return !w.rank[o] }) {
		return false
	}
	r := w.g.Record(id)
	return r == nil || r.Leader == nil || !slices.ContainsFunc(r.Leader.Terms, func(term gazetteer.Term) bool { return slices.Contains(t.offices, term.Office) })
}

// ruled takes apart the id of a body made by rule: "org/army-SDN", "org/foreign-ministry-RUS".
func (w *world) ruled(id string) (bodyClass, bool) {
	if !isOrg(id) || len(id) < len("org/x-ABC") || !isState(id[len(id)-3:]) {
		return bodyClass{}, false
	}
	name := id[len("org/") : len(id)-4]
	if strings.HasSuffix(name, "-ministry") {
		return w.bodies["ministry"], true
	}
	b, ok := w.bodies[name]
	return b, ok
}

// names returns the Arabic and English names of an id.
func (w *world) names(id string) (ar, en string) {
	if r := w.g.Record(id); r != nil {
		return r.Canonical("ar"), r.Canonical("en")
	}
	b, ok := w.ruled(id)
	if !ok {
		return "", ""
	}
	state := w.g.Record(id[len(id)-3:])
	if state == nil {
		return "", ""
	}
	var portfolioAr, portfolioEn string
	if p, isMinistry := strings.CutSuffix(id[len("org/"):len(id)-4], "-ministry"); isMinistry {
		r := w.g.Record("portfolio/" + p)
		if r == nil {
			r = w.g.Record("portfolio/" + p + affairs)
		}
		if r == nil {
			return "", ""
		}
		portfolioAr, portfolioEn = r.Canonical("ar"), titleCase(englishPortfolio(r))
	}
	return strings.NewReplacer("{m}", w.adjective(state, "ar", 0), "{f}", w.adjective(state, "ar", 1), "{p}", portfolioAr).Replace(b.ar),
		strings.NewReplacer("{n}", w.adjective(state, "en", 0), "{s}", state.Canonical("en"), "{p}", portfolioEn).Replace(b.en)
}

func titleCase(s string) string {
	words := strings.Fields(s)
	for i, x := range words {
		if x != "and" && x != "of" && x != "the" {
			words[i] = strings.ToUpper(x[:1]) + x[1:]
		}
	}
	return strings.Join(words, " ")
}

// ministry returns the id of the ministry of a portfolio in a state; a record of the gazetteer goes before the rule.
func (w *world) ministry(portfolio, state string) string {
	p := strings.TrimSuffix(strings.TrimPrefix(portfolio, "portfolio/"), affairs)
	return "org/" + p + "-ministry-" + state
}

func (w *world) body(class, state string) string { return "org/" + class + "-" + state }

func (w *world) perState(class string) bool   { return w.bodies[class].perState }
func (w *world) open(class string) bool       { return w.bodies[class].open }
func (w *world) bodyKind(class string) string { return w.bodies[class].kind }

// official tells whether a post in the organization is a post of its state.
func (w *world) official(e *entity) bool {
	if e.kind == "ministry" || e.kind == "parliament" || e.id == "" && e.kind == "government_body" {
		return true
	}
	name, ok := strings.CutSuffix(strings.TrimPrefix(e.id, "org/"), "-"+e.nation)
	return ok && (w.bodies[name].official || w.stateBodies[name])
}

// called tells whether one of the names of a record fits.
func (w *world) called(id string, fits func(name string) bool) bool {
	r := w.g.Record(id)
	if r == nil {
		return false
	}
	for _, n := range r.Names(w.lang) {
		if fits(n) {
			return true
		}
	}
	return false
}
