package extract

import (
	"strings"

	"mithaq/extract/text"
)

// orgAt returns the organization named at item i and the number of its items: one that the gazetteer knows, a ministry or other
// body of a state by rule, or one that only this article names ("the company X").
func (c *chunker) orgAt(i int) (*entity, int) {
	if i >= len(c.items) {
		return nil, 0
	}
	it := &c.items[i]
	if it.kind != text.Word {
		return nil, 0
	}
	for _, s := range it.senses {
		if s.kind == senseName && isOrg(s.id) && c.holds(s, i) {
			return c.d.known(s.id), 1
		}
	}
	if e, n := c.ministryAt(i); e != nil {
		return e, n
	}
	body := it.word("body")
	if body == nil {
		return nil, 0
	}
	if e, n := c.stateBody(i, body.Class); e != nil {
		return e, n
	}
	if c.w.bodies[body.Class].described {
		return c.describedBody(i, body.Class)
	}
	if e, n := c.openBody(i, body.Class); e != nil {
		return e, n
	}
	if e := c.shortBody(it); e != nil {
		return e, 1
	}
	return nil, 0
}

// ministryAt reads "ministry of PORTFOLIO [and PORTFOLIO] STATE" and the short "the Russian PORTFOLIO".
func (c *chunker) ministryAt(i int) (*entity, int) {
	it := &c.items[i]
	j := i
	full := false
	if b := it.word("body"); b != nil && b.Class == "ministry" {
		j, full = i+1, true
	}
	if j >= len(c.items) {
		return nil, 0
	}
	p := c.items[j].is(sensePortfolio)
	if p == nil || full && (c.items[j].prep != "" || c.items[j].conj != "") || !full && it.word("short") == nil {
		return nil, 0
	}
	j++
	for full && j < len(c.items) && c.items[j].conj != "" && c.items[j].is(sensePortfolio) != nil {
		j++
	}
	state := ""
	if j < len(c.items) && c.items[j].prep == "" && c.items[j].conj == "" {
		if s := c.items[j].is(senseNationality); s != nil {
			state = s.id
			j++
		} else if s := c.items[j].stateSense(); s != nil && full {
			state = s.id
			j++
		}
	}
	if state == "" {
		if !full || c.d.home == "" {
			return nil, 0
		}
		state = c.d.home
	}
	return c.d.known(c.w.ministry(p.id, state)), j - i
}

// stateBody reads a body that each state has one of, with its state: "the Sudanese army", "the parliament of Iraq".
func (c *chunker) stateBody(i int, class string) (*entity, int) {
	if !c.w.perState(class) || i+1 >= len(c.items) {
		return nil, 0
	}
	nx := &c.items[i+1]
	if nx.prep != "" || nx.conj != "" {
		return nil, 0
	}
	s := nx.is(senseNationality)
	if s == nil {
		s = nx.stateSense()
	}
	if s == nil {
		return nil, 0
	}
	return c.d.known(c.w.body(class, s.id)), 2
}

// openBody reads a body with a name that no list knows: quoted, or made of unknown words.
func (c *chunker) openBody(i int, class string) (*entity, int) {
	if !c.w.open(class) || i+1 >= len(c.items) {
		return nil, 0
	}
	j := i + 1
	if c.items[j].is(senseNationality) != nil && c.items[j].prep == "" && j+1 < len(c.items) {
		j++
	}
	from := j
	if c.items[j].punct(`"`) {
		for k := j + 1; k < len(c.items) && k <= j+6; k++ {
			if c.items[k].punct(`"`) && k > j+1 {
				return c.localOrg(class, i, k+1, j+1, k)
			}
		}
		return nil, 0
	}
	for j < len(c.items) && j < from+4 && c.orgWord(j) {
		j++
	}
	if j == from {
		return nil, 0
	}
	return c.localOrg(class, i, j, i, j)
}

func (c *chunker) orgWord(j int) bool {
	it := &c.items[j]
	return it.kind == text.Word && it.prep == "" && it.conj == "" && (it.unknown() || it.word("given") != nil && len(it.senses) == 1)
}

// localOrg makes the organization whose name proper is items [from, to); the chunk ends before item end.
func (c *chunker) localOrg(class string, i, end, from, to int) (*entity, int) {
	var words []string
	for k := from; k < to; k++ {
		for t := c.items[k].from; t < c.items[k].to; t++ {
			words = append(words, c.d.tokens[t].Norm)
		}
	}
	if from == i {
		words[0] = c.items[i].stem
	}
	name := c.d.cutAfter(c.items[i].from, c.items[to-1].to, &c.items[i].reading)
	if from != i {
		name = c.d.cut(c.items[from].from, c.items[to-1].to)
	}
	e := c.d.local("Organization", strings.Join(words, " "), name)
	e.kind = c.w.bodyKind(class)
	return e, end - i
}

// describedBody reads a committee, council or alliance with the words that tell which: definite nouns and adjectives after it, and
// what it is for. A definite head alone is the one that the article named before.
func (c *chunker) describedBody(i int, class string) (*entity, int) {
	it := &c.items[i]
	j, state := i+1, ""
	for j < len(c.items) && j < i+8 {
		nx := &c.items[j]
		if nx.kind != text.Word || nx.word("func", "verb") != nil && !nx.def || !c.definite(nx) || nx.conj != "" && j == i+1 {
			break
		}
		if nx.prep != "" && (j == i+1 && !it.def || nx.prep != c.w.purpose) {
			break
		}
		if s := nx.is(senseNationality); s != nil {
			state = s.id
		}
		j++
	}
	if j == i+1 {
		if e := c.shortBody(it); e != nil {
			return e, 1
		}
		return nil, 0
	}
	e, n := c.localOrg(class, i, j, i, j)
	e.nation = state
	return e, n
}

// definite tells whether a word is written with the article, alone or behind a preposition.
func (c *chunker) definite(it *item) bool {
	return it.def || strings.HasPrefix(it.stem, c.w.articleLetters)
}

// shortBody returns the organization of the article that a definite head alone refers to: "the committee".
func (c *chunker) shortBody(it *item) *entity {
	if !c.definite(it) {
		return nil
	}
	head := strings.TrimPrefix(it.stem, c.w.articleLetters)
	for k := len(c.d.entities) - 1; k >= 0; k-- {
		e := c.d.entities[k]
		if e.label != "Organization" || e.count == 0 {
			continue
		}
		for _, s := range e.surfaces {
			f := strings.TrimPrefix(c.d.eng.fold.Fold(s), c.w.articleLetters)
			if strings.HasPrefix(f, head+" ") {
				return e
			}
		}
	}
	return nil
}
