package sqlite

import (
	"context"
	"path/filepath"
	"testing"

	"mithaq/graph"
	"mithaq/graph/storetest"
)

func TestStore(t *testing.T) {
	storetest.Run(t, storetest.Suite{Steps: 1000, Open: func(t testing.TB, o storetest.Options) graph.Store {
		s, err := Open(context.Background(), filepath.Join(t.TempDir(), "x.db"), o.World, Options{Fault: o.Fault})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { s.Close() })
		return s
	}})
}
