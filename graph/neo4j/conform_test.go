package neo4j

import (
	"testing"

	"mithaq/graph"
	"mithaq/graph/storetest"
)

func TestStore(t *testing.T) {
	storetest.Run(t, storetest.Suite{Steps: 300, Open: func(t testing.TB, o storetest.Options) graph.Store {
		return open(t, empty(t), o.World, Options{Fault: o.Fault})
	}})
}
