package extract

import (
	"testing"

	"mithaq/extract/text"
)

// Rows of another shape are left out by the readers, so that none may stand in the files.
func TestTablesOfTheEngine(t *testing.T) {
	tables := []struct {
		name, data string
		columns    []int
	}{
		{"bodies.txt", bodiesFile, []int{bodyColumns, listColumns}},
		{"kinds.txt", kindsFile, []int{kindColumns}},
		{"resolve.txt", resolveFile, []int{resolveColumns}},
		{"rules.txt", rulesFile, []int{3}},
	}
	for _, table := range tables {
		rows := 0
	next:
		for line, cells := range text.Rows(table.data) {
			rows++
			for _, n := range table.columns {
				if len(cells) == n {
					continue next
				}
			}
			t.Errorf("%s:%d: %d columns, want one of %d: %+q", table.name, line, len(cells), table.columns, cells)
		}
		if rows == 0 {
			t.Errorf("%s: no rows", table.name)
		}
	}
}
