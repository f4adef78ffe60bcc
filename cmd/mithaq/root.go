package main

import (
	"strings"

	"github.com/spf13/cobra"
)

const rootLong = `Mithaq turns news articles on international relations into a knowledge graph: leaders, states, organizations,
agreements and events, and who did what to whom, each fact with the sentences that say it.

  mithaq load articles/                 articles into the graph
  mithaq query                          the questions that can be asked
  mithaq query who_met state=China      one of them

The graph is kept in one file (mithaq.db) or in Neo4j: --store bolt://localhost:7687 with NEO4J_USERNAME, NEO4J_PASSWORD
and NEO4J_DATABASE in the environment.

Exit codes: 0 done, 1 failed or interrupted, 2 wrong usage, 3 done but for some articles.`

func newRootCmd(a *app) *cobra.Command {
	root := &cobra.Command{
		Use: "mithaq", Short: "News articles into a knowledge graph of international relations", Long: rootLong,
		SilenceErrors: true, SilenceUsage: true,
		Args: func(cmd *cobra.Command, list []string) error {
			if len(list) == 0 {
				return nil
			}
			hint := ""
			if near := cmd.SuggestionsFor(list[0]); len(near) > 0 {
				hint = " (do you mean " + strings.Join(near, " or ") + "?)"
			}
			return usagef("there is no command %q%s", list[0], hint)
		},
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.CompletionOptions.HiddenDefaultCmd = true
	root.SuggestionsMinimumDistance = 2
	root.SetIn(a.in)
	root.SetOut(a.out)
	root.SetErr(a.err)
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error { return usagef("%s: %w", cmd.CommandPath(), err) })
	flags := root.PersistentFlags()
	flags.StringVar(&a.store, "store", "", "file of the graph, or bolt:// or neo4j:// address (default $MITHAQ_STORE, else mithaq.db)")
	flags.StringArrayVar(&a.gazetteers, "gazetteer", nil, "folder of your own gazetteer records; may be given several times")
	flags.StringArrayVar(&a.overlays, "overlay", nil, "file of corrections; may be given several times (default $MITHAQ_OVERLAY, else overlay.jsonl beside the embedded store)")
	root.AddCommand(
		newLoadCmd(a), newWatchCmd(a), newExtractCmd(a), newQueryCmd(a), newCypherCmd(a), newExplainCmd(a), newResolveCmd(a), newRemoveCmd(a),
		newRefreshCmd(a), newExportCmd(a), newBrowseCmd(a), newStatusCmd(a), newLintCmd(a), newVersionCmd(a),
	)
	return root
}
