package sqlite

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"mithaq/queries"
)

// TestPlans says that no statement of a transaction reads a whole table.
func TestPlans(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "x.db"), Options{})
	for _, dir := range []string{"read", "upsert"} {
		names, err := queries.Statements(dir, ".sql")
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			if strings.HasPrefix(name, "read/all_") || name == "read/counts.sql" {
				continue // these are for the whole store
			}
			for _, step := range plan(t, s, name) {
				if strings.HasPrefix(step, "SCAN") && !strings.HasPrefix(step, "SCAN k ") && !strings.HasPrefix(step, "SCAN json_each") && step != "SCAN p" && step != "SCAN CONSTANT ROW" {
					t.Errorf("%s: %s", name, step)
				}
			}
		}
	}
}

func plan(t *testing.T, s *Store, name string) (steps []string) {
	t.Helper()
	text, err := queries.Statement(name)
	if err != nil {
		t.Fatal(err)
	}
	args := make([]any, strings.Count(text, "?"))
	if strings.Contains(text, "?1") {
		args = []any{"[]"}
	}
	if strings.Contains(text, "?2") {
		args = []any{"[]", "[]"}
	}
	rows, err := s.conn.QueryContext(context.Background(), "EXPLAIN QUERY PLAN "+text, args...)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	defer rows.Close()
	for rows.Next() {
		var id, parent, unused int
		var detail string
		if err := rows.Scan(&id, &parent, &unused, &detail); err != nil {
			t.Fatal(err)
		}
		steps = append(steps, detail)
	}
	return steps
}
