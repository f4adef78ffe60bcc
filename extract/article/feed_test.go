package article

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
)

// TestFeeds reads one feed of each format; beside it stands what is read.
func TestFeeds(t *testing.T) {
	feeds, err := filepath.Glob("testdata/feeds/*[lfn]")
	if err != nil || len(feeds) < 7 {
		t.Fatalf("%d feeds, %v", len(feeds), err)
	}
	opts := Options{WrittenDate: writtenDate(t)}
	for _, path := range feeds {
		t.Run(filepath.Base(path), func(t *testing.T) {
			var got strings.Builder
			for _, a := range readGood(t, opts, path) {
				got.WriteString(showArticle(a))
			}
			golden := path + ".want"
			if *update {
				if err := os.WriteFile(golden, []byte(got.String()), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if got.String() != string(want) {
				t.Errorf("got\n%s\nwant\n%s", got.String(), want)
			}
		})
	}
}

// showArticle writes the fields that are not empty, one a line, then the text.
func showArticle(a Article) string {
	var b strings.Builder
	for _, field := range []struct{ name, value string }{
		{"id", a.ID}, {"record", a.Record}, {"lang", a.Lang}, {"date", a.Date}, {"source", a.Source}, {"author", a.Author}, {"url", a.URL},
		{"full text", a.FullText}, {"encoding", a.Encoding}, {"line", fmt.Sprint(a.Line)}, {"warnings", strings.Join(a.Warnings, "; ")}, {"title", a.Title},
	} {
		if field.value != "" {
			fmt.Fprintf(&b, "%s: %s\n", field.name, field.value)
		}
	}
	return b.String() + "\n" + a.Text + "\n\n----\n"
}

// TestFeedRest looks at what is read around the broken items of a feed.
func TestFeedRest(t *testing.T) {
	for file, want := range map[string]string{
		"feed-cut-item":    "https://news.example/1:3",
		"feed-cut":         "https://news.example/1:3 https://news.example/2:4",
		"feed-broken-item": "https://news.example/1:3 https://news.example/3:6",
		"feed-encoding":    "https://news.example/1:3",
		"feed-json-cut":    "x/1:2",
		"feed-json-item":   "x/3:4",
	} {
		articles, _ := collect(t, Options{}, "../../testdata/bad/"+file+".input")
		if got := idsAndLines(articles); got != want {
			t.Errorf("%s: read %q, want %q", file, got, want)
		}
	}
}

// TestFeedBomb: entities that a feed declares are not expanded, files that it names are not read.
func TestFeedBomb(t *testing.T) {
	articles, _ := collect(t, Options{}, "../../testdata/bad/feed-bomb.input")
	if len(articles) != 1 || articles[0].Title != "&c;" || articles[0].Text != "" {
		t.Errorf("read %+v", articles)
	}
}

// TestFeedHugeItem has an item of 100 MB between two good ones, in one CDATA section: it costs neither of them, nor the memory.
func TestFeedHugeItem(t *testing.T) {
	item := func(n int) string { return fmt.Sprintf("<item><guid>%d</guid><title>A visit</title></item>\n", n) }
	in := io.MultiReader(strings.NewReader("<rss><channel><title>x</title>\n"+item(1)+"<item><description><![CDATA["),
		&repeat{100 << 20, 'x'}, strings.NewReader("]]></description></item>\n"+item(3)+"</channel></rss>"))
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	articles, errs := collect(t, Options{Stdin: in}, Stdin)
	runtime.ReadMemStats(&after)
	if got := idsAndLines(articles); got != "x/1:2 x/3:4" {
		t.Errorf("read %q", got)
	}
	if len(errs) != 1 || !errors.Is(errs[0], ErrTooLong) || !strings.HasPrefix(errs[0].Error(), "stdin:3: ") {
		t.Errorf("errors %v", errs)
	}
	if used := (after.TotalAlloc - before.TotalAlloc) >> 20; used > 7*MaxRecord>>20 {
		t.Errorf("allocated %d MB", used)
	}
}

// TestFeedCharset: bytes that say what they are outdo a header and a declaration; else these count.
func TestFeedCharset(t *testing.T) {
	feed := func(charset, text string) string {
		return `<?xml version="1.0" encoding="` + charset + `"?><rss><channel><item><guid>1</guid><title>` + text + `</title></item></channel></rss>`
	}
	const arabic, russian = "زيارة الوزير إلى المدينة القديمة", "Встреча министров в столице"
	for _, test := range []struct {
		name, header, declared, title, encoding string
		set                                     encoding.Encoding
	}{
		{"UTF-8 declared as something else", "text/xml; charset=windows-1256", "iso-8859-1", arabic, "UTF-8", encoding.Nop},
		{"windows-1256 declared as UTF-8", "", "utf-8", arabic, "windows-1256", charmap.Windows1256},
		{"Russian, declared", "", "windows-1251", russian, "Windows-1251", charmap.Windows1251},
		{"Russian, said by the header", "application/rss+xml; charset=cp1251", "utf-8", russian, "Windows-1251", charmap.Windows1251},
	} {
		body := encode(t, test.set, feed(test.declared, test.title))
		doc := Document{Name: "feed", ContentType: test.header, Body: strings.NewReader(body)}
		for a, err := range ReadDocument(t.Context(), doc, Options{}) {
			if err != nil || a.Title != test.title || a.Encoding != test.encoding {
				t.Errorf("%s: %+q in %s, %v", test.name, a.Title, a.Encoding, err)
			}
		}
	}
}

func TestParseZoned(t *testing.T) {
	for in, want := range map[string]string{
		"Mon, 03 Nov 2025 14:30:00 +0300":               "2025-11-03T14:30:00+03:00",
		"Mon, 3 Nov 2025 14:30 GMT":                     "2025-11-03T14:30:00Z",
		"3 Nov 2025 14:30:00 EST":                       "2025-11-03T14:30:00-05:00",
		"Monday, 3 November 2025 14:30 UT":              "2025-11-03T14:30:00Z",
		"2025-11-03 14:30:00 +03:00":                    "2025-11-03T14:30:00+03:00",
		"03 Nov 25 14:30:00 Z":                          "2025-11-03T14:30:00Z",
		"Mon, 03 Nov 2025 14:30:00":                     "",
		"Mon, 03 Nov 2025 25:30:00 GMT":                 "",
		"Mon, 03 Nov 0025 14:30:00 GMT":                 "",
		"GMT":                                           "",
		"\u0663 Nov \u0662\u0660\u0662\u0665 14:30 GMT": "2025-11-03T14:30:00Z",
	} {
		if got := parseZoned(in); got != want {
			t.Errorf("parseZoned(%+q) = %q, want %q", in, got, want)
		}
	}
}
