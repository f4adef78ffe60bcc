package extract

import "mithaq/extract/gazetteer"

// leads tells whether a person heads the state of a title on the day of the article, and has never held the first office of the
// title: behind "the envoy of the American president" such a name is that of the president.
func (c *chunker) leads(t *title, e *entity) bool {
	class := c.w.class(t.offices[0])
	if t.several || t.former || len(t.orgs) > 0 || len(t.states) != 1 || len(t.also) > 0 || !c.w.underling[class] || e == nil || e.id == "" {
		return false
	}
	r := c.w.g.Record(e.id)
	if r == nil || r.Leader == nil {
		return false
	}
	found := false
	for _, term := range r.Leader.Terms {
		found = found || term.Of == t.states[0].id && runs(&term, c.d.day) && heads(c.w.class(term.Office))
		if term.Office == t.offices[0] {
			return false
		}
	}
	return found && c.servesOffice(t)
}

func heads(class string) bool { return class == "head_of_state" || class == "head_of_government" }

func runs(term *gazetteer.Term, day string) bool {
	return day == "" || term.From <= day && (term.To == "" || day < term.To)
}

// servesOffice tells whether the words of a title name the office of the leader behind the first, without "and", or the first is the
// only one and includes it: "vice-chancellor".
func (c *chunker) servesOffice(t *title) bool {
	if len(t.offices) == 1 {
		return c.w.class(t.offices[0]) != "official" // "adviser" is the word for a chancellor, too
	}
	return len(t.offices) == 2 && heads(c.w.class(t.offices[1])) && c.leaderAt(t) > 0
}

// leaderAt returns the item of a title at which the office of the leader begins, 0 if "and" or nothing stands before it.
func (c *chunker) leaderAt(t *title) int {
	for j := range c.items {
		it := &c.items[j]
		if it.from <= t.from || it.to > t.to {
			continue
		}
		if it.conj != "" {
			return 0
		}
		if o := it.is(senseOffice); o != nil && o.id == t.offices[1] {
			return j
		}
	}
	return 0
}

// serving reads a title of somebody who serves the leader named behind it, at items [at, at+n): the leader holds his own office, and the
// name behind the country to which the other is sent is that of the other. It returns the item after all.
func (c *chunker) serving(t *title, i, at, n int, leader *entity) int {
	leader.mention(c.d.cutAfter(c.items[at].from, c.items[at+n-1].to, &c.items[at].reading), c.s)
	if len(t.offices) == 2 {
		inner, first := *t, c.leaderAt(t)
		inner.from, inner.offices, inner.lead = c.items[first].from, t.offices[1:], c.items[first].reading
		c.d.holds(leader, &inner, c.s)
	}
	c.countTitle(t)
	own := *t
	own.offices = t.offices[:1]
	j := at + n
	if m := c.titleBody(&own, j); m > 0 {
		if e, k := c.nameAt(j+m+c.honorifics(j+m), true, &own); e != nil {
			if n := len(t.marked); len(own.marked) > n {
				to := own.marked[n]
				to.ent.mention(c.d.cutAfter(to.from, to.to, to.reading), c.s)
			}
			own.marked = t.marked
			start := j + m + c.honorifics(j+m)
			p := c.person(e, i, start, k)
			p.title = &own
			c.d.holds(e, &own, c.s)
			return start + k - i
		}
	}
	it := &c.items[i]
	c.push(&chunk{kind: chunkRef, from: t.from, to: c.items[at+n-1].to, reading: it.reading, title: &own, senses: it.senses})
	return at + n - i
}
