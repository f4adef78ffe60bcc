package article

import (
	"bytes"
	"compress/gzip"
	"crypto/sha1"
	"encoding/base32"
	"fmt"
	"os"
	"strings"
	"testing"
)

// newsFile is an archive in the shape of those that Common Crawl publishes as CC-NEWS, with invented pages.
const newsFile = "../../testdata/warc/CC-NEWS-20251103093012-00042.warc.gz"

// newsArchive writes records as the crawler of CC-NEWS does: a gzip member each, a request before each response, fields in its
// order with digests, three headers renamed whose body was unpacked already.
type newsArchive struct {
	tb  testing.TB
	out bytes.Buffer
	n   int
}

func (w *newsArchive) record(fields, block string) {
	z := gzip.NewWriter(&w.out)
	if _, err := z.Write([]byte("WARC/1.0\r\n" + fields + "\r\n" + block + "\r\n\r\n")); err != nil {
		w.tb.Fatal(err)
	}
	if err := z.Close(); err != nil {
		w.tb.Fatal(err)
	}
}

func (w *newsArchive) id() string {
	w.n++
	return fmt.Sprintf("<urn:uuid:00000000-0000-4000-8000-%012d>", w.n)
}

func digest(s string) string {
	sum := sha1.Sum([]byte(s))
	return "sha1:" + base32.StdEncoding.EncodeToString(sum[:])
}

func (w *newsArchive) info() {
	block := "software: StormCrawler 2.10 http://stormcrawler.net/\r\ndescription: News crawl\r\nformat: WARC File Format 1.0\r\nconformsTo: https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.0/\r\n"
	w.record("WARC-Type: warcinfo\r\nWARC-Date: 2025-11-03T09:30:12Z\r\nWARC-Filename: CC-NEWS-20251103093012-00042.warc.gz\r\nWARC-Record-ID: "+w.id()+
		"\r\nContent-Type: application/warc-fields\r\nContent-Length: "+fmt.Sprint(len(block))+"\r\n", block)
}

// answered writes a request and what came; more are further fields of the record.
func (w *newsArchive) answered(kind, address, headers, body string, more ...string) {
	path := address[strings.Index(address[8:], "/")+8:]
	request := "GET " + path + " HTTP/1.1\r\nUser-Agent: CCBot/2.0\r\nAccept-Encoding: gzip, br\r\n\r\n"
	asked := w.id()
	w.record("WARC-Record-ID: "+asked+"\r\nContent-Length: "+fmt.Sprint(len(request))+"\r\nWARC-Date: 2025-11-03T09:31:00Z\r\nWARC-Type: request\r\nWARC-IP-Address: 192.0.2.7\r\nWARC-Target-URI: "+address+
		"\r\nContent-Type: application/http; msgtype=request\r\nWARC-Block-Digest: "+digest(request)+"\r\n", request)
	block, media := headers+"\r\n"+body, httpResponse
	if kind == "resource" {
		block, media = body, headers
	}
	w.record("WARC-Record-ID: "+w.id()+"\r\nWARC-Concurrent-To: "+asked+"\r\nContent-Length: "+fmt.Sprint(len(block))+"\r\nWARC-Date: 2025-11-03T09:31:00Z\r\nWARC-Type: "+kind+
		"\r\nWARC-IP-Address: 192.0.2.7\r\nWARC-Target-URI: "+address+"\r\nContent-Type: "+media+"\r\n"+strings.Join(more, "")+
		"WARC-Payload-Digest: "+digest(body)+"\r\nWARC-Block-Digest: "+digest(block)+"\r\n", block)
}

// buildNews makes the archive of newsFile.
func buildNews(t *testing.T) []byte {
	page := func(name string) string {
		b, err := os.ReadFile("testdata/pages/" + name + ".html")
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	at := func(name string) string { return readExpected(t, "testdata/pages/"+name+".html").URL }
	const ok, html = "HTTP/1.1 200 OK\r\nDate: Mon, 03 Nov 2025 09:31:00 GMT\r\n", "Content-Type: text/html; charset=UTF-8\r\n"
	w := &newsArchive{tb: t}
	w.info()
	for _, r := range []struct{ kind, address, headers, body, more string }{
		{"response", at("spa"), ok + html + "X-Crawler-Content-Encoding: gzip\r\nX-Crawler-Transfer-Encoding: chunked\r\nX-Crawler-Content-Length: 5120\r\nContent-Length: " + fmt.Sprint(len(page("spa"))) + "\r\n", page("spa"), "WARC-Protocol: h2,tls/1.3\r\n"},
		{"response", at("wam"), ok + html + "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n", page("wam"), ""},                               // unpacked, headers as they came: how it was until 2018
		{"response", at("hespress"), ok + html + "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n", chunked(gzipOf(t, page("hespress"))), ""}, // as it came
		{"response", at("sana"), ok + html + "Content-Encoding: br\r\n", compressed(t, "br", page("sana")), ""},
		{"response", "https://rafidain.example/news/1", ok + "Content-Type: text/html; charset=windows-1256\r\n", page("old_tables"), ""},
		{"response", at("wire_en"), "HTTP/1.1 200 \r\n" + html, page("wire_en"), ""},
		{"response", "https://anbaa.example/cut", ok + html, visitPage(1)[:1300], "WARC-Truncated: length\r\n"},
		{"response", "https://anbaa.example/2", "h2 200 \r\n" + html, visitPage(2), ""},
		{"resource", "https://anbaa.example/3", "text/html; charset=UTF-8", visitPage(3), ""},
		{"response", "https://khabar.example/4", ok + html, strings.NewReplacer(`lang="ar"`, `lang="fa"`, "وصل الوزير إلى المدينة صباح الأحد في زيارة رسمية هي الزيارة رقم", "وزیر صبح یکشنبه برای دیداری رسمی وارد شهر شد و این سفر شماره", "وقال في الفقرة", "است و او گفت بند", "إن بلاده ترحب بالضيوف وتأمل في تعاون أوسع", "که کشورش از مهمانان استقبال می‌کند و به همکاری گسترده‌تر امیدوار است").Replace(visitPage(4)), ""},
		{"response", "https://anbaa.example/", ok + html, "<html><body><a href=/1>زيارة أولى</a><a href=/2>زيارة ثانية</a></body></html>", ""},
		{"revisit", at("spa"), ok + html, "", "WARC-Profile: http://netpreserve.org/warc/1.0/revisit/identical-payload-digest\r\n"},
		{"response", "https://anbaa.example/old", "HTTP/1.1 301 Moved Permanently\r\nLocation: https://anbaa.example/2\r\n" + html, "<html>moved</html>", ""},
		{"response", "https://anbaa.example/none", "HTTP/1.1 404 Not Found\r\n" + html, visitPage(9), ""},
		{"response", "https://anbaa.example/shut", "HTTP/1.1 403 Forbidden\r\n" + html, visitPage(9), ""},
		{"response", "https://anbaa.example/busy", "HTTP/1.1 503 Service Unavailable\r\n" + html, visitPage(9), ""},
		{"response", "https://anbaa.example/a.jpg", ok + "Content-Type: image/jpeg\r\n", "\xff\xd8\xff\xe0", ""},
		{"response", "https://anbaa.example/a.pdf", ok + "Content-Type: application/pdf\r\n", "%PDF-1.7\n", ""},
		{"response", "https://anbaa.example/feed", ok + "Content-Type: application/rss+xml; charset=UTF-8\r\n", "<rss><channel></channel></rss>", ""},
		{"response", "https://anbaa.example/api", ok + "Content-Type: application/json\r\n", `{"text":"x"}`, ""},
	} {
		w.answered(r.kind, r.address, r.headers, r.body, r.more)
	}
	block := "fetchTimeMs: 412\r\nlanguages-cld2: ara\r\n"
	w.record("WARC-Type: metadata\r\nWARC-Date: 2025-11-03T09:31:00Z\r\nWARC-Target-URI: "+at("spa")+"\r\nContent-Type: application/warc-fields\r\nContent-Length: "+fmt.Sprint(len(block))+"\r\n", block)
	return w.out.Bytes()
}

// TestNewsArchive reads the archive as it is: ten pages in three languages, one of them cut, and one line about the rest.
func TestNewsArchive(t *testing.T) {
	if *update {
		if err := os.WriteFile(newsFile, buildNews(t), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	articles, errs := collect(t, Options{WrittenDate: writtenDate(t)}, newsFile)
	var b strings.Builder
	for _, a := range articles {
		fmt.Fprintf(&b, "%s|%s|%s|%s|%s\n", a.URL, a.Lang, a.Date, a.Encoding, strings.Join(a.Warnings, "; "))
	}
	want := `https://www.spa.example/w2345678|ar|2025-11-03|UTF-8|
https://www.wam.example/article/15abc-health|ar|2025-11-03T17:30:00+04:00|UTF-8|
https://www.hespress.example/flight-1234.html|ar|2025-11-03|UTF-8|
https://sana.example/?p=77|ar|2025-11-03T11:05:22Z|UTF-8|
https://rafidain.example/news/1|ar|2025-11-03|windows-1256|
https://www.wire.example/world/africa/kenya-jordan-2025-11-03/|en|2025-11-03T14:30:12Z|UTF-8|
https://anbaa.example/cut|ar|2025-11-03T09:30:00+03:00|UTF-8|the crawler cut the page: length
https://anbaa.example/2|ar|2025-11-03T09:30:00+03:00|UTF-8|
https://anbaa.example/3|ar|2025-11-03T09:30:00+03:00|UTF-8|
https://khabar.example/4|fa|2025-11-03T09:30:00+03:00|UTF-8|
`
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
	const skipped = ": skipped: pictures and other files that are no pages 4, redirects and pages not found 4, pages without an article 1, revisits of unchanged pages 1"
	if len(errs) != 1 || !strings.HasSuffix(errs[0].Error(), skipped) {
		t.Errorf("said %v", errs)
	}
	for _, name := range []string{"spa", "wam", "hespress", "sana", "wire_en"} {
		want := readExpected(t, "testdata/pages/"+name+".html")
		for _, a := range articles {
			if p, r := compareWords(a.Text, strings.Join(want.Text, "\n")); a.URL == want.URL && (p < 0.95 || r < 0.99) {
				t.Errorf("%s: precision %.3f, recall %.3f", name, p, r)
			}
		}
	}
}

// TestShortRecords: one crawl (CC-MAIN-2018-34) has a line break too many before each page and a length that is two bytes short;
// what is left over of it is no damage worth telling.
func TestShortRecords(t *testing.T) {
	short := func(n int) string {
		block := answer("200 OK", "Content-Type: text/html\r\n", "\r\n"+visitPage(n))
		return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/" + fmt.Sprint(n) + "\r\nContent-Type: " + httpResponse +
			"\r\nContent-Length: " + fmt.Sprint(len(block)-2) + "\r\n\r\n" + block + "\r\n\r\n"
	}
	got, errs := readString(t, gzipOf(t, short(1), short(2), short(3)))
	if len(got) != 3 || len(errs) > 0 {
		t.Errorf("%d articles, errors %v", len(got), errs)
	}
}
