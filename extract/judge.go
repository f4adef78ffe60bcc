package extract

import (
	"slices"

	"mithaq/graph"
)

// judge reads what a speaker thinks of another from the words of what he says: "said that the Russian attack is a crime" criticises,
// "said that Egypt's role is pivotal" supports. The other is the actor in the subject of the clause, the judgement a word of the data.
func (d *document) judge(s *sentence, c *clause) {
	if c.kind != clauseContent && c.kind != clauseCoord || c.neg {
		return
	}
	who := d.voice(c)
	if len(who) != 1 || same(who, c.subj) && c.explicit {
		return
	}
	target := d.judged(s, c)
	if target == nil || target == who[0] || d.stateOf(who[0]) == target || ownBody(who[0], target) {
		return
	}
	for _, f := range d.eng.judging {
		if at := d.judgement(s, c, f.Flag("judge")); at >= 0 && fits(f.Relation, who[0], target) {
			d.relate(fact{typ: f.Relation, subj: who[0], obj: target, status: graph.Asserted, sent: s,
				from: s.chunks[c.from].from, to: s.chunks[c.to-1].to, rule: frameRule(f)})
			return
		}
	}
}

// judged returns the actor that the subject of a clause is or belongs to.
func (d *document) judged(s *sentence, c *clause) *entity {
	if c.explicit && len(c.subj) == 1 && !c.blocked {
		return c.subj[0]
	}
	end := c.verb
	if end < 0 {
		end = min(c.to, c.from+5)
	}
	for k := c.from; k < end; k++ {
		ch := s.chunks[k]
		if ch.marker != "" {
			return nil
		}
		if a, _ := d.resolve(ch, c.parent); len(a) == 1 {
			return a[0]
		}
	}
	return nil
}

// judgeReach is how many chunks behind the verb or subject of a clause its predicate may stand.
const judgeReach = 4

// judgement returns the chunk of the predicate with a word of the kind, or -1. What stands behind a preposition is no predicate.
func (d *document) judgement(s *sentence, c *clause, kind string) int {
	start := c.verb
	if start < 0 {
		for start = c.from; start < c.to && s.chunks[start].kind != chunkActor; start++ {
		}
	}
	for k := max(start, c.from); k < min(c.to, start+judgeReach+1); k++ {
		if s.chunks[k].marker != "" {
			continue
		}
		if slices.ContainsFunc(s.chunks[k].senses, func(x *sense) bool {
			return x.kind == senseWord && x.word.POS == "judge" && x.word.Class == kind
		}) {
			return k
		}
	}
	return -1
}
