package main

import (
	"context"
	"errors"
	"iter"

	"github.com/spf13/cobra"

	"mithaq/extract/article"
	"mithaq/graph"
)

func newRefreshCmd(a *app) *cobra.Command {
	return &cobra.Command{
		Use: "refresh", Short: "Read the stored articles again after an upgrade",
		Long: `Refresh extracts the stored texts again where they were read by another version of the program, its rules, the gazetteer or
your own records (--gazetteer). Afterwards the graph is that of a new load.`,
		Args: args(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error { return a.refresh(cmd.Context()) },
	}
}

func (a *app) refresh(ctx context.Context) error {
	x, err := a.extractor()
	if err != nil {
		return err
	}
	if err := a.mustExist(); err != nil {
		return err
	}
	return a.withStore(ctx, x.World(), func(s graph.Store) error {
		return a.write(ctx, s, x, stored(ctx, s, x.Program()))
	})
}

var errStop = errors.New("stop")

// stored gives the articles of a store that were read by another program.
func stored(ctx context.Context, s graph.Store, program string) iter.Seq2[article.Article, error] {
	return func(yield func(article.Article, error) bool) {
		err := s.EachArticle(ctx, program, func(g graph.Article) error {
			a := article.Article{ID: g.ID, Record: g.Record, Lang: g.Lang, Date: g.Published, Source: g.Source, URL: g.URL, Title: g.Title, Text: g.Text}
			if !yield(a, nil) {
				return errStop
			}
			return nil
		})
		if err != nil && !errors.Is(err, errStop) {
			yield(article.Article{}, err)
		}
	}
}
