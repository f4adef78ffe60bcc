package gazetteer

import (
	"slices"
	"strings"
)

// vocabularies are the closed sets of words that fields may have.
var vocabularies = map[string]string{
	"status": "un_member observer territory de_facto historic",
	"region": "northern-africa western-africa middle-africa eastern-africa southern-africa northern-america " +
		"central-america caribbean south-america western-asia central-asia southern-asia eastern-asia " +
		"south-eastern-asia northern-europe western-europe southern-europe eastern-europe " +
		"australia-new-zealand melanesia micronesia polynesia antarctica",
	"kind": "igo ministry government_body parliament party armed_group company media ngo university court bank other",
	"type": "city capital province region continent sea ocean strait river island mountain desert border_crossing site " +
		"airport port canal lake gulf territory",
	"pop": "5m 1m 300k 100k",
	"class": "head_of_state head_of_government deputy_head foreign_minister defence_minister interior_minister " +
		"minister deputy_minister speaker legislator ambassador envoy spokesperson head_of_org deputy_head_of_org " +
		"military security judge party_leader royal governor official religious other portfolio modifier honorific",
	"needs":  "state org either",
	"gender": "m f",
	"need":   "after before in strong state title list ar bare held case as",
}

func known(vocabulary, word string) bool {
	for w := range strings.FieldsSeq(vocabularies[vocabulary]) {
		if w == word {
			return true
		}
	}
	return false
}

// check finds what makes records unusable: ids, words and dates that no field may have, references to nothing.
func (g *Gazetteer) check() Problems {
	c := checker{g: g}
	for _, list := range g.kinds {
		for _, r := range list {
			c.record(r)
		}
	}
	for _, w := range g.weak {
		c.weak(w)
	}
	return c.ps
}

type checker struct {
	g  *Gazetteer
	r  *Record
	ps Problems
}

func (c *checker) addf(format string, args ...any) {
	c.ps.addf(c.r.Src, c.r.ID+": "+format, args...)
}

func (c *checker) word(vocabulary, field, word string) {
	if word != "" && !known(vocabulary, word) {
		c.addf("%s: unknown %s %q", field, vocabulary, word)
	}
}

func (c *checker) need(field, value string) {
	if value == "" {
		c.addf("%s missing", field)
	}
}

func (c *checker) date(field, date string) {
	if date != "" && !validDate(date) {
		c.addf("%s: bad date %q", field, date)
	}
}

// span checks a half-open time: its start must come before its end.
func (c *checker) span(field, from, to string) {
	c.date(field+" from", from)
	c.date(field+" to", to)
	if from != "" && to != "" && first(from) >= last(to) {
		c.addf("%s: ends %s before it starts %s", field, to, from)
	}
}

// refer checks that a reference leads to a record of one of the kinds.
func (c *checker) refer(field, id string, kinds ...Kind) {
	if id == "" {
		return
	}
	r := c.g.records[id]
	if r == nil {
		c.addf("%s: no record %q", field, id)
		return
	}
	for _, k := range kinds {
		if r.Kind == k {
			return
		}
	}
	c.addf("%s: %q is a %v", field, id, r.Kind)
}

func (c *checker) record(r *Record) {
	c.r = r
	if !validID(r) {
		c.addf("bad id for a %v", r.Kind)
	}
	if r.Wikidata != "" && !validItem(r.Wikidata) {
		c.addf("bad wikidata item %q", r.Wikidata)
	}
	if len(r.Texts) == 0 {
		c.addf("names missing")
	}
	switch r.Kind {
	case State:
		c.state(r.State)
	case Organization:
		c.organization(r.Org)
	case Person:
		c.leader(r.Leader)
	case Place:
		c.place(r.Place)
	case Office:
		c.office(r.Office)
	}
}

func (c *checker) state(s *StateInfo) {
	c.need("status", s.Status)
	c.word("status", "status", s.Status)
	c.word("region", "region", s.Region)
	c.refer("capital", s.Capital, Place)
	c.span("state", s.From, s.To)
	if (s.Status == "historic") != (s.To != "") {
		c.addf("a historic state has an end, others have none")
	}
}

func (c *checker) organization(o *OrgInfo) {
	c.need("kind", o.Kind)
	c.word("kind", "kind", o.Kind)
	c.refer("state", o.State, State)
	c.refer("parent", o.Parent, Organization)
	c.refer("seat", o.Seat, Place)
	for _, m := range o.Members {
		c.refer("members", m.ID, State, Organization)
		c.span("member "+m.ID, m.From, m.To)
	}
}

func (c *checker) leader(l *LeaderInfo) {
	c.word("gender", "gender", l.Gender)
	for _, t := range l.Terms {
		c.refer("of", t.Of, State, Organization)
		c.span(t.Office, t.From, t.To)
		office, area := c.g.OfficeOf(t.Office)
		_, named, portfolio := strings.Cut(t.Office, ":")
		switch {
		case office == nil:
			c.addf("no office %q", t.Office)
		case portfolio && area == nil && office.ID != t.Office:
			c.addf("no portfolio %q", named)
		}
	}
}

func (c *checker) place(p *PlaceInfo) {
	c.need("type", p.Type)
	c.word("type", "type", p.Type)
	c.word("pop", "pop", p.Pop)
	c.refer("state", p.State, State)
	if p.Lat < -90 || p.Lat > 90 || p.Lon < -180 || p.Lon > 180 {
		c.addf("no such place on earth: %g, %g", p.Lat, p.Lon)
	}
}

func (c *checker) office(o *OfficeInfo) {
	c.need("class", o.Class)
	c.word("class", "class", o.Class)
	c.word("class", "gives", o.Gives)
	c.word("needs", "needs", o.Needs)
	if s := c.g.records[o.State]; o.State != "" && (s == nil || s.State == nil) {
		c.addf("no state %q", o.State)
	}
	for _, p := range o.Pattern {
		if strings.Count(p.List[0], "{}") != 1 {
			c.addf("pattern %q: one {} expected", p.List[0])
		}
	}
}

func (c *checker) weak(w *Weak) {
	addf := func(format string, args ...any) { c.ps.addf(w.Src, w.Name+": "+format, args...) }
	if w.Name == "" || w.Lang == "" {
		addf("a weak name has a name and a language")
	}
	for _, r := range w.Readings {
		if c.g.records[r.ID] == nil {
			addf("no record %q", r.ID)
		}
	}
	for _, n := range w.allNeeds() {
		if !known("need", n.Kind) || (n.Arg == "") != (n.Kind != "after" && n.Kind != "before" && n.Kind != "ar" && n.Kind != "as") {
			addf("unknown need %q", n)
		}
	}
}

func (w *Weak) allNeeds() []Need {
	out := slices.Clone(w.Never)
	for _, r := range w.Readings {
		out = append(out, r.Needs...)
	}
	return out
}
