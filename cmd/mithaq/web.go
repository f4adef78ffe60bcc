package main

import (
	"context"
	"time"

	"github.com/spf13/cobra"

	"mithaq/extract/article"
	"mithaq/extract/fetch"
)

// webFlags say how addresses are fetched.
type webFlags struct {
	userAgent       string
	private, follow bool
	timeout, delay  time.Duration
}

func (f *webFlags) add(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringVar(&f.userAgent, "user-agent", fetch.DefaultUserAgent, "name to give to web servers; what stands before / is looked for in robots.txt")
	flags.BoolVar(&f.private, "allow-private", false, "fetch from this machine and private networks too, and through $HTTPS_PROXY")
	flags.BoolVar(&f.follow, "follow", false, "fetch the pages to which feeds in files link, where the feed has only a summary")
	flags.DurationVar(&f.timeout, "timeout", time.Minute, "how long one answer of a web server may take")
	flags.DurationVar(&f.delay, "delay", time.Second, "pause between two requests to one web server")
}

// check refuses values that cannot be meant.
func (f webFlags) check() error {
	switch {
	case f.timeout <= 0:
		return usagef("--timeout %s: want more than nothing, like 30s", f.timeout)
	case f.delay < 0:
		return usagef("--delay %s: want a pause, like 2s", f.delay)
	}
	return nil
}

// reader returns what fetches; without a memory it fetches everything.
func (f webFlags) reader(m fetch.Memory, program string) *fetch.Reader {
	delay := f.delay
	if delay == 0 {
		delay = -1 // none; zero would be the default
	}
	o := fetch.Options{UserAgent: f.userAgent, AllowPrivate: f.private, Timeout: f.timeout, Delay: delay}
	return &fetch.Reader{Client: fetch.New(o), Memory: m, Program: program}
}

// fetched reads the paths and addresses in their order.
func fetched(ctx context.Context, paths []string, o article.Options, r *fetch.Reader, follow bool) items {
	list := o
	list.Fetch = func(ctx context.Context, address string) items { return r.Read(ctx, address, o) }
	return func(yield func(article.Article, error) bool) {
		given := 0
		for len(paths) > 0 {
			n := 1
			all := r.Read(ctx, paths[0], o)
			if !fetch.IsAddress(paths[0]) {
				for n < len(paths) && !fetch.IsAddress(paths[n]) {
					n++
				}
				if all = article.Read(ctx, paths[:n], list); follow {
					all = r.Follow(ctx, all, o)
				}
			}
			for a, err := range all {
				given++
				r.Mark(given)
				if !yield(a, err) {
					return
				}
			}
			paths = paths[n:]
		}
	}
}
