package article

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"mithaq/extract/dates"
	"mithaq/extract/lang"
	"mithaq/extract/text"
)

// expected is what stands beside a page of testdata/pages. The texts are invented, the structures are those of real sites.
type expected struct {
	Title, Author, Date, Source, URL, Lang string
	Text                                   []string
}

// writtenDate reads dates as the program does.
func writtenDate(tb testing.TB) func(string, string) (string, bool) {
	tb.Helper()
	readers := map[string]*dates.Reader{}
	languages, err := lang.Languages()
	if err != nil {
		tb.Fatal(err)
	}
	for _, l := range languages {
		files, err := lang.Files(l)
		if err != nil {
			tb.Fatal(err)
		}
		if readers[l], err = dates.Load(files, text.NewFolder()); err != nil {
			tb.Fatal(err)
		}
	}
	return func(l, line string) (string, bool) {
		if r := readers[l]; r != nil {
			return r.Day(line)
		}
		return "", false
	}
}

// weakPages are read with more than their text: nothing but the words themselves tells a box of key points in it from the text.
var weakPages = map[string]float64{"tailwind": 0.7}

// TestPages reads the pages and measures the text by words: how many of those read are of the article, and how many of the
// article are read. With -v the figures of each page are printed.
func TestPages(t *testing.T) {
	pages, err := filepath.Glob("testdata/pages/*.html")
	if err != nil || len(pages) < 30 {
		t.Fatalf("%d pages, %v", len(pages), err)
	}
	opts := Options{WrittenDate: writtenDate(t)}
	var precision, recall float64
	for _, path := range pages {
		name := strings.TrimSuffix(filepath.Base(path), ".html")
		articles, errs := collect(t, opts, path)
		if len(errs) > 0 || len(articles) != 1 {
			t.Errorf("%s: %d articles, errors %v", name, len(articles), errs)
			continue
		}
		want, got := readExpected(t, path), articles[0]
		for _, field := range []struct{ name, got, want string }{
			{"title", got.Title, want.Title}, {"author", got.Author, want.Author}, {"date", got.Date, want.Date},
			{"source", got.Source, want.Source}, {"url", got.URL, want.URL}, {"lang", got.Lang, want.Lang},
		} {
			if field.got != field.want {
				t.Errorf("%s: %s %q, want %q", name, field.name, field.got, field.want)
			}
		}
		p, r := compareWords(got.Text, strings.Join(want.Text, "\n"))
		precision, recall = precision+p, recall+r
		least := 0.95
		if weak, ok := weakPages[name]; ok {
			least = weak
		}
		if p < least || r < 0.99 {
			t.Errorf("%s: precision %.3f, recall %.3f", name, p, r)
		}
		t.Logf("%-12s precision %.3f recall %.3f", name, p, r)
		if diff := differentLines(want.Text, strings.Split(got.Text, "\n\n")); diff != "" {
			t.Logf("%s: paragraphs\n%s", name, diff)
		}
	}
	n := float64(len(pages))
	t.Logf("%d pages: precision %.3f recall %.3f", len(pages), precision/n, recall/n)
}

func readExpected(t *testing.T, page string) (want expected) {
	t.Helper()
	b, err := os.ReadFile(strings.TrimSuffix(page, ".html") + ".json")
	if err != nil {
		t.Fatal(err)
	}
	d := json.NewDecoder(bytes.NewReader(b))
	d.DisallowUnknownFields()
	if err := d.Decode(&want); err != nil {
		t.Fatalf("%s: %v", page, err)
	}
	return want
}

// compareWords returns which part of the words read is wanted, and which part of those wanted is read.
func compareWords(got, want string) (precision, recall float64) {
	g, w := wordCounts(got), wordCounts(want)
	both, all, wanted := 0, 0, 0
	for word, n := range g {
		all += n
		both += min(n, w[word])
	}
	for _, n := range w {
		wanted += n
	}
	return float64(both) / float64(max(all, 1)), float64(both) / float64(max(wanted, 1))
}

func wordCounts(s string) map[string]int {
	counts := map[string]int{}
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return !unicode.In(r, unicode.L, unicode.Mn, unicode.Nd) }) {
		counts[w]++
	}
	return counts
}

// differentLines shows the lines of two lists that the other one lacks.
func differentLines(want, got []string) string {
	var b strings.Builder
	lack := func(mark string, of, in []string) {
		have := map[string]bool{}
		for _, l := range in {
			have[l] = true
		}
		for _, l := range of {
			if !have[l] {
				fmt.Fprintf(&b, "%s %s\n", mark, l)
			}
		}
	}
	lack("-", want, got)
	lack("+", got, want)
	return b.String()
}

// TestPagesWithoutNames reads the same pages without classes, ids and data for programs: what is left are tags and words, as on
// sites whose names say nothing. It bounds how much of the result hangs on names that we know.
func TestPagesWithoutNames(t *testing.T) {
	pages, err := filepath.Glob("testdata/pages/*.html")
	if err != nil {
		t.Fatal(err)
	}
	names := regexp.MustCompile(`(?is) (?:class|id|data-[a-z-]+|aria-[a-z]+|itemprop)=(?:"[^"]*"|'[^']*')|<script.*?</script>|<meta (?:property|name)[^>]*>`)
	opts := Options{WrittenDate: writtenDate(t)}
	var precision, recall float64
	titles, dates, read := 0, 0, 0
	pages = slices.DeleteFunc(pages, func(path string) bool { return path == "testdata/pages/next_state.html" }) // its text is in a script
	for _, path := range pages {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		opts.Stdin = bytes.NewReader(names.ReplaceAll(b, nil))
		articles, errs := collect(t, opts, Stdin)
		if len(articles) != 1 {
			t.Logf("%s: %v", path, errs)
			continue
		}
		want, got := readExpected(t, path), articles[0]
		p, r := compareWords(got.Text, strings.Join(want.Text, "\n"))
		t.Logf("%-40s precision %.3f recall %.3f", path, p, r)
		precision, recall, read = precision+p, recall+r, read+1
		if got.Title == want.Title {
			titles++
		}
		if len(got.Date) >= 10 && got.Date[:10] == want.Date[:10] {
			dates++
		}
	}
	n := float64(read)
	t.Logf("%d of %d pages: precision %.3f recall %.3f, %d titles, %d days", read, len(pages), precision/n, recall/n, titles, dates)
	if read < len(pages) || precision/n < 0.94 || recall/n < 0.99 || titles < 42 || dates < 41 {
		t.Error("worse than it was")
	}
}
