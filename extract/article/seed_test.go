package article

import (
	"fmt"
	"strings"
	"testing"
)

const seed = "../../testdata/ar/seed"

// TestSeed reads one article as text and as JSON: the same text, so the same offsets.
func TestSeed(t *testing.T) {
	text := readGood(t, Options{Date: "2025-11-03"}, seed+".txt")
	lines := readGood(t, Options{}, seed+".jsonl")
	if len(text) != 1 || len(lines) != 1 {
		t.Fatalf("read %d and %d articles, want one each", len(text), len(lines))
	}
	if text[0].Full() != lines[0].Full() {
		t.Errorf("seed.txt and seed.jsonl differ:\n%+q\n%+q", text[0].Full(), lines[0].Full())
	}
	if !strings.HasPrefix(text[0].Text, strings.Repeat(" ", 20)) {
		t.Errorf("the run of spaces of the lead is lost: %+q", text[0].Text[:40])
	}
	for _, a := range []Article{text[0], lines[0]} {
		if a.Lang != "ar" || a.Date != "2025-11-03" || len(a.Warnings) > 0 {
			t.Errorf("%s: lang %q, date %q, warnings %q", a.Path, a.Lang, a.Date, a.Warnings)
		}
	}
	if got := lines[0].ID; got != "ar-seed" {
		t.Errorf("id = %q, want ar-seed", got)
	}
	if got := text[0].ID; !strings.HasPrefix(got, "text/") {
		t.Errorf("id = %q, want text/...", got)
	}
}

// collect reads paths to the end.
func collect(tb testing.TB, opts Options, paths ...string) (articles []Article, errs []error) {
	tb.Helper()
	for a, err := range Read(tb.Context(), paths, opts) {
		if err != nil {
			errs = append(errs, err)
			continue
		}
		articles = append(articles, a)
	}
	return articles, errs
}

func readGood(tb testing.TB, opts Options, paths ...string) []Article {
	tb.Helper()
	articles, errs := collect(tb, opts, paths...)
	if len(errs) > 0 {
		tb.Fatalf("read %q: %v", paths, errs)
	}
	return articles
}

func idsAndLines(articles []Article) string {
	var ids []string
	for _, a := range articles {
		ids = append(ids, fmt.Sprintf("%s:%d", a.ID, a.Line))
	}
	return strings.Join(ids, " ")
}
