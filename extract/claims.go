package extract

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"

	"mithaq/extract/article"
	"mithaq/graph"
)

// claimer turns a document into claims.
type claimer struct {
	d      *document
	refs   map[*entity]graph.Ref
	out    graph.Extraction
	topics map[string]bool
}

// claims returns what the document says in the form that stores keep.
func (d *document) claims(program string) graph.Extraction {
	c := &claimer{d: d, refs: map[*entity]graph.Ref{}, topics: map[string]bool{}}
	c.out.Article = articleOf(d.eng, d.art, program)
	n := 0
	for _, e := range d.entities {
		switch {
		case e.count == 0:
		case e.id != "":
			c.refs[e] = graph.Ref(e.id)
		default:
			n++
			c.refs[e] = graph.LocalRef(n)
		}
	}
	for _, e := range d.entities {
		if e.count > 0 {
			c.entity(e)
		}
	}
	for _, e := range d.entities {
		if e.count > 0 && e.act != nil {
			c.roles(e)
		}
	}
	for _, f := range d.facts {
		if c.refs[f.subj] != "" && c.refs[f.obj] != "" {
			c.fact(f)
		}
	}
	return c.out
}

// articleOf is the article as stores keep it.
func articleOf(e *Engine, a article.Article, program string) graph.Article {
	g := unhashed(a, program)
	sum := sha256.Sum256([]byte(e.fold.Words(a.Title + "\n" + a.Text)))
	g.Hash = hex.EncodeToString(sum[:])
	g.Sketch = sketch(e.fold, a.Text)
	return g
}

// unhashed is the article as stores keep it but for the hash, for which the text has to be normalised.
func unhashed(a article.Article, program string) graph.Article {
	return graph.Article{ID: a.ID, Record: a.Record, Title: a.Title, Text: a.Text, Source: a.Source, URL: a.URL,
		Lang: a.Lang, Published: a.Date, Program: program}
}

func (c *claimer) place(s *sentence) (string, graph.Span) {
	sp := c.d.span(s)
	return c.d.full[sp.Start:sp.End], sp
}

// entity notes the mention of an entity and, if the world does not know it, the claim that it exists.
func (c *claimer) entity(e *entity) {
	sentence, span := c.place(e.sent)
	m := graph.Mention{Node: c.refs[e], Count: e.count, Surfaces: e.surfaces, Sentence: sentence, Span: span}
	switch {
	case e.act != nil:
		m.Dating, m.Lead = e.act.dating, e.act.leading()
	case e.id != "" && standsFor(e):
		m.Nation = graph.Ref(e.nation)
	case e.id == "" && e.label == graph.LabelPerson:
		m.Sound = c.d.eng.sound(e.fold)
	}
	c.out.Mentions = append(c.out.Mentions, m)
	if e.id != "" {
		return
	}
	n, _ := c.refs[e].Local()
	claim := graph.Claim{N: n, Type: e.label, NameAr: e.nameAr, NameEn: c.d.eng.latin(e), Fold: e.fold, Kind: e.kind,
		Status: graph.Asserted, Sentence: sentence, Span: span, Rule: "name." + e.label}
	if len([]rune(e.fold)) > 0 && e.label == graph.LabelPerson && !slices.Contains([]rune(e.fold), ' ') {
		claim.Fold = "" // only part of the name is known
	}
	if s := c.d.byKey[e.nation]; s != nil && e.nation != "" && s.count > 0 {
		claim.Nation = graph.Ref(e.nation)
	}
	if h := e.act; h != nil {
		c.happening(&claim, e, h)
	}
	c.out.Claims = append(c.out.Claims, claim)
}

// standsFor tells whether an entity that the world knows acts for its state or lies in it: companies and parties do not.
func standsFor(e *entity) bool {
	return e.nation != "" && (e.label != graph.LabelOrganization || e.kind == "ministry" || e.kind == "government_body")
}

// happening fills a node claim with what is said of an event or agreement.
func (c *claimer) happening(claim *graph.Claim, e *entity, h *happening) {
	claim.Kind, claim.Ordinal, claim.State, claim.Date, claim.Topics = e.kind, ordinalText(h.ordinal), h.status, h.date, h.topics
	if claim.State == "" && e.label == graph.LabelEvent {
		claim.State = "happened"
	}
	claim.NameAr, claim.NameEn = c.d.titleAr(e), c.d.titleEn(e)
	claim.Sentence, claim.Span = c.place(h.sent)
	claim.Rule = "happening." + e.kind
	if h.status == "planned" {
		claim.Status = graph.Planned
	}
	for _, p := range h.participants {
		if r := c.refs[p]; r != "" {
			claim.Participants = append(claim.Participants, r)
		}
	}
	if h.place != nil {
		claim.Place = c.refs[h.place]
	}
}

// roles states who took part in an event, where it was held, and what an event or agreement is about.
func (c *claimer) roles(e *entity) {
	h := e.act
	sentence, span := c.place(h.sent)
	claim := graph.Claim{Status: graph.Asserted, Date: h.date, Sentence: sentence, Span: span}
	if h.status == "planned" {
		claim.Status = graph.Planned
	}
	if e.label == graph.LabelEvent {
		for _, p := range h.participants {
			claim.Type, claim.Subject, claim.Object, claim.Rule = "PARTICIPATED_IN", c.refs[p], c.refs[e], "event.participant"
			c.add(claim)
		}
		if h.place != nil {
			claim.Type, claim.Subject, claim.Object, claim.Rule = "HELD_IN", c.refs[e], c.refs[h.place], "event.place"
			c.add(claim)
		}
		if h.deal != nil && h.deal.happen != nil {
			claim.Type, claim.Subject, claim.Object, claim.Rule = "RESULTED_IN", c.refs[e], c.refs[h.deal.happen], "event.deal"
			c.add(claim)
		}
	}
	for _, t := range h.topics {
		id := "topic/" + t
		if !c.topics[id] {
			c.topics[id] = true
			c.out.Mentions = append(c.out.Mentions, graph.Mention{Node: graph.Ref(id), Sentence: sentence, Span: span})
		}
		claim.Type, claim.Subject, claim.Object, claim.Rule = "ABOUT", c.refs[e], graph.Ref(id), "topic.noun"
		claim.Status = graph.Asserted
		c.add(claim)
	}
}

// fact states a relation.
func (c *claimer) fact(f *fact) {
	sentence, span := c.place(f.sent)
	c.add(graph.Claim{Type: f.typ, Subject: c.refs[f.subj], Object: c.refs[f.obj], Title: f.title, Class: f.class,
		Status: f.status, Date: f.date, Topics: f.topics, Sentence: sentence, Span: span, Rule: f.rule})
}

func (c *claimer) add(claim graph.Claim) {
	if claim.Subject == "" || claim.Object == "" || claim.Subject == claim.Object {
		return
	}
	claim.N = len(c.out.Claims) + 1 // node claims come first and are numbered from 1 without gaps
	c.out.Claims = append(c.out.Claims, claim)
}

// ordinalText writes the number of a regular event; "" if it has none.
func ordinalText(n int) string {
	if n == 0 {
		return ""
	}
	return itoa(n)
}
