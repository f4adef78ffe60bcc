package extract

import (
	"slices"

	"mithaq/extract/lang"
)

// answerReach is how many sentences back an act may stand that another is an answer to.
const answerReach = 4

// answered returns whose words are refused where only their noun is repeated: "denied these accusations", "rejects the demands". They
// are the last ones told of that were directed at the subject or at his state.
func (d *document) answered(s *sentence, c *clause, k int, f *lang.Frame, subj []*entity) ([]*entity, int) {
	if f.Relation != "REJECTS" || len(subj) == 0 {
		return nil, k
	}
	for j := k + 1; j < c.to && j <= k+5; j++ {
		ch := s.chunks[j]
		switch {
		case ch.kind == chunkNoun && (d.hasArticle(ch) || s.chunks[j-1].fn("dem")) && ch.conj == "" && placed(ch, f):
			return d.lastAct(s, ch, subj), j
		case ch.kind == chunkNoun && !placed(ch, f), ch.kind == chunkVerb, ch.fn("comp"), ch.fn("rel"), ch.isPunct("."):
			return nil, k
		}
	}
	return nil, k
}

// placed tells whether a chunk stands in one of the places where a frame has its object.
func placed(ch *chunk, f *lang.Frame) bool {
	return ch.marker == "" && slices.Contains(f.Object, "bare") || slices.Contains(f.Object, ch.marker)
}

// lastAct returns the doer of the last act named like the noun that was directed at one of those who answer it or at their state.
func (d *document) lastAct(s *sentence, noun *chunk, answering []*entity) []*entity {
	hit := d.sidesOf(answering)
	for i := len(d.facts) - 1; i >= 0; i-- {
		p := d.facts[i]
		if p.sent == nil || s.n-p.sent.n > answerReach || !worded(p.typ) || !d.namesAct(noun, p.typ) {
			continue
		}
		if (slices.Contains(answering, p.obj) || slices.Contains(hit, p.obj)) && !slices.Contains(answering, p.subj) && !slices.Contains(hit, p.subj) {
			return []*entity{p.subj}
		}
	}
	return nil
}

// namesAct tells whether a noun names acts of a relation; claims are accusations.
func (d *document) namesAct(noun *chunk, relation string) bool {
	return relation == "CRITICIZES" && noun.ofClass("claim") || d.framed(noun, func(f *lang.Frame) bool { return f.Relation == relation })
}

// worded tells whether acts of a relation are done by words alone, which can be denied.
func worded(relation string) bool {
	return relation == "CRITICIZES" || relation == "DEMANDS" || relation == "THREATENS"
}

// threatened returns whom a clause behind the verb says something will happen to, where a frame has its object there: "vowed that X
// will be punished".
func (d *document) threatened(s *sentence, c *clause, k int, f *lang.Frame) ([]*entity, int) {
	if k != c.verb || c.to+1 >= len(s.chunks) || !s.chunks[c.to].fn("comp") || s.chunks[c.to].conj != "" {
		return nil, k
	}
	for j := c.to + 1; j < len(s.chunks) && j <= c.to+3; j++ {
		ch := s.chunks[j]
		if ch.quotes() {
			continue
		}
		if ch.marker != "" || ch.adj {
			return nil, k
		}
		a, _ := d.resolve(ch, c)
		return a, j
	}
	return nil, k
}
