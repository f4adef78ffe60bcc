package sqlite

import (
	"context"
	"path/filepath"
	"testing"

	"mithaq/graph"
	"mithaq/graph/memory"
	"mithaq/graph/storetest"
	"mithaq/internal/synth"
)

// TestMigrate: a store of the schema before is read as it is, and brought up to date by the first that may write to it.
func TestMigrate(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "x.db")
	load := func(s *Store, batch []graph.Extraction) {
		t.Helper()
		if _, err := s.Upsert(ctx, batch); err != nil {
			t.Fatal(err)
		}
	}
	s, err := Open(ctx, path, synth.World{}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	stream := synth.New(3)
	first, second := stream.Batch(300), stream.Batch(100)
	load(s, first)
	for _, statement := range []string{"UPDATE evidence SET blocks = '[]'", "DELETE FROM block", "DROP TABLE alike", "DROP TRIGGER evidence_gone", "DROP TRIGGER evidence_changed",
		"DROP INDEX evidence_profile", "ALTER TABLE evidence DROP COLUMN profile", "PRAGMA user_version = 3"} {
		if err := s.exec(ctx, statement); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	old, err := Open(ctx, path, synth.World{}, Options{ReadOnly: true})
	if err != nil {
		t.Fatalf("read an older store: %v", err)
	}
	if st, err := old.Status(ctx); err != nil || st.Labels["Article"] != 300 {
		t.Errorf("status of an older store: %v, %v", st.Labels, err)
	}
	if err := old.Close(); err != nil {
		t.Fatal(err)
	}
	fresh := memory.New(synth.World{}, memory.Options{})
	for _, batch := range [][]graph.Extraction{first, second} {
		if _, err := fresh.Upsert(ctx, batch); err != nil {
			t.Fatal(err)
		}
	}
	for range 2 { // the second time it is of this version
		s, err := Open(ctx, path, synth.World{}, Options{})
		if err != nil {
			t.Fatal(err)
		}
		load(s, second)
		if storetest.Export(t, s) != storetest.Export(t, fresh) {
			t.Error("a store that was brought up to date has another graph than a new one")
		}
		if version, err := s.inspect(ctx); err != nil || version != schemaVersion {
			t.Errorf("version %d, %v", version, err)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
}
