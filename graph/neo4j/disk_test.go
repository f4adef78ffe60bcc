package neo4j

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"mithaq/graph/storetest"
	"mithaq/internal/neo4jtest"
	"mithaq/internal/testenv"
)

// tornLog lets the server start where the full disk cut an entry of its log of transactions in two: it refuses to, otherwise, though the
// transaction was never committed. The README says so.
const tornLog = "internal.dbms.tx_log.fail_on_corrupted_log_files=false"

// TestDiskFull takes the room on the server's disk away under a load: a clear error at once, no half batch, and with room again, and
// the server started anew as the error says, the load goes on where it stopped.
func TestDiskFull(t *testing.T) {
	dir := testenv.SmallDisk(t, "96m")
	db := neo4jtest.Start(t, neo4jtest.Options{Conf: []string{"server.directories.data=" + dir, "db.tx_log.preallocate=false"}})
	if db.External() {
		testenv.Skip(t, "the disk of a given server is not filled")
	}
	s, err := Open(context.Background(), db.URI(), Auth{}, "", storetest.NewWorld(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	batches := killBatches()
	want := states(t, batches)
	if err := loadAll(s, batches[:1]); err != nil {
		t.Fatal(err)
	}
	free := testenv.Fill(t, dir)
	for _, what := range []string{"that meets the full disk", "after it"} {
		start := time.Now()
		err := loadAll(s, batches[1:2])
		if !errors.Is(err, ErrStopped) || !strings.Contains(err.Error(), "make room, restart the server, and load again") {
			t.Errorf("the write %s: %v", what, err)
		}
		if d := time.Since(start); d > 20*time.Second {
			t.Errorf("the write %s took %v to fail", what, d)
		}
	}
	free()
	db.Restart(t, tornLog)
	if got := export(t, s); got != want[1] {
		t.Errorf("after the full disk: %s", firstDiff(got, want[1]))
	}
	if err := loadAll(s, batches); err != nil {
		t.Fatal(err)
	}
	if got := export(t, s); got != want[len(batches)] {
		t.Errorf("loaded again: %s", firstDiff(got, want[len(batches)]))
	}
}
