package neo4j

import (
	"context"
	"errors"
	"io"
	"net"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"mithaq/graph/storetest"
)

// wire stands between driver and server, and cuts a connection after so many bytes of answers.
type wire struct {
	listener net.Listener
	server   string
	cuts     atomic.Int64 // connections that will be cut yet
	after    int64
	open     sync.WaitGroup
}

func newWire(t *testing.T, server string, after int64) *wire {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	w := &wire{listener: l, server: strings.TrimPrefix(server, "bolt://"), after: after}
	w.open.Go(w.serve)
	t.Cleanup(func() { l.Close(); w.open.Wait() })
	return w
}

func (w *wire) uri() string { return "bolt://" + w.listener.Addr().String() }

func (w *wire) serve() {
	for {
		client, err := w.listener.Accept()
		if err != nil {
			return
		}
		w.open.Go(func() { w.join(client) })
	}
}

// join passes bytes both ways. The answers of a doomed connection end in the middle of one.
func (w *wire) join(client net.Conn) {
	defer client.Close()
	server, err := net.Dial("tcp", w.server)
	if err != nil {
		return
	}
	defer server.Close()
	var both sync.WaitGroup
	both.Go(func() { io.Copy(server, client); server.Close() })
	var answers io.Reader = server
	if w.cuts.Add(-1) >= 0 {
		answers = io.LimitReader(server, w.after)
	}
	io.Copy(client, answers)
	client.Close()
	server.Close()
	both.Wait()
}

// TestCutConnection loads over a line that breaks at many places: every batch arrives once and whole.
func TestCutConnection(t *testing.T) {
	batches := killBatches()
	want := states(t, batches)[len(batches)]
	for _, after := range []int64{300, 2_000, 12_000, 30_000} {
		db := empty(t)
		w := newWire(t, db.URI(), after)
		s, err := Open(context.Background(), w.uri(), authOf(db), "", storetest.NewWorld(), Options{Retry: 20 * time.Second})
		if err != nil {
			t.Fatal(err)
		}
		w.cuts.Store(3)
		s.Close() // the pool: the next connections are new, and break
		s, err = Open(context.Background(), w.uri(), authOf(db), "", storetest.NewWorld(), Options{Retry: 20 * time.Second})
		if err != nil { // broke while it was opened: said, and gone with the next try
			if !errors.Is(err, ErrUnreachable) {
				t.Fatalf("after %d bytes: open: %v", after, err)
			}
			w.cuts.Store(0)
			if s, err = Open(context.Background(), w.uri(), authOf(db), "", storetest.NewWorld(), Options{}); err != nil {
				t.Fatal(err)
			}
		}
		if err := loadAll(s, batches); err != nil {
			t.Fatalf("after %d bytes: %v", after, err)
		}
		if got := export(t, s); got != want {
			t.Errorf("after %d bytes: %s", after, firstDiff(got, want))
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
}

// TestSlowTransaction lets another client hold the write lock: the load ends with a clear error after its time-out, nothing of
// it is left, and later it goes through.
func TestSlowTransaction(t *testing.T) {
	db := empty(t)
	s := open(t, db, storetest.NewWorld(), Options{Timeout: time.Second, Retry: time.Millisecond})
	batches := killBatches()
	ctx := context.Background()
	session := s.session(ctx, driver.AccessModeWrite)
	defer session.Close(ctx)
	holder, err := session.BeginTransaction(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := holder.Run(ctx, "MATCH (m:MithaqStore) SET m.held = true", nil); err != nil {
		t.Fatal(err)
	}
	_, err = s.Upsert(ctx, batches[0])
	if !errors.Is(err, errSlow) || !strings.Contains(err.Error(), "try again") {
		t.Errorf("upsert while the lock is held: %v", err)
	}
	if err := holder.Rollback(ctx); err != nil {
		t.Fatal(err)
	}
	if n := count(t, s); n != 0 {
		t.Errorf("%d lines of the failed write are left", n)
	}
	patient := open(t, db, storetest.NewWorld(), Options{})
	if err := loadAll(patient, batches); err != nil {
		t.Fatal(err)
	}
	if got, want := export(t, s), states(t, batches)[len(batches)]; got != want {
		t.Error(firstDiff(got, want))
	}
}

// TestDeadlock has another client hold a node that the load needs and then ask for the lock that the load holds. One of the two is
// ended by the server; the load is repeated if it is the one.
func TestDeadlock(t *testing.T) {
	db := empty(t)
	s := open(t, db, storetest.NewWorld(), Options{})
	batches := killBatches()
	if err := loadAll(s, batches[:1]); err != nil {
		t.Fatal(err)
	}
	ctx := context.Background()
	session := s.session(ctx, driver.AccessModeWrite)
	defer session.Close(ctx)
	other, err := session.BeginTransaction(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := other.Run(ctx, "MATCH (n:Entity) SET n.touched = true", nil); err != nil {
		t.Fatal(err)
	}
	done := make(chan error, 1)
	go func() { done <- loadAll(s, batches[1:]) }()
	time.Sleep(500 * time.Millisecond) // the load has the lock and waits for a node
	_, err = other.Run(ctx, "MATCH (m:MithaqStore) SET m.touched = true", nil)
	t.Logf("the other client: %v", err)
	other.Close(ctx) // rolls back whatever became of it
	if err := <-done; err != nil {
		t.Fatalf("load: %v", err)
	}
	if got, want := export(t, s), states(t, batches)[len(batches)]; got != want {
		t.Error(firstDiff(got, want))
	}
}
