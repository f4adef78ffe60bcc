package article

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// Causes that callers may test with errors.Is.
var (
	ErrEmpty      = errors.New("file is empty")
	ErrBinary     = errors.New("not a text file")
	ErrTooLong    = errors.New("record is longer than 16 MB")
	ErrNoArticles = errors.New("without articles") // a directory or an archive
	ErrNoArticle  = errors.New("page without an article")
	ErrEncoding   = errors.New("encoding is not known")
	ErrDamaged    = errors.New("text is damaged")
	ErrWithdrawn  = errors.New("withdrawn by its agency")
	ErrRecord     = errors.New("broken record")
)

// Error says why one item was refused: a file, a directory or a line of it.
type Error struct {
	Path   string // as given, joined with the names below it; "stdin"
	Line   int    // 0 where the item is a whole file
	Err    error
	Advice string // what the user can do
}

// Error returns "path:line: cause (what to do)".
func (e *Error) Error() string {
	s := e.Path
	if e.Line > 0 {
		s += ":" + strconv.Itoa(e.Line)
	}
	s += ": " + e.Err.Error()
	if e.Advice != "" {
		s += " (" + e.Advice + ")"
	}
	return s
}

func (e *Error) Unwrap() error { return e.Err }

// Skipped says what a reader passed over in one file because nobody wants it as an article: pictures and redirects of a web
// archive, records without news. It stands in the sequence where an error would and refuses nothing: it is for telling people.
type Skipped struct {
	Path   string
	Counts []Count // the most frequent first
}

// Count is how often something was passed over.
type Count struct {
	What string // such as "requests"
	N    int
}

// Error returns "path: skipped: requests 3, redirects 2".
func (s *Skipped) Error() string {
	parts := make([]string, len(s.Counts))
	for i, c := range s.Counts {
		parts[i] = fmt.Sprintf("%s %d", c.What, c.N)
	}
	return s.Path + ": skipped: " + strings.Join(parts, ", ")
}
