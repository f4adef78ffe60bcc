package extract

import (
	"slices"
	"strings"

	"mithaq/extract/gazetteer"
)

// royals returns, by the state, who has held an office whose holders are called by their given name, in the order of the gazetteer.
func (w *world) royals() map[string][]string {
	out := map[string][]string{}
	for r := range w.g.All(gazetteer.Person) {
		for _, t := range r.Leader.Terms {
			if w.reigns[t.Office] && !slices.Contains(out[t.Of], r.ID) {
				out[t.Of] = append(out[t.Of], r.ID)
			}
		}
	}
	return out
}

// joinServant writes names of the form "servant of ..." in one word.
func (w *world) joinServant(folded string) string {
	if w.servant == "" || !strings.Contains(folded, w.servant+" "+w.articleLetters) {
		return folded
	}
	return strings.ReplaceAll(folded, w.servant+" "+w.articleLetters, w.servant+w.articleLetters)
}

// reigning returns the only person who holds an office of the title's class on the day of the article, in the state of the title or else
// in one that the article names, and who is called so: "King Abdullah".
func (c *chunker) reigning(given string, t *title) string {
	if !slices.ContainsFunc(t.offices, func(o string) bool { return c.w.reigns[o] }) {
		return ""
	}
	if tg := t.target(c.w); tg != nil {
		return c.crowned(tg.id, given, t)
	}
	found := ""
	for _, e := range c.d.entities {
		if e.label != "State" || e.count == 0 {
			continue
		}
		if id := c.crowned(e.id, given, t); id != "" && found != "" {
			return ""
		} else if id != "" {
			found = id
		}
	}
	return found
}

// crowned returns the only one of a state's royals with the given name whose term in an office of the title's class runs on the day.
func (c *chunker) crowned(state, given string, t *title) string {
	found := ""
	for _, id := range c.w.monarchs[state] {
		if !c.sameGiven(id, given) || !c.w.rules(id, state, t, c.d.day) {
			continue
		}
		if found != "" {
			return ""
		}
		found = id
	}
	return found
}

// rules tells whether a term of the person in an office of the class of one of the title's runs on the day.
func (w *world) rules(id, state string, t *title, day string) bool {
	return slices.ContainsFunc(w.g.Record(id).Leader.Terms, func(term gazetteer.Term) bool {
		return term.Of == state && (day == "" || term.From <= day && (term.To == "" || day < term.To)) &&
			slices.ContainsFunc(t.offices, func(o string) bool { return w.class(o) == w.class(term.Office) })
	})
}
