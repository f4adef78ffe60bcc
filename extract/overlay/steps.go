package overlay

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"mithaq/graph"
)

// The steps below make the corrections of one kind. Each looks at its own entries and at nothing else.

// block takes a name away: the mention goes if it is called nothing else. Everywhere it takes only names that the article alone
// knows, for those of the gazetteer are gone before the article is read.
func (d *draft) block(e *Entry) {
	folded := d.o.fold.Words(e.Name)
	found := false
	for _, n := range d.nodes {
		if n.gone || !d.written(n, folded) || e.Article == "" && n.claim == nil {
			continue
		}
		found = true
		n.mention.Surfaces = slices.DeleteFunc(n.mention.Surfaces, func(s string) bool { return d.o.fold.Words(s) == folded })
		n.gone = len(n.mention.Surfaces) == 0
		d.note(e, n.claim)
	}
	if !found && e.Article != "" {
		d.warnf(e, "nothing in it is called %q", e.Name)
	}
}

// retypeNode gives a mention that the gazetteer does not know another label or kind.
func (d *draft) retypeNode(e *Entry) {
	if e.Fact != nil {
		return
	}
	n := d.find(e, e.Name, "")
	switch {
	case n == nil:
		return
	case n.claim == nil:
		d.warnf(e, "%q is %s of the gazetteer, whose label is fixed: say same with another record, or different", e.Name, n.ref)
		return
	}
	c := n.claim
	if e.Label != "" && e.Label != c.Type {
		n.claim = &graph.Claim{N: c.N, Type: e.Label, NameAr: c.NameAr, NameEn: c.NameEn, Fold: c.Fold, Kind: e.Kind, Nation: c.Nation,
			Status: graph.Asserted, Sentence: c.Sentence, Span: c.Span, Rule: c.Rule, Overlay: c.Overlay}
	} else if e.Kind != "" {
		c.Kind = e.Kind
	}
	d.note(e, n.claim)
}

// known makes a mention one of a record of the gazetteer.
func (d *draft) known(e *Entry) {
	if e.As == "" {
		return
	}
	for _, m := range e.Of {
		if !d.names(m.Article) {
			continue
		}
		n := d.find(e, m.Name, m.Label)
		if n == nil {
			continue
		}
		if n.claim == nil && string(n.ref) == e.As {
			continue // it is already
		}
		n.claim, n.ref = nil, graph.Ref(e.As)
		d.note(e, nil)
		d.mark(e, n)
	}
}

// mark notes a correction on the facts of a node.
func (d *draft) mark(e *Entry, n *node) {
	for _, f := range d.facts {
		if f.Subject == n.mention.Node || f.Object == n.mention.Node {
			d.note(e, f)
		}
	}
}

// unknown makes a mention of a record one that the article alone knows: another person of the same name.
func (d *draft) unknown(e *Entry) {
	for _, m := range e.Of {
		if !d.names(m.Article) {
			continue
		}
		n := d.find(e, m.Name, m.Label)
		if n == nil || n.claim != nil {
			continue
		}
		known, ok := d.world.Entity(string(n.ref))
		label := ""
		for _, l := range known.Labels {
			if slices.Contains(plain, l) {
				label = l
			}
		}
		if !ok || label == "" {
			d.warnf(e, "%q is %s, which is one thing everywhere", m.Name, n.ref)
			continue
		}
		if len(n.mention.Surfaces) == 0 { // only meant, as by a title
			d.warnf(e, "%q stands nowhere in it: no node of its own can be named", m.Name)
			continue
		}
		name := n.mention.Surfaces[0]
		n.claim = &graph.Claim{Type: label, NameAr: name, NameEn: known.NameEn, Fold: d.o.fold.Words(name), Status: graph.Asserted,
			Sentence: n.mention.Sentence, Span: n.mention.Span, Rule: rule}
		d.note(e, n.claim)
	}
}

// rule is the id of the rule of what only a correction says.
const rule = "overlay"

// same ties mentions of several articles together.
func (d *draft) same(e *Entry) {
	if e.As == "" {
		d.tie(e, graph.JoinedWith)
	}
}

// different ties mentions together and apart from all others.
func (d *draft) different(e *Entry) { d.tie(e, graph.ApartWith) }

func (d *draft) tie(e *Entry, mark func(key string) string) {
	for _, m := range e.Of {
		if !d.names(m.Article) {
			continue
		}
		n := d.find(e, m.Name, m.Label)
		switch {
		case n == nil:
		case n.claim == nil:
			d.warnf(e, "%q is %s of the gazetteer: give \"as\":%q", m.Name, n.ref, n.ref)
		default:
			if key := mark(e.key()); !slices.Contains(n.claim.Overlay, key) {
				n.claim.Overlay = append(n.claim.Overlay, key)
			}
			d.note(e, n.claim)
		}
	}
}

// key names the mentions of an entry, whatever the line on which it stands.
func (e *Entry) key() string {
	var parts []string
	for _, m := range e.Of {
		parts = append(parts, m.Article+"\x00"+m.Name+"\x00"+m.Label)
	}
	slices.Sort(parts)
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x01")))
	return hex.EncodeToString(sum[:8])
}
