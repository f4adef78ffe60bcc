package extract

import (
	"slices"
	"strconv"
	"strings"

	"mithaq/extract/lang"
	"mithaq/graph"
)

// pairAct applies a frame whose noun tells of two parties at once: "cooperation between X and Y", "the Saudi-Russian
// partnership", "relations with Y", "cooperation between the two countries".
func (d *document) pairAct(s *sentence, c *clause, k int, f *lang.Frame) bool {
	t := d.readTail(s, c, k)
	who := d.sidesOf(slices.Concat(t.owners, t.with))
	var own []*entity
	if len(who) == 1 && (len(t.with) > 0 || s.chunks[k].poss != nil) {
		own = d.sidesOf(c.subj)
		if len(own) == 0 && !c.blocked {
			own = d.sidesOf(d.talk.speaker)
		}
		who = d.sidesOf(slices.Concat(own, who))
	}
	if len(who) == 0 && !c.blocked {
		who = d.sidesOf(c.subj) // "China and Russia affirmed their partnership"
	}
	if len(who) < 2 || len(who) > 2 && own == nil || f.Flag("furthered") != "" && !d.furthered(s, c, k, f) {
		return false
	}
	st, ok := d.status(s, c, k, f, false)
	u := d.unreal(s, c, k)
	if u == "reject" || u == "deny" || u == "oppose" || len(who) > 2 && (u != "" || who[len(who)-1].label != graph.LabelState) {
		return false // "refused any cooperation with"
	}
	if !ok {
		return false
	}
	last, found := who[len(who)-1], false
	for _, x := range who[:len(who)-1] { // "X and Y agreed on cooperation with Z"
		if fits(f.Relation, x, last) {
			d.relate(fact{typ: f.Relation, subj: x, obj: last, status: st, sent: s,
				from: s.chunks[c.from].from, to: max(t.end, s.chunks[c.to-1].to), rule: frameRule(f)})
			found = true
		}
	}
	return found
}

// sidesOf returns the states and organizations of actors; an official stands for the state.
func (d *document) sidesOf(list []*entity) []*entity {
	var out []*entity
	for _, e := range list {
		if e.label == graph.LabelPerson {
			if e = d.stateOf(e); e == nil {
				continue
			}
		}
		if (e.label == graph.LabelState || e.label == graph.LabelOrganization) && !slices.Contains(out, e) {
			out = append(out, e)
		}
	}
	return out
}

// furthered tells whether the noun at chunk k is something that the text strengthens or praises: "deepening the relations".
func (d *document) furthered(s *sentence, c *clause, k int, f *lang.Frame) bool {
	classes := strings.Split(f.Flag("furthered"), ",")
	for j := k - 1; j >= c.from && j >= k-6; j-- {
		for _, w := range s.chunks[j].triggers() {
			if slices.Contains(classes, w.Class) {
				return true
			}
			if w.Class == "cut" {
				return false // "supported the decision to cut the relations"
			}
		}
	}
	return false
}

// bothSides returns the two that "the two sides" means: those last named together, else the two states the article is about.
func (d *document) bothSides() []*entity {
	if d.talk.sides != nil {
		return d.talk.sides
	}
	var top [3]*entity
	for _, e := range d.entities {
		if e.label != graph.LabelState {
			continue
		}
		for i := range top {
			if top[i] == nil || e.count > top[i].count {
				copy(top[i+1:], top[i:])
				top[i] = e
				break
			}
		}
	}
	if top[1] == nil || top[1].count < 2 || top[2] != nil && top[2].count*2 > top[1].count {
		return nil
	}
	return []*entity{top[0], top[1]}
}

// ofStates returns the people last spoken of who belong to the states, or the states where none is known: "the Egyptian and Russian
// presidents".
func (d *document) ofStates(states []*entity) []*entity {
	var out []*entity
	for _, s := range states {
		who := s
		for _, p := range d.talk.people {
			if p.nation == s.id {
				who = p
			}
		}
		out = append(out, who)
	}
	return out
}

// meansPeople tells whether a reference means two people: "the two presidents".
func (c *chunk) meansPeople() bool {
	return c.word != nil && c.word.POS == "ref" && strings.HasPrefix(c.word.Class, "people")
}

// bothPeople returns whom "the two presidents" means: the two people last named together if they hold such an office, else those who
// are given it together somewhere in the article.
func (d *document) bothPeople(c *chunk) []*entity {
	_, class, _ := strings.Cut(c.word.Class, ":")
	holds := func(e *entity) bool { return slices.Contains(e.titles, class) }
	if class == "" || len(d.talk.people) == 2 && holds(d.talk.people[0]) && holds(d.talk.people[1]) {
		return d.talk.people
	}
	for _, s := range d.sents {
		for _, ch := range s.chunks {
			if ch.title != nil && ch.title.several && len(ch.actors) == 2 && holds(ch.actors[0]) && holds(ch.actors[1]) {
				return ch.actors
			}
		}
	}
	return d.talk.people
}

// meansStates tells whether a chunk refers to several states named before: "these states", "the three states".
func (c *chunk) meansStates() bool {
	return c.kind == chunkRef && c.word != nil && c.word.POS == "ref" && strings.HasPrefix(c.word.Class, "states")
}

// statesOf returns the states last named together, if they are as many as the chunk says.
func (d *document) statesOf(c *chunk) []*entity {
	_, number, counted := strings.Cut(c.word.Class, ":")
	if number == "members" {
		return d.membersOf(c)
	}
	if counted && number != strconv.Itoa(len(d.talk.group)) {
		return nil
	}
	return d.talk.group
}
