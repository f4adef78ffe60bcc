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
		return c.localOrg(head.Class, i, k+1, j+1, k)
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
	if !b.described || head.Feat&lang.Plural != 0 {
		return nil, 0
	}
	r := bodyReader{c: c, i: i, j: i + 1, class: head.Class, def: c.definite(&c.items[i])}
	if c.items[i].to-c.items[i].from > 1 && c.items[i].word("body") == nil { // the name of another body begins it
		r.parts, r.weight = 1, 2
	}
	for r.j < len(c.items) && r.j < i+maxBody && r.part() {
	}
	if r.parts == 0 || b.open && r.weight < 2 {
		return nil, 0
	}
	e, n := c.localOrg(head.Class, i, r.j, i, r.j)
	e.nation = r.state
	for _, m := range r.leaders {
		c.d.relate(fact{typ: "MEMBER_OF", subj: m, obj: e, sent: c.s, from: c.items[i].from, to: c.items[i+n-1].to, rule: "members.lead"})
	}
	return e, n
}

// bodyReader walks over the words that describe a body.
type bodyReader struct {
	c       *chunker
	i, j    int
	class   string
	purpose bool // a part tells what it is for
	def     bool // the head has the article: adjectives follow; otherwise a noun
	parts   int
	weight  int // how much the parts say: a purpose or a name says more than an adjective
	state   string
	leaders []*entity // states that lead it: they are in it
}

// take makes n items part of the name.
func (r *bodyReader) take(n, weight int) bool {
	r.j += n
	r.parts++
	r.weight += weight
	return true
}

// part reads the next part of the name.
func (r *bodyReader) part() bool {
	c, it := r.c, &r.c.items[r.j]
	if it.kind != text.Word || r.parts > 0 && (c.dated(r.j) || c.orgWordAt(r.j, "org-stop")) {
		return false
	}
	if it.fn("org-rest") != nil {
		return r.take(1, 1)
	}
	if n := r.tail(); n > 0 {
		return r.take(n, 2)
	}
	if it.prep != "" {
		if nx := r.j + 1; it.prep == c.w.purpose && it.word("masdar") != nil && !c.definite(it) && r.parts > 0 && nx < len(c.items) && c.definite(&c.items[nx]) && c.items[nx].prep == "" && c.items[nx].conj == "" {
			r.purpose = true
			return r.take(2, 2) // "for the finding of facts"
		}
		if it.prep != c.w.purpose || !c.definite(it) || r.j == r.i+1 && !r.def || c.orgStrong(r.j) {
			return false
		}
		r.purpose = true
		return r.take(1, 2)
	}
	if s := it.is(senseNationality); s != nil && it.def {
		r.state = s.id
		if r.class == "alliance" {
			r.leaders = append(r.leaders, c.d.known(s.id))
		}
		return (it.conj == "" || r.parts > 0) && r.take(1, 1)
	}
	if r.parts == 0 && !r.def {
		return r.idafa(it)
	}
	return r.describes(it) && r.take(1, 1)
}

// describes tells whether a definite word goes on with the name: an adjective, or what "and" joins to the words before.
func (r *bodyReader) describes(it *item) bool {
	c := r.c
	if !c.definite(it) || it.word("func", "verb") != nil && !it.def || it.is(senseOffice) != nil || it.is(senseHonorific) != nil || it.is(senseName) != nil {
		return false
	}
	if it.conj != "" {
		return r.parts > 0 && it.word("body", "side") == nil
	}
	if it.word("side") != nil || it.word("body") != nil && r.begins() || r.verbal() {
		return false
	}
	if r.state != "" && !r.purpose { // the adjective of the state is the last
		return false
	}
	return !r.def || r.purpose || c.d.eng.feminine(c.items[r.i].stem) == c.d.eng.feminine(it.stem) || it.to-it.from > 1
}

// begins tells whether the head of a body inside the name begins a name of its own.
func (r *bodyReader) begins() bool {
	nx := r.j + 1
	return r.parts == 0 || nx < len(r.c.items) && r.c.items[nx].kind == text.Word && (r.c.definite(&r.c.items[nx]) || r.c.items[nx].stateSense() != nil)
}

// verbal tells whether the definite item is a verbal noun, which is no adjective: a new phrase begins with it.
func (r *bodyReader) verbal() bool {
	it := &r.c.items[r.j]
	return it.word("masdar", "event", "deal") != nil && it.word("agent", "patient") == nil && (r.def || r.parts > 1)
}

// idafa reads the noun that a head without article stands before: a definite noun, a place, a person, a state.
func (r *bodyReader) idafa(it *item) bool {
	c := r.c
	if it.conj != "" {
		return false
	}
	if it.is(senseName) != nil || it.is(senseGovernment) != nil {
		return r.class != "alliance" && r.class != "authority" && r.take(1, 2)
	}
	if !c.definite(it) || it.word("func") != nil || it.word("side", "ref") != nil || it.unknown() && it.norm == it.stem && c.clitic(it.norm, r.j) {
		return false
	}
	return r.take(1, 1)
}

// tail counts the items of a complement: against X, under the lead of X, concerned with X.
func (r *bodyReader) tail() int {
	c, it := r.c, &r.c.items[r.j]
	if r.j+1 >= len(c.items) {
		return 0
	}
	nx := &c.items[r.j+1]
	switch {
	case it.conj != "" || it.prep != "":
		return 0
	case it.fn("org-lead") != nil && r.class == "alliance" && nx.stateSense() != nil && nx.prep == "":
		n := 2
		r.leaders = append(r.leaders, c.d.known(nx.stateSense().id))
		for r.j+n < len(c.items) && c.items[r.j+n].conj != "" && c.items[r.j+n].stateSense() != nil {
			r.leaders = append(r.leaders, c.d.known(c.items[r.j+n].stateSense().id))
			n++
		}
		return n
	case r.class == "mission" && it.fn("prep") != nil && c.w.titlePrep(it.stem) && (nx.stateSense() != nil || c.orgStrong(r.j+1)):
		return 2
	case it.fn("org-against") != nil && r.parts > 0 && nx.kind == text.Word && nx.prep == "":
		return 2
	case c.orgWordAt(r.j, "org-field") && r.parts > 0 && nx.kind == text.Word && nx.prep != "":
		return 2
	case it.fn("org-about") != nil && r.parts > 0 && nx.kind == text.Word && nx.prep == "":
		return 2
	}
	return 0
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
	if !c.definite(it) || word.Feat&lang.Plural != 0 {
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
	if nx := i + 1; c.w.alone[word.Class] && it.to-it.from == 1 && c.d.home != "" && !(nx < len(c.items) && c.items[nx].kind == text.Word && c.definite(&c.items[nx]) && c.items[nx].prep == "" && c.items[nx].conj == "") {
		return c.d.known(c.w.body(word.Class, c.d.home)), 1
	}
	return nil, 0
}
