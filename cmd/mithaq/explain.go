package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"mithaq/extract"
	"mithaq/graph"
)

type explainOptions struct{ key, format string }

func newExplainCmd(a *app) *cobra.Command {
	var o explainOptions
	cmd := &cobra.Command{
		Use: "explain ID|KEY", Short: "Show every sentence behind a node or a fact",
		Long: `Explain shows what stands behind a node (its id, or any name of it) or a fact (its key, as queries and Neo4j show it):
each sentence with article, date, source, place in the text, and the rule that read it, with file and line.`,
		Example: "  mithaq explain 'COOPERATES_WITH|CHN|RUS|asserted'\n  mithaq explain person/vladimir-putin --format json\n  mithaq explain China",
		Args:    args(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, list []string) error {
			o.key = list[0]
			return a.explain(cmd.Context(), o)
		},
	}
	cmd.Flags().StringVar(&o.format, "format", formatText, "text or json")
	return cmd
}

// explanation is the JSON form. Offsets count bytes of title, newline and text.
type explanation struct {
	ID       string     `json:"id"`
	Labels   []string   `json:"labels,omitempty"`
	Name     string     `json:"name,omitempty"`
	Type     string     `json:"type,omitempty"`
	Subject  string     `json:"subject,omitempty"`
	Object   string     `json:"object,omitempty"`
	Status   string     `json:"status,omitempty"`
	Support  int        `json:"support,omitempty"`
	First    string     `json:"first,omitempty"`
	Last     string     `json:"last,omitempty"`
	Known    bool       `json:"reference,omitempty"`
	Evidence []sentence `json:"evidence"`
	// Corrected lists the corrections in the articles above, also those that took something away.
	Corrected []correction `json:"corrected,omitempty"`
}

// correction names what a user corrected in an article.
type correction struct {
	Article string   `json:"article"`
	Lines   []string `json:"lines"` // "overlay.jsonl:3 fix"
}

type sentence struct {
	Article   string   `json:"article"`
	Record    string   `json:"record,omitempty"`
	Published string   `json:"published,omitempty"`
	Source    string   `json:"source,omitempty"`
	URL       string   `json:"url,omitempty"`
	Title     string   `json:"title,omitempty"`
	Says      string   `json:"says"` // type of the claim, or MENTIONS
	Status    string   `json:"status,omitempty"`
	Date      string   `json:"date,omitempty"`
	Sentence  string   `json:"sentence"`
	Start     int      `json:"start"`
	End       int      `json:"end"`
	Surfaces  []string `json:"surfaces,omitempty"`
	Rule      string   `json:"rule,omitempty"`
	File      string   `json:"file,omitempty"`
	Line      int      `json:"line,omitempty"`
	Corrected []string `json:"corrected,omitempty"` // lines of corrections that made or changed the claim
}

func (a *app) explain(ctx context.Context, o explainOptions) error {
	if err := oneOf("format", o.format, formatText, formatJSON); err != nil {
		return err
	}
	return a.withStore(ctx, nil, func(s graph.Store) error {
		x, err := a.findExplanation(ctx, s, o.key)
		if errors.Is(err, graph.ErrUnknown) {
			return fmt.Errorf("explain %q: %w: give an id, a key or a name; mithaq query find name=... looks for names", o.key, graph.ErrUnknown)
		}
		if err != nil {
			return err
		}
		rules, err := extract.NewRules()
		if err != nil {
			return err
		}
		e := explained(x, rules)
		if o.format == formatText {
			return a.printf("%s", e.text())
		}
		line, err := jsonBytes(e)
		if err != nil {
			return err
		}
		return a.printf("%s\n", line)
	})
}

// findExplanation takes what was given as a key or an id, else as a name.
func (a *app) findExplanation(ctx context.Context, s graph.Store, key string) (graph.Explanation, error) {
	x, err := s.Explain(ctx, key)
	if !errors.Is(err, graph.ErrUnknown) || strings.Contains(key, "|") {
		return x, err
	}
	id, lookup := a.node(ctx, s, key, anything)
	if lookup != nil || id == "" || id == key {
		return x, err
	}
	return s.Explain(ctx, id)
}

// explained brings an explanation into the form that is printed.
func explained(x graph.Explanation, rules extract.Rules) explanation {
	e := explanation{Evidence: []sentence{}}
	articles := map[string]graph.Article{}
	for _, a := range x.Articles {
		articles[a.ID] = a
	}
	switch {
	case x.Fact != nil:
		f := x.Fact
		e.ID, e.Type, e.Subject, e.Object, e.Status = f.Key, f.Type, f.Subject, f.Object, string(f.Status)
		e.Support, e.First, e.Last, e.Known = f.Support, f.First, f.Last, f.Reference
	case x.Entity != nil:
		e.ID, e.Labels, e.Name = x.Entity.ID, x.Entity.Labels, x.Entity.Name
	}
	for _, ev := range x.Evidence {
		s := sentenceOf(articles[ev.Article], ev.Article)
		s.Says, s.Status, s.Date, s.Sentence, s.Start, s.End = ev.Type, string(ev.Status), ev.Date, ev.Sentence, ev.Start, ev.End
		s.Surfaces, s.Rule, s.Corrected = ev.Surfaces, ev.Rule, ev.Corrections()
		s.File, s.Line, _ = rules.Source(ev.Rule)
		e.Evidence = append(e.Evidence, s)
	}
	for _, l := range x.Links {
		if slices.ContainsFunc(x.Evidence, func(ev graph.Evidence) bool { return ev.Article == l.Article && ev.Span == l.Span }) {
			continue // its claim stands above
		}
		s := sentenceOf(articles[l.Article], l.Article)
		s.Says, s.Start, s.End, s.Surfaces = l.Type, l.Start, l.End, l.Surfaces
		if full := articles[l.Article].Full(); l.Start >= 0 && l.Start <= l.End && l.End <= len(full) {
			s.Sentence = full[l.Start:l.End]
		}
		e.Evidence = append(e.Evidence, s)
	}
	for _, a := range x.Articles {
		if a.Corrected != "" {
			e.Corrected = append(e.Corrected, correction{a.ID, strings.Split(a.Corrected, "\n")})
		}
	}
	return e
}

func sentenceOf(a graph.Article, id string) sentence {
	return sentence{Article: id, Record: a.Record, Published: a.Published, Source: a.Source, URL: a.URL, Title: a.Title}
}

// text is the form for people.
func (e explanation) text() string {
	var b strings.Builder
	b.WriteString(safe(e.ID))
	for _, part := range []string{strings.Join(e.Labels, ", "), e.Name, e.Status} {
		if part != "" {
			b.WriteString("  " + safe(part))
		}
	}
	if e.Type != "" {
		fmt.Fprintf(&b, "  support=%d", e.Support)
	}
	if e.First != "" {
		fmt.Fprintf(&b, "  first=%s last=%s", e.First, e.Last)
	}
	if e.Known {
		b.WriteString("  known to the gazetteer")
	}
	b.WriteByte('\n')
	for _, s := range e.Evidence {
		b.WriteString(s.text())
	}
	for _, c := range e.Corrected {
		fmt.Fprintf(&b, "\n  corrected in %s: %s\n", safe(c.Article), safe(strings.Join(c.Lines, ", ")))
	}
	return b.String()
}

func (s sentence) text() string {
	var b strings.Builder
	fmt.Fprintf(&b, "\n  %s", safe(s.Sentence))
	fmt.Fprintf(&b, "\n    %s", s.Says)
	for _, part := range []string{s.Status, s.Date} {
		if part != "" {
			b.WriteString("  " + part)
		}
	}
	if len(s.Surfaces) > 0 {
		b.WriteString("  as " + safe(strings.Join(s.Surfaces, "; ")))
	}
	fmt.Fprintf(&b, "\n    article %s", safe(s.Article))
	for _, part := range []string{s.Published, s.Source} {
		if part != "" {
			b.WriteString("  " + safe(part))
		}
	}
	fmt.Fprintf(&b, "  bytes %d-%d", s.Start, s.End)
	if s.Rule != "" {
		b.WriteString("\n    rule " + s.Rule)
		if s.File != "" {
			fmt.Fprintf(&b, "  %s:%d", s.File, s.Line)
		}
	}
	if len(s.Corrected) > 0 {
		fmt.Fprintf(&b, "\n    corrected by %s", safe(strings.Join(s.Corrected, ", ")))
	}
	b.WriteByte('\n')
	return b.String()
}
