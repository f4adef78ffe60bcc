package extract

import (
	"slices"
	"strings"
)

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

// crowned returns the only one with the given name who holds an office of the title's class in a state on the day of the article, of those who are
// called by it.
func (c *chunker) crowned(state, given string, t *title) string {
	found := ""
	for _, o := range t.offices {
		for _, h := range c.w.g.Holders(c.w.class(o), state, "") {
			id := h.Person.ID
			if !c.w.reigns[h.Term.Office] || !runs(h.Term, c.d.day) || id == found || !c.sameGiven(id, given) {
				continue
			}
			if found != "" {
				return ""
			}
			found = id
		}
	}
	return found
}
