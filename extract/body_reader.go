package extract

import (
	"mithaq/extract/lang"
	"mithaq/extract/text"
)

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
	states  []string  // of all adjectives
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
	if it.punct("-") {
		return r.joint()
	}
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
		return r.purposePart(it)
	}
	if s := it.is(senseNationality); s != nil && it.def {
		return r.ofState(it, s)
	}
	if r.parts == 0 && !r.def {
		return r.idafa(it)
	}
	return r.describes(it) && r.take(1, 1)
}

// joint reads the second of two adjectives of states that a hyphen joins: "the Algerian-Russian committee".
func (r *bodyReader) joint() bool {
	nx := r.j + 1
	if r.state == "" || nx >= len(r.c.items) || !r.c.items[nx].def || r.c.items[nx].prep != "" {
		return false
	}
	s := r.c.items[nx].is(senseNationality)
	if s == nil {
		return false
	}
	r.states = append(r.states, s.id)
	return r.take(2, 1)
}

// ofState reads the adjective of a state.
func (r *bodyReader) ofState(it *item, s *sense) bool {
	if it.conj != "" && r.parts == 0 {
		return false
	}
	r.state = s.id
	r.states = append(r.states, s.id)
	if r.class == "alliance" {
		r.leaders = append(r.leaders, r.c.d.known(s.id))
	}
	return r.take(1, 1)
}

// purposePart reads what a body is for, behind its preposition: "for the borders", "for the watching of the elections".
func (r *bodyReader) purposePart(it *item) bool {
	c, nx := r.c, r.j+1
	if it.prep != c.w.purpose || r.parts == 0 && r.class == "company" { // "the company for" is cut from a sentence
		return false
	}
	if it.word("masdar") != nil && !c.definite(it) && r.parts > 0 && nx < len(c.items) && c.definite(&c.items[nx]) && c.items[nx].prep == "" && c.items[nx].conj == "" {
		r.purpose = true
		return r.take(2, 2)
	}
	if !c.definite(it) || r.j == r.i+1 && !r.def || c.orgStrong(r.j) {
		return false
	}
	n, goal := 1, 0
	if it.to-it.from > 1 && it.word("masdar") != nil { // its preposition belongs to it
		goal = nx
	} else if nx < len(c.items) && c.items[nx].fn("org-goal") != nil {
		n, goal = 2, nx+1
	}
	if goal > 0 {
		more := c.goal(goal)
		if more == 0 {
			return false
		}
		n += more
	}
	r.purpose = true
	return r.take(n, 2)
}

// goal counts the items of the noun phrase at item j that ends what a body is for: a definite noun, with or without one before it.
func (c *chunker) goal(j int) int {
	for n := 0; n < 2 && j+n < len(c.items); n++ {
		it := &c.items[j+n]
		if it.kind != text.Word || it.prep != "" || it.conj != "" || it.after != nil || it.word("func") != nil {
			return 0
		}
		if c.definite(it) || it.is(senseName) != nil || it.to-it.from > 1 {
			return n + 1
		}
	}
	return 0
}

// describes tells whether a definite word goes on with the name: an adjective, or what "and" joins to the words before.
func (r *bodyReader) describes(it *item) bool {
	c := r.c
	if !c.definite(it) || it.word("func", "verb") != nil && !it.def || it.is(senseOffice) != nil || it.is(senseHonorific) != nil || it.is(senseName) != nil && it.is(senseName).weak == nil {
		return false
	}
	if it.conj != "" {
		plural := it.word("body") != nil && it.word("body").Feat&lang.Plural != 0
		return r.parts > 0 && it.word("side") == nil && (it.word("body") == nil || r.purpose && plural && it.def)
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
	if n := r.chain(); n > 0 {
		return r.take(n, 2)
	}
	if !c.definite(it) || it.word("func") != nil || it.word("side", "ref") != nil || it.unknown() && it.norm == it.stem && c.clitic(it.norm, r.j) {
		return false
	}
	return r.take(1, 1)
}

// chain counts nouns without the article up to the definite one that ends the genitive: "the authority for the growth of the exports of
// goods".
func (r *bodyReader) chain() int {
	c := r.c
	for n := 0; n < 3 && r.j+n < len(c.items); n++ {
		it := &c.items[r.j+n]
		if it.kind != text.Word || it.prep != "" || it.conj != "" || it.after != nil || it.to-it.from > 1 && !c.definite(it) {
			return 0
		}
		if c.definite(it) && it.is(senseNationality) == nil && it.word("func", "side", "ref") == nil && it.is(senseOffice) == nil && it.is(senseHonorific) == nil {
			if n == 0 {
				return 0
			}
			return n + 1
		}
		if it.word("func", "verb", "ref", "kinref", "side", "body") != nil || it.word("masdar", "common", "event", "deal") == nil && !it.unknown() || it.is(senseOffice) != nil {
			return 0
		}
	}
	return 0
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
	case it.fn("org-against") != nil && r.class != "party" && r.parts > 0 && nx.kind == text.Word && nx.prep == "":
		r.purpose = true
		if r.j+2 < len(c.items) && !c.definite(nx) && nx.is(senseName) == nil && c.definite(&c.items[r.j+2]) && c.items[r.j+2].prep == "" && c.items[r.j+2].conj == "" {
			return 3 // "against the laundering of money"
		}
		return 2
	case c.orgWordAt(r.j, "org-field") && r.parts > 0 && nx.kind == text.Word && nx.prep != "":
		return 2
	case it.fn("org-about") != nil && r.parts > 0 && nx.kind == text.Word && nx.prep == "":
		return 2
	}
	return 0
}
