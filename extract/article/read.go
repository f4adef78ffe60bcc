package article

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"iter"
)

// Stdin is the path that stands for [Options.Stdin].
const Stdin = "-"

// Options give what the input itself may lack.
type Options struct {
	Date   string    // day, month, year or RFC 3339 time for records without one
	Lang   string    // language for records without one; empty: told from the text
	Source string    // newspaper or agency for records without one
	Stdin  io.Reader // what the path "-" reads
	// Count is told of every part of a file that was read, for whoever shows how far a long run has come: bytes as they are on
	// the disk. It may be nil.
	Count func(bytes int)
	// Fields names the field that holds what we call id, lang, date, source, url, author, title or text, in tables and JSON whose
	// own names are not known ("text" -> "body_plain"). A dot leads into an object: "data.body".
	Fields map[string]string
	// Fetch yields the articles at an address, for files that are lists of addresses. Without it such a file is refused.
	Fetch func(ctx context.Context, address string) iter.Seq2[Article, error]
	// WrittenDate reads a date as people write it in a language, such as the line under a headline ("3 November 2025, 14:30"):
	// a day, month or year like ParseDate, and false where there is none. It is called with one line at a time, from one
	// goroutine a Read. Without it only dates in digits are read from pages.
	WrittenDate func(lang, text string) (string, bool)
}

// Read yields the articles of paths in order: files, directories (recursively, by
// name, without hidden files) and "-" for [Options.Stdin]. The order depends on
// nothing but the names. One record is in memory at a time.
//
// Each pair is an article or an error. An item that cannot be read is an [*Error]
// and reading goes on after it, a [*Skipped] tells what was passed over in a file; invalid options or a cancelled context end the
// sequence with their error.
func Read(ctx context.Context, paths []string, opts Options) iter.Seq2[Article, error] {
	return func(yield func(Article, error) bool) {
		r, err := newReader(ctx, opts, yield)
		if err != nil {
			yield(Article{}, err)
			return
		}
		for _, path := range paths {
			if !r.path(path) {
				return
			}
		}
	}
}

// reader is the state of one Read.
type reader struct {
	ctx       context.Context
	opts      Options
	languages *languages
	known     *furniture // of pages, once one came
	fields    *fieldNames
	yield     func(Article, error) bool
	items     int             // articles and errors yielded
	buffers   []*bufio.Reader // of the archives in one another that are read, and of the file in the innermost
	depth     int             // how many of them are in use
	budget    budget          // of the input that is read
	remote    bool            // the input came from the network
	whole     bytes.Buffer    // the file, where it is read as one
}

func newReader(ctx context.Context, opts Options, yield func(Article, error) bool) (*reader, error) {
	languages, err := loadLanguages()
	if err != nil {
		return nil, fmt.Errorf("read articles: %w", err)
	}
	if opts.Date != "" {
		if opts.Date, err = ParseDate(opts.Date); err != nil {
			return nil, fmt.Errorf("read articles: %w", err)
		}
	}
	if opts.Lang != "" {
		lang, ok := languages.code(opts.Lang)
		if !ok {
			return nil, fmt.Errorf("read articles: language %+q is no language code like ar or en", opts.Lang)
		}
		opts.Lang = lang
	}
	fields, err := loadFields(opts.Fields)
	if err != nil {
		return nil, fmt.Errorf("read articles: %w", err)
	}
	return &reader{ctx: ctx, opts: opts, languages: languages, fields: fields, yield: yield}, nil
}

// emit yields an article or the error that stands in its place and reports
// whether reading goes on.
func (r *reader) emit(a Article, err error) bool {
	if cause := r.ctx.Err(); cause != nil {
		r.yield(Article{}, fmt.Errorf("read articles: %w", cause))
		return false
	}
	r.items++
	if err != nil {
		return r.yield(Article{}, err)
	}
	return r.yield(a, nil)
}

func (r *reader) refuse(path string, line int, err error, advice string) bool {
	return r.emit(Article{}, &Error{Path: path, Line: line, Err: err, Advice: advice})
}
