package extract

import (
	"slices"
	"strings"

	"mithaq/extract/text"
)

// maxName is the number of words that the name of a person may have: five generations and a tribe.
const maxName = 7

// nameStart tells whether a person's name starts at item i.
func (c *chunker) nameStart(i int, afterTitle bool) bool {
	e, n := c.nameAt(i, afterTitle, nil)
	return e != nil && n > 0
}

// nameAt returns the person named at item i and the number of items of the name. After a title a name may be made of
// words that no list knows; elsewhere it starts with a given name.
func (c *chunker) nameAt(i int, afterTitle bool, t *title) (*entity, int) {
	defer func(old bool) { c.titled = old }(c.titled)
	c.titled = c.titled || afterTitle
	if i >= len(c.items) {
		return nil, 0
	}
	it := &c.items[i]
	if it.kind != text.Word || afterTitle && it.prep != "" {
		return nil, 0
	}
	if e, n := c.knownName(i, t); e != nil {
		return e, n
	}
	if it.word("func") != nil && !c.nameFunc(i, afterTitle) {
		return nil, 0
	}
	n := c.unknownLength(i, afterTitle)
	if e, m := c.calledName(i); e != nil && (m >= n || it.word("given") == nil || c.prefixed(i+m)) {
		return e, m
	}
	if n == 0 {
		return nil, 0
	}
	return c.newName(i, n, t)
}

// nameFunc tells whether the function word at item i is a name that is written like it.
func (c *chunker) nameFunc(i int, afterTitle bool) bool {
	it := &c.items[i]
	if c.sonAfter(i) {
		return true
	}
	if it.word("given") == nil {
		return afterTitle && it.fn("kin") != nil
	}
	switch c.spelled(it) {
	case spelledName:
		return true
	case spelledWord:
		return false
	}
	return afterTitle && (it.fn("adv") != nil || it.fn("kin") != nil || c.surelyName(i+1))
}

// newName returns the person whose name of n items at item i is none that the lists know as it stands.
func (c *chunker) newName(i, n int, t *title) (*entity, int) {
	it := &c.items[i]
	given := it.word("given") != nil
	if n == 1 && t == nil {
		return nil, 0
	}
	if n == 1 && given {
		name := c.nameFold(i, 1)
		if e := c.firstName(name, t); e != nil {
			return e, 1
		}
		if id := c.reigning(name, t); id != "" {
			return c.d.known(id), 1
		}
	}
	if t != nil && n > 1 {
		if id := c.respelled(i, n, t); id != "" {
			return c.d.known(id), n
		}
	}
	fold := c.nameFold(i, n)
	if e := c.d.sameName(fold); e != nil {
		return e, n
	}
	if n == 1 && (!given || c.w.weakGiven[it.stem]) { // one word that is no given name, and no full name in the article
		return nil, 0
	}
	if n == 1 && !c.pass2 { // a family name alone may be met in full later
		return nil, 0
	}
	name := c.d.cutAfter(c.items[i].from, c.items[i+n-1].to, &c.items[i].reading)
	return c.d.local("Person", fold, name), n
}

// knownName returns a person of the gazetteer named at i in full, or by a short name that fits the title.
func (c *chunker) knownName(i int, t *title) (*entity, int) {
	it := &c.items[i]
	var ids []string
	short := true
	for _, s := range it.senses {
		if s.kind == senseName && isPerson(s.id) && c.holds(s, i) {
			ids = append(ids, s.id)
			short = false
		}
	}
	if e, n := c.calledName(i); len(ids) == 0 && e != nil && it.word("func", "given") == nil {
		return e, n
	}
	if len(ids) == 0 && it.word("func") == nil {
		for _, s := range it.senses {
			if s.kind == senseFamily && c.holds(s, i) && (it.word("verb", "masdar", "agent", "patient") == nil || c.d.named(s.id) || t != nil && c.w.fits(s.id, t, c.d.day) > 3) {
				ids = append(ids, s.id)
			}
		}
	}
	if len(ids) == 0 {
		return nil, 0
	}
	n := 1 + c.extension(i+1)
	if short && n == 1 && (c.givenBefore(i) || (t != nil || it.word("given") != nil) && c.longer(i)) {
		return nil, 0
	}
	if short && n == 1 {
		if e, m := c.calledName(i); e != nil {
			return e, m
		}
	}
	id := c.w.choose(ids, t, c.d, short && n == 1)
	if id == "" || short && n > 1 {
		return nil, 0
	}
	return c.d.known(id), n
}

// givenBefore tells whether the word before i is a given name that no chunk has taken: "Ahmed" before a family name.
func (c *chunker) givenBefore(i int) bool {
	if i == 0 {
		return false
	}
	p := &c.items[i-1]
	return p.word("given") != nil && p.to == c.items[i].from
}

// extension counts the items from i that carry on a known name: "bin" and what follows it.
func (c *chunker) extension(i int) int {
	n := 0
	for i+n+1 < len(c.items) && c.items[i+n].fn("kin") != nil && c.items[i+n].prep == "" {
		if c.items[i+n+1].kind != text.Word {
			break
		}
		n += 2
		for i+n < len(c.items) && c.items[i+n].word("given") != nil && c.items[i+n].cost == 0 {
			n++
		}
	}
	return n
}

// calledName returns a person of this article who is called at i by a part of the full name.
func (c *chunker) calledName(i int) (*entity, int) {
	it := &c.items[i]
	if len(c.d.names) == 0 {
		return nil, 0
	}
	c.readings = c.lex.readings(it.norm, c.readings[:0])
	for _, r := range c.readings {
		if r.def || r.future {
			continue
		}
		for _, dn := range c.d.names[r.stem] {
			if c.follows(i, dn.words[1:]) {
				it.reading = r
				n := 1
				for k := i + 1; k < len(c.items) && c.items[k].from < it.from+len(dn.words); k++ {
					n++
				}
				return dn.ent, n
			}
		}
	}
	return nil, 0
}

func (c *chunker) follows(i int, words []string) bool {
	from := c.items[i].from
	for k, w := range words {
		if from+1+k >= len(c.d.tokens) || c.d.tokens[from+1+k].Norm != w {
			return false
		}
	}
	return true
}

// unknownLength counts the items from i that can be a name no list knows.
func (c *chunker) unknownLength(i int, afterTitle bool) int {
	it := &c.items[i]
	given := it.word("given") != nil || c.sonAfter(i)
	if !given && !(afterTitle && c.nameable(i)) && it.fn("kin") == nil {
		return 0
	}
	if it.fn("kin") != nil && !afterTitle {
		return 0
	}
	if !given && it.unknown() && strings.HasPrefix(it.norm, c.w.articleLetters) {
		return 0
	}
	if given && !afterTitle && c.w.weakGiven[it.stem] && !c.surelyName(i+1) {
		return 0
	}
	n := 1
	for i+n < len(c.items) && n < maxName {
		nx := &c.items[i+n]
		if nx.kind != text.Word {
			if nx.punct("-") && i+n+1 < len(c.items) && c.adjacent(i+n) && c.nameable(i+n+1) {
				n += 2
				continue
			}
			break
		}
		if nx.fn("kin") != nil && i+n+1 < len(c.items) && c.items[i+n+1].kind == text.Word {
			n += 2
			continue
		}
		if !c.nameable(i+n) && !c.origin(i, n) && !c.styled(i+n) {
			break
		}
		n++
	}
	if (n == 1 && given || n > 2 && c.items[i+n-2].fn("son") != nil) && afterTitle && c.surname(i+n) {
		n++
	}
	return n
}

func (c *chunker) nameFold(i, n int) string {
	var b strings.Builder
	for k := i; k < i+n; k++ {
		it := &c.items[k]
		if it.kind == text.Punct {
			continue
		}
		for t := it.from; t < it.to; t++ {
			if b.Len() > 0 {
				b.WriteByte(' ')
			}
			if t == c.items[i].from {
				b.WriteString(it.stem)
				continue
			}
			b.WriteString(c.d.tokens[t].Norm)
		}
	}
	return b.String()
}

// firstName returns the person of the article who has the given name and an office of the title's class: kings and emirs are
// called so.
func (c *chunker) firstName(given string, t *title) *entity {
	class := c.w.class(t.office())
	for _, e := range c.d.entities {
		if e.label != "Person" || !slices.Contains(e.titles, class) && !slices.Contains(e.titles, c.w.class(t.offices[0])) {
			continue
		}
		full := e.fold
		if full == "" {
			full = c.d.eng.fold.Words(e.nameAr)
		}
		if strings.HasPrefix(c.w.joinServant(full), c.w.joinServant(given)+" ") {
			return e
		}
	}
	return nil
}

// respelled returns the person of the gazetteer whose family name ends the name of n items and whose office is that of the title: the
// given name is spelled in a way that no list has, or names of the father stand between.
func (c *chunker) respelled(i, n int, t *title) string {
	best, score := "", 3
	father := n > 2 && c.items[i+n-2].fn("son") != nil // "X son of Y" is not Y
	for _, s := range c.items[i+n-1].senses {
		if s.kind != senseFamily && !(s.kind == senseName && isPerson(s.id)) {
			continue
		}
		if father && !c.sameGiven(s.id, c.nameFold(i, 1)) {
			continue
		}
		if x := c.w.fits(s.id, t, c.d.day); x > score || x == 3 && best == "" && c.sameGiven(s.id, c.nameFold(i, 1)) {
			best, score = s.id, max(x, score)
		}
	}
	return best
}

// sameGiven tells whether a person of the gazetteer has the given name.
func (c *chunker) sameGiven(id, given string) bool {
	r := c.w.g.Record(id)
	for _, n := range r.Names(c.d.eng.pack.Lang) {
		if strings.HasPrefix(c.w.joinServant(c.d.eng.fold.Words(n)), c.w.joinServant(given)+" ") {
			return true
		}
	}
	return false
}
