package overlay

import (
	"fmt"
	"slices"
	"strings"

	"mithaq/graph"
)

// World tells what is known without any article: the labels of a known id.
type World interface {
	Entity(id string) (e graph.Entity, ok bool)
}

// Apply returns the claims of an article as corrected, and a warning for each correction that could not be made. It does not
// change x. Corrections of one kind are made in the order of their lines; the kinds follow one another in the order of steps.
func (o *Overlay) Apply(w World, x graph.Extraction) (graph.Extraction, []string) {
	if o == nil {
		return x, nil
	}
	entries := o.about(x.Article)
	if len(entries) == 0 {
		return x, nil
	}
	d := newDraft(o, w, x)
	steps := []struct {
		do   string
		make func(*draft, *Entry)
	}{
		{doBlock, (*draft).block}, {doRetype, (*draft).retypeNode}, {doSame, (*draft).known}, {doDifferent, (*draft).unknown},
		{doFix, (*draft).wrong}, {doRetype, (*draft).retypeFact}, {doFix, (*draft).missing},
		{doSame, (*draft).same}, {doDifferent, (*draft).different},
	}
	for _, step := range steps {
		for _, e := range entries {
			if e.Do == step.do {
				step.make(d, e)
			}
		}
	}
	if !d.changed {
		return x, d.warnings
	}
	return d.extraction(), d.warnings
}

// about returns the corrections that may change an article, in the order of their lines.
func (o *Overlay) about(a graph.Article) []*Entry {
	out := slices.Clone(o.always)
	for _, name := range []string{a.ID, a.Record, a.URL} {
		if name != "" {
			out = append(out, o.by[name]...)
		}
	}
	slices.SortFunc(out, func(a, b *Entry) int { return a.place() - b.place() })
	return slices.Compact(out)
}

// place orders entries as they were read.
func (e *Entry) place() int { return e.nth }

// names tells whether an entry calls the article so.
func (d *draft) names(article string) bool {
	a := d.x.Article
	return article == a.ID || article != "" && (article == a.Record || article == a.URL)
}

// node is something that the article mentions, on its way through the corrections.
type node struct {
	mention graph.Mention
	claim   *graph.Claim // of a derived node
	ref     graph.Ref    // what ends of claims call it, before renumbering
	gone    bool
}

func (n *node) label(w World) string {
	if n.claim != nil {
		return n.claim.Type
	}
	if e, ok := w.Entity(string(n.ref)); ok {
		return e.Labels[len(e.Labels)-1] // Leader before Person, else one
	}
	return ""
}

// draft is an article's claims in a form that can be changed.
type draft struct {
	o        *Overlay
	world    World
	x        graph.Extraction
	nodes    []*node
	facts    []*graph.Claim
	acted    []string
	warnings []string
	changed  bool
}

func newDraft(o *Overlay, w World, x graph.Extraction) *draft {
	d := &draft{o: o, world: w, x: x}
	local := map[graph.Ref]*graph.Claim{}
	for _, c := range x.Claims {
		c.Participants, c.Topics = slices.Clone(c.Participants), slices.Clone(c.Topics)
		if k, ok := graph.KindOf(c.Type); ok && k.Derived {
			local[graph.LocalRef(c.N)] = &c
		} else {
			d.facts = append(d.facts, &c)
		}
	}
	for _, m := range x.Mentions {
		m.Surfaces = slices.Clone(m.Surfaces)
		d.nodes = append(d.nodes, &node{mention: m, claim: local[m.Node], ref: m.Node})
	}
	return d
}

// note says that a correction acted, in general or on a claim.
func (d *draft) note(e *Entry, c *graph.Claim) {
	d.changed = true
	mark := graph.CorrectedBy(e.src.String())
	if c != nil && !slices.Contains(c.Overlay, mark) {
		c.Overlay = append(c.Overlay, mark)
	}
	if line := e.src.String() + " " + e.Do; !slices.Contains(d.acted, line) {
		d.acted = append(d.acted, line)
	}
}

func (d *draft) warnf(e *Entry, format string, args ...any) {
	d.warnings = append(d.warnings, fmt.Sprintf("%v: article %s: ", e.src, d.x.Article.ID)+fmt.Sprintf(format, args...))
}

// find returns the one node that a name stands for, or nil with a warning.
func (d *draft) find(e *Entry, name, label string) *node {
	found := d.all(name, label)
	switch len(found) {
	case 1:
		return found[0]
	case 0:
		d.warnf(e, "nothing in it is called %q", name)
	default:
		d.warnf(e, "%d things in it are called %q: give a longer name, or the label", len(found), name)
	}
	return nil
}

// all returns the nodes that a name may stand for: those with that id, else those written so, else those named so.
func (d *draft) all(name, label string) []*node {
	folded := d.o.fold.Words(name)
	tests := []func(*node) bool{
		func(n *node) bool { return n.claim == nil && string(n.ref) == name },
		func(n *node) bool { return d.written(n, folded) },
		func(n *node) bool { return d.called(n, folded) },
	}
	for _, fits := range tests {
		var out []*node
		for _, n := range d.nodes {
			if !n.gone && (label == "" || d.labelled(n, label)) && fits(n) {
				out = append(out, n)
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	return nil
}

func (d *draft) written(n *node, folded string) bool {
	return slices.ContainsFunc(n.mention.Surfaces, func(s string) bool { return d.o.fold.Words(s) == folded })
}

func (d *draft) called(n *node, folded string) bool {
	if c := n.claim; c != nil {
		return d.o.fold.Words(c.NameAr) == folded || d.o.fold.Words(c.NameEn) == folded
	}
	e, ok := d.world.Entity(string(n.ref))
	return ok && (d.o.fold.Words(e.NameAr) == folded || d.o.fold.Words(e.NameEn) == folded)
}

func (d *draft) labelled(n *node, label string) bool {
	if n.claim != nil {
		return n.claim.Type == label
	}
	e, ok := d.world.Entity(string(n.ref))
	return ok && slices.Contains(e.Labels, label)
}

// extraction puts the draft together again: what is gone is left out everywhere, and claims are numbered anew.
func (d *draft) extraction() graph.Extraction {
	x := graph.Extraction{Article: d.x.Article}
	x.Article.Corrected = strings.Join(d.acted, "\n")
	refs := d.renumber(&x)
	end := func(r graph.Ref) graph.Ref { return refs[r] }
	for i := range x.Claims {
		c := &x.Claims[i]
		c.Place, c.Nation = d.fitting(end(c.Place), c.Place, graph.LabelPlace, graph.LabelState), d.fitting(end(c.Nation), c.Nation, graph.LabelState)
		var who []graph.Ref
		for _, p := range c.Participants {
			if r := d.fitting(end(p), p, graph.LabelPerson, graph.LabelState, graph.LabelOrganization); r != "" && !slices.Contains(who, r) {
				who = append(who, r)
			}
		}
		c.Participants = who
	}
	for _, f := range d.facts {
		r, ok := graph.RelationOf(f.Type)
		if !ok || d.fitting(end(f.Subject), f.Subject, r.Subjects...) == "" || d.fitting(end(f.Object), f.Object, r.Objects...) == "" {
			continue
		}
		c := *f
		c.N, c.Subject, c.Object = len(x.Claims)+1, end(f.Subject), end(f.Object)
		if c.Subject != c.Object {
			x.Claims = append(x.Claims, c)
		}
	}
	return x
}

// renumber notes the mentions and node claims of x and returns what each old end is called now.
func (d *draft) renumber(x *graph.Extraction) map[graph.Ref]graph.Ref {
	refs := map[graph.Ref]graph.Ref{}
	at := map[graph.Ref]int{}
	for _, n := range d.nodes {
		if n.gone {
			continue
		}
		ref := n.ref
		if n.claim != nil {
			c := *n.claim
			c.N = len(x.Claims) + 1
			x.Claims = append(x.Claims, c)
			ref = graph.LocalRef(c.N)
		}
		refs[n.mention.Node] = ref
		n.ref = ref
		if i, seen := at[ref]; seen {
			x.Mentions[i] = merged(x.Mentions[i], n.mention)
			continue
		}
		at[ref] = len(x.Mentions)
		m := n.mention
		m.Node = ref
		x.Mentions = append(x.Mentions, m)
	}
	return refs
}

// merged is one mention in the place of two of the same node.
func merged(a, b graph.Mention) graph.Mention {
	a.Count += b.Count
	for _, s := range b.Surfaces {
		if !slices.Contains(a.Surfaces, s) {
			a.Surfaces = append(a.Surfaces, s)
		}
	}
	if b.Start < a.Start {
		a.Sentence, a.Span = b.Sentence, b.Span
	}
	return a
}

// fitting returns the new end if what the old one names still exists and has one of the labels.
func (d *draft) fitting(now, old graph.Ref, labels ...string) graph.Ref {
	if now == "" {
		return ""
	}
	for _, n := range d.nodes {
		if n.mention.Node == old && !n.gone && slices.ContainsFunc(labels, func(l string) bool { return d.labelled(n, l) }) {
			return now
		}
	}
	return ""
}
