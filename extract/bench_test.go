package extract

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// BenchmarkOpen is the start-up of every command that reads articles or names.
func BenchmarkOpen(b *testing.B) {
	for b.Loop() {
		if _, err := Open(); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkExtract reads the development articles, or the seed where a clone has none, on one core: words/s and allocations
// per article.
func BenchmarkExtract(b *testing.B) {
	x := extractor(b)
	path := filepath.Join("..", "..", "shared", "evaluation", "gold", "ar_dev_articles.jsonl")
	if dir := os.Getenv("MITHAQ_EVALUATION"); dir != "" {
		path = filepath.Join(dir, "gold", "ar_dev_articles.jsonl")
	}
	if _, err := os.Stat(path); err != nil {
		path = filepath.Join("..", "testdata", "ar", "seed.jsonl")
	}
	list := articles(b, path)
	words := 0
	for _, a := range list {
		words += len(strings.Fields(a.Title)) + len(strings.Fields(a.Text))
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, a := range list {
			x.Extract(a)
		}
	}
	b.ReportMetric(float64(words*b.N)/b.Elapsed().Seconds(), "words/s")
	b.ReportMetric(float64(len(list)), "articles/op")
}
