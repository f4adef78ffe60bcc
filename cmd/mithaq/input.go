package main

import (
	"context"
	"errors"
	"io"
	"iter"

	"github.com/spf13/cobra"

	"mithaq/extract/article"
)

// inputFlags give what the input may lack.
type inputFlags struct {
	date, lang, source string
	written            func(lang, line string) (string, bool) // see article.Options.WrittenDate
}

func (f *inputFlags) add(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringVar(&f.date, "date", "", "date of publication of articles without one: day, month, year or RFC 3339 time")
	flags.StringVar(&f.lang, "lang", "", "language of articles without one, like ar (default: told from the text)")
	flags.StringVar(&f.source, "source", "", "newspaper or agency of articles without one")
}

// check reads nothing, but lets the reader look at the options.
func (f inputFlags) check(ctx context.Context) error {
	for _, err := range article.Read(ctx, nil, f.options()) {
		return usageError{err}
	}
	return nil
}

func (f inputFlags) options() article.Options {
	return article.Options{Date: f.date, Lang: f.lang, Source: f.source, WrittenDate: f.written}
}

// articles reads the paths. Warnings go to standard error as the articles come.
func (a *app) articles(ctx context.Context, paths []string, f inputFlags) iter.Seq2[article.Article, error] {
	o := f.options()
	if a.in != nil {
		o.Stdin = newInterruptible(ctx, a.in)
	}
	return article.Read(ctx, paths, o)
}

// tally counts what was read and what was refused, and says so on standard error.
type tally struct {
	a             *app
	read, refused int
	empty         int   // folders and archives in which there was nothing
	fatal         error // ends the run: an interrupt, a store that fails
}

// take counts an item and reports whether there is something to go on with.
func (t *tally) take(ctx context.Context, art article.Article, err error) bool {
	var item *article.Error
	switch {
	case err == nil:
		t.read++
		for _, w := range art.Warnings {
			t.a.note("warning", place(art)+": "+w)
		}
		return true
	case ctx.Err() != nil:
		t.fatal = ctx.Err()
	case errors.As(err, new(*article.Skipped)):
		t.a.note("skipped", err.Error())
	case errors.Is(err, article.ErrNoArticles):
		t.empty++
		t.a.note("refused", err.Error())
	case errors.As(err, &item), art.ID != "":
		t.read++
		t.refused++
		t.a.note("refused", err.Error())
	default:
		t.fatal = err
	}
	return false
}

// err is the error of the whole run.
func (t *tally) err() error {
	switch {
	case t.fatal != nil:
		return t.fatal
	case t.refused+t.empty > 0:
		return partialError{t.read - t.refused, t.refused, "articles", t.empty}
	}
	return nil
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
