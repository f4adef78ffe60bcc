package article

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
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
	rec, err := parseJSON(text)
	if err != nil {
		return s.refuse(s.name, number, err, jsonAdvice)
	}
	rec.line = number
	rec.warnings = append(warnings, rec.warnings...)
	return s.finish(rec)
}

// jsonRecord is a line. Fields that it does not know are ignored.
type jsonRecord struct {
	ID     scalar  `json:"id"`
	Lang   scalar  `json:"lang"`
	Date   scalar  `json:"date"`
	Source scalar  `json:"source"`
	URL    scalar  `json:"url"`
	Title  string  `json:"title"`
	Text   *string `json:"text"`
}

func parseJSON(line []byte) (record, error) {
	var in jsonRecord
	if err := json.Unmarshal(line, &in); err != nil {
		return record{}, jsonError(err, line)
	}
	if in.Text == nil {
		return record{}, fmt.Errorf(`%w: it has no "text"`, ErrRecord)
	}
	rec := record{title: in.Title, text: *in.Text}
	if isBlank(rec.text) {
		if isBlank(rec.title) {
			return record{}, fmt.Errorf("%w: title and text are empty", ErrRecord)
		}
		rec.warn("text is empty: only the title is read")
	}
	for _, f := range []struct {
		name string
		from scalar
		to   *string
	}{{"id", in.ID, &rec.id}, {"lang", in.Lang, &rec.lang}, {"date", in.Date, &rec.date}, {"source", in.Source, &rec.source}, {"url", in.URL, &rec.url}} {
		*f.to = f.from.value
		if f.from.strange {
			rec.warn("%s is neither text nor a number: ignored", f.name)
		}
	}
	return rec, nil
}

// jsonError says what is wrong with a line in the words of JSON, not of Go.
func jsonError(err error, line []byte) error {
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		at := int(syntax.Offset)
		if at == len(line) && strings.HasPrefix(syntax.Error(), "unexpected end") {
			return fmt.Errorf("%w: it ends at byte %d in the middle", ErrRecord, at)
		}
		return fmt.Errorf("%w: no JSON from byte %d on: %q", ErrRecord, at, shorten(string(line[max(at-1, 0):])))
	}
	var kind *json.UnmarshalTypeError
	if errors.As(err, &kind) && kind.Field != "" {
		return fmt.Errorf("%w: %q is not a string but of type %s", ErrRecord, kind.Field, kind.Value)
	}
	if kind != nil {
		return fmt.Errorf("%w: not an object but of type %s", ErrRecord, kind.Value)
	}
	return fmt.Errorf("%w: %w", ErrRecord, err)
}

// scalar is a string or a number, as ids and years are written either way.
// Anything else is remembered as strange and does not refuse the record.
type scalar struct {
	value   string
	strange bool
}

// UnmarshalJSON never fails.
func (s *scalar) UnmarshalJSON(b []byte) error {
	*s = scalar{}
	switch {
	case len(b) == 0 || bytes.Equal(b, []byte("null")):
	case b[0] == '"':
		s.strange = json.Unmarshal(b, &s.value) != nil
	case b[0] == '-' || '0' <= b[0] && b[0] <= '9':
		s.value = string(b)
	default:
		s.strange = true
	}
	return nil
}
