package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"

	"github.com/spf13/cobra"

	"mithaq/graph"
)

// Formats of rows.
const (
	formatTable = "table"
	formatJSON  = "json"
	formatCSV   = "csv"
	formatText  = "text"
	formatLines = "jsonl"
)

// rowFlags say how rows are written.
type rowFlags struct {
	format string
	raw    bool // CSV with the values as they are
}

func (f *rowFlags) add(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.format, "format", formatTable, "table, json or csv")
	cmd.Flags().BoolVar(&f.raw, "raw", false, "csv: the values as they are, also what a spreadsheet takes for a formula or a terminal obeys")
}

func (f rowFlags) check() error {
	if err := oneOf("format", f.format, formatTable, formatJSON, formatCSV); err != nil {
		return err
	}
	if f.raw && f.format != formatCSV {
		return usagef("--raw: it is for --format csv")
	}
	return nil
}

// printTable writes rows in a format. Only a table for a terminal gets marks that keep its columns in place.
func (a *app) printTable(t graph.Table, f rowFlags) error {
	switch f.format {
	case formatJSON:
		return writeJSONRows(a.out, t)
	case formatCSV:
		cell := csvCell
		if f.raw {
			cell = cellText
		}
		if f.raw && a.terminal {
			cell = func(v any) string { return safe(cellText(v)) }
		}
		return writeCSV(a.out, t, cell)
	}
	if err := writeTable(a.out, t, a.terminal); err != nil {
		return err
	}
	if len(t.Rows) == 0 {
		a.note("note", "no rows")
	}
	return nil
}

// leftToRight keeps a terminal that reorders Arabic from joining the cells of two columns.
const leftToRight = "\u200e"

// writeTable aligns the columns, numbers to the right. The last column is as long as it is.
func writeTable(w io.Writer, t graph.Table, marks bool) error {
	rows := [][]string{t.Columns}
	number := make([]bool, len(t.Columns))
	for i := range number {
		number[i] = len(t.Rows) > 0
	}
	for _, r := range t.Rows {
		cells := make([]string, len(r))
		for i, v := range r {
			cells[i] = safe(cellText(v))
			number[i] = number[i] && isNumber(v)
		}
		rows = append(rows, cells)
	}
	widths := make([]int, len(t.Columns))
	for _, r := range rows {
		for i, c := range r {
			widths[i] = max(widths[i], columns(c))
		}
	}
	var b bytes.Buffer
	for n, r := range rows {
		if n == 1 {
			for i, size := range widths {
				writeCell(&b, strings.Repeat("-", size), size, false, i == len(widths)-1, false)
			}
			b.WriteByte('\n')
		}
		for i, c := range r {
			writeCell(&b, c, widths[i], number[i], i == len(r)-1, marks)
		}
		b.WriteByte('\n')
	}
	_, err := w.Write(b.Bytes())
	return err
}

func writeCell(b *bytes.Buffer, text string, size int, right, last, marks bool) {
	pad := strings.Repeat(" ", max(0, size-columns(text)))
	if right {
		b.WriteString(pad)
	}
	b.WriteString(text)
	if marks && rightToLeft(text) {
		b.WriteString(leftToRight)
	}
	if last {
		return
	}
	if !right {
		b.WriteString(pad)
	}
	b.WriteString("  ")
}

func isNumber(v any) bool {
	switch v.(type) {
	case int64, float64, nil:
		return true
	}
	return false
}

// cellText is a cell as people read it.
func cellText(v any) string {
	switch x := v.(type) {
	case nil:
		return ""
	case string:
		return x
	case []string:
		return strings.Join(x, "; ")
	case []any:
		parts := make([]string, len(x))
		for i, e := range x {
			parts[i] = cellText(e)
		}
		return strings.Join(parts, "; ")
	case float64:
		return strconv.FormatFloat(x, 'f', -1, 64)
	}
	return fmt.Sprint(v)
}

// writeCSV writes rows with the cells that cell makes of their values.
func writeCSV(w io.Writer, t graph.Table, cell func(any) string) error {
	c := csv.NewWriter(w)
	if err := c.Write(t.Columns); err != nil {
		return err
	}
	for _, r := range t.Rows {
		cells := make([]string, len(r))
		for i, v := range r {
			cells[i] = cell(v)
		}
		if err := c.Write(cells); err != nil {
			return err
		}
	}
	c.Flush()
	return c.Error()
}

// csvCell is a cell that does nothing wherever the file is opened: what a terminal would obey is written as in a table, and text that
// a spreadsheet would take for a formula has an apostrophe before it. Numbers are not text: -1 stays.
func csvCell(v any) string {
	s := safe(cellText(v))
	if isNumber(v) {
		return s
	}
	if first := strings.TrimLeftFunc(s, unicode.IsSpace); first != "" && strings.ContainsRune(formulas, []rune(first)[0]) {
		return "'" + s
	}
	return s
}

// formulas begin a formula in spreadsheets, in both widths.
const formulas = "=+-@\uff1d\uff0b\uff0d\uff20"

// writeJSONRows writes one array of objects, a row a line, with the fields in the order of the columns.
func writeJSONRows(w io.Writer, t graph.Table) error {
	var b bytes.Buffer
	b.WriteByte('[')
	for n, r := range t.Rows {
		if n > 0 {
			b.WriteByte(',')
		}
		b.WriteString("\n{")
		for i, v := range r {
			if i > 0 {
				b.WriteByte(',')
			}
			key, err := jsonBytes(t.Columns[i])
			if err != nil {
				return err
			}
			value, err := jsonBytes(v)
			if err != nil {
				return err
			}
			b.Write(key)
			b.WriteByte(':')
			b.Write(value)
		}
		b.WriteByte('}')
	}
	if len(t.Rows) > 0 {
		b.WriteByte('\n')
	}
	b.WriteString("]\n")
	_, err := w.Write(b.Bytes())
	return err
}

// jsonBytes writes a value on one line, letters as they are.
func jsonBytes(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, fmt.Errorf("write JSON: %w", err)
	}
	return safeJSON(bytes.TrimSuffix(b.Bytes(), []byte("\n"))), nil
}
