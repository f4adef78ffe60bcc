package overlay

import (
	"slices"
	"strings"

	"mithaq/graph"
)

// wrong takes a fact away.
func (d *draft) wrong(e *Entry) {
	if e.Wrong == nil {
		return
	}
	hits := d.matching(e, e.Wrong)
	for _, f := range hits {
		d.facts = slices.DeleteFunc(d.facts, func(g *graph.Claim) bool { return g == f })
		d.leave(f)
		d.note(e, nil)
	}
}

// leave takes who does not take part any more out of an event or agreement.
func (d *draft) leave(f *graph.Claim) {
	if f.Type != "PARTICIPATED_IN" && f.Type != "SIGNED" {
		return
	}
	for _, n := range d.nodes {
		if n.mention.Node == f.Object && n.claim != nil {
			n.claim.Participants = slices.DeleteFunc(n.claim.Participants, func(r graph.Ref) bool { return r == f.Subject })
		}
	}
}

// retypeFact changes type, status or date of a fact.
func (d *draft) retypeFact(e *Entry) {
	if e.Fact == nil {
		return
	}
	for _, f := range d.matching(e, e.Fact) {
		if e.To.Type != "" && e.To.Type != f.Type {
			d.leave(f)
			f.Type, f.Class, f.Title = e.To.Type, "", ""
		}
		if e.To.Status != "" {
			f.Status = e.To.Status
		}
		if e.To.Date != "" {
			f.Date = e.To.Date
		}
		d.note(e, f)
	}
}

// missing adds a fact that the article states.
func (d *draft) missing(e *Entry) {
	m := e.Missing
	if m == nil {
		return
	}
	full := d.x.Article.Full()
	at := strings.Index(full, e.Sentence)
	if at < 0 {
		d.warnf(e, "it does not have the sentence %.60q", e.Sentence)
		return
	}
	span := graph.Span{Start: at, End: at + len(e.Sentence)}
	subject, object := d.end(e, m.Subject, span), d.end(e, m.Object, span)
	if subject == nil || object == nil {
		return
	}
	r, _ := graph.RelationOf(m.Type)
	if !d.either(subject, r.Subjects) || !d.either(object, r.Objects) {
		d.warnf(e, "%s may not stand between %q and %q", m.Type, m.Subject, m.Object)
		return
	}
	status := m.Status
	if status == "" {
		status = graph.Asserted
	}
	f := &graph.Claim{Type: m.Type, Subject: subject.mention.Node, Object: object.mention.Node, Title: m.Title, Class: m.Class, Status: status,
		Date: m.Date, Sentence: e.Sentence, Span: span, Rule: rule}
	d.facts = append(d.facts, f)
	if k := object.claim; k != nil && (m.Type == "PARTICIPATED_IN" || m.Type == "SIGNED") && !slices.Contains(k.Participants, f.Subject) {
		k.Participants = append(k.Participants, f.Subject)
	}
	d.note(e, f)
}

func (d *draft) either(n *node, labels []string) bool {
	return slices.ContainsFunc(labels, func(l string) bool { return d.labelled(n, l) })
}

// end returns the node that a name stands for; a record of the gazetteer that the article does not name becomes one that it does.
func (d *draft) end(e *Entry, name string, span graph.Span) *node {
	if len(d.all(name, "")) == 0 {
		if _, ok := d.world.Entity(name); ok {
			n := &node{ref: graph.Ref(name), mention: graph.Mention{Node: graph.Ref(name), Count: 1, Sentence: e.Sentence, Span: span}}
			d.nodes = append(d.nodes, n)
			return n
		}
	}
	return d.find(e, name, "")
}

// matching returns the facts that an entry means, with a warning if there are none.
func (d *draft) matching(e *Entry, f *Fact) []*graph.Claim {
	subjects, objects := d.refs(f.Subject), d.refs(f.Object)
	r, _ := graph.RelationOf(f.Type)
	var out []*graph.Claim
	for _, c := range d.facts {
		between := slices.Contains(subjects, c.Subject) && slices.Contains(objects, c.Object) ||
			r.Symmetric && slices.Contains(subjects, c.Object) && slices.Contains(objects, c.Subject)
		if c.Type == f.Type && between && (f.Status == "" || f.Status == c.Status) {
			out = append(out, c)
		}
	}
	if len(out) == 0 {
		d.warnf(e, "it has no fact %s between %q and %q", f.Type, f.Subject, f.Object)
	}
	return out
}

func (d *draft) refs(name string) (out []graph.Ref) {
	for _, n := range d.all(name, "") {
		out = append(out, n.mention.Node)
	}
	return out
}
