package main

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"time"

	"github.com/spf13/cobra"

	"mithaq/extract"
	"mithaq/extract/article"
	"mithaq/graph"
)

// A transaction takes this many articles, or fewer if they are long. More articles share its statements: of the speed of plain
// CREATE a server reaches 56 to 75 % with 100 articles, 76 to 82 % with 400, and what one transaction holds stays small.
const (
	batchArticles = 400
	batchBytes    = 8 << 20
)

type loadOptions struct {
	inputFlags
	paths []string
}

func newLoadCmd(a *app) *cobra.Command {
	var o loadOptions
	cmd := &cobra.Command{
		Use: "load PATH...", Short: "Read articles into the graph",
		Long: `Load reads articles from files, folders and - (standard input) and writes what they say into the graph.

An article file is plain text (the first line that is not blank is the title) or JSON lines, one object a line:
{"id","lang","date","source","url","title","text"}, of which only text is required. Loading an article again changes nothing;
a new version of it takes the place of the old one.`,
		Example: "  mithaq load articles/\n  mithaq load --date 2025-11-03 news.txt\n  zcat news.jsonl.gz | mithaq load -",
		Args:    args(cobra.MinimumNArgs(1)),
		RunE: func(cmd *cobra.Command, paths []string) error {
			o.paths = paths
			return a.load(cmd.Context(), o)
		},
	}
	o.add(cmd)
	return cmd
}

func (a *app) load(ctx context.Context, o loadOptions) error {
	if err := o.check(ctx); err != nil {
		return err
	}
	x, err := a.extractor()
	if err != nil {
		return err
	}
	o.written = x.WrittenDate
	return a.withStore(ctx, x.World(), func(s graph.Store) error {
		return a.write(ctx, s, x, a.articles(ctx, o.paths, o.inputFlags))
	})
}

// write extracts articles and writes them in batches, then says what it did.
func (a *app) write(ctx context.Context, s graph.Store, x *extract.Extractor, items iter.Seq2[article.Article, error]) error {
	w := &writer{a: a, store: s, x: x, tally: tally{a: a}, progress: newProgress(a, "articles")}
	unread := map[string]bool{}
	for o := range inOrder(ctx, items, w.extract) {
		if !w.take(ctx, o.article, o.err) {
			if w.fatal != nil {
				break
			}
			continue
		}
		if lang := o.article.Lang; !x.Reads(lang) && !unread[lang] {
			unread[lang] = true
			a.note("warning", fmt.Sprintf("%s: nothing is read from articles in language %q yet; they are kept", place(o.article), lang))
		}
		if err := w.add(ctx, o.value); err != nil {
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
	return errors.Join(w.report(), w.err())
}

// writer gathers extractions into batches.
type writer struct {
	tally
	a        *app
	store    graph.Store
	x        *extract.Extractor
	progress *progress
	batch    []graph.Extraction
	bytes    int
	total    graph.Report
}

func (w *writer) extract(art article.Article) (graph.Extraction, error) {
	x := w.x.Extract(art)
	if err := graph.Check(w.x.World(), x); err != nil {
		return x, fmt.Errorf("%s: internal error, please report it with the article: %w", place(art), err)
	}
	return x, nil
}

func (w *writer) add(ctx context.Context, x graph.Extraction) error {
	w.batch = append(w.batch, x)
	w.bytes += len(x.Article.Text)
	w.progress.show(w.read)
	if len(w.batch) < batchArticles && w.bytes < batchBytes {
		return nil
	}
	return w.flush(ctx)
}

// flush writes the batch in one transaction. An interrupt while it runs lets it end.
func (w *writer) flush(ctx context.Context) error {
	if len(w.batch) == 0 || ctx.Err() != nil {
		return ctx.Err()
	}
	r, err := w.store.Upsert(context.WithoutCancel(ctx), w.batch)
	if err != nil {
		return err
	}
	w.batch, w.bytes = w.batch[:0], 0
	w.total.New += r.New
	w.total.Changed += r.Changed
	w.total.Unchanged += r.Unchanged
	w.total.Older += r.Older
	w.total.FactsAdded += r.FactsAdded
	w.total.FactsRemoved += r.FactsRemoved
	return nil
}

func (w *writer) report() error {
	t := w.total
	older := ""
	if t.Older > 0 {
		older = fmt.Sprintf(", older than stored %d", t.Older)
	}
	lost := ""
	if n := w.read - w.refused - t.New - t.Changed - t.Unchanged - t.Older; n > 0 {
		lost = fmt.Sprintf(", not written %d", n)
	}
	return w.a.printf("articles: read %d, new %d, changed %d, unchanged %d%s, refused %d%s\nfacts: added %d, removed %d\n",
		w.read, t.New, t.Changed, t.Unchanged, older, w.refused, lost, t.FactsAdded, t.FactsRemoved)
}

// clearLine takes the cursor to the beginning of a line without content.
const clearLine = "\r\x1b[K"

// progress is a line on standard error that is written over, for whoever watches a long run.
type progress struct {
	a     *app
	what  string
	start time.Time
	last  time.Time
	shown bool
}

func newProgress(a *app, what string) *progress {
	return &progress{a: a, what: what, start: time.Now(), last: time.Now()}
}

func (p *progress) show(n int) {
	now := time.Now()
	if !p.a.watched || now.Sub(p.last) < 500*time.Millisecond {
		return
	}
	p.last, p.shown = now, true
	fmt.Fprintf(p.a.err, clearLine+"%d %s, %.0f a second ", n, p.what, float64(n)/now.Sub(p.start).Seconds())
}

func (p *progress) end() {
	if p.shown {
		fmt.Fprint(p.a.err, clearLine)
	}
}
