package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"mithaq/extract"
	"mithaq/extract/article"
)

type extractOptions struct {
	inputFlags
	paths         []string
	format, stage string
}

func newExtractCmd(a *app) *cobra.Command {
	var o extractOptions
	cmd := &cobra.Command{
		Use: "extract PATH|URL...", Short: "Show the graph of each article, without a store",
		Long: `Extract shows what is read from each article, in the order of the input. Nothing is stored.

--format jsonl writes one object an article. --explain shows what one stage made of the article instead: ` + strings.Join(extract.Stages(), ", ") + ".",
		Example: "  mithaq extract news.txt\n  mithaq extract --format jsonl articles/ > graphs.jsonl\n  mithaq extract --explain clauses news.txt",
		Args:    args(cobra.MinimumNArgs(1)),
		RunE: func(cmd *cobra.Command, paths []string) error {
			o.paths = paths
			return a.extract(cmd.Context(), o)
		},
	}
	o.add(cmd)
	cmd.Flags().StringVar(&o.format, "format", formatText, "text or jsonl")
	cmd.Flags().StringVar(&o.stage, "explain", "", "stage to show: "+strings.Join(extract.Stages(), ", "))
	return cmd
}

func (a *app) extract(ctx context.Context, o extractOptions) error {
	if err := o.check(ctx); err != nil {
		return err
	}
	if err := oneOf("format", o.format, formatText, formatLines); err != nil {
		return err
	}
	if o.stage != "" && !slices.Contains(extract.Stages(), o.stage) {
		return oneOf("explain", o.stage, extract.Stages()...)
	}
	x, err := a.extractor()
	if err != nil {
		return err
	}
	o.written = x.WrittenDate
	out := bufio.NewWriter(a.out)
	t := tally{a: a}
	web := o.reader(nil, "")
	defer web.Client.Close()
	show := func(art article.Article) (string, error) { return o.show(x, art) }
	for r := range inOrder(ctx, a.articles(ctx, o.paths, o.inputFlags, web, nil), show) {
		if !t.take(ctx, r.article, r.err) {
			if t.fatal != nil {
				break
			}
			continue
		}
		if _, err := io.WriteString(out, r.value); err != nil {
			return err
		}
	}
	if err := out.Flush(); err != nil {
		return err
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return t.err()
}

// show returns what is printed of an article.
func (o extractOptions) show(x *extract.Extractor, art article.Article) (string, error) {
	id := art.Record
	if id == "" {
		id = art.ID
	}
	if o.stage == "" {
		doc := x.Doc(art)
		if o.format == formatText {
			return docText(art, doc), nil
		}
		line, err := jsonBytes(doc)
		return string(line) + "\n", err
	}
	notes, err := x.Explain(art, o.stage)
	if err != nil {
		return "", err
	}
	if o.format == formatText {
		var b strings.Builder
		fmt.Fprintf(&b, "%s: %s\n", safe(id), o.stage)
		for _, n := range notes {
			b.WriteString("  " + safe(n.String()) + "\n")
		}
		return b.String(), nil
	}
	key, err := jsonBytes(id)
	if err != nil {
		return "", err
	}
	list, err := jsonBytes(notes)
	return fmt.Sprintf("{\"id\":%s,%q:%s}\n", key, o.stage, list), err
}

// docText is the graph of an article for people: entities by number, then relations.
func docText(art article.Article, d extract.Doc) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s  %s  %s\n", safe(d.ID), art.Date, safe(art.Title))
	names := map[string]string{}
	for _, e := range d.Entities {
		name := safe(e.Name)
		if name == "" && len(e.Surface) > 0 {
			name = safe(e.Surface[0])
		}
		if name == "" {
			name = e.Kind
		}
		names[e.ID] = name
	}
	for _, e := range d.Entities {
		fmt.Fprintf(&b, "  %-4s %-12s %s%s\n", e.ID, e.Type, names[e.ID], details(e))
	}
	for _, r := range d.Relations {
		fmt.Fprintf(&b, "  %s -%s-> %s", names[r.Subject], r.Type, names[r.Object])
		if r.Status != "asserted" {
			b.WriteString(" " + strings.ToUpper(r.Status))
		}
		if r.Title != "" {
			b.WriteString(" (" + safe(r.Title) + ")")
		}
		b.WriteString("\n")
	}
	b.WriteByte('\n')
	return b.String()
}

// details are the fields of an entity beside its name.
func details(e extract.Entity) string {
	var parts []string
	add := func(name, value string) {
		if value != "" {
			parts = append(parts, name+"="+safe(value))
		}
	}
	add("iso", e.ISO)
	add("kind", e.Kind)
	if e.Date != nil {
		add("date", *e.Date)
	}
	if e.Place != nil {
		add("place", *e.Place)
	}
	add("status", e.Status)
	add("who", strings.Join(append(slices.Clone(e.Participants), e.Parties...), ","))
	add("topics", strings.Join(e.Topics, ","))
	if len(parts) == 0 {
		return ""
	}
	return "  " + strings.Join(parts, " ")
}
