package main

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"mithaq/graph"
	"mithaq/queries"
)

type queryOptions struct {
	name   string
	params []string
	rowFlags
}

func newQueryCmd(a *app) *cobra.Command {
	var o queryOptions
	cmd := &cobra.Command{
		Use: "query [NAME [key=value]...]", Short: "Ask a named question; without a name, list them",
		Long: `Query asks a named question. Names of states, people and organizations may be given in any spelling and language that the
gazetteer knows: state=China, state=CHN. Without a name it lists the questions with their parameters.

In CSV a text that a spreadsheet would take for a formula begins with an apostrophe, and what a terminal would obey is escaped: texts
come from strangers. --raw writes the values as they are; JSON has them always.`,
		Example: "  mithaq query\n  mithaq query who_met state=China from=2025-01\n  mithaq query agreements topic=energy --format csv",
		RunE: func(cmd *cobra.Command, list []string) error {
			if len(list) > 0 {
				o.name, o.params = list[0], list[1:]
			}
			return a.query(cmd.Context(), o)
		},
	}
	o.add(cmd)
	return cmd
}

func (a *app) query(ctx context.Context, o queryOptions) error {
	if err := o.check(); err != nil {
		return err
	}
	if o.name == "" {
		return a.listQuestions(o.rowFlags)
	}
	q, err := queries.Find(o.name)
	if errors.Is(err, queries.ErrUnknown) {
		return usagef("query: there is no question %q: mithaq query lists them", o.name)
	}
	if err != nil {
		return err
	}
	given, err := pairs(o.params)
	if err != nil {
		return usagef("query %s: %w; example: %s", q.Name, err, q.Example)
	}
	return a.withStore(ctx, nil, func(s graph.Store) error {
		values, err := a.values(ctx, s, q, given)
		if err != nil {
			return err
		}
		if _, err := q.Bind(values); err != nil {
			return usagef("%w; example: %s", err, q.Example)
		}
		t, err := s.Ask(ctx, q.Name, values)
		if err != nil {
			return err
		}
		return a.printTable(t, o.rowFlags)
	})
}

// pairs cuts key=value arguments.
func pairs(list []string) (map[string]string, error) {
	out := make(map[string]string, len(list))
	for _, p := range list {
		key, value, ok := strings.Cut(p, "=")
		switch _, twice := out[key]; {
		case !ok || key == "" || value == "":
			return nil, fmt.Errorf("%q: want key=value", p)
		case twice:
			return nil, fmt.Errorf("%s is given twice", key)
		}
		out[key] = value
	}
	return out, nil
}

// listQuestions prints the questions with their parameters.
func (a *app) listQuestions(f rowFlags) error {
	all, err := queries.Questions()
	if err != nil {
		return err
	}
	if f.format != formatTable {
		t := graph.Table{Columns: []string{"name", "purpose", "params", "columns", "example"}}
		for _, q := range all {
			var params, cols []string
			for _, p := range q.Params {
				params = append(params, paramUsage(p))
			}
			for _, c := range q.Columns {
				cols = append(cols, c.Name)
			}
			t.Rows = append(t.Rows, []any{q.Name, q.Purpose, params, cols, q.Example})
		}
		return a.printTable(t, f)
	}
	for _, q := range all {
		if err := a.printf("%s\n    %s\n", q.Name, q.Purpose); err != nil {
			return err
		}
		for _, p := range q.Params {
			if err := a.printf("    %-22s %s\n", paramUsage(p), p.Text); err != nil {
				return err
			}
		}
		if err := a.printf("    example: %s\n\n", q.Example); err != nil {
			return err
		}
	}
	return nil
}

func paramUsage(p queries.Param) string {
	s := p.Name + "=" + strings.ToUpper(string(p.Kind))
	if p.Optional {
		return "[" + s + "]"
	}
	return s
}

func parseInt(s string) (int64, error) {
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil || n < 1 {
		return 0, fmt.Errorf("%q: want a number from 1 on", s)
	}
	return n, nil
}
