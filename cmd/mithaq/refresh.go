package main

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"mithaq/extract/article"
	"mithaq/extract/overlay"
	"mithaq/graph"
)

func newRefreshCmd(a *app) *cobra.Command {
	var o runFlags
	cmd := &cobra.Command{
		Use: "refresh", Short: "Read the stored articles again after an upgrade",
		Long: `Refresh extracts the stored texts again where they were read by another version of the program, its rules, the gazetteer or
your own records (--gazetteer) and corrections (--overlay). Afterwards the graph is that of a new load.`,
		Args: args(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error { return a.refresh(cmd.Context(), o) },
	}
	o.add(a, cmd)
	return cmd
}

func (a *app) refresh(ctx context.Context, o runFlags) error {
	file, err := o.open("refresh")
	if err != nil {
		return err
	}
	defer file.close()
	x, err := a.extractor()
	if err != nil {
		return err
	}
	if err := a.mustExist(); err != nil {
		return err
	}
	return a.withStore(ctx, x.World(), func(s graph.Store) error {
		w := newWriter(a, s, x, newProgress(a, "articles", 0))
		w.keep = file != nil
		err := w.write(ctx, stored(ctx, s, x.Program()))
		if w.fatal == nil {
			err = errors.Join(err, a.unseen(ctx, s, x.Corrections()))
		}
		return w.finish(file, err)
	})
}

// unseen warns of corrections of articles that the store does not hold.
func (a *app) unseen(ctx context.Context, s graph.Store, o *overlay.Overlay) error {
	watch := o.Watch()
	if watch.Idle() {
		return nil
	}
	err := s.EachArticle(ctx, "", func(g graph.Article) error {
		if watch.See(g); watch.Idle() {
			return errStop
		}
		return nil
	})
	if err != nil && !errors.Is(err, errStop) {
		return err
	}
	for _, text := range watch.Warnings() {
		a.note("warning", text)
	}
	return nil
}

var errStop = errors.New("stop")

// stored gives the articles of a store that were read by another program.
func stored(ctx context.Context, s graph.Store, program string) items {
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
