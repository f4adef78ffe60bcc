package article

import (
	"context"
	"encoding/base64"
	"errors"
	"iter"
	"mime/quotedprintable"
	"strings"
	"testing"
)

// savedPage is a page as browsers save it with its pictures.
func savedPage(tb testing.TB, coding, page string) string {
	tb.Helper()
	var b strings.Builder
	switch coding {
	case "quoted-printable":
		w := quotedprintable.NewWriter(&b)
		if _, err := w.Write([]byte(page)); err != nil {
			tb.Fatal(err)
		}
		w.Close()
	case "base64":
		b.WriteString(base64.StdEncoding.EncodeToString([]byte(page)))
	default:
		b.WriteString(page)
	}
	return "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://news.example/1\r\nSubject: =?utf-8?B?2K7YqNix?=\r\nDate: Mon, 3 Nov 2025 09:30:00 -0000\r\nMIME-Version: 1.0\r\n" +
		"Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"----MultipartBoundary--x----\"\r\n\r\n\r\n" +
		"------MultipartBoundary--x----\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://news.example/x.png\r\n\r\niVBORw0KGgo=\r\n" +
		"------MultipartBoundary--x----\r\nContent-Type: text/html\r\nContent-ID: <frame-1@mhtml.blink>\r\nContent-Transfer-Encoding: " + coding + "\r\nContent-Location: https://news.example/1\r\n\r\n" +
		b.String() + "\r\n------MultipartBoundary--x------\r\n"
}

// TestSavedPage reads the page out of what a browser saved in one file.
func TestSavedPage(t *testing.T) {
	for _, coding := range []string{"quoted-printable", "base64", "8bit"} {
		a := readGoodString(t, savedPage(t, coding, visitPage(1)))[0]
		if a.URL != "https://news.example/1" || a.Title != "زيارة رقم 1" || a.Date != "2025-11-03T09:30:00+03:00" || !strings.Contains(a.Text, "تعاون أوسع") {
			t.Errorf("%s: %+v", coding, a)
		}
	}
	whole := savedPage(t, "quoted-printable", visitPage(1))
	for _, test := range []struct {
		name, in, want string
		articles       int
	}{
		{"cut in the page", whole[:len(whole)*3/4], "", 1},
		{"no boundary", strings.Replace(whole, "boundary=", "border=", 1), "does not say where its parts begin", 0},
		{"no page in it", strings.Replace(whole, "Content-Type: text/html", "Content-Type: text/css", 1), "none of its parts is a page", 0},
		{"cut before the page", whole[:500], "none of its parts is a page", 0},
		{"an e-mail", "From: a@b.example\nMIME-Version: 1.0\nContent-Type: text/plain\n\n" + visit, "an e-mail is not read yet (save its text", 0},
		{"a text that begins like one", "From: Baghdad\nMIME-Version: 1.0 of a text\nand so on", "", 1},
	} {
		got, errs := readString(t, test.in)
		if len(got) != test.articles || len(errs) != 1-test.articles || len(errs) > 0 && !strings.Contains(errs[0].Error(), test.want) {
			t.Errorf("%s: %d articles, errors %v", test.name, len(got), errs)
		}
	}
}

// FuzzSavedPage reads any parts and bodies.
func FuzzSavedPage(f *testing.F) {
	f.Add("quoted-printable", visitPage(1), uint16(0))
	f.Add("base64", "x", uint16(700))
	f.Fuzz(func(t *testing.T, coding, page string, cut uint16) {
		in := savedPage(t, coding, page)
		if n := int(cut); n > 0 && n < len(in) {
			in = in[:n]
		}
		checkAll(t, in)
	})
}

// TestSitemap fetches the pages that a site lists, and nothing for a list from the network.
func TestSitemap(t *testing.T) {
	const sitemap = `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://news.example/1?a=1&amp;b=2</loc><lastmod>2025-11-03</lastmod></url>` +
		`<url><loc> <![CDATA[https://news.example/2]]> </loc></url><url><loc>file:///etc/passwd</loc></url><url><loc>https://news.example/3</loc></url></urlset>`
	var asked []string
	o := Options{Fetch: func(_ context.Context, address string) iter.Seq2[Article, error] {
		asked = append(asked, address)
		return func(func(Article, error) bool) {}
	}}
	o.Stdin = strings.NewReader(sitemap)
	_, errs := collect(t, o, Stdin)
	if got := strings.Join(asked, " "); got != "https://news.example/1?a=1&b=2 https://news.example/2 https://news.example/3" {
		t.Errorf("asked for %s", got)
	}
	if len(errs) != 1 || !errors.Is(errs[0], ErrRecord) {
		t.Errorf("errors %v", errs)
	}
	for in, part := range map[string]string{
		`<urlset></urlset>`:                                 "it lists no addresses",
		`<urlset><url><loc>https://a.example`:               "has no end",
		`<sitemapindex><sitemap><loc>x</loc></sitemap>`:     "a list of sitemaps is not read yet (fetch the sitemaps",
		`<urlset><url><loc>ftp://a.example</loc></url></ur`: "no address",
	} {
		o.Stdin = strings.NewReader(in)
		if _, errs := collect(t, o, Stdin); len(errs) != 1 || !strings.Contains(errs[0].Error(), part) {
			t.Errorf("%s: errors %v, want %q", in, errs, part)
		}
	}
	if _, errs := readString(t, sitemap); len(errs) != 1 || !strings.Contains(errs[0].Error(), "nothing is fetched here") {
		t.Errorf("without fetching: %v", errs)
	}
	asked = nil
	for _, err := range ReadDocument(t.Context(), Document{Name: "x", URL: "https://news.example/sitemap.xml", Body: strings.NewReader(sitemap)}, o) {
		if err == nil || !strings.Contains(err.Error(), "from the network is not followed") || len(asked) > 0 {
			t.Errorf("from the network: %v, asked for %v", err, asked)
		}
	}
}
