package storetest

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"mithaq/graph"
)

func testExplain(t *testing.T, s Suite) {
	store := s.open(t, Options{})
	a := Article("a", "2025-11-05", "one")
	a.Claim("SUPPORTS", a.Person("salim", "CHN"), "EGY")
	b := Article("b", "2025-11-03", "two")
	b.Claim("SUPPORTS", b.Person("salim", ""), "EGY")
	c := Article("c", "2025-11-04", "three").Mention("EGY", "RUS")
	if _, err := store.Upsert(t.Context(), Batch(a, b, c)); err != nil {
		t.Fatal(err)
	}
	node := contentOf(t, store).node("a#1")
	for key, want := range map[string]string{
		"SUPPORTS|" + node + "|EGY|asserted": "fact b#2 a#2 articles a b",
		node:                                 "entity b#1 a#1 links a b articles a b",
		"EGY":                                "entity links a b c articles a b c",
		"RUS":                                "entity links c articles c",
	} {
		x, err := store.Explain(t.Context(), key)
		if err != nil {
			t.Errorf("explain %s: %v", key, err)
		}
		if got := outline(x); got != want {
			t.Errorf("explain %s: %s, want %s", key, got, want)
		}
		for _, a := range x.Articles {
			if a.Full() == "\n" {
				t.Errorf("explain %s: article %s has no text", key, a.ID)
			}
		}
	}
	if _, err := store.Explain(t.Context(), "person/nobody"); !errors.Is(err, graph.ErrUnknown) {
		t.Errorf("explain what is not there: %v", err)
	}
}

func outline(x graph.Explanation) string {
	var words []string
	if x.Entity != nil {
		words = append(words, "entity")
	}
	if x.Fact != nil {
		words = append(words, "fact")
	}
	for _, e := range x.Evidence {
		words = append(words, e.ID())
	}
	if len(x.Links) > 0 {
		words = append(words, "links")
	}
	for _, l := range x.Links {
		words = append(words, l.Article)
	}
	words = append(words, "articles")
	for _, a := range x.Articles {
		words = append(words, a.ID)
	}
	return strings.Join(words, " ")
}

func testEachArticle(t *testing.T, s Suite) {
	store := s.open(t, Options{})
	batch := Batch(Article("c", "2025-11-03", "3"), Article("a", "2025-11-03", "1").Program("program-2"), Article("b", "", "2"))
	if _, err := store.Upsert(t.Context(), batch); err != nil {
		t.Fatal(err)
	}
	for skip, want := range map[string][]string{"": {"a", "b", "c"}, "program-2": {"b", "c"}, "program-1": {"a"}} {
		var got []string
		err := store.EachArticle(t.Context(), skip, func(a graph.Article) error {
			got = append(got, a.ID)
			if a.Text == "" || a.Program == "" || a.Program == skip {
				t.Errorf("article %s: text %q, program %q", a.ID, a.Text, a.Program)
			}
			return nil
		})
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("articles but those of %q: %q, %v; want %q", skip, got, err, want)
		}
	}
	stop := errors.New("stop")
	if err := store.EachArticle(t.Context(), "", func(graph.Article) error { return stop }); !errors.Is(err, stop) {
		t.Errorf("the error of yield must come back: %v", err)
	}
	if err := store.Export(t.Context(), func(graph.Line) error { return stop }); !errors.Is(err, stop) {
		t.Errorf("the error of yield must come back: %v", err)
	}
	// What refresh does: write while articles are read.
	err := store.EachArticle(t.Context(), "program-3", func(a graph.Article) error {
		a.Program = "program-3"
		_, err := store.Upsert(t.Context(), []graph.Extraction{{Article: a}})
		return err
	})
	if err != nil {
		t.Errorf("write while reading: %v", err)
	}
}

func testStatus(t *testing.T, s Suite) {
	store := s.open(t, Options{})
	x := Article("a", "2025-11-03", "1").Claim("MET", "CHN", "RUS").
		Relation(graph.Claim{Type: "AIDS", Subject: "CHN", Object: "RUS", Status: graph.Planned}).
		Relation(graph.Claim{Type: "HOLDS_OFFICE", Subject: "person/dina", Object: "CHN"})
	if _, err := store.Upsert(t.Context(), Batch(x)); err != nil {
		t.Fatal(err)
	}
	got, err := store.Status(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if got.Backend == "" || got.Program != "program-1" {
		t.Errorf("backend %q, program %q", got.Backend, got.Program)
	}
	count := func(what string, have, want map[string]int) {
		for key, n := range want {
			if have[key] != n {
				t.Errorf("%s %s: %d, want %d", what, key, have[key], n)
			}
		}
	}
	count("label", got.Labels, map[string]int{"State": 2, "Person": 1, "Leader": 1, "Article": 1, "Evidence": 3, "Topic": 0})
	count("type", got.Types, map[string]int{"MET": 1, "PLANNED": 1, "HOLDS_OFFICE": 1, "COOPERATES_WITH": 1, "MENTIONS": 3, "AIDS": 0})
}

func testQuestions(t *testing.T, s Suite) {
	if s.Questions == nil {
		t.Skip("no questions given")
	}
	store := s.open(t, Options{})
	if _, err := store.Upsert(t.Context(), Example()); err != nil {
		t.Fatal(err)
	}
	s.Questions(t, store)
}
