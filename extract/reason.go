package extract

import "mithaq/extract/lang"

// accused returns whom the verb of the clause accuses of the act at chunk k: "accused Iran of bombing ...". The act is then alleged.
func (d *document) accused(s *sentence, c *clause, k int) []*entity {
	if k <= c.verb || s.chunks[k].marker == "" || !d.verbIs(s, c, "accuse") {
		return nil
	}
	return d.reached(s, c, k, "accuse")
}

// judgedFor returns whom the verb of the clause praises or blames for the act at chunk k, where the noun or its pronoun shows that it
// is the object's: "thanked Qatar for its support of". A pronoun that fits the object is the object's.
func (d *document) judgedFor(s *sentence, c *clause, k int) []*entity {
	if c.verb < 0 || k <= c.verb || s.chunks[k].marker == "" && (s.chunks[k].conj == "" || s.chunks[k].poss == nil) || !tied(s, k) {
		return nil
	}
	for _, class := range d.eng.reasons {
		if !d.verbIs(s, c, class) {
			continue
		}
		a := d.reached(s, c, k, class)
		if len(a) != 1 || s.chunks[k].poss != nil && !d.possFits(s.chunks[k], a) {
			return nil
		}
		return a
	}
	return nil
}

// tied tells whether the noun at chunk k follows an actor directly.
func tied(s *sentence, k int) bool {
	j := k - 1
	if j >= 0 && s.chunks[j].kind == chunkPrep {
		j--
	}
	for j >= 0 && (s.chunks[j].kind == chunkWord && s.chunks[j].marker == "" || s.chunks[j].kind == chunkDate) {
		j--
	}
	return j >= 0 && (s.chunks[j].kind == chunkActor || s.chunks[j].kind == chunkRef)
}

// reached returns the object of the verb of the clause if it stands before chunk k.
func (d *document) reached(s *sentence, c *clause, k int, class string) []*entity {
	w := wordOf(s.chunks[c.verb], class)
	for _, f := range d.eng.frames[class] {
		if a, at := d.actObject(s, c, c.verb, w, f, c.subj); a != nil && at < k && !same(a, c.subj) {
			return a
		}
	}
	return nil
}

// wordOf returns the word of a class that a chunk may be.
func wordOf(ch *chunk, class string) *lang.Word {
	for _, w := range ch.triggers() {
		if w.Class == class {
			return w
		}
	}
	return ch.word
}
