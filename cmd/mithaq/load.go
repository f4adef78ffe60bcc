package main

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"mithaq/graph"
)

// A transaction takes this many articles, or fewer if they are long. More articles share its statements, which counts on the way to a
// server: of the speed of plain CREATE it reaches 63 to 71 % with 100 articles, 78 to 80 % with 200, and little more with 400. The
// embedded store gains nothing from it, and what is under way is most of the memory of a load.
const (
	batchArticles = 200
	batchEmbedded = 100
	batchBytes    = 8 << 20
)

type loadOptions struct {
	inputFlags
	runFlags
	paths []string
}

func newLoadCmd(a *app) *cobra.Command {
	var o loadOptions
	cmd := &cobra.Command{
		Use: "load PATH|URL...", Short: "Read articles into the graph",
		Long: `Load reads articles from files, folders, - (standard input) and addresses of pages and feeds, and writes what they say into
the graph.

A file is plain text (the first line that is not blank is the title), JSON lines such as
{"id","lang","date","source","url","title","text"}, of which only text is required, a JSON list, CSV, TSV, an HTML page, a feed,
ninjs, NewsML-G2, a saved page (.mhtml), a list of addresses, a sitemap, or a zip, tar, gzip, bzip2, Zstandard or web archive (WARC) of such files.

Loading an article again changes nothing; a new version of it takes the place of the old one. A run that was interrupted goes on where it was when it is started again: what
the store holds is not read twice.

Addresses (http, https) are fetched politely, by the robots.txt of their hosts, and only if they changed since they were fetched
last. Addresses in private networks are refused without --allow-private.`,
		Example: "  mithaq load articles/\n  mithaq load --date 2025-11-03 news.txt\n  mithaq load --map title=kopf,text=inhalt table.csv\n  mithaq load CC-NEWS.warc.gz\n  ssh host cat news.jsonl.gz | mithaq load -\n  mithaq load https://example.org/feed.xml\n  mithaq load --report run.json archive/",
		Args:    args(cobra.MinimumNArgs(1)),
		RunE: func(cmd *cobra.Command, paths []string) error {
			o.paths = paths
			return a.load(cmd.Context(), o)
		},
	}
	o.inputFlags.add(cmd)
	o.runFlags.add(a, cmd)
	return cmd
}

func (a *app) load(ctx context.Context, o loadOptions) error {
	if err := o.check(ctx); err != nil {
		return err
	}
	file, err := o.open("load")
	if err != nil {
		return err
	}
	defer file.close()
	x, err := a.extractor()
	if err != nil {
		return err
	}
	o.written = x.WrittenDate
	return a.withStore(ctx, x.World(), func(s graph.Store) error {
		web := o.reader(s, x.Program())
		defer web.Client.Close()
		p := newProgress(a, "articles", inputSize(o.paths))
		w := newWriter(a, s, x, p)
		w.keep, w.web = file != nil, web
		err := w.write(ctx, settle(ctx, s, x, a.wait(), a.articles(ctx, o.paths, o.inputFlags, web, p.read)))
		if w.fatal == nil {
			err = errors.Join(err, web.Keep(ctx))
		}
		return w.finish(file, err)
	})
}
