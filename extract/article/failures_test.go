package article

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"
)

// formatSamples write a text in each format, and behind it a short article "last" where the format holds several.
var formatSamples = []struct {
	name    string
	several bool
	file    func(tb testing.TB, text string) string
}{
	{"plain text", false, func(_ testing.TB, s string) string { return "زيارة رسمية\n" + s }},
	{"JSON lines", true, func(_ testing.TB, s string) string {
		return jsonRecord("first", s) + "\n" + jsonRecord("last", lastText) + "\n"
	}},
	{"JSON list", true, func(_ testing.TB, s string) string {
		return "[\n" + jsonRecord("first", s) + ",\n" + jsonRecord("last", lastText) + "\n]\n"
	}},
	{"JSON document", true, func(_ testing.TB, s string) string {
		return "{\"status\":\"ok\",\n\"articles\":[" + jsonRecord("first", s) + "," + jsonRecord("last", lastText) + "]}"
	}},
	{"CSV", true, func(_ testing.TB, s string) string {
		return "id,title,text\nfirst,زيارة,\"" + s + "\"\nlast,زيارة," + lastText + "\n"
	}},
	{"TSV", true, func(_ testing.TB, s string) string {
		return "id\ttitle\ttext\nfirst\tزيارة\t" + s + "\nlast\tزيارة\t" + lastText + "\n"
	}},
	{"HTML", false, func(_ testing.TB, s string) string { return pageOf(s) }},
	{"saved page", false, func(tb testing.TB, s string) string { return savedPage(tb, "8bit", pageOf(s)) }},
	{"RSS", true, func(_ testing.TB, s string) string {
		return "<rss version=\"2.0\"><channel><title>وكالة</title><item><guid>first</guid><title>زيارة</title><description>" + s + "</description></item><item><guid>last</guid><title>زيارة</title><description>" + lastText + "</description></item></channel></rss>"
	}},
	{"Atom", true, func(_ testing.TB, s string) string {
		return "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>وكالة</title><entry><id>first</id><title>زيارة</title><content>" + s + "</content></entry><entry><id>last</id><title>زيارة</title><content>" + lastText + "</content></entry></feed>"
	}},
	{"JSON Feed", true, func(_ testing.TB, s string) string {
		text, _ := json.Marshal(s)
		return `{"version":"https://jsonfeed.org/version/1.1","title":"وكالة","items":[{"id":"first","title":"زيارة","content_text":` + string(text) + `},{"id":"last","title":"زيارة","content_text":"` + lastText + `"}]}`
	}},
	{"ninjs", true, func(_ testing.TB, s string) string {
		text, _ := json.Marshal(s)
		return `[{"uri":"first","type":"text","headlines":[{"value":"زيارة"}],"bodies":[{"value":` + string(text) + `}]},` + "\n" + `{"uri":"last","type":"text","headlines":[{"value":"زيارة"}],"bodies":[{"value":"` + lastText + `"}]}]`
	}},
	{"NewsML-G2", true, func(_ testing.TB, s string) string {
		item := func(id, text string) string {
			return `<newsItem guid="` + id + `"><itemMeta><itemClass qcode="ninat:text"/></itemMeta><contentMeta><headline>زيارة</headline></contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml"><html><body><p>` + text + `</p></body></html></inlineXML></contentSet></newsItem>`
		}
		return `<?xml version="1.0"?><newsMessage><itemSet>` + item("first", s) + "\n" + item("last", lastText) + `</itemSet></newsMessage>`
	}},
	{"WARC", true, func(_ testing.TB, s string) string {
		return page200(1, "", pageOf(s)) + warcRecord("conversion", "https://example.org/last", "text/plain", "زيارة\n"+lastText)
	}},
	{"WARC in gzip", true, func(tb testing.TB, s string) string {
		return gzipOf(tb, page200(1, "", pageOf(s)), warcRecord("conversion", "https://example.org/last", "text/plain", "زيارة\n"+lastText))
	}},
	{"tar", true, func(tb testing.TB, s string) string {
		return tarOf(tb, packedFile{"a.txt", "زيارة\n" + s}, packedFile{"b.jsonl", jsonRecord("last", lastText)})
	}},
	{"zip", true, func(tb testing.TB, s string) string {
		return zipOf(tb, packedFile{"a.txt", "زيارة\n" + s}, packedFile{"b.jsonl", jsonRecord("last", lastText)})
	}},
	{"Zstandard", true, func(tb testing.TB, s string) string {
		return zstdOf(tb, jsonRecord("first", s)+"\n"+jsonRecord("last", lastText)+"\n")
	}},
}

const lastText = "وصل الوزير إلى المدينة صباح الأحد وقال إنه سعيد بالزيارة."

func jsonRecord(id, text string) string {
	b, _ := json.Marshal(map[string]string{"id": id, "title": "زيارة", "text": text})
	return string(b)
}

func pageOf(text string) string {
	return "<!DOCTYPE html><html lang=ar><head><title>زيارة رسمية إلى المدينة</title></head><body><article><h1>زيارة رسمية إلى المدينة</h1><p>" + text + "</p></article></body></html>"
}

// sampleText is a text of so many sentences; that of 120,000 is longer than a record may be, and shrinks little.
func sampleText(sentences int) string {
	random := rand.New(rand.NewPCG(7, 7))
	var b strings.Builder
	for range sentences {
		for range 12 {
			b.WriteString([]string{"وصل", "الوزير", "إلى", "المدينة", "صباح", "الأحد", "وقال", "إنه", "سعيد", "بالزيارة"}[random.IntN(10)])
			fmt.Fprintf(&b, "%x ", random.IntN(1<<16))
		}
		b.WriteString(". ")
	}
	return b.String()
}

// readBefore reads a file and behind it a good one, which must be read whatever the first one is. Errors must say what to do.
func readBefore(t *testing.T, what, file string) (articles []Article, errs []error) {
	t.Helper()
	dir := t.TempDir()
	articles, errs = collect(t, Options{}, write(t, dir, "a", file), write(t, dir, "b", "آخر\nهذا الملف بعد غيره."))
	if n := len(articles); n == 0 || articles[n-1].Title != "آخر" {
		t.Fatalf("%s: the file behind it is lost: %v", what, errs)
	}
	articles = articles[:len(articles)-1]
	if len(articles)+len(errs) == 0 {
		t.Errorf("%s: nothing came of it", what)
	}
	for _, err := range errs {
		item := new(Error)
		if !errors.As(err, new(*Skipped)) && (!errors.As(err, &item) || item.Advice == "" || filepath.Base(strings.SplitN(item.Path, "!", 2)[0]) != "a") {
			t.Errorf("%s: %v: where is it, and what is to be done?", what, err)
		}
	}
	for _, a := range articles {
		checkArticle(t, a, strings.Repeat("\n", 10+strings.Count(file, "\n")))
	}
	return articles, errs
}

func hasLast(articles []Article) bool {
	n := len(articles)
	return n > 0 && (articles[n-1].Record == "last" || strings.HasSuffix(articles[n-1].URL, "/last"))
}

// TestFormatFailures breaks each format in every way: cut, empty, too long, with bytes that were changed.
func TestFormatFailures(t *testing.T) {
	for _, f := range formatSamples {
		t.Run(f.name, func(t *testing.T) {
			whole := f.file(t, sampleText(8))
			if articles, errs := readBefore(t, "whole", whole); len(errs) > 0 || len(articles) != 1+btoi(f.several) || f.several != hasLast(articles) {
				t.Fatalf("%d articles, errors %v", len(articles), errs)
			}
			for i := 1; i < 10; i++ {
				readBefore(t, fmt.Sprintf("cut at %d/10", i), whole[:len(whole)*i/10])
			}
			articles, errs := readBefore(t, "without a text", f.file(t, ""))
			if f.several && !hasLast(articles) {
				t.Errorf("without a text: what is behind it is lost: %v", errs)
			}
			random := rand.New(rand.NewPCG(1, 1))
			for range 40 {
				b := []byte(whole)
				for range 3 {
					b[random.IntN(len(b))] = byte(random.IntN(256))
				}
				readBefore(t, "with other bytes", string(b))
			}
			articles, errs = readBefore(t, "too long", f.file(t, sampleText(120_000)))
			if !errors.Is(errors.Join(errs...), ErrTooLong) {
				t.Errorf("too long: %d articles, errors %v", len(articles), errs)
			}
			if f.several && !hasLast(articles) {
				t.Errorf("too long: what is behind it is lost: %v", errs)
			}
		})
	}
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}
