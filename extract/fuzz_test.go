package extract

import (
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"unicode"

	"mithaq/extract/article"
	"mithaq/graph"
)

// FuzzExtract reads anything as an article: what comes of it is valid (no sentence that is not cut out of the text, no claim about
// what is not mentioned), and the same when read again.
func FuzzExtract(f *testing.F) {
	x := extractor(f)
	files, err := filepath.Glob("../testdata/ar/*.jsonl")
	if err != nil || len(files) == 0 {
		f.Fatal(files, err)
	}
	for _, a := range articles(f, files...) {
		f.Add(a.Title, a.Text, a.Date)
		for sentence := range strings.SplitAfterSeq(a.Text, ".") {
			f.Add("", sentence, a.Date)
		}
	}
	f.Add("\u202e\u0640\u0651", "\ufefb\ufef7 و", "2025")
	w := x.World()
	f.Fuzz(func(t *testing.T, title, text, date string) {
		if len(title)+len(text) > 1<<14 {
			t.Skip()
		}
		date, _ = article.ParseDate(date) // as readers of articles give it; empty if it is none
		a := article.Article{ID: "fuzz/1", Lang: "ar", Title: clean(title), Text: clean(text), Date: date, Source: "fuzz"}
		got := x.Extract(a)
		if err := graph.Check(w, got); err != nil {
			t.Error(err)
		}
		if again := x.Extract(a); !reflect.DeepEqual(got, again) {
			t.Error("reading twice gives two extractions")
		}
		for _, stage := range Stages() {
			if _, err := x.Explain(a, stage); err != nil {
				t.Errorf("explain %s: %v", stage, err)
			}
		}
	})
}

// clean makes of a text what readers of articles give: valid, and without control characters but for white space.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' && r != '\t' && r != '\r' {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
}
