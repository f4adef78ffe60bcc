package extract

import (
	"strings"

	"mithaq/extract/lang"
	"mithaq/extract/text"
)

// maxBody is the number of items that the name of a body may have.
const maxBody = 10

// inQuotes tells whether item i stands alone between quotation marks.
func (c *chunker) inQuotes(i int) bool {
	return i > 0 && i+1 < len(c.items) && c.items[i-1].punct(`"`) && c.items[i+1].punct(`"`)
}

// toldTo returns the newspaper whose name stands alone in quotation marks behind the preposition of whom something is said to:
// "told "al-Riyadh" that".
func (c *chunker) toldTo(i int) *entity {
	it := &c.items[i]
	if !it.loosePrep || it.prep != c.w.purpose || !c.inQuotes(i) || !c.definite(it) {
		return nil
	}
	for k := len(c.out) - 1; k >= 0 && k >= len(c.out)-4; k-- {
		if w := c.out[k].word; w != nil && (w.Class == "say" || w.Class == "express") {
			name := c.d.cut(it.from, it.to)
			e := c.d.local("Organization", c.d.eng.fold.Words(name), name)
			e.kind = "media"
			return e
		}
	}
	return nil
}

// afterHead returns the item behind the head of a body at item i and an adjective of nationality.
func (c *chunker) afterHead(i int) int {
	j := i + 1
	if j < len(c.items) && c.items[j].is(senseNationality) != nil && c.items[j].prep == "" && c.items[j].conj == "" {
		j++
	}
	return j
}

// orgIn returns the organization that a single item may name, whatever a weak name needs: the head before it is enough.
func (c *chunker) orgIn(j int, kind string) *entity {
	it := &c.items[j]
	if it.prep != "" || it.conj != "" {
		return nil
	}
	for _, s := range it.senses {
		if s.kind == senseName && isOrg(s.id) && (kind == "" || alikeKinds(kind, c.w.kind(s.id))) {
			return c.d.known(s.id)
		}
	}
	return nil
}

// alikeKinds tells whether the head of a body fits the kind of a record.
func alikeKinds(head, record string) bool {
	switch {
	case head == record:
		return true
	case head == "armed_group" || head == "party":
		return record == "party" || record == "armed_group"
	case head == "ngo" || head == "igo" || head == "other":
		return record == "igo" || record == "ngo" || record == "other"
	}
	return false
}

// quotedBody reads a head with a name in quotation marks.
func (c *chunker) quotedBody(i int, head *lang.Word) (*entity, int) {
	if b := c.w.bodies[head.Class]; !b.open && !b.described {
		return nil, 0
	}
	j := c.afterHead(i)
	if j >= len(c.items) || !c.items[j].punct(`"`) {
		return nil, 0
	}
	for k := j + 1; k < len(c.items) && k <= j+6; k++ {
		if !c.items[k].punct(`"`) || k == j+1 {
			continue
		}
		if k == j+2 {
			if e := c.orgIn(j+1, ""); e != nil {
				return c.inner(e, j+1), k + 1 - i
			}
		}
		if c.definite(&c.items[i]) && c.items[j+1].word("body", "side") != nil && !c.definite(&c.items[j+1]) {
			return nil, 0 // what the body is called by somebody: the party "a banned organization"
		}
		e, n := c.localOrg(head.Class, i, k+1, j+1, k)
		e.mention(c.d.cut(c.items[j+1].from, c.items[k-1].to), c.s)
		e.count--
		return e, n
	}
	return nil, 0
}

// inner counts the name of e at item j, which the chunk holds together with its head.
func (c *chunker) inner(e *entity, j int) *entity {
	it := &c.items[j]
	e.mention(c.d.cutAfter(it.from, it.to, &it.reading), c.s)
	e.count--
	return e
}

// knownBody reads a head before a name that the gazetteer knows: "the newspaper X".
func (c *chunker) knownBody(i int, head *lang.Word) (*entity, int) {
	b := c.w.bodies[head.Class]
	if i+1 >= len(c.items) || !b.open && head.Class != "alliance" || c.definite(&c.items[i]) {
		return nil, 0
	}
	if e := c.orgIn(i+1, b.kind); e != nil {
		return c.inner(e, i+1), 2
	}
	return nil, 0
}

// openBody reads a body with a name that no list knows, made of unknown words.
func (c *chunker) openBody(i int, head *lang.Word) (*entity, int) {
	if !c.w.open(head.Class) || head.Feat&lang.Plural != 0 {
		return nil, 0
	}
	if c.definite(&c.items[i]) {
		return c.numbered(i, head)
	}
	from := c.afterHead(i)
	if from > i+1 && !c.items[i+1].def { // "a Russian newspaper"
		return nil, 0
	}
	j := from
	if j < len(c.items) && head.Class == "university" && c.items[j].is(senseHonorific) != nil && c.items[j].prep == "" { // "King Saud University"
		j++
	}
	for j < len(c.items) && j < from+4 && (c.orgWord(j) || j > from && c.items[j].kind == text.Number) {
		j++
	}
	if j == from || c.items[j-1].kind == text.Number && j == from+1 {
		return nil, 0
	}
	return c.localOrg(head.Class, i, j, i, j)
}

// numbered reads a definite head with its number: "Channel 12".
func (c *chunker) numbered(i int, head *lang.Word) (*entity, int) {
	if i+1 >= len(c.items) || head.Class != "media" {
		return nil, 0
	}
	it := &c.items[i+1]
	rest := strings.TrimPrefix(it.norm, c.w.articleLetters)
	if it.prep != "" || it.conj != "" || rest == "" || rest[0] < '0' || rest[0] > '9' {
		return nil, 0
	}
	return c.localOrg(head.Class, i, i+2, i, i+2)
}

func (c *chunker) orgWord(j int) bool {
	it := &c.items[j]
	return it.kind == text.Word && it.prep == "" && it.conj == "" &&
		(it.unknown() && !c.clitic(it.norm, j) || it.word("given") != nil && len(it.senses) == 1)
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
		if c.items[i].def {
			words[0] = c.w.articleLetters + words[0]
		}
	}
	fold := strings.Join(words, " ")
	for _, b := range c.d.bodies { // the short form of a body that the article also names in full
		if len(words) > 1 && strings.HasPrefix(b.full, fold+" ") {
			return c.d.known(b.id), end - i
		}
	}
	name := c.d.cutAfter(c.items[i].from, c.items[to-1].to, &c.items[i].reading)
	if from != i {
		name = c.d.cut(c.items[from].from, c.items[to-1].to)
	}
	e := c.d.local("Organization", fold, name)
	e.kind = c.w.bodyKind(class)
	return e, end - i
}

// describedBody reads a committee, council or alliance with the words that tell which: definite nouns and adjectives after it, what
// it is for, who leads it, where it works.
func (c *chunker) describedBody(i int, head *lang.Word) (*entity, int) {
	b := c.w.bodies[head.Class]
	if !b.described || head.Feat&lang.Plural != 0 || c.items[i].after != nil { // "its allies" name nobody
		return nil, 0
	}
	r := bodyReader{c: c, i: i, j: i + 1, class: head.Class, def: c.definite(&c.items[i])}
	if c.items[i].to-c.items[i].from > 1 && c.items[i].word("body") == nil { // the name of another body begins it
		r.parts, r.weight = 1, 2
	}
	for r.j < len(c.items) && r.j < i+maxBody && r.part() {
	}
	named := false
	for r.parts > 0 && b.open && r.j < len(c.items) && c.orgWord(r.j) && c.items[r.j].unknown() { // "the Greek shipping company Dynacom"
		named = r.take(1, 2)
	}
	light := b.open && r.weight < 2 && !(b.kind == "party" && !r.def) // a party is called by a noun alone
	if r.parts == 0 || light || b.kind == "company" && !named && !r.purpose {
		return nil, 0
	}
	e, n := c.localOrg(head.Class, i, r.j, i, r.j)
	e.nation = r.state
	if len(r.states) > 1 && r.class == "committee" {
		e.nation = ""
		for _, id := range r.states {
			c.d.joint[e] = append(c.d.joint[e], c.d.known(id))
		}
	}
	for _, m := range r.leaders {
		c.d.relate(fact{typ: "MEMBER_OF", subj: m, obj: e, sent: c.s, from: c.items[i].from, to: c.items[i+n-1].to, rule: "members.lead"})
	}
	return e, n
}

// orgWordAt tells whether item j is a word of the class that may stand in the name of a body.
func (c *chunker) orgWordAt(j int, class string) bool {
	it := &c.items[j]
	return it.kind == text.Word && it.prep == "" && it.conj == "" && c.w.orgWords[c.d.tokens[it.from].Norm] == class
}

// orgStrong tells whether an organization of its own is named at item j.
func (c *chunker) orgStrong(j int) bool {
	return c.items[j].first(func(s *sense) bool { return s.kind == senseName && isOrg(s.id) && s.weak == nil }) != nil
}

// definite tells whether a word is written with the article, alone or behind a preposition.
func (c *chunker) definite(it *item) bool {
	return it.def || strings.HasPrefix(it.stem, c.w.articleLetters)
}

// shortBody returns the organization that a definite head alone refers to: the one that the article named before, or, of the bodies
// of which each state has one, that of the state the article is about.
func (c *chunker) shortBody(i int, word *lang.Word) (*entity, int) {
	it := &c.items[i]
	whole := it.to-it.from > 1 && c.w.alone[word.Class] // "the presidency of the republic"
	if !c.definite(it) && !whole || word.Feat&lang.Plural != 0 {
		return nil, 0
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
				return e, 1
			}
		}
	}
	if nx := i + 1; c.w.alone[word.Class] && c.d.home != "" && !(nx < len(c.items) && c.items[nx].kind == text.Word && c.definite(&c.items[nx]) && c.items[nx].prep == "" && c.items[nx].conj == "") {
		return c.d.known(c.w.body(word.Class, c.d.home)), 1
	}
	return nil, 0
}
