package extract

import (
	"slices"

	"mithaq/extract/gazetteer"
)

// weakName is a name that needs something around it, with the senses that the records give it.
type weakName struct {
	*gazetteer.Weak
	senses []sense
}

// add enters the senses in the order of the readings: the first that holds is taken.
func (w *weakName) add(e *Engine, folded string) {
	for _, r := range w.Readings {
		for _, s := range w.senses {
			if s.id != r.ID {
				continue
			}
			s.weak = newWeakRule(e, w.Weak, r)
			if isPerson(r.ID) {
				s.kind = senseFamily
			}
			e.lex.add(folded, s)
		}
	}
}

// weakRule is what a weak name needs around it to mean a record, and what must not be there.
type weakRule struct {
	id           string
	rival        string // what the name means if nothing is needed
	needs, never []weakNeed
}

type weakNeed struct{ kind, arg string }

func newWeakRule(e *Engine, w *gazetteer.Weak, r gazetteer.Reading) *weakRule {
	if len(r.Needs) == 0 && len(w.Never) == 0 {
		return nil
	}
	rival := ""
	for _, x := range w.Readings {
		if len(x.Needs) == 0 {
			rival = x.ID
		}
	}
	return &weakRule{r.ID, rival, e.weakNeeds(r.Needs), e.weakNeeds(w.Never)}
}

func (e *Engine) weakNeeds(list []gazetteer.Need) []weakNeed {
	var out []weakNeed
	for _, n := range list {
		out = append(out, weakNeed{n.Kind, e.fold.Words(n.Arg)})
	}
	return out
}

// holds tells whether a need is met at item i, or nothing is needed, and nothing forbids it.
func (w *weakRule) holds(c *chunker, i int) bool {
	met := func(n weakNeed) bool {
		return n.met(c, i, w.id) || n.kind == "state" && c.prevails(c.w.nation(w.id), w.rival)
	}
	return !slices.ContainsFunc(w.never, met) && (len(w.needs) == 0 || slices.ContainsFunc(w.needs, met))
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
		return c.titled || i > 0 && it.conj == "" && (c.items[i-1].is(senseOffice) != nil || c.items[i-1].is(senseHonorific) != nil)
	case "strong":
		return c.d.named(id)
	case "state":
		return c.d.named(c.w.nation(id))
	case "list":
		return c.listed(i)
	case "ar":
		return it.def || len(it.stem) > 4 && it.stem[:4] == c.w.articleLetters
	case "bare":
		return !it.def && !(len(it.stem) > 4 && it.stem[:4] == c.w.articleLetters)
	}
	return false
}

// prevails tells whether the first reading of the article found more of a state than of what the name would mean else: the capital
// may be named before its state.
func (c *chunker) prevails(state, rival string) bool {
	return c.pass2 && rival != "" && c.d.stated[state] > c.d.stated[rival]
}

// named tells whether the article names a record.
func (d *document) named(id string) bool {
	e := d.byKey[id]
	return e != nil && e.count > 0
}

// listed tells whether a name of a state, place or organization stands beside item i in a coordination.
func (c *chunker) listed(i int) bool {
	named := func(k int) bool {
		return k >= 0 && k < len(c.items) && c.items[k].first(func(s *sense) bool { return s.kind == senseName && !isPerson(s.id) && s.weak == nil }) != nil
	}
	return c.items[i].conj != "" && named(i-1) || i+1 < len(c.items) && c.items[i+1].conj != "" && named(i+1) ||
		i > 1 && c.items[i-1].punct(",") && named(i-2)
}
