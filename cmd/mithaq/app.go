package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"time"

	"mithaq/extract"
	"mithaq/extract/gazetteer"
	"mithaq/graph"
	"mithaq/graph/neo4j"
	"mithaq/graph/sqlite"
)

// app is what all commands share.
type app struct {
	in       io.Reader
	out, err io.Writer
	getenv   func(string) string
	terminal bool // out is one
	watched  bool // err is one: progress is shown
	alone    bool // in its process: it may set what holds for all of it
	quiet    bool // no progress, warnings and summaries

	patience time.Duration                                           // for tests: how long an article waits for others to be written with; zero is longWait
	retry    time.Duration                                           // how long a server that is away is asked again within a transaction; zero is the default of the store
	open     func(context.Context, graph.World) (graph.Store, error) // for tests: instead of openStore

	store      string
	gazetteers []string
	overlays   []string // files of corrections
}

// longWait is how long an article waits for others to be written with, where they come slowly as from the web.
const longWait = 10 * time.Second

func (a *app) wait() time.Duration { return cmp.Or(a.patience, longWait) }

// main runs one command line and returns the exit code.
func (a *app) main(ctx context.Context, args []string) int {
	root := newRootCmd(a)
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	if err != nil {
		fmt.Fprintln(a.err, "mithaq: "+safeLines(message(ctx, err)))
	}
	return exitCode(err)
}

// location returns where the store is: the flag, else the environment, else a file in the current folder.
func (a *app) location() string {
	for _, s := range []string{a.store, a.getenv("MITHAQ_STORE")} {
		if s != "" {
			return s
		}
	}
	return "mithaq.db"
}

func isURI(location string) bool { return strings.Contains(location, "://") }

// checkLocation refuses the name of a file that is an address with a login, written wrongly: the password would stand in messages, and
// in the name of a new file. A path with a folder in front is taken at its word.
func (a *app) checkLocation() error {
	where := a.location()
	_, rest, colon := strings.Cut(where, ":")
	if isURI(where) || !colon || !strings.Contains(rest, "@") || filepath.IsAbs(where) || strings.HasPrefix(where, ".") {
		return nil
	}
	if _, err := os.Lstat(where); err == nil {
		return nil
	}
	return errors.New("open store: it looks like an address with a login: write it like bolt://HOST:7687, with the login in NEO4J_USERNAME and NEO4J_PASSWORD (a file of such a name needs ./ in front)")
}

// openStore opens the store for writing, open for reading with a nil world.
func (a *app) openStore(ctx context.Context, world graph.World) (graph.Store, error) {
	if a.open != nil {
		return a.open(ctx, world)
	}
	if err := a.checkLocation(); err != nil {
		return nil, err
	}
	where := a.location()
	if !isURI(where) {
		return sqlite.Open(ctx, where, world, sqlite.Options{ReadOnly: world == nil})
	}
	user, password := a.getenv("NEO4J_USERNAME"), a.getenv("NEO4J_PASSWORD")
	if user == "" && password != "" {
		user = "neo4j"
	}
	return neo4j.Open(ctx, where, neo4j.Auth{User: user, Password: password}, a.getenv("NEO4J_DATABASE"), world, neo4j.Options{Retry: a.retry})
}

// withStore opens the store, runs do and closes it. A nil world is enough for reading.
func (a *app) withStore(ctx context.Context, world graph.World, do func(graph.Store) error) error {
	s, err := a.openStore(ctx, world)
	if err != nil {
		return err
	}
	return errors.Join(do(s), s.Close())
}

// layers returns the user's gazetteer folders.
func (a *app) layers() ([]fs.FS, error) {
	var all []fs.FS
	for _, dir := range a.gazetteers {
		info, err := os.Stat(dir)
		switch {
		case err != nil:
			return nil, fmt.Errorf("open gazetteer: %w", err)
		case !info.IsDir():
			return nil, fmt.Errorf("open gazetteer %s: not a folder: give the folder that holds states.jsonl, orgs.jsonl and the like", dir)
		}
		all = append(all, os.DirFS(dir))
	}
	return all, nil
}

// extractor loads everything that reading an article needs.
func (a *app) extractor() (*extract.Extractor, error) {
	layers, err := a.layers()
	if err != nil {
		return nil, err
	}
	corrections, err := a.corrections()
	if err != nil {
		return nil, err
	}
	defer a.keepGarbage()()
	return extract.OpenCorrected(corrections, layers...)
}

// keepGarbage turns the collector off until the returned function is called. Nearly all that loading makes is kept: to look for
// garbage meanwhile would take a third of the time of a start.
func (a *app) keepGarbage() func() {
	if !a.alone {
		return func() {}
	}
	percent := debug.SetGCPercent(-1)
	return func() { debug.SetGCPercent(percent) }
}

// gazetteer loads what is known of the world, which is quicker than the extractor.
func (a *app) gazetteer() (*gazetteer.Gazetteer, error) {
	layers, err := a.layers()
	if err != nil {
		return nil, err
	}
	corrections, err := a.corrections()
	if err != nil {
		return nil, err
	}
	defer a.keepGarbage()()
	g, err := corrections.Gazetteer(layers...)
	if err != nil {
		return nil, fmt.Errorf("load gazetteer: %w", err)
	}
	return g, nil
}

func (a *app) printf(format string, args ...any) error {
	_, err := fmt.Fprintf(a.out, format, args...)
	return err
}

// note writes a line about the work to standard error, over the progress line if there is one.
func (a *app) note(kind, text string) {
	if a.quiet && kind == "warning" {
		return
	}
	if a.watched {
		fmt.Fprint(a.err, clearLine)
	}
	fmt.Fprintf(a.err, "mithaq: %s: %s\n", kind, safe(text))
}
