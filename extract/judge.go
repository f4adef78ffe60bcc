package extract

import (
	"slices"
	"strings"

	"mithaq/extract/lang"
	"mithaq/graph"
)

// A judgement is what somebody says of another in words that praise or blame: "said that the Russian attack is a crime" criticises, "said
// that Egypt's role is pivotal" supports, though neither sentence has a word of criticism or support. It takes a speaker, a word of the data
// (judge.txt) in what he says, and the other whose act or trait the word is: the subject of a verb ("violates"), the actor in the
// subject of a predicate ("X's policy is unjust"), or the doer of a deed named by a noun ("the crimes of X").

// judge notes the judgements of a clause.
func (d *document) judge(s *sentence, c *clause) {
	if len(d.eng.judging) == 0 || c.unsure {
		return
	}
	d.describes(s, c)
	who := d.sayer(s, c)
	if len(who) == 0 {
		return
	}
	for k := c.from; k < c.to; k++ {
		for _, w := range s.chunks[k].judging() {
			kind, form, _ := strings.Cut(w.Class, ".")
			target, denied := d.doneBy(s, c, k, form), k == c.verb && c.neg
			if target == nil {
				target, denied = d.predicated(s, c, k, form)
			}
			if denied {
				kind = denial[kind]
			}
			for _, a := range who {
				d.verdict(s, c, a, target, kind)
			}
		}
	}
}

// describes notes what the subject of a clause calls another: "described the stance of ... as unacceptable". What he calls him may stand in
// a clause of its own: "as being unacceptable".
func (d *document) describes(s *sentence, c *clause) {
	p := c
	if c.kind == clauseContent && c.parent != nil && s.chunks[c.from].fn("pronoun-comp") {
		p = c.parent
	}
	if p.verb < 0 || p.neg || !s.chunks[p.verb].judges("describe") {
		return
	}
	target, at := d.bareObject(s, p, p.verb, d.eng.judging[0], p.subj)
	if len(target) != 1 {
		return
	}
	for k := max(at+1, c.from); k < min(c.to, max(at+1, c.from)+judgeReach+1); k++ {
		if s.chunks[k].fn("neg") {
			return
		}
		for _, w := range s.chunks[k].judging() {
			if kind, form, _ := strings.Cut(w.Class, "."); form == "" || form == "deed" {
				for _, a := range p.subj {
					d.verdict(s, c, a, target[0], kind)
				}
			}
		}
	}
}

// denial tells what a verb that judges says where it is denied: "does not abide by" blames.
var denial = map[string]string{"good": "bad", "fair": "bad"}

// judging returns the words of a chunk that judge, one per kind.
func (c *chunk) judging() []*lang.Word {
	var out []*lang.Word
	for _, x := range c.senses {
		if x.kind == senseWord && x.word.POS == "judge" && !slices.ContainsFunc(out, func(w *lang.Word) bool { return w.Class == x.word.Class }) {
			out = append(out, x.word)
		}
	}
	return out
}

// verdict notes that a speaker judges another, unless the other is his own side or the speaker only reports.
func (d *document) verdict(s *sentence, c *clause, who, target *entity, kind string) {
	if target == nil || target == who || who.kind == "media" || d.calledOwn(s, c, target) || d.stateOf(who) == target || d.stateOf(target) == who || ownBody(who, target) {
		return
	}
	for _, f := range d.eng.judging {
		if f.Flag("judge") == kind && fits(f.Relation, who, target) {
			d.relate(fact{typ: f.Relation, subj: who, obj: target, status: graph.Asserted, sent: s,
				from: s.chunks[c.from].from, to: s.chunks[c.to-1].to, rule: frameRule(f)})
			return
		}
	}
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

// sayer returns who says what a clause says: the subject of the verb of saying that it hangs on, however many clauses lie between.
func (d *document) sayer(s *sentence, c *clause) []*entity {
	for q := c; q != nil; q = q.parent {
		p := q.parent
		if q.kind != clauseContent || p == nil {
			continue
		}
		if p.verb < 0 {
			if p.explicit && q.from > 0 && s.chunks[q.from-1].isPunct(":") {
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

// doneBy returns whose deed the word at chunk k is: the subject of a verb, the genitive or adjective of a noun, or the doer in its
// relative clause.
func (d *document) doneBy(s *sentence, c *clause, k int, form string) *entity {
	switch {
	case k == c.verb && len(c.subj) == 1:
		return c.subj[0]
	case form != "deed" && form != "force" || denied(s, k):
		return nil
	}
	if a, at := d.owner(s, c, k); len(a) == 1 && (form == "deed" || s.chunks[at].adj) {
		return a[0]
	}
	for j := k + 1; j < min(len(s.chunks), k+3); j++ {
		if s.chunks[j].fn("rel") {
			if a, _ := d.relDoer(s, c, j); len(a) == 1 {
				return a[0]
			}
			return nil
		}
		if s.chunks[j].kind != chunkWord || s.chunks[j].marker != "" || s.chunks[j].conj != "" {
			return nil
		}
	}
	return nil
}

// predicated returns the actor of whom the word at chunk k is said, and whether it is denied: he is the subject of the clause, or the subject
// is his. Between subject and predicate at most an actor has a preposition ("the agreement with ..."), and the predicate is indefinite, unless
// a pronoun or a verb stands between them.
func (d *document) predicated(s *sentence, c *clause, k int, form string) (a *entity, denied bool) {
	ch, linked := s.chunks[k], c.verb >= 0
	switch {
	case k == c.verb, ch.marker != "", form == "thing" && !linked:
		return nil, false
	case linked && (k < c.verb || k-c.verb > judgeReach || !s.chunks[c.verb].judges("link")):
		return nil, false
	}
	denied = c.neg
	said := linked
	for j := k - 1; j > max(c.verb, c.from); j-- {
		ch := s.chunks[j]
		switch {
		case ch.fn("neg"):
			denied = true
		case ch.fn("aux"), ch.fn("pronoun"):
			said = true
		case ch.fn("rel"), !said && ch.marker != "" && ch.kind != chunkActor:
			return nil, false
		}
	}
	if ch.def && !said {
		return nil, false
	}
	return d.spokenOf(s, c, k), denied
}

// judgeReach is how many chunks behind the verb of a clause its predicate may stand.
const judgeReach = 4

// judges tells whether a chunk has a word of a kind of judge.txt.
func (c *chunk) judges(kind string) bool {
	return slices.ContainsFunc(c.judging(), func(w *lang.Word) bool { return w.Class == kind })
}

// spokenOf returns the actor that the subject of a clause is or belongs to.
func (d *document) spokenOf(s *sentence, c *clause, end int) *entity {
	if c.explicit && len(c.subj) == 1 && !c.blocked {
		return c.subj[0]
	}
	if c.verb >= 0 {
		end = c.verb
	}
	for k := c.from; k < end; k++ {
		ch := s.chunks[k]
		if ch.marker != "" {
			return nil
		}
		if ch.happen != nil && ch.happen.label == graph.LabelAgreement {
			return ch.happen
		}
		if a, _ := d.resolve(ch, c.parent); len(a) == 1 {
			return a[0]
		}
	}
	return nil
}
