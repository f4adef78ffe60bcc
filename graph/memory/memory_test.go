package memory_test

import (
	"testing"

	"mithaq/graph"
	"mithaq/graph/memory"
	"mithaq/graph/storetest"
	"mithaq/internal/testenv"
)

func TestStore(t *testing.T) {
	steps := 4000
	if testenv.Race { // make runs the walks once more without it
		steps = 250
	}
	storetest.Run(t, storetest.Suite{
		Open: func(_ testing.TB, o storetest.Options) graph.Store {
			return memory.New(o.World, memory.Options{Fault: o.Fault})
		},
		Steps: steps,
	})
}
