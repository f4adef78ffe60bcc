package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"

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

// printTable writes rows in a format. Only a table for a terminal gets marks that keep its columns in place.
func (a *app) printTable(t graph.Table, format string) error {
	switch format {
	case formatJSON:
		return writeJSONRows(a.out, t)
	case formatCSV:
		return writeCSV(a.out, t, a.terminal)
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

// writeCSV writes the values as they are; on a terminal, what it would obey is written as in a table.
func writeCSV(w io.Writer, t graph.Table, terminal bool) error {
	c := csv.NewWriter(w)
	if err := c.Write(t.Columns); err != nil {
		return err
	}
	for _, r := range t.Rows {
		cells := make([]string, len(r))
		for i, v := range r {
			if cells[i] = cellText(v); terminal {
				cells[i] = safe(cells[i])
			}
		}
		if err := c.Write(cells); err != nil {
			return err
		}
	}
	c.Flush()
	return c.Error()
}

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
