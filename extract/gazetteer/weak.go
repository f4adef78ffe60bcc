package gazetteer

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// Weak is a name that is also a common word, or the name of several things.
type Weak struct {
	Name, Lang string
	Word       bool // also a word of the language
	Readings   []Reading
	Never      []Need // where any of these is met the name means nothing: al-Maghrib the prayer
	Src        Source
	layer      int // 0 for built-in data
}

// Reading is a record that a weak name may mean, and what that needs around the name; any one of Needs suffices. The
// first reading with a need that is met holds; one without needs is the default. Where nothing fits the name means
// nothing.
type Reading struct {
	ID    string
	Needs []Need
}

// Need is a condition on the surroundings of a weak name. Arg is the word of "after" and "before", as written in the data.
type Need struct{ Kind, Arg string }

func (n Need) String() string {
	if n.Arg == "" {
		return n.Kind
	}
	return n.Kind + ":" + n.Arg
}

type weakKey struct{ lang, folded string }

func compareWeak(a, b weakKey) int {
	return cmp.Or(cmp.Compare(a.lang, b.lang), cmp.Compare(a.folded, b.folded))
}

// Weak returns the entry of a weak name, or nil; folded is the name as the folder of package text writes its words, with
// or without the article. A form of a weak nationality is weak too.
func (g *Gazetteer) Weak(lang, folded string) *Weak {
	if !g.weakTails.has(folded) {
		return nil
	}
	if w := g.weak[weakKey{lang, folded}]; w != nil {
		return w
	}
	rule, ok := g.rule(lang)
	if !ok || rule.Article == "" {
		return nil
	}
	if bare, ok := strings.CutPrefix(folded, rule.Article); ok {
		return g.weak[weakKey{lang, bare}]
	}
	return g.weak[weakKey{lang, rule.Article + folded}]
}

// weakTails tells of most names at once that they are not weak: a program that starts asks for each name that it knows. It holds
// how weak names end, with and without their article.
type weakTails [1 << 10]uint64

const tailLen = 6 // bytes

func tailBit(folded string) (word int, bit uint64) {
	hash := uint32(2166136261) // FNV-1a
	for i := max(0, len(folded)-tailLen); i < len(folded); i++ {
		hash = (hash ^ uint32(folded[i])) * 16777619
	}
	hash ^= hash >> 16
	return int(hash >> 6 & (1<<10 - 1)), 1 << (hash & 63)
}

func (t *weakTails) has(folded string) bool {
	word, bit := tailBit(folded)
	return t[word]&bit != 0
}

func (t *weakTails) add(folded string) {
	word, bit := tailBit(folded)
	t[word] |= bit
}

// addTails enters what Weak finds under a key.
func (g *Gazetteer) addTails(key weakKey) {
	g.weakTails.add(key.folded)
	if rule, ok := g.rule(key.lang); ok && rule.Article != "" {
		g.weakTails.add(strings.TrimPrefix(key.folded, rule.Article))
		g.weakTails.add(rule.Article + key.folded)
	}
}

// with returns w with the readings of add, those without needs last.
func (w *Weak) with(add *Weak) *Weak {
	out := &Weak{Name: w.Name, Lang: w.Lang, Word: w.Word || add.Word, Src: w.Src}
	out.Never = slices.Concat(w.Never, add.Never)
	for _, r := range slices.Concat(w.Readings, add.Readings) {
		if len(r.Needs) > 0 {
			out.Readings = append(out.Readings, r)
		}
	}
	for _, r := range slices.Concat(w.Readings, add.Readings) {
		if len(r.Needs) == 0 {
			out.Readings = append(out.Readings, r)
		}
	}
	return out
}

// peopleNeed is what a family name that is weak needs to mean a person: the full name in the article, or a title.
var peopleNeed = []Need{{Kind: "strong"}, {Kind: "title"}}

// addPeople makes readings of the people whose family name is weak, so that nobody has to list them.
func (g *Gazetteer) addPeople() {
	languages := map[string]bool{}
	for key := range g.weak {
		g.addTails(key)
		languages[key.lang] = true
	}
	for _, r := range g.kinds[Person] {
		for _, t := range r.Leader.Family {
			if !languages[t.Lang] {
				continue
			}
			for _, family := range t.List {
				w := g.Weak(t.Lang, g.folder.Words(family))
				if w != nil && !w.has(r.ID) {
					w.Readings = append(w.Readings, Reading{r.ID, peopleNeed})
				}
			}
		}
	}
}

func (w *Weak) has(id string) bool {
	return slices.ContainsFunc(w.Readings, func(r Reading) bool { return r.ID == id })
}

// covers tells whether the record is among the readings, or a place of it: a capital stands for its state.
func (w *Weak) covers(g *Gazetteer, id string) bool {
	return w.has(id) || slices.ContainsFunc(w.Readings, func(r Reading) bool {
		place := g.records[r.ID]
		return place != nil && place.Place != nil && place.Place.State == id
	})
}

// spreadWeak makes the other forms of weak nationalities weak.
func (g *Gazetteer) spreadWeak() {
	for key, w := range maps.Clone(g.weak) {
		rule, ok := g.rule(key.lang)
		if !ok || rule.Ending == "" || !w.nationality(g) {
			continue
		}
		for _, suffix := range slices.Concat(rule.Feminine, rule.Plural) {
			form := weakKey{key.lang, g.folder.Words(rule.form(w.Name, suffix))}
			if form.folded != "" && g.weak[form] == nil {
				g.weak[form] = w
				g.addTails(form)
			}
		}
	}
}

// nationality tells whether the name is the nationality of one of its readings.
func (w *Weak) nationality(g *Gazetteer) bool {
	return slices.ContainsFunc(w.Readings, func(r Reading) bool {
		s := g.records[r.ID]
		return s != nil && s.State != nil && slices.Contains(in(s.State.Nationality, w.Lang), w.Name)
	})
}

func parseWeak(d *decoder, e *entry) {
	w := &Weak{}
	var shared []Need
	d.object(func(key string) {
		switch key {
		case "name":
			w.Name = d.str()
		case "lang":
			w.Lang = d.str()
		case "word":
			w.Word = d.boolean()
		case "readings":
			d.list(func() { w.Readings = append(w.Readings, parseReading(d)) })
		case "needs":
			shared = parseNeeds(d.strings())
		case "never":
			w.Never = parseNeeds(d.strings())
		case "hide":
			e.hide = d.boolean()
		case "source":
			d.strings()
		default:
			d.unknown(key)
		}
	})
	// Needs outside a reading hold for every reading that has none of its own.
	for i := range w.Readings {
		if len(w.Readings[i].Needs) == 0 {
			w.Readings[i].Needs = shared
		}
	}
	e.weak = w
}

func parseReading(d *decoder) Reading {
	var r Reading
	d.object(func(key string) {
		switch key {
		case "id":
			r.ID = d.str()
		case "needs":
			r.Needs = parseNeeds(d.strings())
		default:
			d.unknown(key)
		}
	})
	return r
}

func parseNeeds(list []string) []Need {
	out := make([]Need, 0, len(list))
	for _, s := range list {
		kind, arg, _ := strings.Cut(s, ":")
		if kind == "with" {
			kind, arg = arg, ""
		}
		out = append(out, Need{kind, arg})
	}
	return out
}
