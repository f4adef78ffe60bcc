package extract

import (
	"context"
	"encoding/json"
	"slices"
	"testing"

	"mithaq/extract/article"
)

func seedArticle(t *testing.T) article.Article {
	t.Helper()
	for a, err := range article.Read(context.Background(), []string{"../testdata/ar/seed.jsonl"}, article.Options{}) {
		if err != nil {
			t.Fatal(err)
		}
		return a
	}
	t.Fatal("no article")
	return article.Article{}
}

// TestExplainStages shows every stage of the seed article, and that the result is JSON.
func TestExplainStages(t *testing.T) {
	x, err := Open()
	if err != nil {
		t.Fatal(err)
	}
	a := seedArticle(t)
	for _, stage := range Stages() {
		notes, err := x.Explain(a, stage)
		if err != nil || len(notes) == 0 && stage != "dates" {
			t.Errorf("stage %s: %d notes, %v", stage, len(notes), err)
		}
		again, err := x.Explain(a, stage)
		if err != nil || len(again) != len(notes) {
			t.Errorf("stage %s: %d notes the second time, %v", stage, len(again), err)
		}
		for i, n := range notes {
			if n.String() == "" || n.String() != again[i].String() {
				t.Errorf("stage %s: note %d is %q, then %q", stage, i, n, again[i])
			}
		}
		data, err := json.Marshal(notes)
		var back []map[string]any
		if err != nil || json.Unmarshal(data, &back) != nil || len(back) != len(notes) {
			t.Errorf("stage %s: no JSON: %v", stage, err)
		}
	}
	if _, err := x.Explain(a, "nonsense"); err == nil {
		t.Error("an unknown stage must be refused")
	}
	french := article.Article{ID: "x", Lang: "fr", Title: "Un titre", Text: "Un texte."}
	for _, stage := range Stages() {
		if notes, err := x.Explain(french, stage); err != nil || notes == nil {
			t.Errorf("stage %s of an article that no pack reads: %v, %v", stage, notes, err)
		}
	}
}

// TestRuleSources finds the place of every rule that the seed article and the examples of the relation files use.
func TestRuleSources(t *testing.T) {
	x, err := Open()
	if err != nil {
		t.Fatal(err)
	}
	rules, err := NewRules()
	if err != nil {
		t.Fatal(err)
	}
	articles := []article.Article{seedArticle(t)}
	ids := map[string]bool{}
	for language, e := range x.engines {
		for i, c := range e.pack.Cases {
			articles = append(articles, article.Article{ID: c.File, Lang: language, Date: "2025-11-03", Title: "t", Text: c.Text, Line: i})
		}
		for i := range e.pack.Frames {
			id := frameRule(&e.pack.Frames[i])
			if ids[id] {
				t.Errorf("%s: two frames have the rule id %s: give one another class", e.pack.Frames[i].Src, id)
			}
			ids[id] = true
		}
	}
	for _, a := range articles {
		for _, c := range x.Extract(a).Claims {
			if file, line, ok := rules.Source(c.Rule); !ok || file == "" || line == 0 {
				t.Errorf("rule %q of a claim %s has no place", c.Rule, c.Type)
			}
		}
	}
	if _, _, ok := rules.Source("no.such.rule"); ok {
		t.Error("an unknown rule has a place")
	}
	if !slices.Contains(Stages(), "relations") {
		t.Error("the stages have no relations")
	}
}
