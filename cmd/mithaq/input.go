package main

import (
	"context"
	"io"

	"github.com/spf13/cobra"

	"mithaq/extract/article"
	"mithaq/extract/fetch"
)

// inputFlags give what the input may lack.
type inputFlags struct {
	webFlags
	date, lang, source string
	fields             map[string]string
	written            func(lang, line string) (string, bool) // see article.Options.WrittenDate
}

func (f *inputFlags) add(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringVar(&f.date, "date", "", "date of publication of articles without one: day, month, year or RFC 3339 time")
	flags.StringVar(&f.lang, "lang", "", "language of articles without one, like ar (default: told from the text)")
	flags.StringVar(&f.source, "source", "", "newspaper or agency of articles without one")
	flags.StringToStringVar(&f.fields, "map", nil, "`names` of fields in tables and JSON that are not known by themselves, like title=kopf,text=data.inhalt;\nours are id, lang, date, source, url, author, title, text")
	flags.Lookup("map").DefValue = "" // not []
	f.webFlags.add(cmd)
}

// check reads nothing, but lets the reader look at the options.
func (f inputFlags) check(ctx context.Context) error {
	for _, err := range article.Read(ctx, nil, f.options()) {
		return usageError{err}
	}
	return f.webFlags.check()
}

func (f inputFlags) options() article.Options {
	return article.Options{Date: f.date, Lang: f.lang, Source: f.source, Fields: f.fields, WrittenDate: f.written}
}

// articles reads paths and addresses, the latter with web. Each part of a file that was read is told to count, if there is one.
func (a *app) articles(ctx context.Context, paths []string, f inputFlags, web *fetch.Reader, count func(bytes int)) items {
	o := f.options()
	o.Count = count
	if a.in != nil {
		o.Stdin = newInterruptible(ctx, a.in)
	}
	return fetched(ctx, paths, o, web, f.follow)
}

// interruptible is a stream whose reads end when the context does, also while they wait for somebody to type.
type interruptible struct {
	ctx  context.Context
	r    io.Reader
	done chan chunk
	rest []byte
	busy bool
}

type chunk struct {
	data []byte
	err  error
}

func newInterruptible(ctx context.Context, r io.Reader) *interruptible {
	return &interruptible{ctx: ctx, r: r, done: make(chan chunk, 1)}
}

// Read returns what was read, or the error of the context.
func (i *interruptible) Read(p []byte) (int, error) {
	if len(i.rest) == 0 {
		if !i.busy {
			i.busy = true
			go func() {
				buf := make([]byte, 64<<10)
				n, err := i.r.Read(buf)
				i.done <- chunk{buf[:n], err}
			}()
		}
		select {
		case c := <-i.done:
			i.busy = false
			if len(c.data) == 0 {
				return 0, c.err
			}
			i.rest = c.data // an error comes again with the next read
		case <-i.ctx.Done():
			return 0, i.ctx.Err()
		}
	}
	n := copy(p, i.rest)
	i.rest = i.rest[n:]
	return n, nil
}
