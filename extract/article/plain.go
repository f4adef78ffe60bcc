package article

import (
	"strings"
	"unicode"
)

// readPlain reads a file that is one article: the first line that is not blank is
// the title, what follows its line break is the body exactly as decoded.
func readPlain(s *source) bool {
	raw, err := s.readWhole()
	switch {
	case err != nil:
		return s.refuseWhole(err, "split it into articles, one a file or one JSON object a line")
	case looksBinary(raw):
		return s.refuse(s.name, 0, ErrBinary, "give UTF-8 text or JSON lines")
	}
	text, warnings, err := s.text.decode(raw)
	if err != nil {
		return s.refuse(s.name, 0, err, encodingAdvice(err))
	}
	rec := record{warnings: warnings, url: s.doc.URL}
	rec.title, rec.text, rec.line = splitTitle(string(text))
	if rec.title == "" {
		return s.refuse(s.name, 0, ErrEmpty, "write a title on the first line and the text below it")
	}
	return s.finish(rec)
}

// splitTitle returns the first line that shows anything, trimmed, what follows
// its line break, and its number. A line ends with LF, CR LF or CR.
func splitTitle(text string) (title, body string, line int) {
	for line = 1; text != ""; line++ {
		head, rest := text, ""
		if i := strings.IndexAny(text, "\r\n"); i >= 0 {
			head, rest = text[:i], text[i+1:]
			if text[i] == '\r' {
				rest = strings.TrimPrefix(rest, "\n")
			}
		}
		if !isBlank(head) {
			return strings.TrimSpace(head), rest, line
		}
		text = rest
	}
	return "", "", line
}

// isBlank reports whether a reader sees nothing: white space and invisible
// format characters such as direction marks.
func isBlank(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return !unicode.IsSpace(r) && !unicode.Is(unicode.Cf, r) }) < 0
}
