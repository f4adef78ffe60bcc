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
	empty         int             // folders and archives in which there was nothing
	news          int             // refusals that were told: all that are not in said
	said, saying  map[string]bool // if not nil: what was told before, and what is told now
	fatal         error           // ends the run: an interrupt, a store that fails
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
	switch {
	case err == nil, isSettled(err):
		t.read++
		if err == nil { // of what the store holds they were told when it came
			for _, w := range art.Warnings {
				t.a.note("warning", place(art)+": "+w)
			}
		}
		return true
	case ctx.Err() != nil:
		t.fatal = ctx.Err()
	case errors.As(err, new(*article.Skipped)):
		t.a.note("note", err.Error())
	case errors.Is(err, article.ErrNoArticles):
		t.empty++
		t.refuse(art, err)
	case errors.As(err, new(*article.Error)), art.ID != "":
		t.read++
		t.refused++
		t.refuse(art, err)
	default:
		t.fatal = err
	}
	return false
}

// refuse tells of an item that was refused, but once only where the same items come again and again.
func (t *tally) refuse(art article.Article, err error) {
	t.list(art, err)
	if t.saying != nil {
		t.saying[err.Error()] = true
	}
	if !t.said[err.Error()] {
		t.news++
		t.a.note("refused", err.Error())
	}
}

// list keeps why an item was refused.
func (t *tally) list(art article.Article, err error) {
	var item *article.Error
	switch {
	case !t.keep || len(t.refusals) == listed:
	case errors.As(err, &item):
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
	case t.refused+t.empty > 0:
		return partialError{t.read - t.refused, t.refused, "articles", t.empty}
	}
	return nil
}
