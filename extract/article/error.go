package article

import (
	"errors"
	"strconv"
)

// Causes that callers may test with errors.Is.
var (
	ErrEmpty      = errors.New("file is empty")
	ErrBinary     = errors.New("not a text file")
	ErrTooLong    = errors.New("record is longer than 16 MB")
	ErrNoArticles = errors.New("directory without articles")
	ErrNoArticle  = errors.New("page without an article")
	ErrEncoding   = errors.New("encoding is not known")
	ErrDamaged    = errors.New("text is damaged")
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
