package neo4j

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"mithaq/graph"
	"mithaq/graph/storetest"
	"mithaq/internal/neo4jtest"
	"mithaq/queries"
)

func TestCypher(t *testing.T) {
	s := open(t, empty(t), noWorld{}, Options{})
	if err := put(s, sample()); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		statement string
		params    map[string]any
		shown     string // fmt.Sprint of the first row
		json      string
	}{
		{"RETURN 1 AS a, 2.5 AS b, 'x' AS c, null AS d, true AS e", nil, `[1 2.5 x <nil> true]`, `[1,2.5,"x",null,true]`},
		{"MATCH (n {id: $id}) RETURN n.name", map[string]any{"id": "CHN"}, `[الصين]`, `["الصين"]`},
		{"MATCH (n:Event) RETURN n", nil, `[(:Entity:Event {aliases: [], id: "event/1", name: "m", topics: []})]`,
			`[{"labels":["Entity","Event"],"properties":{"aliases":[],"id":"event/1","name":"m","topics":[]}}]`},
		{"MATCH ()-[r:REPORTS]->() RETURN r", nil, `[[:REPORTS {count: 0, end: 0, start: 0, surfaces: []}]]`,
			`[{"type":"REPORTS","properties":{"count":0,"end":0,"start":0,"surfaces":[]}}]`},
		{"MATCH p = (:State)<-[:PLANNED]-(:Leader) RETURN p", nil, `[(الصين)<-[:PLANNED]-(X)]`, `["(الصين)<-[:PLANNED]-(X)"]`},
		{"RETURN {a: [1, 'x'], b: ['y']} AS m, [] AS l, date('2025-11-03') AS d", nil, `[{a: [1 x], b: ["y"]} [] 2025-11-03]`, `[{"a":[1,"x"],"b":["y"]},[],"2025-11-03"]`},
	}
	for _, tt := range tests {
		table, err := s.Cypher(context.Background(), tt.statement, tt.params)
		if err != nil || len(table.Rows) != 1 {
			t.Errorf("%s: %d rows, %v", tt.statement, len(table.Rows), err)
			continue
		}
		if got := fmt.Sprint(table.Rows[0]); got != tt.shown {
			t.Errorf("%s: shown %+q, want %+q", tt.statement, got, tt.shown)
		}
		b, err := json.Marshal(table.Rows[0])
		if got := strings.NewReplacer(`\u003c`, "<", `\u003e`, ">").Replace(string(b)); err != nil || got != tt.json {
			t.Errorf("%s: JSON %+q, %v, want %+q", tt.statement, got, err, tt.json)
		}
	}
}

func TestCypherRefuses(t *testing.T) {
	s := open(t, empty(t), noWorld{}, Options{})
	for statement, want := range map[string]error{
		"CREATE (n:X) RETURN n":              ErrNotRead,
		"MATCH (m:MithaqStore) SET m.x = 1":  ErrNotRead,
		"MATCH (n RETURN n":                  nil,
		"MATCH (n) WHERE n.id = $x RETURN n": nil,
	} {
		_, err := s.Cypher(context.Background(), statement, nil)
		if err == nil || want != nil && !errors.Is(err, want) {
			t.Errorf("%s: error %v, want %v", statement, err, want)
		}
	}
}

func TestAsk(t *testing.T) {
	s := open(t, empty(t), noWorld{}, Options{})
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

// TestRestart stops the server between two batches and starts it again while the second is being written, then opens it
// for reading only, then not at all.
func TestRestart(t *testing.T) {
	db := neo4jtest.Start(t, neo4jtest.Options{})
	if db.External() {
		t.Skip("a given server is not stopped")
	}
	s, err := Open(context.Background(), db.URI(), Auth{}, "", storetest.NewWorld(), Options{Retry: time.Minute})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	batches := killBatches()
	if err := loadAll(s, batches[:1]); err != nil {
		t.Fatal(err)
	}
	db.Stop(t)
	done := make(chan error, 1)
	go func() { done <- loadAll(s, batches[1:]) }()
	time.Sleep(time.Second)
	db.Restart(t)
	if err := <-done; err != nil {
		t.Fatalf("load over a restart: %v", err)
	}
	want := states(t, batches)
	if got := export(t, s); got != want[len(batches)] {
		t.Errorf("after a restart: %s", firstDiff(got, want[len(batches)]))
	}
	db.Restart(t, "server.databases.read_only=neo4j")
	if got := export(t, s); got != want[len(batches)] {
		t.Errorf("read-only: %s", firstDiff(got, want[len(batches)]))
	}
	if _, err := s.Remove(context.Background(), []string{batches[0][0].Article.ID}); !errors.Is(err, ErrReadOnly) {
		t.Errorf("write to a read-only database: %v", err)
	}
	db.Stop(t)
	short, err := Open(context.Background(), db.URI(), Auth{}, "", noWorld{}, Options{})
	if err == nil {
		short.Close()
	}
	if !errors.Is(err, ErrUnreachable) || !strings.Contains(err.Error(), db.URI()) {
		t.Errorf("open without a server: %v", err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 100*time.Millisecond)
	defer cancel()
	if _, err := s.Upsert(ctx, []graph.Extraction{batches[0][0]}); err == nil {
		t.Error("write without a server: no error")
	}
}
