package article

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

const (
	// maxHeaderCell is how long a name of a column may be; an article's first line has longer parts.
	maxHeaderCell = 60
	// maxRow is how long a row over several lines may be. It bounds what an open quotation mark swallows.
	maxRow = 4 << 20
	// maxReread is how often reading goes back to the line behind a quotation mark that nobody closed.
	maxReread = 20
)

const tableAdvice = "write a header such as title,text,date,url, or name the columns, for example --map text=COLUMN"

// isTable looks for a header: names of columns of which two are known, among them one for the title or the text.
func (r *reader) isTable(head []byte) bool {
	line, _, whole := bytes.Cut(head, []byte("\n"))
	if !whole && len(head) == headSize || len(line) == 0 {
		return false
	}
	if after, ok := separatorLine(line); ok {
		return after != 0
	}
	if text, _, err := (&decoder{common: r.languages.common}).decode(line); err == nil {
		line = text
	}
	_, known, texts := r.fields.header(line)
	return known > 1 && texts > 0
}

// separatorLine reads the line "sep=;" that some programs write above a header.
func separatorLine(line []byte) (byte, bool) {
	after, ok := bytes.CutPrefix(bytes.TrimRight(line, "\r\n"), []byte("sep="))
	if !ok || len(after) != 1 {
		return 0, false
	}
	return after[0], true
}

// header tries the separators and returns the one by which most names are known, how many these are, and how many of them are for
// title or text. Lines with a part too long for a name have none.
func (n *fieldNames) header(line []byte) (separator byte, known, texts int) {
	for _, c := range []byte(",;\t|") {
		k, t := 0, 0
		for _, cell := range cells(line, c) {
			if utf8.RuneCountInString(cell) > maxHeaderCell {
				k, t = 0, 0
				break
			}
			switch c := n.column(cell); {
			case c.field == "":
			case c.rank == givenRank:
				t, k = t+1, k+2 // nobody names a column that is none
			case c.field == "title", c.field == "text", c.field == "summary":
				t, k = t+1, k+1
			default:
				k++
			}
		}
		if k > known {
			separator, known, texts = c, k, t
		}
	}
	return separator, known, texts
}

// column says what a column holds.
func (n *fieldNames) column(name string) fieldRank {
	folded := foldField(name)
	for field, path := range n.paths {
		if foldField(strings.Join(path, "")) == folded {
			return fieldRank{field, givenRank}
		}
	}
	return n.of[folded]
}

// table reads the rows below a header.
type table struct {
	*source
	lines     *lineReader
	queue     [][]byte // lines to be read again
	line      int
	separator byte
	names     []string // of the columns
	columns   []fieldRank
	reread    int
}

// readTable reads a table with a header, one article a row. Cells may be quoted and then hold line breaks.
func readTable(s *source) bool {
	t := &table{source: s, lines: &lineReader{in: s.in, max: MaxRecord}}
	before := s.items
	for {
		row, line, err := t.row()
		switch {
		case errors.Is(err, io.EOF) && s.items == before:
			return s.refuse(s.name, 0, fmt.Errorf("table %w", ErrNoArticles), "there is nothing below its header")
		case errors.Is(err, io.EOF):
			return true
		case errors.Is(err, ErrTooLong), errors.Is(err, errOpenQuote):
			if !s.refuse(s.name, line, err, "the rows after it are read") {
				return false
			}
			continue
		case err != nil:
			return s.refusePath(s.name, err)
		}
		if !t.take(row, line) {
			return false
		}
	}
}

// take reads a row, the first of all as the header.
func (t *table) take(raw []byte, line int) bool {
	row, warnings, err := t.text.decode(bytes.TrimRight(raw, "\r\n"))
	switch {
	case err != nil:
		return t.refuse(t.name, line, err, encodingAdvice(err))
	case len(bytes.TrimSpace(row)) == 0:
		return true
	case t.names == nil:
		t.head(row)
		return true
	}
	list := cells(row, t.separator)
	if len(list) > len(t.names) {
		return t.refuse(t.name, line, fmt.Errorf("%w: %d cells in this row, %d in the header", ErrRecord, len(list), len(t.names)), "quote cells that hold the separator")
	}
	var values []value
	var unknown []string
	for i, cell := range list {
		c := t.columns[i]
		if c.field == "" {
			unknown = append(unknown, t.names[i])
			continue
		}
		values = append(values, value{field: c.field, name: t.names[i], rank: c.rank, text: cell, markup: strings.Contains(strings.ToLower(t.names[i]), "html")})
	}
	rec, err := t.fields.record(values, unknown)
	if err != nil {
		return t.refuse(t.name, line, err, tableRowAdvice(err))
	}
	rec.line, rec.warnings = line, append(warnings, rec.warnings...)
	return t.finish(rec)
}

func tableRowAdvice(err error) string {
	if advice := recordAdvice(err); advice != jsonAdvice {
		return advice
	}
	return tableAdvice
}

// head reads the names of the columns, or the line above them that names the separator.
func (t *table) head(row []byte) {
	if c, ok := separatorLine(row); ok && t.separator == 0 {
		t.separator = c
		return
	}
	if t.separator == 0 {
		t.separator, _, _ = t.fields.header(row)
	}
	t.names = cells(row, t.separator)
	for _, name := range t.names {
		t.columns = append(t.columns, t.fields.column(name))
	}
}

var errOpenQuote = fmt.Errorf("%w: a quotation mark is never closed", ErrRecord)

// row returns the next row as it stands in the input, and its first line. Where a quotation mark is not closed before the row is too
// long or the input ends, the row is refused and reading goes back to the line behind it.
func (t *table) row() (row []byte, line int, err error) {
	var parts [][]byte
	size, open := 0, false
	for {
		part, err := t.next()
		switch {
		case err == nil && (len(parts) == 0 || size+len(part) <= maxRow):
			if len(parts) == 0 {
				line = t.line
			}
			open = quoteOpen(part, t.separator, open)
			if !open && len(parts) == 0 {
				return part, line, nil
			}
			parts, size = append(parts, bytes.Clone(part)), size+len(part)
			if open {
				continue
			}
			return bytes.Join(parts, nil), line, nil
		case len(parts) == 0:
			return nil, t.line, err
		case err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, ErrTooLong):
			return nil, t.line, err
		}
		if err == nil {
			parts = append(parts, bytes.Clone(part))
		}
		if t.reread++; t.reread > maxReread {
			return nil, line, errOpenQuote
		}
		t.queue = append(parts[1:], t.queue...)
		t.line = line
		return nil, line, errOpenQuote
	}
}

// next returns the next line with its line break.
func (t *table) next() ([]byte, error) {
	t.line++
	if len(t.queue) > 0 {
		line := t.queue[0]
		t.queue = t.queue[1:]
		return line, nil
	}
	line, err := t.lines.next()
	if err != nil {
		if errors.Is(err, io.EOF) {
			t.line--
		}
		return nil, err
	}
	return append(line, '\n'), nil
}

// quoteOpen reports whether a quoted cell is open at the end of a line, given whether one was at its beginning.
func quoteOpen(line []byte, separator byte, open bool) bool {
	start := !open
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case open && c == '"':
			if i+1 < len(line) && line[i+1] == '"' {
				i++
				continue
			}
			open = false
		case open:
		case c == '"' && start:
			open, start = true, false
		default:
			start = c == separator || separator == 0 && (c == ',' || c == ';' || c == '\t' || c == '|')
		}
	}
	return open
}

// cells cuts a row. A quotation mark counts at the beginning of a cell only; elsewhere it is a letter like others.
func cells(row []byte, separator byte) []string {
	var out []string
	var cell []byte
	for start := true; ; start = true {
		quoted := start && len(row) > 0 && row[0] == '"'
		if quoted {
			row = row[1:]
			for {
				i := bytes.IndexByte(row, '"')
				if i < 0 {
					cell, row = append(cell, row...), nil
					break
				}
				cell, row = append(cell, row[:i]...), row[i+1:]
				if len(row) == 0 || row[0] != '"' {
					break
				}
				cell, row = append(cell, '"'), row[1:]
			}
		}
		i := bytes.IndexByte(row, separator)
		if i < 0 {
			return append(out, string(append(cell, row...)))
		}
		out = append(out, string(append(cell, row[:i]...)))
		cell, row = cell[:0], row[i+1:]
	}
}
