package sqlite

import (
	"context"
	"database/sql"
	"path/filepath"
	"testing"

	"mithaq/graph"
	"mithaq/graph/storetest"
)

// older makes a store of version 1 with some articles, and returns its path and what it exports.
func older(t *testing.T, batch []graph.Extraction) (path, export string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "old.db")
	s, err := Open(t.Context(), path, storetest.NewWorld(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Upsert(t.Context(), batch); err != nil {
		t.Fatal(err)
	}
	export = storetest.Export(t, s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, st := range []string{"DROP TABLE version", "DROP TABLE note", "PRAGMA user_version = 1"} {
		if _, err := db.Exec(st); err != nil {
			t.Fatal(err)
		}
	}
	return path, export
}

// TestUpgrade opens a store of version 1, first for reading, then for writing: it knows its articles as unchanged.
func TestUpgrade(t *testing.T) {
	batch := storetest.Example()
	path, export := older(t, batch)
	for _, o := range []Options{{ReadOnly: true}, {}, {}} {
		s, err := Open(t.Context(), path, storetest.NewWorld(), o)
		if err != nil {
			t.Fatal(err)
		}
		if got := storetest.Export(t, s); got != export {
			t.Errorf("%+v: another graph", o)
		}
		if !o.ReadOnly {
			checkKnown(t, s, batch)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func checkKnown(t *testing.T, s *Store, batch []graph.Extraction) {
	t.Helper()
	for _, x := range batch {
		v, err := s.Versions(context.Background(), []string{x.Article.ID})
		if err != nil || len(v) != 1 || !v[0].Holds(x.Article) {
			t.Errorf("%s: versions %+v, %v", x.Article.ID, v, err)
		}
	}
	if err := s.Remember(context.Background(), map[string]string{"k": "v"}); err != nil {
		t.Error(err)
	}
}
