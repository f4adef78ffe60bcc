package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"

	"mithaq/graph"
	"mithaq/queries"
)

// Ask runs a named question.
func (s *Store) Ask(ctx context.Context, name string, params map[string]any) (graph.Table, error) {
	q, err := queries.Find(name)
	if err != nil {
		return graph.Table{}, err
	}
	bound, err := q.Bind(params)
	if err != nil {
		return graph.Table{}, err
	}
	table, err := s.ask(ctx, q, bound)
	return table, s.fail("ask "+name+" of store", err)
}

func (s *Store) ask(ctx context.Context, q queries.Question, bound map[string]any) (graph.Table, error) {
	var args []any
	for key, v := range bound {
		if l, ok := v.([]string); ok {
			v = encodeList(l) // the statement reads it with json_each
		}
		args = append(args, sql.Named(key, v))
	}
	rows, err := s.read.QueryContext(ctx, q.SQL, args...)
	if err != nil {
		return graph.Table{}, err
	}
	defer rows.Close()
	table := graph.Table{}
	for _, c := range q.Columns {
		table.Columns = append(table.Columns, c.Name)
	}
	names, err := rows.Columns()
	if err != nil {
		return graph.Table{}, err
	}
	if !slices.Equal(names, table.Columns) {
		return graph.Table{}, fmt.Errorf("the statement returns columns %q, its header says %q", names, table.Columns)
	}
	for rows.Next() {
		row := make([]any, len(names))
		dest := make([]any, len(names))
		for i, c := range q.Columns {
			dest[i] = &cell{kind: c.Kind, into: &row[i]}
		}
		if err := rows.Scan(dest...); err != nil {
			return graph.Table{}, err
		}
		table.Rows = append(table.Rows, row)
	}
	return table, rows.Err()
}

// cell brings a value of SQLite, which knows no booleans and no lists, into the kind of its column.
type cell struct {
	kind queries.Kind
	into *any
}

// Scan takes one value.
func (c *cell) Scan(v any) error {
	if b, ok := v.([]byte); ok {
		v = string(b)
	}
	switch x := v.(type) {
	case nil:
		*c.into = nil
	case string:
		if c.kind == queries.List {
			l := []string{}
			if err := json.Unmarshal([]byte(x), &l); err != nil {
				return fmt.Errorf("list column: %w", err)
			}
			*c.into = l
			return nil
		}
		*c.into = x
	case int64:
		switch c.kind {
		case queries.Bool:
			*c.into = x != 0
		case queries.Float:
			*c.into = float64(x)
		default:
			*c.into = x
		}
	default:
		*c.into = x
	}
	return nil
}
