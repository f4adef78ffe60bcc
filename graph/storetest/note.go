package storetest

import (
	"context"
	"errors"
	"maps"
	"slices"
	"testing"

	"mithaq/graph"
)

// testVersionsKnown asks for what tells whether articles changed, after loading, changing and removing them.
func testVersionsKnown(t *testing.T, s Suite) {
	store := s.open(t, Options{})
	one, two := Article("a", "2025-11-03", "one").Extraction(), Article("b", "", "two").Extraction()
	ask := func(want ...graph.Extraction) {
		t.Helper()
		got, err := store.Versions(t.Context(), []string{"b", "none", "a", "b"})
		if err != nil {
			t.Fatal(err)
		}
		var all []graph.Version
		for _, x := range want {
			all = append(all, graph.Version{ID: x.Article.ID, Digest: x.Article.Digest(), Published: x.Article.Published})
		}
		if !slices.Equal(got, all) {
			t.Errorf("versions %+v, want %+v", got, all)
		}
	}
	write := func(x ...graph.Extraction) {
		t.Helper()
		if _, err := store.Upsert(t.Context(), x); err != nil {
			t.Fatal(err)
		}
	}
	ask()
	write(one, two)
	ask(one, two)
	write(one, two)
	ask(one, two)
	newer := Article("a", "2025-11-03T12:00:00Z", "three").Extraction()
	write(newer)
	ask(newer, two)
	write(one) // older: the newer one stays
	ask(newer, two)
	if _, err := store.Remove(t.Context(), []string{"a"}); err != nil {
		t.Fatal(err)
	}
	ask(two)
	if none, err := store.Versions(t.Context(), nil); err != nil || len(none) != 0 {
		t.Errorf("versions of nothing: %v, %v", none, err)
	}
}

// testNotes keeps, replaces and forgets notes; the graph does not show them.
func testNotes(t *testing.T, s Suite) {
	store := s.open(t, Options{})
	ask := func(want map[string]string) {
		t.Helper()
		got, err := store.Notes(t.Context(), []string{"k1", "مفتاح", "none", "k1"})
		if err != nil || !maps.Equal(got, want) {
			t.Errorf("notes %+q, %v; want %+q", got, err, want)
		}
	}
	keep := func(notes map[string]string) {
		t.Helper()
		if err := store.Remember(t.Context(), notes); err != nil {
			t.Fatal(err)
		}
	}
	ask(map[string]string{})
	keep(map[string]string{"k1": "one", "مفتاح": "قيمة\n\"two\""})
	ask(map[string]string{"k1": "one", "مفتاح": "قيمة\n\"two\""})
	keep(map[string]string{"k1": "other", "none": ""})
	ask(map[string]string{"k1": "other", "مفتاح": "قيمة\n\"two\""})
	if got := Export(t, store); got != "" {
		t.Errorf("notes are exported: %s", got)
	}
	if st, err := store.Status(t.Context()); err != nil || len(st.Labels)+len(st.Types) != 0 {
		t.Errorf("notes are counted: %+v, %v", st, err)
	}
	keep(map[string]string{"مفتاح": ""})
	keep(nil)
	ask(map[string]string{"k1": "other"})
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := store.Remember(ctx, map[string]string{"k1": "lost"}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	ask(map[string]string{"k1": "other"})
}
