package neo4j

import (
	"context"
	"fmt"
	"slices"
	"strings"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

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
	table, err := s.table(ctx, q.Cypher, bound)
	if err != nil {
		return graph.Table{}, s.fail("ask "+name+" of", err)
	}
	var names []string
	for _, c := range q.Columns {
		names = append(names, c.Name)
	}
	if !slices.Equal(names, table.Columns) {
		return graph.Table{}, fmt.Errorf("ask %s of Neo4j: the statement returns columns %q, its header says %q", name, table.Columns, names)
	}
	for _, row := range table.Rows {
		for i, c := range q.Columns {
			if n, ok := row[i].(int64); ok && c.Kind == queries.Float {
				row[i] = float64(n)
			}
		}
	}
	return table, nil
}

// Cypher runs a statement that reads. Cells hold what Table says, and beyond that [Element] for nodes, relationships,
// maps, and lists of anything but text ([]any).
func (s *Store) Cypher(ctx context.Context, statement string, params map[string]any) (graph.Table, error) {
	table, err := s.table(ctx, statement, params)
	return table, s.fail("run Cypher on", err)
}

func (s *Store) table(ctx context.Context, statement string, params map[string]any) (table graph.Table, err error) {
	session := s.session(ctx, driver.AccessModeRead)
	defer func() { _ = session.Close(context.WithoutCancel(ctx)) }()
	_, err = session.ExecuteRead(ctx, func(t driver.ManagedTransaction) (any, error) {
		table = graph.Table{}
		result, err := t.Run(ctx, statement, params)
		if err != nil {
			return nil, err
		}
		if table.Columns, err = result.Keys(); err != nil {
			return nil, err
		}
		for result.Next(ctx) {
			values := result.Record().Values
			row := make([]any, len(values))
			for i, v := range values {
				row[i] = cell(v)
			}
			table.Rows = append(table.Rows, row)
		}
		return nil, result.Err()
	}, driver.WithTxTimeout(s.opts.Timeout))
	return table, err
}

// versionOf takes the version out of "Neo4j/5.26.30".
func versionOf(agent string) string {
	_, version, _ := strings.Cut(agent, "/")
	return version
}
