package extract

import (
	"fmt"
	"strings"

	"mithaq/extract/article"
)

// Stages are the names that Explain takes.
var stageNames = []string{"article", "tokens", "mentions", "clauses", "dates", "acts", "events", "relations"}

// Stages returns the names of the stages that can be explained, in their order.
func Stages() []string { return append([]string(nil), stageNames...) }

// ClauseNote is what the clause stage made of a stretch of text.
type ClauseNote struct {
	Kind    string   `json:"kind"`
	Text    string   `json:"text"`
	Verb    string   `json:"verb,omitempty"`
	Subject []string `json:"subject,omitempty"`
	Chunks  []string `json:"chunks"`
}

// Clauses returns what the clause stage made of an article.
func (e *Engine) Clauses(a article.Article) []ClauseNote {
	d := e.read(a)
	var out []ClauseNote
	for _, s := range d.sents {
		for _, c := range s.clauses {
			out = append(out, d.clauseNote(s, c))
		}
	}
	return out
}

var clauseKinds = []string{"main", "coordinate", "content", "relative", "subordinate", "participle"}
var chunkKinds = []string{"word", "actor", "verb", "noun", "agent", "event", "deal", "ref", "prep", "func", "punct", "date"}

func (d *document) clauseNote(s *sentence, c *clause) ClauseNote {
	n := ClauseNote{Kind: clauseKinds[c.kind], Text: d.cut(s.chunks[c.from].from, s.chunks[c.to-1].to)}
	if c.verb >= 0 {
		n.Verb = d.cut(s.chunks[c.verb].from, s.chunks[c.verb].to)
	}
	for _, e := range c.subj {
		n.Subject = append(n.Subject, e.caption())
	}
	if c.blocked {
		n.Subject = append(n.Subject, "(no actor)")
	}
	for _, ch := range s.chunks[c.from:c.to] {
		n.Chunks = append(n.Chunks, d.chunkNote(ch))
	}
	return n
}

func (d *document) chunkNote(ch *chunk) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s", chunkKinds[ch.kind])
	if ch.marker != "" {
		fmt.Fprintf(&b, "[%s]", ch.marker)
	}
	if ch.word != nil && ch.word.Class != "" {
		fmt.Fprintf(&b, "<%s>", ch.word.Class)
	}
	fmt.Fprintf(&b, " %s", d.cut(ch.from, ch.to))
	for _, e := range ch.actors {
		fmt.Fprintf(&b, " =%s", e.caption())
	}
	if ch.adj {
		b.WriteString(" adj")
	}
	if ch.weak {
		b.WriteString(" weak")
	}
	return b.String()
}

// caption returns the name by which an entity is shown.
func (e *entity) caption() string {
	switch {
	case e.nameEn != "":
		return e.nameEn
	case e.nameAr != "":
		return e.nameAr
	case len(e.surfaces) > 0:
		return e.surfaces[0]
	}
	return e.label
}
