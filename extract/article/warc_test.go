package article

import (
	"bytes"
	"compress/flate"
	"compress/zlib"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
)

// visitPage is a page whose article is one of the visit; the sentences make it long enough to be one.
func visitPage(n int) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<!DOCTYPE html><html lang="ar"><head><meta charset="utf-8"><title>زيارة رقم %d</title><meta property="og:type" content="article"><meta property="article:published_time" content="2025-11-03T09:30:00+03:00"></head><body><nav><a href="/">الرئيسية</a></nav><article><h1>زيارة رقم %d</h1>`, n, n)
	for i := range 6 {
		fmt.Fprintf(&b, "<p>وصل الوزير إلى المدينة صباح الأحد في زيارة رسمية هي الزيارة رقم %d، وقال في الفقرة %d إن بلاده ترحب بالضيوف وتأمل في تعاون أوسع.</p>\n", n, i)
	}
	b.WriteString("</article></body></html>")
	return b.String()
}

// warcRecord writes one record of a web archive.
func warcRecord(kind, address, contentType, block string, more ...string) string {
	return "WARC/1.0\r\nWARC-Type: " + kind + "\r\nWARC-Target-URI: " + address + "\r\nWARC-Date: 2025-11-04T00:00:00Z\r\nContent-Type: " + contentType +
		"\r\n" + strings.Join(more, "") + fmt.Sprintf("Content-Length: %d\r\n\r\n%s\r\n\r\n", len(block), block)
}

func answer(status, headers, body string) string {
	return "HTTP/1.1 " + status + "\r\n" + headers + "\r\n" + body
}

const httpResponse = "application/http; msgtype=response"

// page200 is the record of a page that was found.
func page200(n int, headers, body string) string {
	return warcRecord("response", fmt.Sprintf("https://example.org/%d", n), httpResponse, answer("200 OK", "Content-Type: text/html; charset=utf-8\r\n"+headers, body))
}

func chunked(body string) string {
	var b strings.Builder
	for len(body) > 0 {
		n := min(1000, len(body))
		fmt.Fprintf(&b, "%x;x=1\r\n%s\r\n", n, body[:n])
		body = body[n:]
	}
	return b.String() + "0\r\n\r\n"
}

func compressed(tb testing.TB, coding, body string) string {
	tb.Helper()
	var b bytes.Buffer
	var err error
	switch coding {
	case "gzip":
		return gzipOf(tb, body)
	case "zstd":
		return zstdOf(tb, body)
	case "br":
		w := brotli.NewWriter(&b)
		_, err = w.Write([]byte(body))
		err = errors.Join(err, w.Close())
	case "deflate":
		w := zlib.NewWriter(&b)
		_, err = w.Write([]byte(body))
		err = errors.Join(err, w.Close())
	case "raw deflate":
		w, _ := flate.NewWriter(&b, 6)
		_, err = w.Write([]byte(body))
		err = errors.Join(err, w.Close())
	}
	if err != nil {
		tb.Fatal(err)
	}
	return b.String()
}

// TestWARC reads an archive as crawlers write it: one gzip member a record, with all that is no page around the pages.
func TestWARC(t *testing.T) {
	records := []string{
		"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Type: application/warc-fields\r\nContent-Length: 14\r\n\r\nsoftware: test\r\n\r\n",
		warcRecord("request", "https://example.org/1", "application/http; msgtype=request", "GET /1 HTTP/1.1\r\n\r\n"),
		page200(1, "X-Crawler-Content-Encoding: gzip\r\nX-Crawler-Transfer-Encoding: chunked\r\n", visitPage(1)),
		warcRecord("metadata", "https://example.org/1", "application/warc-fields", "fetchTimeMs: 7"),
		warcRecord("revisit", "https://example.org/2", httpResponse, answer("200 OK", "", "")),
		warcRecord("response", "https://example.org/3", httpResponse, answer("301 Moved", "Location: /4\r\n", "")),
		warcRecord("response", "https://example.org/4.jpg", httpResponse, answer("200 OK", "Content-Type: image/jpeg\r\n", "\xff\xd8\xff")),
		warcRecord("response", "https://example.org/5", httpResponse, answer("200 OK", "content-type: TEXT/HTML\r\nBroken header\r\n", visitPage(5))),
		warcRecord("response", "<https://example.org/6>", httpResponse, answer("200 OK", "Content-Type: text/html\r\n", "<html><body><a href=x>One</a></body></html>")),
		warcRecord("resource", "https://example.org/7", "text/html", visitPage(7)),
		warcRecord("conversion", "https://example.org/8", "text/plain", visit),
		page200(9, "", ""),
		warcRecord("response", "https://example.org/10", httpResponse, answer("200 OK", "", visitPage(10))),
		page200(11, "", visitPage(11)[:1500]),
	}
	records[13] = strings.Replace(records[13], "Content-Type: application", "WARC-Truncated: length\r\nContent-Type: application", 1)
	want := "https://example.org/1|ar|2025-11-03T09:30:00+03:00|زيارة رقم 1\nhttps://example.org/5|ar|2025-11-03T09:30:00+03:00|زيارة رقم 5\nhttps://example.org/7|ar|2025-11-03T09:30:00+03:00|زيارة رقم 7\n" +
		"https://example.org/8|ar||زيارة رسمية\nhttps://example.org/10|ar|2025-11-03T09:30:00+03:00|زيارة رقم 10\nhttps://example.org/11|ar|2025-11-03T09:30:00+03:00|زيارة رقم 11\n"
	for _, in := range []string{strings.Join(records, ""), gzipOf(t, records...), zstdOf(t, strings.Join(records, "")), zipOf(t, packedFile{"x.warc.gz", gzipOf(t, records...)})} {
		got, errs := readString(t, in)
		var b strings.Builder
		for _, a := range got {
			fmt.Fprintf(&b, "%s|%s|%s|%s\n", a.ID, a.Lang, a.Date, a.Title)
			if !strings.HasSuffix(a.Path, "!"+a.URL) || !strings.Contains(a.Text, "وصل الوزير") {
				t.Errorf("path %s, text %+q", a.Path, a.Text)
			}
		}
		if b.String() != want {
			t.Errorf("got\n%s\nwant\n%s", b.String(), want)
		}
		if len(errs) != 1 || !strings.HasSuffix(errs[0].Error(), ": skipped: pages without an article 2, pictures and other files that are no pages 1, redirects and pages not found 1, revisits of unchanged pages 1") {
			t.Errorf("said %v", errs)
		}
		if last := got[len(got)-1]; strings.Join(last.Warnings, ";") != "the crawler cut the page: length" {
			t.Errorf("warnings of the cut page: %q", last.Warnings)
		}
	}
}

// TestPayloads takes back what servers do to pages for the way, whether the crawler did so already or not.
func TestPayloads(t *testing.T) {
	page := visitPage(1)
	var tail strings.Builder // that shrinks little
	for i := range 100_000 {
		fmt.Fprintf(&tail, "%x", i*i*7919*104729)
	}
	for _, coding := range []string{"gzip", "br", "deflate", "raw deflate", "zstd"} {
		header := "Content-Encoding: " + strings.TrimPrefix(coding, "raw ") + "\r\n"
		body := compressed(t, coding, page)
		for what, record := range map[string]string{
			"compressed":             page200(1, header, body),
			"compressed, in parts":   page200(1, header+"Transfer-Encoding: chunked\r\n", chunked(body)),
			"in parts":               page200(1, "Transfer-Encoding: chunked\r\n", chunked(page)),
			"taken back already":     page200(1, header+"Transfer-Encoding: chunked\r\n", page),
			"parts joined already":   page200(1, header+"Transfer-Encoding: chunked\r\n", body),
			"compressed and cut off": page200(1, header, compressed(t, coding, page+"<!-- "+tail.String())[:500_000]),
		} {
			got, errs := readString(t, record)
			if len(got) != 1 || len(errs) > 0 || got[0].Title != "زيارة رقم 1" {
				t.Errorf("%s, %s: %d articles, errors %v", coding, what, len(got), errs)
			}
		}
	}
	if got, errs := readString(t, page200(1, "Content-Encoding: gzip\r\n", "\x1f\x8bnonsense")+page200(2, "", page)); len(got) != 1 || len(errs) != 1 || !errors.Is(errs[0], ErrArchive) {
		t.Errorf("nonsense for gzip: %d articles, errors %v", len(got), errs)
	}
	bomb := page200(1, "Content-Encoding: gzip\r\n", gzipOf(t, strings.Repeat(" ", 20<<20)))
	if got, errs := readString(t, strings.Repeat(bomb, 3)+page200(2, "", page)); len(got) != 1 || len(errs) != 3 || !errors.Is(errs[0], ErrTooLong) {
		t.Errorf("bombs: %d articles, errors %v", len(got), errs)
	}
	if got, errs := readString(t, strings.Repeat(bomb, 9)); len(got) != 0 || !errors.Is(errors.Join(errs...), ErrBomb) || len(errs) > 6 {
		t.Errorf("more bombs: %d articles, errors %v", len(got), errs)
	}
}

// TestPageEncodings reads pages of which neither header nor page says how they are encoded, or that say it wrong.
func TestPageEncodings(t *testing.T) {
	page := strings.Replace(visitPage(1), `<meta charset="utf-8">`, "", 1)
	for _, e := range encodings {
		for _, declared := range []string{"", "; charset=utf-8", "; charset=iso-8859-1", "; charset=windows-1256"} {
			got, errs := readString(t, warcRecord("response", "https://example.org/1", httpResponse, answer("200 OK", "Content-Type: text/html"+declared+"\r\n", encode(t, e.set, page))))
			if len(errs) > 0 || len(got) != 1 || got[0].Title != "زيارة رقم 1" {
				t.Errorf("%s declared as %q: %+q, errors %v", e.name, declared, briefs(got), errs)
			}
		}
	}
}

// TestWARCDamage: after a damaged record the next ones are read, in plain archives and in those with one gzip member a record.
func TestWARCDamage(t *testing.T) {
	one, two, three := page200(1, "", visitPage(1)), page200(2, "", visitPage(2)), page200(3, "", visitPage(3))
	members := []string{gzipOf(t, one), gzipOf(t, two), gzipOf(t, three)}
	broken := []byte(members[1])
	for i := 100; i < 200; i++ {
		broken[i] ^= 0xff
	}
	for _, test := range []struct{ what, in, ids string }{
		{"a length that is too small", one + strings.Replace(two, "Content-Length: 1", "Content-Length: ", 1) + three, "1 2 3"},
		{"no length", one + strings.Replace(two, "Content-Length:", "Length:", 1) + three, "1 3"},
		{"no version line", one + strings.Replace(two, "WARC/1.0", "CRAW/1.0", 1) + three, "1 3"},
		{"one gzip member broken", members[0] + string(broken) + members[2], "1 3"},
		{"cut", one + two[:len(two)/2], "1"},
		{"cut in the headers", one + two[:60], "1"},
		{"a line without an end", one + strings.Repeat("x", 1<<20) + "\n" + three, "1 3"},
	} {
		got, errs := readString(t, test.in)
		var ids []string
		for _, a := range got {
			ids = append(ids, strings.TrimPrefix(a.URL, "https://example.org/"))
		}
		if strings.Join(ids, " ") != test.ids || len(errs) == 0 || !errors.Is(errors.Join(errs...), ErrArchive) {
			t.Errorf("%s: %q, errors %v", test.what, ids, errs)
		}
	}
	if _, errs := readString(t, "WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n"); len(errs) != 1 || !errors.Is(errs[0], ErrNoArticles) {
		t.Errorf("nothing in it: %v", errs)
	}
}

// FuzzWARC: whatever a record holds, the one after it is read.
func FuzzWARC(f *testing.F) {
	f.Add("response", answer("200 OK", "Content-Type: text/html\r\n", visitPage(1)))
	f.Add("response", answer("200 OK", "Content-Type: text/html\r\nContent-Encoding: br\r\nTransfer-Encoding: chunked\r\n", chunked(compressed(f, "br", "<p>x"))))
	f.Add("response", answer("200 OK", "Content-Type: text/html\r\nContent-Encoding: deflate, zstd\r\n", "\x78\x9c"))
	f.Add("conversion", visit)
	f.Fuzz(func(t *testing.T, kind, block string) {
		if strings.ContainsAny(kind, "\r\n") {
			return
		}
		got, _ := readString(t, warcRecord(kind, "https://example.org/1", httpResponse, block)+page200(2, "", visitPage(2)))
		if len(got) == 0 || got[len(got)-1].URL != "https://example.org/2" {
			t.Errorf("the record after %+q is lost", block)
		}
		for _, a := range got {
			checkArticle(t, a, strings.Repeat("\n", 100+strings.Count(block, "\n")))
		}
	})
}
