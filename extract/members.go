package extract

// memberships notes the members of a body that a sentence lists: "the group comprises A, B and C".
func (d *document) memberships(s *sentence) {
	var org *entity
	for i := 0; i < len(s.chunks); i++ {
		c := s.chunks[i]
		if e := bodyOf(c); e != nil {
			org = e
		}
		if !c.fn("comprises") && !c.fn("members") {
			continue
		}
		body, at := org, i+1
		if at < len(s.chunks) && c.fn("comprises") {
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
		for _, a := range c.subj {
			if org != nil && fits("MEMBER_OF", a, org) {
				d.relate(fact{typ: "MEMBER_OF", subj: a, obj: org, sent: s, from: s.chunks[c.from].from, to: ch.to, rule: "title.member"})
			}
		}
	}
}
