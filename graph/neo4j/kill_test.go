package neo4j

import (
	"bytes"
	"context"
	"os"
	"strings"
	"testing"
	"time"

	"mithaq/graph"
	"mithaq/graph/memory"
	"mithaq/graph/storetest"
	"mithaq/internal/killtest"
	"mithaq/internal/neo4jtest"
)

func TestMain(m *testing.M) {
	killtest.Main(m, func() error {
		s, err := Open(context.Background(), os.Getenv("MITHAQ_TEST_URI"), Auth{os.Getenv("MITHAQ_TEST_USER"), os.Getenv("MITHAQ_TEST_PASSWORD")}, "",
			storetest.NewWorld(), Options{Fault: killtest.Fault()})
		if err != nil {
			return err
		}
		defer s.Close()
		return loadAll(s, killBatches())
	})
}

func victimOf(db *neo4jtest.Server) []string {
	return []string{"MITHAQ_TEST_URI=" + db.URI(), "MITHAQ_TEST_USER=" + db.Username(), "MITHAQ_TEST_PASSWORD=" + db.Password()}
}

// killBatches makes batches in which articles come, change and pull derived nodes together and apart.
func killBatches() (all [][]graph.Extraction) {
	r := storetest.NewRandom(11)
	for v := range 3 {
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

// TestKillAtPoints kills a loading process inside a write. The graph must hold whole batches, the lock must be free again,
// and a rerun must end where an undisturbed run ends.
func TestKillAtPoints(t *testing.T) {
	batches := killBatches()
	want := states(t, batches)
	for _, point := range []string{"locked", "deleted", "articles", "entities", "evidence", "facts", "links", "commit", "committed"} {
		db := empty(t)
		const nth = 2
		killtest.Run(t, point, nth, victimOf(db)...)
		whole := nth - 1
		if point == "committed" {
			whole = nth
		}
		s := open(t, db, storetest.NewWorld(), Options{})
		if got := export(t, s); got != want[whole] {
			t.Errorf("killed at %s: %s", point, firstDiff(got, want[whole]))
		}
		start := time.Now()
		if err := loadAll(s, batches); err != nil {
			t.Fatal(err)
		}
		if d := time.Since(start); d > 20*time.Second {
			t.Errorf("killed at %s: the next writer took %v", point, d)
		}
		if got := export(t, s); got != want[len(batches)] {
			t.Errorf("killed at %s, then again: %s", point, firstDiff(got, want[len(batches)]))
		}
	}
}

// TestKillAnywhere kills by time.
func TestKillAnywhere(t *testing.T) {
	batches := killBatches()
	want := states(t, batches)
	db := empty(t)
	for d := 40 * time.Millisecond; d < 800*time.Millisecond; d += 110 * time.Millisecond {
		killtest.RunFor(t, d, victimOf(db)...)
	}
	s := open(t, db, storetest.NewWorld(), Options{})
	if err := loadAll(s, batches); err != nil {
		t.Fatal(err)
	}
	if got := export(t, s); got != want[len(batches)] {
		t.Errorf("after all kills: %s", firstDiff(got, want[len(batches)]))
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
