package extract

import (
	"slices"

	"mithaq/extract/lang"
	"mithaq/graph"
)

// possessor returns whom the pronoun on an event or agreement means.
func (d *document) possessor(s *sentence, c *clause, ch *chunk, t *tail) []*entity {
	if ch.poss.Feat&lang.Dual != 0 {
		return d.theTwo(c)
	}
	for p := c; p != nil; p = p.parent {
		if len(reporters(p.subj)) == 0 && len(p.subj) > 0 && d.possFits(ch, p.subj) && len(minus(p.subj, t.owners)) > 0 {
			return p.subj
		}
	}
	if d.possFits(ch, d.talk.speaker) {
		return d.talk.speaker
	}
	return d.nearest(s, ch)
}

// theTwo returns whom "they two" means in a clause.
func (d *document) theTwo(c *clause) []*entity {
	if len(c.subj) == 2 {
		return c.subj
	}
	if len(d.talk.people) == 2 {
		return d.talk.people
	}
	return d.talk.sides
}

// possFits tells whether a pronoun may mean these actors.
func (d *document) possFits(ch *chunk, a []*entity) bool {
	f := ch.poss.Feat
	if len(a) == 0 || f&lang.First != 0 {
		return len(a) > 0
	}
	if f&lang.Plural != 0 && f&lang.Singular == 0 && isBody(a[0]) {
		return true // "the leaders of the organization ... their summit"
	}
	if len(a) > 1 {
		return f&lang.Plural != 0 || f&(lang.Singular|lang.Plural) == 0
	}
	return f&(lang.Masculine|lang.Feminine) == 0 || f&d.genderOf(a[0]) != 0
}

// nearest returns the last person named in the sentence before a chunk whom its pronoun fits.
func (d *document) nearest(s *sentence, ch *chunk) []*entity {
	at := slices.Index(s.chunks, ch)
	for j := at - 1; j >= 0; j-- {
		if p := s.chunks[j]; p.kind == chunkActor && !p.adj && p.actors[0].label == graph.LabelPerson && (ch.poss == nil || d.possFits(ch, p.actors[:1])) {
			return p.actors[:1]
		}
	}
	return nil
}
