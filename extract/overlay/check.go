package overlay

import (
	"fmt"
	"slices"
	"strings"

	"mithaq/graph"
)

// plain are the labels that a retyped mention may get: what is told of events and agreements cannot be made up from a name.
var plain = []string{graph.LabelPerson, graph.LabelOrganization, graph.LabelPlace}

// check returns what is wrong with an entry by itself.
func (e *Entry) check() []string {
	c := entryCheck{e: e}
	switch e.Do {
	case doAlias:
		c.want("id", e.ID)
		if len(e.Names) == 0 {
			c.addf("names is missing: {\"ar\":[\"...\"]}")
		}
		c.only("id", "names")
	case doBlock:
		c.want("name", e.Name)
		c.only("name", "lang", "article")
	case doSame:
		c.mentions(e.As)
		c.only("of", "as")
	case doDifferent:
		c.mentions("alone")
		c.only("of")
	case doFix:
		c.fix()
	case doRetype:
		c.retype()
	case "":
		c.addf("do is missing: one of alias, block, same, different, fix, retype")
	default:
		c.addf("do %q is none of alias, block, same, different, fix, retype", e.Do)
	}
	return c.problems
}

type entryCheck struct {
	e        *Entry
	problems []string
}

func (c *entryCheck) addf(format string, args ...any) {
	c.problems = append(c.problems, fmt.Sprintf("%s: ", c.e.Do)+fmt.Sprintf(format, args...))
}

func (c *entryCheck) want(field, value string) {
	if strings.TrimSpace(value) == "" {
		c.addf("%s is missing", field)
	}
}

// only reports fields that a correction of this kind does not read: they show that something else was meant.
func (c *entryCheck) only(fields ...string) {
	e := c.e
	for field, set := range map[string]bool{
		"id": e.ID != "", "names": len(e.Names) > 0, "name": e.Name != "", "lang": e.Lang != "", "article": e.Article != "",
		"of": len(e.Of) > 0, "as": e.As != "", "label": e.Label != "", "kind": e.Kind != "", "wrong": e.Wrong != nil,
		"missing": e.Missing != nil, "fact": e.Fact != nil, "to": e.To != nil, "sentence": e.Sentence != "",
	} {
		if set && !slices.Contains(fields, field) {
			c.addf("%s has no meaning here", field)
		}
	}
	slices.Sort(c.problems)
}

// mentions checks the list of a same or different; alone says what makes a single mention enough.
func (c *entryCheck) mentions(alone string) {
	if n := len(c.e.Of); n == 0 || n == 1 && alone == "" {
		c.addf("of names %d mentions, want two or more, or one and as", n)
	}
	for _, m := range c.e.Of {
		c.want("article of a mention", m.Article)
		c.want("name of a mention", m.Name)
	}
}

func (c *entryCheck) fix() {
	e := c.e
	c.want("article", e.Article)
	switch {
	case (e.Wrong == nil) == (e.Missing == nil):
		c.addf("give either wrong or missing")
	case e.Wrong != nil:
		c.fact("wrong", e.Wrong)
		c.only("article", "wrong")
	default:
		c.fact("missing", e.Missing)
		c.want("sentence", e.Sentence)
		c.only("article", "missing", "sentence")
	}
}

func (c *entryCheck) retype() {
	e := c.e
	c.want("article", e.Article)
	if e.Fact != nil {
		c.fact("fact", e.Fact)
		switch {
		case e.To == nil || *e.To == (Change{}):
			c.addf("to is missing: {\"type\":..., \"status\":..., \"date\":...}")
		default:
			c.relation("to", e.To.Type, e.To.Status)
		}
		c.only("article", "fact", "to")
		return
	}
	c.want("name", e.Name)
	if e.Label == "" && e.Kind == "" {
		c.addf("label or kind is missing")
	}
	if e.Label != "" && !slices.Contains(plain, e.Label) {
		c.addf("label %q is none of %s", e.Label, strings.Join(plain, ", "))
	}
	c.only("article", "name", "label", "kind")
}

func (c *entryCheck) fact(field string, f *Fact) {
	c.want(field+".type", f.Type)
	c.want(field+".subject", f.Subject)
	c.want(field+".object", f.Object)
	c.relation(field, f.Type, f.Status)
}

func (c *entryCheck) relation(field, typ string, status graph.Status) {
	if r, ok := graph.RelationOf(typ); typ != "" && (!ok || !r.Claimable()) {
		c.addf("%s.type %q is no relation that an article can state", field, typ)
	}
	if status != "" && !slices.Contains([]graph.Status{graph.Asserted, graph.Planned, graph.Alleged, graph.Denied}, status) {
		c.addf("%s.status %q is none of asserted, planned, alleged, denied", field, status)
	}
}
