package main

import (
	"context"
	"io"

	"github.com/spf13/cobra"

	"mithaq/graph"
)

func newExportCmd(a *app) *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use: "export", Short: "Write the whole graph in canonical order",
		Long:    "Export writes the whole graph: the same bytes from every store that holds the same articles.",
		Example: "  mithaq export > graph.txt\n  mithaq export --format jsonl | gzip > graph.jsonl.gz",
		Args:    args(cobra.NoArgs),
		RunE:    func(cmd *cobra.Command, _ []string) error { return a.export(cmd.Context(), format) },
	}
	cmd.Flags().StringVar(&format, "format", formatText, "text or jsonl")
	return cmd
}

func (a *app) export(ctx context.Context, format string) error {
	if err := oneOf("format", format, graph.FormatText, graph.FormatLines); err != nil {
		return err
	}
	return a.withStore(ctx, nil, func(s graph.Store) error {
		w := io.Writer(a.out)
		if a.terminal && format == graph.FormatLines {
			w = safeWriter{w}
		}
		return graph.WriteExport(ctx, w, s, format)
	})
}

// safeWriter keeps JSON that goes to a terminal from disturbing it. Whole letters must come in one write.
type safeWriter struct{ w io.Writer }

func (s safeWriter) Write(p []byte) (int, error) {
	if _, err := s.w.Write(safeJSON(p)); err != nil {
		return 0, err
	}
	return len(p), nil
}
