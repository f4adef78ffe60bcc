package fetch

import (
	"cmp"
	"context"
	"errors"

	"mithaq/extract/article"
)

// item is what became of an item of a feed that has only a summary.
type item struct {
	article   article.Article
	err       error
	unchanged []string // ids of articles that the store holds as they are
	later     bool     // the page may be there the next time
}

// item takes the article of the page to which an item links. If it cannot be had, the summary stands for it, with a warning. An item
// that is as it was when its page was fetched is not fetched again.
func (r *Reader) item(ctx context.Context, a article.Article, opts article.Options) item {
	hash := itemHash(a.Title, a.Text, a.Date)
	was, err := r.recall(ctx, a.FullText)
	if err != nil {
		return item{err: err}
	}
	if was.Item == hash && len(was.IDs) > 0 {
		return item{unchanged: was.IDs}
	}
	page, err := r.Client.Get(ctx, a.FullText, was.Condition)
	now := note{Condition: page.Condition, Item: hash}
	switch {
	case errors.Is(err, ErrNotModified):
		was.Item = hash
		r.note(a.FullText, was)
		return item{unchanged: was.IDs}
	case err == nil:
		var full article.Article
		if full, err = readable(ctx, page, opts); err == nil {
			full = fill(full, a)
			now.IDs = []string{full.ID}
			r.note(a.FullText, now)
			return item{article: full}
		}
	}
	var gone *Error
	var unread *article.Error
	if !errors.As(err, &gone) && !errors.As(err, &unread) {
		return item{err: err}
	}
	a.Warnings = append(a.Warnings, "only the summary of the feed is read, for its page cannot be: "+err.Error())
	return item{article: a, later: gone != nil && gone.Later}
}

// readable returns the one article of a page.
func readable(ctx context.Context, p Page, opts article.Options) (article.Article, error) {
	for a, err := range article.ReadDocument(ctx, p.document(p.URL), opts) {
		if err == nil && a.FullText != "" { // a feed that links to a feed
			err = &article.Error{Path: p.URL, Err: article.ErrNoArticle}
		}
		return a, err
	}
	return article.Article{}, &article.Error{Path: p.URL, Err: article.ErrNoArticle}
}

// fill gives the article of a page what only the feed says of it.
func fill(full, summary article.Article) article.Article {
	full.Date = cmp.Or(full.Date, summary.Date)
	full.Source = cmp.Or(full.Source, summary.Source)
	full.Author = cmp.Or(full.Author, summary.Author)
	full.Title = cmp.Or(full.Title, summary.Title)
	full.Record = cmp.Or(full.Record, summary.Record)
	return full
}
