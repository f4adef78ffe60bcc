package extract

import (
	"context"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"mithaq/extract/article"
	"mithaq/graph"
)

// open loads the extractor once for all tests: it is read-only.
var open = sync.OnceValues(func() (*Extractor, error) { return Open() })

func extractor(t testing.TB) *Extractor {
	t.Helper()
	x, err := open()
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// evaluation returns a file of the evaluation set, which lies outside the project: a clone without it skips loudly.
func evaluation(t testing.TB, name string) string {
	t.Helper()
	dir := os.Getenv("MITHAQ_EVALUATION")
	if dir == "" {
		dir = filepath.Join("..", "..", "shared", "evaluation")
	}
	path := filepath.Join(dir, name)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("SKIPPED: no evaluation set at %s (set MITHAQ_EVALUATION)", path)
	}
	return path
}

func articles(t testing.TB, paths ...string) []article.Article {
	t.Helper()
	var out []article.Article
	for a, err := range article.Read(context.Background(), paths, article.Options{}) {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, a)
	}
	return out
}

func TestClaimsAreValid(t *testing.T) {
	x := extractor(t)
	w := x.World()
	list := articles(t, filepath.Join("..", "testdata", "ar", "seed.jsonl"))
	t.Run("seed", func(t *testing.T) { checkAll(t, x, w, list) })
	t.Run("development articles", func(t *testing.T) {
		for _, f := range []string{"gold/ar_dev_articles.jsonl", "gold/genre_dev_articles.jsonl"} {
			checkAll(t, x, w, articles(t, evaluation(t, f)))
		}
	})
}

// TestSurfacesStandOnce: a body that the world does not know by its name, but by the short form that follows, is named twice in this way.
func TestSurfacesStandOnce(t *testing.T) {
	x := extractor(t)
	a := article.Article{ID: "invented", Lang: "ar", Title: "ندوة", Text: "قال جهاز التحقيقات الفيدرالي (إف بي آي) إن الندوة عقدت أمس. وأضاف جهاز التحقيقات الفيدرالي (إف بي آي) أن الندوة كانت مفيدة."}
	checkAll(t, x, x.World(), []article.Article{a})
}

func checkAll(t *testing.T, x *Extractor, w graph.World, list []article.Article) {
	t.Helper()
	for _, a := range list {
		if err := graph.Check(w, x.Extract(a)); err != nil {
			t.Error(err)
		}
	}
}
