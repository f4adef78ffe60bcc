package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"mithaq/extract"
	"mithaq/extract/fetch"
	"mithaq/graph"
	"mithaq/graph/neo4j"
	"mithaq/graph/sqlite"
)

// While the store is away it is looked for after longer and longer pauses.
const (
	firstPause = time.Second
	lastPause  = time.Minute
	watchRetry = 3 * time.Second // within a transaction
)

type watchOptions struct {
	inputFlags
	runFlags
	paths         []string
	every, settle time.Duration
}

func newWatchCmd(a *app) *cobra.Command {
	var o watchOptions
	cmd := &cobra.Command{
		Use: "watch PATH|URL...", Short: "Keep the graph up to date with folders, pages and feeds",
		Long: `Watch reads like load, and goes on: every now and then it looks for new and changed files, pages and items of feeds and reads
those; the addresses of lists and sitemaps are asked for again though the file stays as it is. A file is read when it has not
changed for a while, so that half of one is never read; files that are deleted stay in the graph (mithaq remove takes articles
back). When the store goes away watch waits until it is back, and reads what came meanwhile.

It ends with Ctrl-C or SIGTERM, after the transaction that is being written. Nothing is lost if it ends otherwise: the next run
reads what is not in the graph yet.`,
		Example: "  mithaq watch --every 5m https://example.org/feed.xml\n  mithaq watch --every 10s incoming/\n  mithaq watch --report watch.json --quiet addresses.txt",
		Args:    args(cobra.MinimumNArgs(1)),
		RunE: func(cmd *cobra.Command, paths []string) error {
			o.paths = paths
			return a.watch(cmd.Context(), o)
		},
	}
	o.inputFlags.add(cmd)
	o.addReport(cmd, "file for a report of all that was done, written anew whenever something was looked at")
	cmd.Flags().DurationVar(&o.every, "every", 5*time.Minute, "how often to look")
	cmd.Flags().DurationVar(&o.settle, "settle", 5*time.Second, "how long a file must be unchanged before it is read")
	cmd.Flags().BoolVarP(&a.quiet, "quiet", "q", false, "no warnings and summaries; refused articles and errors are still named")
	return cmd
}

func (o watchOptions) check(ctx context.Context) error {
	if o.every <= 0 || o.settle < 0 {
		return usagef("--every %s, --settle %s: want times like 5m and 10s", o.every, o.settle)
	}
	for _, path := range o.paths {
		if fetch.IsAddress(path) {
			continue
		}
		if path == "-" {
			return usagef("watch: standard input comes only once: use mithaq load -")
		}
		if _, err := os.Stat(path); err != nil {
			return fmt.Errorf("watch: %w: check the spelling of the path", err)
		}
	}
	return o.inputFlags.check(ctx)
}

func (a *app) watch(ctx context.Context, o watchOptions) error {
	if err := o.check(ctx); err != nil {
		return err
	}
	file, err := o.open("watch") // better known now than in the night
	if err != nil {
		return err
	}
	file.close()
	x, err := a.extractor()
	if err != nil {
		return err
	}
	a.retry, o.written = watchRetry, x.WrittenDate
	w := &watcher{a: a, o: o, x: x, web: o.reader(nil, x.Program()), pause: firstPause, report: newWatchReport(o.runFlags)}
	for _, path := range o.paths {
		if fetch.IsAddress(path) {
			w.addresses = append(w.addresses, path)
			continue
		}
		w.files.roots = append(w.files.roots, path)
	}
	defer w.web.Client.Close()
	err = w.run(ctx)
	w.report.write(a, err)
	return errors.Join(err, w.close())
}

// watcher reads again and again.
type watcher struct {
	a         *app
	o         watchOptions
	x         *extract.Extractor
	web       *fetch.Reader
	addresses []string
	due       time.Time // when to ask for the addresses again, those in lists too
	files     watchedFiles
	store     graph.Store // nil while it is away
	opened    bool        // it was there once
	away      bool        // somebody was told that it is away
	pause     time.Duration
	said      map[string]bool // refusals of the last round: they are not repeated
	report    *watchReport
}

// run looks until the context ends, which is no failure.
func (w *watcher) run(ctx context.Context) error {
	for {
		pause, err := w.round(ctx)
		switch {
		case ctx.Err() != nil:
			return nil
		case err != nil:
			return err
		}
		t := time.NewTimer(pause)
		select {
		case <-ctx.Done():
			t.Stop()
			return nil
		case <-t.C:
		}
	}
}

// round reads what is new and returns the pause until the next look.
func (w *watcher) round(ctx context.Context) (time.Duration, error) {
	if w.store == nil {
		s, err := w.a.openStore(ctx, w.x.World())
		if err != nil {
			if !w.opened && hopeless(err) {
				return 0, err
			}
			return w.lost(err), nil
		}
		w.store, w.web.Memory, w.opened = s, s, true
	}
	now := time.Now()
	ready, waiting := w.files.look(now, w.o.settle)
	paths, due := slices.Clone(ready), !now.Before(w.due)
	if due {
		paths = append(append(paths, w.addresses...), w.files.lists()...)
	}
	if len(paths) > 0 {
		if err := w.read(ctx, paths); err != nil {
			return w.lost(err), nil
		}
		w.files.done(ready)
	}
	if due {
		w.due = now.Add(w.o.every)
	}
	w.back()
	if waiting {
		return min(w.o.every, w.o.settle), nil
	}
	return w.o.every, nil
}

// read loads paths and addresses, and says what came of it if anything did.
func (w *watcher) read(ctx context.Context, paths []string) error {
	r := newWriter(w.a, w.store, w.x, newProgress(w.a, "articles", 0))
	r.said, r.saying, r.keep, r.web = w.said, map[string]bool{}, w.o.path != "", w.web
	in := w.a.articles(ctx, paths, w.o.inputFlags, w.web, r.progress.read)
	err := r.write(ctx, settle(ctx, w.store, w.x, w.a.wait(), in))
	done := r.report("watch", err)
	w.report.add(done)
	if r.fatal != nil {
		return r.fatal
	}
	w.report.write(w.a, nil)
	w.said = r.saying
	if r.total.New+r.total.Changed+r.news > 0 && !w.a.quiet {
		if err := w.a.printf("%s", done.summary()); err != nil {
			return err
		}
	}
	return w.web.Keep(ctx)
}

// lost says once that the store is away, and returns the pause until it is looked for again. Everything will be read again then:
// what the store still holds costs little, and it may have lost something.
func (w *watcher) lost(err error) time.Duration {
	if !w.away && !errors.Is(err, context.Canceled) {
		w.a.note("waiting", err.Error()+"; it is looked for until it is back")
		w.away = true
		w.report.write(w.a, err)
	}
	_ = w.close() // what is broken may not close well
	w.files.forget()
	w.web.Forget()
	w.due = time.Time{}
	pause := min(w.pause, w.o.every)
	w.pause = min(2*w.pause, lastPause)
	return pause
}

func (w *watcher) back() {
	if w.away {
		w.a.note("waiting", "it is back")
		w.report.write(w.a, nil)
	}
	w.away, w.pause = false, firstPause
}

func (w *watcher) close() error {
	if w.store == nil {
		return nil
	}
	err := w.store.Close()
	w.store = nil
	return err
}

// hopeless reports whether it would not help to wait: the command line or the store is wrong.
func hopeless(err error) bool {
	return !errors.Is(err, neo4j.ErrUnreachable) && !errors.Is(err, sqlite.ErrLocked)
}
