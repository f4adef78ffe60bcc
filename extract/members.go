package extract

import (
	"strings"

	"mithaq/extract/lang"
)

// memberships notes the members of a body that a sentence lists: "the group comprises A, B and C".
func (d *document) memberships(s *sentence) {
	var org *entity
	for i := 0; i < len(s.chunks); i++ {
		c := s.chunks[i]
		if e := bodyOf(c); e != nil {
			org = e
		}
		split := d.parted(s.chunks, i)
		if !c.fn("comprises") && !c.fn("members") && !split {
			continue
		}
		body, at := org, i+1
		if at < len(s.chunks) && !c.fn("members") {
			if e := bodyOf(s.chunks[at]); e != nil { // "comprises the group": the verb stands first
				body = e
			}
		}
		if body == nil && d.lastOrg != nil {
			body = d.lastOrg
		}
		for at < len(s.chunks) && at < i+maxBody && !isMember(s.chunks[at]) {
			at++
		}
		list, _ := memberList(s.chunks, at)
		if body != nil && len(list) > 1 {
			d.addMembers(body, list, s, c.from, s.chunks[at].to, "members.list")
		}
	}
	if org != nil {
		d.lastOrg = org
	}
}

// parted tells whether chunk i begins "consists [the group] of": the preposition stands apart.
func (d *document) parted(chunks []*chunk, i int) bool {
	words := d.eng.world.orgWords
	if words[chunks[i].stem] != "comprises-of" && words[strings.TrimPrefix(chunks[i].stem, d.eng.world.and)] != "comprises-of" {
		return false
	}
	for k := i + 1; k < len(chunks) && k <= i+3; k++ {
		if words[chunks[k].stem] == "comprises-prep" {
			return true
		}
	}
	return false
}

// joined notes who joined the body spoken of where the sentence does not name it, and who followed: "In 1999 Hungary joined, then in
// 2004 Bulgaria and Romania".
func (d *document) joined(s *sentence) {
	joined := false
	for i := 0; i < len(s.chunks); i++ {
		c := s.chunks[i]
		if c.kind == chunkVerb && c.word.Class == "join" && c.word.Feat&lang.Past != 0 {
			if c.neg {
				return
			}
			joined = true
		}
		if !isMember(c) || c.marker != "" || !joined {
			continue
		}
		list, end := memberList(s.chunks, i)
		if after := bodyAfter(s.chunks, end); after != nil || d.lastOrg == nil {
			return
		}
		if dated(s.chunks, i, end) {
			d.addMembers(d.lastOrg, list, s, s.chunks[i].from, s.chunks[end-1].to, "members.joined")
		}
		i = end - 1
	}
}

// bodyAfter returns the organization named within a few chunks from i.
func bodyAfter(chunks []*chunk, i int) *entity {
	for k := i; k < len(chunks) && k < i+4; k++ {
		if e := bodyOf(chunks[k]); e != nil {
			return e
		}
	}
	return nil
}

// dated tells whether a date stands just before or behind chunks [i, end).
func dated(chunks []*chunk, i, end int) bool {
	for k := max(i-3, 0); k < i; k++ {
		if chunks[k].kind == chunkDate {
			return true
		}
	}
	return end < len(chunks) && chunks[end].kind == chunkDate
}

// bracketed notes the members in a bracket behind the name of a body.
func (d *document) bracketed(s *sentence) {
	for i := 0; i+2 < len(s.chunks); i++ {
		body := bodyOf(s.chunks[i])
		if body == nil || !s.chunks[i+1].isPunct("(") {
			continue
		}
		list, end := memberList(s.chunks, i+2)
		if len(list) > 1 && end < len(s.chunks) && s.chunks[end].isPunct(")") {
			d.addMembers(body, list, s, s.chunks[i].from, s.chunks[end].to, "members.bracket")
		}
	}
}

func (d *document) addMembers(body *entity, list []*entity, s *sentence, from, to int, rule string) {
	for _, e := range list {
		d.relate(fact{typ: "MEMBER_OF", subj: e, obj: body, sent: s, from: from, to: to, rule: rule})
	}
}

// bodyOf returns the organization of states that a chunk names.
func bodyOf(c *chunk) *entity {
	if c.kind == chunkRef && c.title != nil && len(c.title.orgs) == 1 { // "the ministers of the group"
		return c.title.orgs[0]
	}
	if c.kind != chunkActor || len(c.actors) != 1 || c.actors[0].label != "Organization" {
		return nil
	}
	switch c.actors[0].kind {
	case "igo", "bank", "other", "parliament":
		return c.actors[0]
	}
	return nil
}

func isMember(c *chunk) bool {
	return c.kind == chunkActor && !c.adj && len(c.actors) > 0 && c.actors[0].label == "State"
}

// memberList collects the states from chunk i that stand side by side, and returns the chunk behind them.
func memberList(chunks []*chunk, i int) ([]*entity, int) {
	var list []*entity
	for i < len(chunks) && isMember(chunks[i]) {
		list = append(list, chunks[i].actors...)
		i++
		if i+1 < len(chunks) && chunks[i].isPunct(",") && isMember(chunks[i+1]) {
			i++
		} else if i < len(chunks) && chunks[i].conj == "" {
			break
		}
	}
	return list, i
}

// membership reads "X is a member of ORG": a title that says no more than membership, of the subject of the clause.
func (d *document) membership(s *sentence, c *clause) {
	for k := c.from; k < c.to; k++ {
		ch := s.chunks[k]
		if ch.kind != chunkRef || ch.title == nil || ch.marker != "" || !d.eng.world.memberOnly(ch.title.offices) {
			continue
		}
		org := ch.title.target(d.eng.world)
		who := c.subj
		if a := oneOf(s.chunks, k); a != nil {
			who = a
		} else if ch.title.several && k > c.from && s.chunks[k-1].kind == chunkWord {
			continue // "the member states of": somebody else is described
		}
		for _, a := range who {
			if org != nil && fits("MEMBER_OF", a, org) {
				d.relate(fact{typ: "MEMBER_OF", subj: a, obj: org, sent: s, from: s.chunks[c.from].from, to: ch.to, rule: "title.member"})
			}
		}
	}
}

// oneOf returns the actor right before a title of membership, over a word such as "one of".
func oneOf(chunks []*chunk, k int) []*entity {
	for n := 1; n <= 2 && k-n >= 0; n++ {
		switch p := chunks[k-n]; {
		case p.kind == chunkActor && !p.adj && len(p.actors) == 1:
			return p.actors
		case p.kind != chunkWord && p.kind != chunkFunc:
			return nil
		}
	}
	return nil
}

// partOf reads "X is a part of the coalition": the subject of the clause is in it.
func (d *document) partOf(s *sentence, c *clause) {
	for k := c.from; k+2 < c.to; k++ {
		if d.eng.world.orgWords[s.chunks[k].stem] != "part-of" || s.chunks[k].marker != "" || d.eng.world.orgWords[s.chunks[k+1].stem] != "comprises-prep" {
			continue
		}
		org := bodyOf(s.chunks[k+2])
		for _, a := range c.subj {
			if org != nil && fits("MEMBER_OF", a, org) {
				d.relate(fact{typ: "MEMBER_OF", subj: a, obj: org, sent: s, from: s.chunks[c.from].from, to: s.chunks[k+2].to, rule: "members.part"})
			}
		}
	}
}
