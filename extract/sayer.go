package extract

import (
	"strings"

	"mithaq/extract/lang"
)

// sayer returns who says what a clause says: the subject of the verb of saying that it hangs on, however many clauses lie between.
func (d *document) sayer(s *sentence, c *clause) []*entity {
	for q := c; q != nil; q = q.parent {
		p := q.parent
		if q.kind != clauseContent || p == nil {
			continue
		}
		if q.from > 0 && d.eng.unreal[s.chunks[q.from-1].class()] {
			return nil // "the necessity that"
		}
		if p.verb < 0 {
			if p.explicit && q.from > 1 && s.chunks[q.from-1].isPunct(":") && s.chunks[q.from-2].kind != chunkPunct {
				return p.subj // a headline: "X: ..."
			}
			continue
		}
		switch class := s.chunks[p.verb].word.Class; {
		case d.eng.speech[class]:
			return p.subj
		case d.eng.unreal[class]:
			return nil // what must be or is wanted
		}
	}
	if s.chunks[c.from].quoted && (c.verb < 0 || !tells(s.chunks[c.verb])) {
		return d.talk.speaker
	}
	return nil
}

// pronounOf returns whom the pronoun that opens what is said means where a relative clause says it of him.
func (d *document) pronounOf(s *sentence, c *clause) []*entity {
	if c.kind != clauseContent || c.parent == nil || !s.chunks[c.from].fn("pronoun-comp") {
		return nil
	}
	return d.saidOf(s, c.parent)
}

// calledOwn tells whether a clause calls a state "his country".
func (d *document) calledOwn(s *sentence, c *clause, state *entity) bool {
	for _, ch := range s.chunks[c.from:c.to] {
		if ch.kind != chunkRef || ch.word == nil || ch.word.POS != "kinref" || ch.word.Class != "country" {
			continue
		}
		if a, _ := d.resolve(ch, c); len(a) == 1 && a[0] == state {
			return true
		}
	}
	return false
}

// speaks tells whether an agreement is a text that may say something itself: "the resolution condemns".
func (c *chunk) speaks() bool {
	kind, _, _ := strings.Cut(c.class(), ":")
	return kind == "resolution" || kind == "declaration" || kind == "joint_statement"
}

// judgesDeals tells whether a verb has agreements and events as its object rather than as its subject: "supported a plan".
func (d *document) judgesDeals(v *chunk) bool {
	return d.framed(v, func(f *lang.Frame) bool { return judged(f) && bareFirst(f) })
}
