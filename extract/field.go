package extract

import (
	"slices"

	"mithaq/extract/lang"
	"mithaq/graph"
)

// cooperation is the relation whose fields an article names apart from its sides.
const cooperation = "COOPERATES_WITH"

// finishFields gives the fields of cooperation that an article names to the cooperation it tells of, if that is the only one: "to widen
// cooperation in energy and transport" says whose it is only by what stands around it.
func (d *document) finishFields() {
	var only *fact
	for _, f := range d.facts {
		if f.typ != cooperation || f.status != graph.Asserted {
			continue
		}
		if only != nil {
			return
		}
		only = f
	}
	if only == nil {
		return
	}
	for _, s := range d.sents {
		if d.namesOthers(s, only) {
			continue
		}
		for _, c := range s.clauses {
			if !only.ofSides(c) {
				continue
			}
			for at := c.from; at < c.to; at++ {
				if d.cooperates(s.chunks[at]) {
					only.addTopics(d.topicsIn(s.chunks[at].from, s.chunks[c.to-1].to))
					break
				}
			}
		}
	}
}

// cooperates tells whether a chunk is a word of cooperation.
func (d *document) cooperates(ch *chunk) bool {
	if ch.word == nil {
		return false
	}
	frames := d.eng.frames[ch.word.Class]
	return slices.ContainsFunc(frames, func(f *lang.Frame) bool { return f.Relation == cooperation })
}

// namesOthers tells whether a sentence names an actor who belongs to neither side.
func (d *document) namesOthers(s *sentence, f *fact) bool {
	for _, ch := range s.chunks {
		for _, e := range ch.actors {
			if e.label != graph.LabelPlace && !f.sideOf(e) {
				return true
			}
		}
	}
	return false
}

// ofSides tells whether those who speak or act in a clause are of the two sides.
func (f *fact) ofSides(c *clause) bool {
	for ; c != nil; c = c.parent {
		if len(c.subj) > 0 {
			return !slices.ContainsFunc(c.subj, func(e *entity) bool { return !f.sideOf(e) })
		}
	}
	return false
}

// sideOf tells whether an actor is one of the two ends or belongs to one.
func (f *fact) sideOf(e *entity) bool {
	return e == f.subj || e == f.obj || e.nation != "" && (e.nation == f.subj.id || e.nation == f.obj.id)
}

func (f *fact) addTopics(topics []string) {
	for _, t := range topics {
		if !slices.Contains(f.topics, t) {
			f.topics = append(f.topics, t)
		}
	}
}
