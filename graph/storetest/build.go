package storetest

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"mithaq/graph"
)

// Builder makes an extraction by hand. The title is the sentence of all claims.
type Builder struct{ x graph.Extraction }

// Article starts an extraction. Two articles with one text have the same hash, whatever their titles.
func Article(id, published, text string) *Builder {
	sum := sha256.Sum256([]byte(text))
	return &Builder{graph.Extraction{Article: graph.Article{
		ID: id, Record: "record-" + id, Title: "عنوان " + id, Text: text, Source: "test", URL: "https://news.example/" + id, Lang: "ar",
		Published: published, Hash: hex.EncodeToString(sum[:]), Program: "program-1",
	}}}
}

// Sketch sets what the text begins with.
func (b *Builder) Sketch(set ...uint32) *Builder {
	slices.Sort(set)
	b.x.Article.Sketch = graph.SketchOf(slices.Compact(set))
	return b
}

// Program sets the fingerprint.
func (b *Builder) Program(p string) *Builder {
	b.x.Article.Program = p
	return b
}

// Mention mentions known nodes, once each; a second call counts up.
func (b *Builder) Mention(ids ...string) *Builder {
	for _, id := range ids {
		b.mention(graph.Ref(id), id)
	}
	return b
}

func (b *Builder) mention(node graph.Ref, surface string) {
	for i := range b.x.Mentions {
		m := &b.x.Mentions[i]
		if m.Node == node {
			m.Count++
			return
		}
	}
	title := b.x.Article.Title
	m := graph.Mention{Node: node, Count: 1, Surfaces: []string{surface}, Sentence: title, Span: graph.Span{End: len(title)}}
	if strings.HasPrefix(string(node), "topic/") {
		m.Count, m.Surfaces = 0, nil
	}
	b.x.Mentions = append(b.x.Mentions, m)
}

// Node adds a node claim and its mention; the claim's blanks are filled. It returns the reference to the node.
func (b *Builder) Node(c graph.Claim) graph.Ref {
	c = b.fill(c)
	if c.NameAr == "" && c.NameEn == "" {
		c.NameEn = strings.TrimSpace(c.Type + " " + c.Kind + c.Fold)
	}
	for _, p := range c.Participants {
		if _, local := p.Local(); !local {
			b.ensure(p)
		}
	}
	b.x.Claims = append(b.x.Claims, c)
	b.mention(graph.LocalRef(c.N), c.NameAr+c.NameEn)
	return graph.LocalRef(c.N)
}

// Person adds an unknown person.
func (b *Builder) Person(fold, nation string) graph.Ref {
	return b.Node(graph.Claim{Type: "Person", Fold: fold, NameEn: "Mr " + fold, Nation: graph.Ref(nation)})
}

// Meeting adds an event.
func (b *Builder) Meeting(date, ordinal string, participants ...graph.Ref) graph.Ref {
	return b.Node(graph.Claim{Type: "Event", Kind: "meeting", Date: date, Ordinal: ordinal, Participants: participants, State: "happened"})
}

// Claim adds a relation; known ends are mentioned if they are not yet.
func (b *Builder) Claim(relation string, subject, object graph.Ref) *Builder {
	return b.Relation(graph.Claim{Type: relation, Subject: subject, Object: object})
}

// Relation adds a relation claim whose blanks are filled.
func (b *Builder) Relation(c graph.Claim) *Builder {
	c = b.fill(c)
	b.ensure(c.Subject)
	b.ensure(c.Object)
	b.x.Claims = append(b.x.Claims, c)
	return b
}

func (b *Builder) ensure(r graph.Ref) {
	for _, m := range b.x.Mentions {
		if m.Node == r {
			return
		}
	}
	b.mention(r, string(r))
}

func (b *Builder) fill(c graph.Claim) graph.Claim {
	title := b.x.Article.Title
	c.N = len(b.x.Claims) + 1
	c.Sentence, c.Span = title, graph.Span{End: len(title)}
	c.Rule = "test.rule"
	if c.Status == "" {
		c.Status = graph.Asserted
	}
	return c
}

// Extraction returns what was built.
func (b *Builder) Extraction() graph.Extraction { return b.x }

// Batch returns the extractions of several builders.
func Batch(all ...*Builder) []graph.Extraction {
	out := make([]graph.Extraction, 0, len(all))
	for _, b := range all {
		out = append(out, b.x)
	}
	return out
}

// Bound returns what a store gives of the claims that are bound to derived nodes.
func Bound(all []graph.Evidence) (out []graph.Evidence) {
	for _, e := range all {
		if e.Bound() {
			out = append(out, e.Bare())
		}
	}
	return out
}
