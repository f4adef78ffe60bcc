package main

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"mithaq/graph"
)

func newStatusCmd(a *app) *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use: "status", Short: "Show what the store is and what it holds",
		Args: args(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error { return a.status(cmd.Context(), format) },
	}
	cmd.Flags().StringVar(&format, "format", formatText, "text or json")
	return cmd
}

func (a *app) status(ctx context.Context, format string) error {
	if err := oneOf("format", format, formatText, formatJSON); err != nil {
		return err
	}
	return a.withStore(ctx, nil, func(s graph.Store) error {
		st, err := s.Status(ctx)
		if err != nil {
			return err
		}
		if format == formatText {
			return a.printf("%s", statusText(st))
		}
		line, err := jsonBytes(struct {
			Backend  string         `json:"backend"`
			Location string         `json:"location"`
			Schema   int            `json:"schema"`
			Program  string         `json:"program"`
			Labels   map[string]int `json:"labels"`
			Types    map[string]int `json:"types"`
		}{st.Backend, st.Location, st.Schema, st.Program, st.Labels, st.Types})
		if err != nil {
			return err
		}
		return a.printf("%s\n", line)
	})
}

func statusText(st graph.StoreStatus) string {
	var b strings.Builder
	fmt.Fprintf(&b, "store     %s, answers\nlocation  %s\nschema    %d\n", st.Backend, safe(st.Location), st.Schema)
	if st.Program != "" {
		fmt.Fprintf(&b, "program   %s (wrote last)\n", st.Program)
	}
	for _, part := range []struct {
		name   string
		counts map[string]int
	}{{"nodes", st.Labels}, {"relationships", st.Types}} {
		fmt.Fprintf(&b, "%s\n", part.name)
		for _, key := range slices.Sorted(maps.Keys(part.counts)) {
			if n := part.counts[key]; n > 0 {
				fmt.Fprintf(&b, "  %-18s %8d\n", key, n)
			}
		}
	}
	return b.String()
}
