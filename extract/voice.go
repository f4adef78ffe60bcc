package extract

import (
	"slices"

	"mithaq/extract/lang"
	"mithaq/graph"
)

// speaking returns the official who says of his own state that it praises, blames, asks for or refuses something: the act is then
// his as well. The act may stand in what he says ("said that Egypt condemns") or be what he expresses ("expressed Egypt's
// condemnation"). What a state does otherwise is not done by who says so.
func (d *document) speaking(s *sentence, c *clause, k int, f *lang.Frame, subj []*entity) *entity {
	if len(subj) != 1 || subj[0].label != graph.LabelState || !utters(f) {
		return nil
	}
	if k != c.verb && c.verb >= 0 && k > c.verb && tells(s.chunks[c.verb]) {
		if p := d.officialOf(c.subj, subj[0]); p != nil {
			return p
		}
	}
	if c.kind != clauseContent && c.kind != clauseCoord && c.kind != clausePart {
		return nil
	}
	for p := c.parent; p != nil; p = p.parent {
		if o := d.officialOf(p.subj, subj[0]); o != nil {
			return o
		}
	}
	return nil
}

// officialOf returns the single person or ministry that who is, if it is of the state.
func (d *document) officialOf(who []*entity, state *entity) *entity {
	if len(who) == 1 && (who[0].label == graph.LabelPerson || who[0].kind == "ministry") && d.stateOf(who[0]) == state {
		return who[0]
	}
	return nil
}

// utters tells whether the act of a frame is done by words: who speaks for his state does it too.
func utters(f *lang.Frame) bool {
	return slices.Contains([]string{"SUPPORTS", "CRITICIZES", "DEMANDS", "REJECTS", "THREATENS"}, f.Relation)
}
