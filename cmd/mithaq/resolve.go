package main

import (
	"bufio"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"mithaq/extract"
	"mithaq/extract/article"
	"mithaq/graph"
)

type resolveOptions struct {
	texts        []string
	date, format string
}

func newResolveCmd(a *app) *cobra.Command {
	var o resolveOptions
	cmd := &cobra.Command{
		Use: "resolve TEXT...", Short: "Show what a name or a title means on a day",
		Long: `Resolve shows which state, organization, person, place or topic a name or a title means, in any spelling and language that the
gazetteer knows, and why; nothing where nothing fits. Titles are read in Arabic, English, French, Russian, Spanish, Turkish, Persian
and Chinese. A title without a date is today's holder. With - the texts are the lines of standard input.`,
		Example: "  mithaq resolve China 'French foreign minister' 'président russe' 'mayor of London'\n  mithaq resolve --date 2011-05-01 'the Russian president' --format jsonl",
		Args:    args(cobra.MinimumNArgs(1)),
		RunE: func(_ *cobra.Command, texts []string) error {
			o.texts = texts
			return a.resolve(o)
		},
	}
	cmd.Flags().StringVar(&o.date, "date", "", "day, month or year on which a title is meant (default today)")
	cmd.Flags().StringVar(&o.format, "format", formatTable, "table or jsonl")
	return cmd
}

func (a *app) resolve(o resolveOptions) error {
	if err := oneOf("format", o.format, formatTable, formatText, formatLines, formatJSON); err != nil {
		return err
	}
	day := time.Now().Format(time.DateOnly)
	if o.date != "" {
		d, err := article.ParseDate(o.date)
		if err != nil {
			return usagef("--date: %w", err)
		}
		day = d[:min(len(d), len(time.DateOnly))]
	}
	texts, err := a.texts(o.texts)
	if err != nil {
		return err
	}
	g, err := a.gazetteer()
	if err != nil {
		return err
	}
	r := extract.NewResolver(g)
	all := make([]extract.Meaning, len(texts))
	for i, t := range texts {
		all[i] = r.Resolve(t, day)
	}
	return a.printMeanings(all, o.format)
}

// texts replaces - by the lines of standard input.
func (a *app) texts(given []string) ([]string, error) {
	var out []string
	for _, t := range given {
		if t != "-" {
			out = append(out, t)
			continue
		}
		lines := bufio.NewScanner(a.in)
		for lines.Scan() {
			if t := strings.TrimSpace(lines.Text()); t != "" {
				out = append(out, t)
			}
		}
		if err := lines.Err(); err != nil {
			return nil, fmt.Errorf("read standard input: %w", err)
		}
	}
	return out, nil
}

func (a *app) printMeanings(all []extract.Meaning, format string) error {
	t := graph.Table{Columns: []string{"text", "id", "label", "name_en", "name_ar", "iso", "why"}}
	for _, m := range all {
		t.Rows = append(t.Rows, []any{m.Text, m.ID, m.Label, m.NameEn, m.NameAr, m.ISO, m.Why})
	}
	switch format {
	case formatJSON:
		return writeJSONRows(a.out, t)
	case formatLines:
		for _, m := range all {
			line, err := jsonBytes(m)
			if err != nil {
				return err
			}
			if err := a.printf("%s\n", line); err != nil {
				return err
			}
		}
		return nil
	}
	return writeTable(a.out, t, a.terminal)
}
