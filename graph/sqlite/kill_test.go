package sqlite

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"mithaq/graph"
	"mithaq/graph/memory"
	"mithaq/graph/storetest"
	"mithaq/internal/killtest"
)

func TestMain(m *testing.M) {
	killtest.Main(m, func() error {
		s, err := Open(context.Background(), os.Getenv("MITHAQ_TEST_STORE"), storetest.NewWorld(), Options{Fault: killtest.Fault()})
		if err != nil {
			return err
		}
		defer s.Close()
		return loadAll(s, killBatches())
	})
}

// killBatches makes batches in which articles come, change and pull derived nodes together and apart.
func killBatches() (all [][]graph.Extraction) {
	r := storetest.NewRandom(11)
	for v := range 4 {
		var batch []graph.Extraction
		for i := range 12 {
			batch = append(batch, r.Version(i+3*v, v))
		}
		all = append(all, batch)
	}
	return all
}

func loadAll(s graph.Store, batches [][]graph.Extraction) error {
	for _, batch := range batches {
		if _, err := s.Upsert(context.Background(), batch); err != nil {
			return err
		}
	}
	return nil
}

func export(t testing.TB, s graph.Store) string {
	t.Helper()
	var b bytes.Buffer
	if err := graph.WriteExport(context.Background(), &b, s, graph.FormatText); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// states returns the export after each number of batches.
func states(t *testing.T, batches [][]graph.Extraction) []string {
	t.Helper()
	m := memory.New(storetest.NewWorld(), memory.Options{})
	all := []string{""}
	for _, batch := range batches {
		if err := loadAll(m, [][]graph.Extraction{batch}); err != nil {
			t.Fatal(err)
		}
		all = append(all, export(t, m))
	}
	return all
}

// TestKillAtPoints kills a loading process inside a write. The file must hold whole batches, and a rerun must end
// where an undisturbed run ends.
func TestKillAtPoints(t *testing.T) {
	batches := killBatches()
	want := states(t, batches)
	for _, point := range []string{"deleted", "articles", "entities", "evidence", "facts", "links", "commit", "committed"} {
		for _, nth := range []int{1, 3} {
			path := filepath.Join(t.TempDir(), "x.db")
			killtest.Run(t, point, nth, "MITHAQ_TEST_STORE="+path)
			whole := nth - 1
			if point == "committed" {
				whole = nth
			}
			s := open2(t, path)
			if got := export(t, s); got != want[whole] {
				t.Errorf("killed at %s of batch %d: %s", point, nth, firstDiff(got, want[whole]))
			}
			if err := loadAll(s, batches); err != nil {
				t.Fatal(err)
			}
			sound(t, s)
			if got := export(t, s); got != want[len(batches)] {
				t.Errorf("killed at %s of batch %d, then again: %s", point, nth, firstDiff(got, want[len(batches)]))
			}
		}
	}
}

// TestKillAnywhere kills by time, so that also the middle of SQLite's own work is hit.
func TestKillAnywhere(t *testing.T) {
	batches := killBatches()
	want := states(t, batches)
	path := filepath.Join(t.TempDir(), "x.db")
	for d := 5 * time.Millisecond; d < 100*time.Millisecond; d += 7 * time.Millisecond {
		killtest.RunFor(t, d, "MITHAQ_TEST_STORE="+path)
		s, err := Open(context.Background(), path, storetest.NewWorld(), Options{})
		if err != nil {
			t.Fatalf("after %v: %v", d, err)
		}
		sound(t, s)
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	s := open2(t, path)
	if err := loadAll(s, batches); err != nil {
		t.Fatal(err)
	}
	if got := export(t, s); got != want[len(batches)] {
		t.Errorf("after all kills: %s", firstDiff(got, want[len(batches)]))
	}
}

func open2(t testing.TB, path string) *Store {
	t.Helper()
	s, err := Open(context.Background(), path, storetest.NewWorld(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// sound asks SQLite whether the file and its references are whole.
func sound(t testing.TB, s *Store) {
	t.Helper()
	for _, pragma := range []string{"integrity_check", "foreign_key_check"} {
		rows, err := s.read.Query("PRAGMA " + pragma)
		if err != nil {
			t.Fatal(err)
		}
		for rows.Next() {
			var line string
			if pragma == "foreign_key_check" {
				line = "a reference leads nowhere"
			} else if err := rows.Scan(&line); err != nil {
				t.Fatal(err)
			}
			if line != "ok" {
				t.Errorf("%s: %s", pragma, line)
			}
		}
		if err := rows.Err(); err != nil {
			t.Fatal(err)
		}
		rows.Close()
	}
}

// firstDiff shows the first line in which two exports differ.
func firstDiff(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range max(len(g), len(w)) {
		a, b := "", ""
		if i < len(g) {
			a = g[i]
		}
		if i < len(w) {
			b = w[i]
		}
		if a != b {
			return "got line\n" + a + "\nwant line\n" + b
		}
	}
	return "no difference"
}
