package extract

import (
	"slices"

	"mithaq/extract/lang"
	"mithaq/extract/text"
)

// actNotes shows each word of an act, whether or not its ends are known: the relation that it would give, how sure the text is of it, in
// what clause it stands. Where an act is missed, this tells whether its word was read; where ends have no name, it is all that is told.
func (d *document) actNotes() []Note {
	var out []Note
	for _, s := range d.sents {
		for _, c := range s.clauses {
			for k := c.from; k < c.to; k++ {
				out = append(out, d.actsAt(s, c, k)...)
			}
		}
	}
	return out
}

// actsAt shows the acts that the chunk at k may tell, one a relation.
func (d *document) actsAt(s *sentence, c *clause, k int) []Note {
	ch := s.chunks[k]
	if ch.word == nil || ch.kind == chunkActor {
		return nil
	}
	var out []Note
	var seen []string
	for _, w := range ch.triggers() {
		for _, f := range d.eng.frames[w.Class] {
			if slices.Contains(seen, f.Relation) || !d.mayTell(s, c, k, w, f) {
				continue
			}
			seen = append(seen, f.Relation)
			n := note("sentence", s.n, "relation", f.Relation, "class", w.Class, "word", d.cut(ch.from, ch.to), "told", d.toldAs(s, c, k, f))
			if k == c.verb {
				n = n.with("verb", "yes")
			}
			if d.counts(s) {
				n = n.with("number", "yes")
			}
			out = append(out, n.with("clause", clauseKinds[c.kind]).with("behind", ch.marker).with("subject", captions(c.subj)))
		}
	}
	return out
}

// counts tells whether a number stands in a sentence: how many were hurt, or sent.
func (d *document) counts(s *sentence) bool {
	return slices.ContainsFunc(d.tokens[s.from:s.to], func(t text.Token) bool { return t.Kind == text.Number })
}

// mayTell tells whether a frame may be applied to the word of the chunk at k, whoever the actors are.
func (d *document) mayTell(s *sentence, c *clause, k int, w *lang.Word, f *lang.Frame) bool {
	ch := s.chunks[k]
	if !d.accompanied(s, c, k, f) || w.POS == "masdar" && denied(s, k) {
		return false
	}
	return w.POS != "agent" || k == c.verb || ch.def || predicate(s, c, k)
}

// toldAs is how the text tells the act at chunk k: asserted, planned, denied, or unreal where it is only wanted, asked, refused or a
// condition.
func (d *document) toldAs(s *sentence, c *clause, k int, f *lang.Frame) string {
	st, ok := d.status(s, c, k, f, false)
	switch {
	case c.neg:
		return "denied"
	case !ok || c.cond || c.unsure || k != c.verb && d.unreal(s, c, k) != "":
		return "unreal"
	}
	return string(st)
}
