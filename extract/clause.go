package extract

import "mithaq/extract/lang"

// clauseKind tells how a clause hangs on what stands before it.
type clauseKind uint8

const (
	clauseMain    clauseKind = iota
	clauseCoord              // joined by "and", or a second verb
	clauseContent            // what is said, wanted or known: after "that"
	clauseRel                // who, which
	clauseSub                // while, when, if
	clausePart               // a participle that carries the subject on: "stressing", "calling on"
)

// clause is a stretch of chunks around one verb.
type clause struct {
	kind     clauseKind
	from, to int // chunks
	verb     int // chunk of the verb or participle; -1 in a clause without one
	parent   *clause
	subj     []*entity
	explicit bool // the subject stands in the clause
	attends  bool // the subject stands behind the meeting that he attends
	met      bool // its verb has told of a meeting
	blocked  bool // the subject is something that is no actor
	weak     bool // the subject is an unnamed part of a state
	bare     bool // a relative clause without a pronoun: "a decision condemning"
	cond     bool // a condition: nothing in it is said to be so
	neg      bool
	unsure   bool // a condition or a question: nothing is stated
	future   bool
	after    *lang.After // the pronoun written onto "that"
}

// clauses splits the chunks of a sentence.
func (d *document) clauses(s *sentence) []*clause {
	var out []*clause
	cur := &clause{verb: -1}
	start := func(kind clauseKind, at int, parent *clause) {
		cur.to = at
		if cur.to > cur.from {
			out = append(out, cur)
		}
		cur = &clause{kind: kind, from: at, verb: -1, parent: parent}
	}
	for i, c := range s.chunks {
		switch {
		case c.isPunct(".") || c.isPunct(";"):
			start(clauseMain, i+1, nil)
		case c.isPunct(":"):
			start(clauseContent, i+1, cur)
		case c.kind == chunkFunc && c.fn("comp"):
			p := cur
			if c.conj != "" {
				p = cur.beside()
			}
			start(clauseContent, i, p)
			cur.after = c.after
		case c.kind == chunkFunc && c.fn("rel"):
			start(clauseRel, i, cur)
		case c.kind == chunkFunc && c.fn("turn"):
			start(clauseMain, i, nil)
		case c.kind == chunkFunc && c.fn("cond"):
			start(clauseSub, i, cur)
			cur.cond = true
		case c.kind == chunkFunc && c.fn("also"):
			start(clauseCoord, i, cur)
		case c.kind == chunkFunc && c.fn("sub"):
			start(clauseSub, i, cur)
		case c.kind == chunkAgent && c.opens(i == 0 || s.chunks[i-1].isPunct(",")):
			start(clausePart, i, cur.telling(s))
			cur.verb = i
		case c.kind == chunkVerb:
			if s.asyndetic(i) {
				start(clauseRel, i, cur)
				cur.bare = true
			} else if c.conj != "" && i > cur.from || cur.verb >= 0 {
				start(clauseCoord, s.opening(i, cur), cur)
			}
			cur.verb = i
		}
	}
	start(clauseMain, len(s.chunks), nil)
	for _, c := range out {
		d.polarity(s, c)
	}
	return out
}

// beside returns the clause that a further content hangs on: "said that ... and that ...".
func (c *clause) beside() *clause {
	for p := c; p != nil; p = p.parent {
		if p.kind == clauseContent && p.parent != nil {
			return p.parent
		}
		if p.kind == clausePart || p.kind == clauseMain {
			break
		}
	}
	return c
}

// telling returns the clause that a participle behind c carries on: the nearest above it that says something, else the first.
func (c *clause) telling(s *sentence) *clause {
	p := c
	for p.parent != nil {
		if p.kind != clauseContent && p.kind != clauseRel && p.kind != clausePart && p.verb >= 0 && tells(s.chunks[p.verb]) {
			return p
		}
		p = p.parent
	}
	return p
}

func tells(v *chunk) bool { return v.word.Class == "say" || v.word.Class == "express" }

// opening returns where the clause of the verb at chunk i begins: with an actor right before it that stands after a comma or is
// joined by a conjunction, and so does not belong to what is said before.
func (s *sentence) opening(i int, cur *clause) int {
	j := i - 1
	if j > cur.from && j > cur.verb && (s.chunks[j].fn("neg") || s.chunks[j].fn("future")) {
		return j // "it did not pay, and did not ask"
	}
	if j <= cur.from || j <= cur.verb+1 {
		return i
	}
	ch := s.chunks[j]
	if (ch.kind == chunkActor || ch.kind == chunkRef) && ch.marker == "" && !ch.adj && s.chunks[i].conj == "" && (ch.conj != "" || s.chunks[j-1].kind == chunkPunct) {
		return j
	}
	return i
}

// asyndetic tells whether the verb at chunk i belongs to an indefinite noun right before it, as a relative clause without a pronoun.
func (s *sentence) asyndetic(i int) bool {
	v := s.chunks[i]
	if i == 0 || v.conj != "" || v.future || v.word.Feat&lang.Present == 0 && v.poss == nil || v.word.Feat&lang.First != 0 {
		return false
	}
	n := s.chunks[i-1]
	return !n.def && n.to == v.from && (n.kind == chunkWord && len(n.senses) > 0 || n.kind == chunkDeal || n.kind == chunkEvent) && n.conj == "" && i > 1
}

// opens tells whether a participle opens a clause: it is indefinite, governed by nothing and in the accusative, or after a
// comma where writing does not show the case.
func (c *chunk) opens(comma bool) bool {
	if c.def || c.prep != "" || c.word == nil || c.word.Class == "act" {
		return false
	}
	return c.word.Feat&lang.Accusative != 0 || comma && c.word.Feat&(lang.Feminine|lang.Plural|lang.Dual) != 0
}

// polarity notes negation and future of the clause's verb.
func (d *document) polarity(s *sentence, c *clause) {
	if c.verb < 0 {
		return
	}
	v := s.chunks[c.verb]
	c.future = v.future
	for k := c.verb - 1; k >= c.from && k >= c.verb-3; k-- {
		switch p := s.chunks[k]; {
		case p.fn("neg"):
			c.neg = true
		case p.fn("future"):
			c.future = true
		case p.fn("cond"):
			c.unsure = true
		}
	}
}

// prepare sets the marker of each chunk, joins coordinated actors and ties adjectives of states to unnamed groups.
func (d *document) prepare(s *sentence) {
	s.chunks = honoured(s.chunks)
	var out []*chunk
	for i, c := range s.chunks {
		c.marker = c.prep
		var last *chunk
		if len(out) > 0 {
			last = out[len(out)-1]
		}
		d.govern(c, last, out)
		if n := d.ofEach(out, c); n > 0 {
			out = out[:n]
			continue
		}
		if last != nil && coordinated(last, c, out) && !(last.isPunct(",") && out[len(out)-2].marker != "" && i+1 < len(s.chunks) && s.chunks[i+1].kind == chunkVerb) && !s.nextSubject(out, i) {
			if last.isPunct(",") {
				out = out[:len(out)-1]
				last = out[len(out)-1]
			}
			last.actors = append(last.actors, c.actors...)
			last.to = c.to
			continue
		}
		if last != nil && last.kind == chunkRef && last.title == nil && last.meansPeople() && c.kind == chunkActor && c.adj && c.prep == "" {
			last.actors, last.to = append(last.actors, c.actors...), c.to // "the Egyptian and Russian presidents"
			continue
		}
		if n := d.memberBody(out, c); n > 0 {
			out = out[:n]
			continue
		}
		if last != nil && c.kind == chunkActor && c.adj && last.kind == chunkWord && c.conj == "" && c.prep == "" && last.to == c.from && len(last.senses) == 0 {
			c.from, c.weak, c.adj = last.from, true, false
			c.reading, c.marker = last.reading, last.marker
			out[len(out)-1] = c
			continue
		}
		out = append(out, c)
	}
	s.chunks = out
}

// nextSubject tells whether the actor at chunk i, joined to the object of a verb whose subject stands before it, is the subject of the
// verb right behind: "Turkey criticizes Kenya, and Chad answers".
func (s *sentence) nextSubject(out []*chunk, i int) bool {
	n := len(out)
	if n < 3 || i+1 >= len(s.chunks) || len(out[n-1].actors) != 1 || out[n-2].kind != chunkVerb {
		return false
	}
	first, next := out[n-3], s.chunks[i+1]
	return (first.kind == chunkActor || first.kind == chunkRef) && first.marker == "" && !first.adj && next.kind == chunkVerb && next.conj == ""
}

// govern sets the marker of a chunk: the preposition that stands right before it, or before "each of".
func (d *document) govern(c, last *chunk, out []*chunk) {
	for n := len(out); n > 1 && last.quotes() && out[n-2].to == last.from; n-- {
		last = out[n-2] // the quotation mark stands between
	}
	if last != nil && last.kind == chunkPrep && d.eng.role(last.preposition()) == "source" {
		c.marker = last.preposition() // "according to the agency"
	} else if last != nil && last.kind == chunkPrep && c.prep == "" && c.kind != chunkPunct && c.kind != chunkFunc {
		c.marker = last.preposition()
	} else if last != nil && (last.fn("all") || last.fn("dem")) && c.prep == "" && c.kind != chunkFunc {
		c.marker = last.marker // "with each of X and Y", "of those acts"
		if n := len(out); n > 1 && last.marker == "" && out[n-2].kind == chunkPrep {
			c.marker = out[n-2].preposition()
		}
	}
}

// preposition returns the preposition that a chunk is, in full where it has several words: "by the hand of" is not "by".
func (c *chunk) preposition() string {
	if c.to-c.from > 1 && c.word != nil {
		return c.word.Form
	}
	return c.stem
}

// coordinated tells whether c goes on a list of actors that ends at last.
func coordinated(last, c *chunk, out []*chunk) bool {
	if c.kind != chunkActor || c.adj {
		return false
	}
	prev := last
	comma := last.isPunct(",")
	if comma {
		if len(out) < 2 || c.conj == "" && c.title != nil {
			return false
		}
		prev = out[len(out)-2]
	}
	if prev.kind != chunkActor || prev.adj || prev.place != c.place {
		return false
	}
	if c.conj == "" && (!comma || prev.actors[len(prev.actors)-1].label != c.actors[0].label) {
		return false
	}
	return c.prep == "" || c.prep == prev.marker
}
