package main

import (
	"context"
	"errors"

	"mithaq/extract/article"
)

// listed is how many refused items a report names at most: it bounds memory.
const listed = 100_000

// tally counts what was read and what was refused, and says so on standard error.
type tally struct {
	a             *app
	read, refused int
	keep          bool // keep the refusals for a report
	refusals      []refusal
	fatal         error // ends the run: an interrupt, a store that fails
}

// refusal is an item that could not be read, and why.
type refusal struct {
	Path   string `json:"path"`
	Line   int    `json:"line,omitempty"`
	Why    string `json:"why"`
	Advice string `json:"advice,omitempty"`
}

// take counts an item and reports whether there is something to go on with.
func (t *tally) take(ctx context.Context, art article.Article, err error) bool {
	var item *article.Error
	switch {
	case err == nil, errors.Is(err, errUnchanged), errors.Is(err, errOlder):
		t.read++
		for _, w := range art.Warnings {
			t.a.note("warning", place(art)+": "+w)
		}
		return true
	case ctx.Err() != nil:
		t.fatal = ctx.Err()
	case errors.As(err, &item), art.ID != "":
		t.read++
		t.refuse(art, item, err)
	default:
		t.fatal = err
	}
	return false
}

func (t *tally) refuse(art article.Article, item *article.Error, err error) {
	t.refused++
	t.a.note("refused", err.Error())
	switch {
	case !t.keep || len(t.refusals) == listed:
	case item != nil:
		t.refusals = append(t.refusals, refusal{item.Path, item.Line, item.Err.Error(), item.Advice})
	default:
		t.refusals = append(t.refusals, refusal{art.Path, art.Line, err.Error(), ""})
	}
}

// err is the error of the whole run.
func (t *tally) err() error {
	switch {
	case t.fatal != nil:
		return t.fatal
	case t.refused > 0:
		return partialError{t.read - t.refused, t.refused, "articles"}
	}
	return nil
}
