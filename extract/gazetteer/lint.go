package gazetteer

import (
	"io/fs"
	"slices"
	"strings"
	"unicode"
)

// Lint returns everything that is wrong with the data and the overlays: what [Load] refuses, and what only a look at
// several records shows. The result is in the order of files and lines.
func Lint(overlays ...fs.FS) []Problem {
	g, ps, err := load(append([]fs.FS{Files()}, overlays...))
	if err != nil {
		return []Problem{{Text: err.Error()}}
	}
	return g.lint(ps)
}

func (g *Gazetteer) lint(ps Problems) []Problem {
	l := linter{g: g, ps: append(ps, g.check()...)}
	l.order()
	for _, list := range g.kinds {
		for _, r := range list {
			l.record(r)
		}
	}
	l.items()
	l.ambiguous()
	l.lost()
	l.holders()
	for w := range g.WeakNames() {
		l.weak(w)
	}
	slices.SortStableFunc(l.ps, compareProblems)
	return l.ps
}

type linter struct {
	g  *Gazetteer
	ps Problems
}

// order checks that each file is sorted, so that two people who add a record do not add it twice.
func (l *linter) order() {
	for _, s := range l.g.sources {
		last := ""
		for _, e := range s.entries {
			if e.rec == nil {
				continue
			}
			if e.rec.ID <= last {
				l.ps.addf(e.rec.Src, "%s: stands behind %s: sort the file by id", e.rec.ID, last)
			}
			last = e.rec.ID
		}
	}
}

func (l *linter) record(r *Record) {
	if len(r.Source) == 0 {
		l.ps.addf(r.Src, "%s: source missing", r.ID)
	}
	type key struct {
		lang, folded string
		role         Role
		form         Form
	}
	seen := map[key]string{}
	l.g.namesOf(r, func(n Name) bool {
		if n.Role == RoleNationality && !n.Canonical && n.Form != Masculine && r.State != nil {
			return true // made by a rule
		}
		if why := wrongScript(n.Lang, n.Text); why != "" {
			l.ps.addf(r.Src, "%s: %s name %q %s", r.ID, n.Lang, n.Text, why)
		}
		k := key{n.Lang, l.g.folder.Words(n.Text), n.Role, n.Form}
		if k.folded == "" {
			l.ps.addf(r.Src, "%s: empty name", r.ID)
		}
		if first, ok := seen[k]; ok {
			l.ps.addf(r.Src, "%s: %q and %q are the same to the reader: keep one", r.ID, first, n.Text)
		}
		seen[k] = n.Text
		return true
	})
	if r.State != nil {
		l.nationality(r)
	}
}

// nationality checks that the rule of the language can make the forms of a masculine.
func (l *linter) nationality(r *Record) {
	for _, t := range r.State.Nationality {
		rule, ok := l.g.rule(t.Lang)
		for _, m := range t.List {
			if ok && !strings.HasSuffix(m, rule.Ending) {
				l.ps.addf(r.Src, "%s: nationality %q does not end in %q: give its plurals in people and leave it out here", r.ID, m, rule.Ending)
			}
		}
	}
}

// scripts are the writing systems of the languages that have only one.
var scripts = map[string]*unicode.RangeTable{
	"ar": unicode.Arabic, "fa": unicode.Arabic, "ru": unicode.Cyrillic, "zh": unicode.Han,
	"en": unicode.Latin, "fr": unicode.Latin, "es": unicode.Latin, "tr": unicode.Latin,
}

// wrongScript tells what is wrong with the letters of a name, or nothing.
func wrongScript(lang, name string) string {
	if strings.TrimSpace(name) != name || strings.Contains(name, "  ") {
		return "has blanks too many"
	}
	table := scripts[lang]
	if table == nil {
		return ""
	}
	own, foreign := false, false
	for _, r := range name {
		switch {
		case unicode.Is(table, r), unicode.IsDigit(r):
			own = true
		case unicode.IsLetter(r) && !unicode.Is(unicode.Lm, r):
			foreign = true
		}
	}
	if !own || foreign && (lang == "ar" || lang == "en") {
		return "is not in the letters of the language"
	}
	return ""
}

// items checks that no Wikidata item stands for two records of one kind; a city and its state may be one item.
func (l *linter) items() {
	for _, list := range l.g.kinds {
		seen := map[string]*Record{}
		for _, r := range list {
			if r.Wikidata == "" {
				continue
			}
			if o := seen[r.Wikidata]; o != nil {
				l.ps.addf(r.Src, "%s: %s is also the item of %s (%v)", r.ID, r.Wikidata, o.ID, o.Src)
			}
			seen[r.Wikidata] = r
		}
	}
}

// weak checks that a weak name says something: a single reading must need something.
func (l *linter) weak(w *Weak) {
	if len(w.Readings) == 1 && len(w.Readings[0].Needs) == 0 && !w.Word && len(w.Never) == 0 {
		l.ps.addf(w.Src, "weak name %q has one reading and needs nothing: it is not weak", w.Name)
	}
	if len(w.Readings) == 0 && !w.Word {
		l.ps.addf(w.Src, "weak name %q is no word and has no reading", w.Name)
	}
}
