package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"mithaq/extract"
	"mithaq/extract/article"
	"mithaq/extract/fetch"
	"mithaq/graph"
)

// writer extracts articles and gathers the extractions into batches.
type writer struct {
	tally
	a        *app
	store    graph.Store
	x        *extract.Extractor
	progress *progress
	start    time.Time
	batch    []graph.Extraction
	limit    int // articles of a batch
	bytes    int
	flushed  time.Time // when a batch was written last
	total    graph.Report
	unread   map[string]int // articles by language, where there is no pack for it
	web      *fetch.Reader  // keeps what was fetched of articles that were written; may be nil
	taken    int            // items of the input that came, the batch is the last of them
	warned   sync.Map       // article id -> corrections that could not be made
}

func newWriter(a *app, s graph.Store, x *extract.Extractor, p *progress) *writer {
	limit := batchEmbedded
	if isURI(a.location()) {
		limit = batchArticles
	}
	return &writer{a: a, store: s, x: x, tally: tally{a: a}, progress: p, start: time.Now(), flushed: time.Now(), unread: map[string]int{}, limit: limit}
}

// write extracts articles and writes them in batches.
func (w *writer) write(ctx context.Context, all items) error {
	for o := range inOrder(ctx, all, w.extract) {
		w.taken++
		if !w.take(ctx, o.article, o.err) {
			if w.fatal != nil {
				break
			}
			continue
		}
		if !errors.Is(o.err, fetch.ErrUnchanged) { // nothing was read
			w.noteLanguage(o.article)
		}
		if err := w.add(ctx, o); err != nil {
			w.fatal = err
			break
		}
	}
	if ctx.Err() != nil && w.fatal == nil {
		w.fatal = ctx.Err()
	}
	if w.fatal == nil {
		w.fatal = w.flush(ctx)
	}
	w.progress.end()
	return w.err()
}

func (w *writer) extract(art article.Article) (graph.Extraction, error) {
	x, warnings := w.x.ExtractNoted(art)
	if len(warnings) > 0 {
		w.warned.Store(art.ID, warnings)
	}
	if err := graph.Check(w.x.World(), x); err != nil {
		return x, fmt.Errorf("%s: internal error, please report it with the article: %w", place(art), err)
	}
	return x, nil
}

// noteLanguage counts articles in languages without a pack, and says so once a language.
func (w *writer) noteLanguage(art article.Article) {
	if w.x.Reads(art.Lang) {
		return
	}
	if w.unread[art.Lang]++; w.unread[art.Lang] == 1 {
		w.a.note("warning", fmt.Sprintf("%s: nothing is read from articles in language %q yet; they are kept", place(art), art.Lang))
	}
}

// add takes an extraction, or notes that the store needs none.
func (w *writer) add(ctx context.Context, o outcome[graph.Extraction]) error {
	w.progress.show(w.read)
	switch {
	case errors.Is(o.err, errUnchanged), errors.Is(o.err, fetch.ErrUnchanged):
		w.total.Unchanged++
		return nil
	case errors.Is(o.err, errOlder):
		w.total.Older++
		return nil
	}
	if warnings, ok := w.warned.LoadAndDelete(o.value.Article.ID); ok {
		for _, text := range warnings.([]string) {
			w.a.note("warning", text)
		}
	}
	w.batch = append(w.batch, o.value)
	w.bytes += len(o.value.Article.Text)
	if len(w.batch) < w.limit && w.bytes < batchBytes && time.Since(w.flushed) < w.a.wait() {
		return nil
	}
	return w.flush(ctx)
}

// grace is how long a transaction may go on after an interrupt: less than what service managers wait before they kill.
const grace = 8 * time.Second

// graceful returns a context that ends some time after another one.
func graceful(ctx context.Context) (context.Context, context.CancelFunc) {
	late, cancel := context.WithCancel(context.WithoutCancel(ctx))
	stop := context.AfterFunc(ctx, func() {
		select {
		case <-late.Done():
		case <-time.After(grace):
			cancel()
		}
	})
	return late, func() { stop(); cancel() }
}

// flush writes the batch in one transaction. An interrupt while it runs lets it end.
func (w *writer) flush(ctx context.Context) error {
	if len(w.batch) == 0 || ctx.Err() != nil {
		return ctx.Err()
	}
	late, cancel := graceful(ctx)
	defer cancel()
	r, err := w.store.Upsert(late, w.batch)
	if err != nil {
		return err
	}
	clear(w.batch)
	w.batch, w.bytes, w.flushed = w.batch[:0], 0, time.Now()
	w.total.New += r.New
	w.total.Changed += r.Changed
	w.total.Unchanged += r.Unchanged
	w.total.Older += r.Older
	w.total.FactsAdded += r.FactsAdded
	w.total.FactsRemoved += r.FactsRemoved
	if w.web != nil {
		return w.web.KeepFirst(late, w.taken)
	}
	return nil
}

// finish says what was done on standard output, and in the report if one is wanted.
func (w *writer) finish(file *reportFile, err error) error {
	r := w.report(file.command(), err)
	if !w.a.quiet {
		err = errors.Join(w.a.printf("%s", r.summary()), err)
	}
	return errors.Join(err, file.write(r))
}
