package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"mithaq/graph"
)

func newRemoveCmd(a *app) *cobra.Command {
	return &cobra.Command{
		Use: "remove ARTICLE...", Short: "Take articles back out of the graph",
		Long:    "Remove takes articles back, by id, by the id of their record, or by URL: the graph is then as if they had never been loaded.",
		Example: "  mithaq remove https://example.org/news/123\n  mithaq remove ar-seed",
		Args:    args(cobra.MinimumNArgs(1)),
		RunE:    func(cmd *cobra.Command, ids []string) error { return a.remove(cmd.Context(), ids) },
	}
}

func (a *app) remove(ctx context.Context, ids []string) error {
	g, err := a.world()
	if err != nil {
		return err
	}
	return a.withStore(ctx, g, func(s graph.Store) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		r, err := s.Remove(context.WithoutCancel(ctx), ids)
		if err != nil {
			return err
		}
		if err := a.printf("articles: removed %d, missing %d\nfacts: added %d, removed %d\n", r.Removed, len(r.Missing), r.FactsAdded, r.FactsRemoved); err != nil {
			return err
		}
		for _, id := range r.Missing {
			a.note("missing", fmt.Sprintf("no article has the id, record or URL %q", id))
		}
		if len(r.Missing) > 0 {
			return partialError{done: r.Removed, refused: len(r.Missing), what: "articles to remove"}
		}
		return nil
	})
}
