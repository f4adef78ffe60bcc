package article

import (
	"context"
	"io"
	"iter"
)

// Document is one input that was opened elsewhere: a page or a feed that was fetched, a record of a web archive.
type Document struct {
	// Name stands in errors and as Article.Path: a path, or the address.
	Name string
	// URL is where the document was found: relative links start from it, and it is the URL of a page that names no other.
	// It may be empty.
	URL string
	// ContentType is what a server said, such as "text/html; charset=windows-1256". Of it only the charset counts, and only where
	// the bytes do not say better; the format is always told by content. It may be empty.
	ContentType string
	// Body is read to its end at most, and not closed.
	Body io.Reader
}

// ReadDocument yields the articles of one document, whatever its format, as [Read] does for files: a page gives one article, a
// feed one for each of its items. An item of a feed that holds a summary and no full text has [Article.FullText] set to the
// address of the page that has it: whoever can, fetches that page and takes its article in place of this one, if it is readable.
//
// What cannot be read is an [*Error] with the name of the document: among others [ErrNoArticle] for a page that is no article.
func ReadDocument(ctx context.Context, doc Document, opts Options) iter.Seq2[Article, error] {
	return func(yield func(Article, error) bool) {
		r, err := newReader(ctx, opts, yield)
		if err != nil {
			yield(Article{}, err)
			return
		}
		r.remote = doc.URL != ""
		r.document(doc)
	}
}
