package memory_test

import (
	"testing"

	"mithaq/graph"
	"mithaq/graph/memory"
	"mithaq/graph/storetest"
)

func TestStore(t *testing.T) {
	storetest.Run(t, storetest.Suite{
		Open: func(_ testing.TB, o storetest.Options) graph.Store {
			return memory.New(o.World, memory.Options{Fault: o.Fault})
		},
		Steps: 2000,
	})
}
