package extract

import (
	"slices"

	"mithaq/extract/gazetteer"
)

// weakRule is what a weak name needs around it to mean a record.
type weakRule struct {
	id    string
	needs []weakNeed
}

type weakNeed struct{ kind, arg string }

func newWeakRule(e *Engine, r gazetteer.Reading) *weakRule {
	if len(r.Needs) == 0 {
		return nil
	}
	w := &weakRule{id: r.ID}
	for _, n := range r.Needs {
		w.needs = append(w.needs, weakNeed{n.Kind, e.fold.Words(n.Arg)})
	}
	return w
}

// holds tells whether any need is met at item i.
func (w *weakRule) holds(c *chunker, i int) bool {
	return slices.ContainsFunc(w.needs, func(n weakNeed) bool { return n.met(c, i, w.id) })
}

func (n weakNeed) met(c *chunker, i int, id string) bool {
	it := &c.items[i]
	switch n.kind {
	case "after":
		return c.titled || i > 0 && (c.items[i-1].stem == n.arg || c.items[i-1].norm == n.arg)
	case "before":
		return i+1 < len(c.items) && (c.items[i+1].stem == n.arg || c.items[i+1].norm == n.arg)
	case "in":
		return c.located(i)
	case "title":
		return c.titled || i > 0 && (c.items[i-1].is(senseOffice) != nil || c.items[i-1].is(senseHonorific) != nil)
	case "strong":
		e := c.d.byKey[id]
		return e != nil && e.count > 0
	case "state":
		e := c.d.byKey[c.w.nation(id)]
		return e != nil && e.count > 0
	case "list":
		return c.listed(i)
	case "ar":
		return it.def || len(it.stem) > 4 && it.stem[:4] == c.w.articleLetters
	case "bare":
		return !it.def && !(len(it.stem) > 4 && it.stem[:4] == c.w.articleLetters)
	}
	return false
}

// listed tells whether a name of a state, place or organization stands beside item i in a coordination.
func (c *chunker) listed(i int) bool {
	named := func(k int) bool {
		return k >= 0 && k < len(c.items) && c.items[k].first(func(s *sense) bool { return s.kind == senseName && !isPerson(s.id) && s.weak == nil }) != nil
	}
	return c.items[i].conj != "" && named(i-1) || i+1 < len(c.items) && c.items[i+1].conj != "" && named(i+1) ||
		i > 1 && c.items[i-1].punct(",") && named(i-2)
}
