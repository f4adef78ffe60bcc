package sqlite

import (
	"context"
	"path/filepath"
	"testing"

	"mithaq/graph"
	"mithaq/graph/storetest"
	"mithaq/internal/testenv"
)

func TestStore(t *testing.T) {
	steps := 3000
	if testenv.Race { // make runs the walks once more without it
		steps = 250
	}
	storetest.Run(t, storetest.Suite{Steps: steps, Open: func(t testing.TB, o storetest.Options) graph.Store {
		s, err := Open(context.Background(), filepath.Join(t.TempDir(), "x.db"), o.World, Options{Fault: o.Fault})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { s.Close() })
		return s
	}})
}
