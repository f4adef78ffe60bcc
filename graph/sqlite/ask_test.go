package sqlite

import (
	"context"
	"errors"
	"path/filepath"
	"reflect"
	"testing"

	"mithaq/queries"
)

func TestAsk(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "x.db"), Options{})
	if err := put(s, sample()); err != nil {
		t.Fatal(err)
	}
	table, err := s.Ask(context.Background(), "label_counts", nil)
	want := [][]any{{"Event", int64(1)}, {"Leader", int64(1)}, {"Person", int64(1)}, {"State", int64(1)}}
	if err != nil || !reflect.DeepEqual(table.Rows, want) {
		t.Errorf("rows %v, %v, want %v", table.Rows, err, want)
	}
	if _, err := s.Ask(context.Background(), "no_such", nil); !errors.Is(err, queries.ErrUnknown) {
		t.Errorf("unknown question: %v", err)
	}
	if _, err := s.Ask(context.Background(), "label_counts", map[string]any{"x": 1}); err == nil {
		t.Error("unknown parameter: no error")
	}
}

func TestCells(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "x.db"), Options{})
	q := queries.Question{
		Columns: []queries.Column{{Name: "l", Kind: queries.List}, {Name: "b", Kind: queries.Bool}, {Name: "f", Kind: queries.Float}, {Name: "i", Kind: queries.Int}, {Name: "t"}, {Name: "n", Kind: queries.List}},
		SQL:     `SELECT (SELECT json_group_array(value || :a) FROM json_each(:list)) AS l, 1 AS b, 2 AS f, 3 AS i, 'x' AS t, NULL AS n`,
	}
	table, err := s.ask(context.Background(), q, map[string]any{"a": "!", "list": []string{"ص", "y"}})
	want := [][]any{{[]string{"ص!", "y!"}, true, 2.0, int64(3), "x", nil}}
	if err != nil || !reflect.DeepEqual(table.Rows, want) {
		t.Errorf("rows %#v, %v, want %#v", table.Rows, err, want)
	}
}
