package article

import (
	"bytes"
	"errors"
	"io"
)

const jsonAdvice = `write one object a line, such as {"id": "1", "title": "...", "text": "..."}`

// isJSONLines looks for an object that opens and goes on in its first line, so
// that a first line broken further on is reported as such and not read as text.
func isJSONLines(head []byte) bool {
	after, ok := bytes.CutPrefix(bytes.TrimLeft(head, " \t\r\n"), []byte("{"))
	after = bytes.TrimLeft(after, " \t")
	return ok && len(after) > 0 && (after[0] == '"' || after[0] == '}')
}

// readJSONLines reads one object a line; blank lines are skipped.
func readJSONLines(s *source) bool {
	lines := &lineReader{in: s.in, max: MaxRecord}
	for {
		line, err := lines.next()
		switch {
		case errors.Is(err, io.EOF):
			return true
		case errors.Is(err, ErrTooLong):
			if !s.refuse(s.name, lines.line, err, "split it; the lines after it are read") {
				return false
			}
			continue
		case err != nil:
			return s.refusePath(s.name, err)
		}
		line = bytes.TrimSpace(bytes.TrimPrefix(line, []byte(utf8BOM)))
		if len(line) > 0 && !s.jsonLine(line, lines.line) {
			return false
		}
	}
}

func (s *source) jsonLine(line []byte, number int) bool {
	text, warnings, err := s.text.decode(line)
	if err != nil {
		return s.refuse(s.name, number, err, encodingAdvice(err))
	}
	rec, err := s.fields.parseJSON(text)
	if err != nil {
		return s.refuse(s.name, number, err, recordAdvice(err))
	}
	rec.line = number
	rec.warnings = append(warnings, rec.warnings...)
	return s.finish(rec)
}

// recordAdvice says what to do about a record that holds no article.
func recordAdvice(err error) string {
	var noText *noTextError
	switch {
	case errors.As(err, &noText):
		return "say which of them is the text, for example --map text=" + noText.names[0]
	case errors.Is(err, ErrWithdrawn):
		return "mithaq remove takes back what was loaded of it"
	}
	return jsonAdvice
}
