package synth

import (
	"context"
	"reflect"
	"testing"

	"mithaq/graph"
	"mithaq/graph/memory"
)

func TestStreamIsValidAndRepeats(t *testing.T) {
	batch := New(1).Batch(300)
	if !reflect.DeepEqual(batch, New(1).Batch(300)) {
		t.Error("two streams of one seed differ")
	}
	for _, x := range batch {
		if err := graph.Check(World{}, x); err != nil {
			t.Fatal(err)
		}
	}
	m := memory.New(World{}, memory.Options{})
	if _, err := m.Upsert(context.Background(), batch); err != nil {
		t.Fatal(err)
	}
	st, err := m.Status(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if st.Types["MENTIONS"] < 300*8 || st.Types["EVIDENCE"] < 300*10 || st.Types["HOLDS_OFFICE"] == 0 {
		t.Errorf("types %v", st.Types)
	}
}
