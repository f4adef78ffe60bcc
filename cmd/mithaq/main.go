// Mithaq turns news articles on international relations into a knowledge graph that people can query.
//
// The way of an article, in the order of the code:
//
//	article.Read        files, directories and streams become articles        mithaq/extract/article
//	fetch.Reader        pages and feeds of the web do                         mithaq/extract/fetch
//	settle              what the store holds already is passed over           settled.go
//	Extractor.Extract   an article becomes claims: who did what to whom        mithaq/extract
//	graph.Check         claims are held against the model                      mithaq/graph
//	Store.Upsert        claims become nodes and facts, a batch a transaction   mithaq/graph/sqlite, mithaq/graph/neo4j
//	Store.Ask           named questions return rows                            mithaq/queries
//
// One command is one file here: its options, newXCmd, which makes the flags, and a run function that knows no flags.
// [app] is what all commands share: streams, environment and the global flags. pipeline.go runs the extraction on all
// processors and keeps the order of the input, writer.go gathers batches, tally.go and report.go say what became of them; watch.go
// does the same again and again; table.go prints rows; terminal.go keeps what articles say from
// disturbing a terminal; errors.go maps errors to exit codes.
package main

import (
	"context"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"
)

// memoryLimit is what the collector keeps the program's memory below where it can: it works harder the nearer it comes. What is needed at
// once, knowledge and two batches, is less. The caches of the embedded store are not part of it.
const memoryLimit = 208 << 20

func main() {
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(memoryLimit)
	}
	// The first interrupt lets the running transaction end; the second one kills.
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop)
	a := &app{in: os.Stdin, out: os.Stdout, err: os.Stderr, getenv: os.Getenv,
		terminal: isTerminal(os.Stdout), watched: isTerminal(os.Stderr), alone: true}
	os.Exit(a.main(ctx, os.Args[1:]))
}

// isTerminal reports whether somebody sees what is written to f.
func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0 && f.Name() != os.DevNull
}
