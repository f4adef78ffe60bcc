package article

import (
	"errors"
	"strings"
	"testing"
	"time"
)

const sentenceOfPage = "زار الوزير المدينة القديمة في الصباح الباكر، وذلك بعد اجتماع طويل مع رئيس البلدية. "

// TestPageBombs reads pages that are made to cost much: each is read or refused in a time that a page of its size may take.
func TestPageBombs(t *testing.T) {
	p := "<p>" + sentenceOfPage + "</p>"
	for name, body := range map[string]string{
		"many paragraphs":          strings.Repeat(p, 40_000),
		"deep furniture":           strings.Repeat("<div class='share related author'>", 400) + strings.Repeat(p, 30_000),
		"deep lists":               strings.Repeat("<ul><li>", 240) + strings.Repeat(p, 30_000),
		"deep figures":             strings.Repeat("<figure>", 400) + strings.Repeat(p, 30_000),
		"deep formatting":          strings.Repeat("<b><i>", 40_000) + sentenceOfPage,
		"many tags":                strings.Repeat("<br>", 1_000_000),
		"long class":               "<div class='" + strings.Repeat("a-b-c ", 500_000) + "'>" + strings.Repeat(p, 40),
		"long title":               "<title>" + strings.Repeat("a b - ", 100_000) + "</title>" + strings.Repeat(p, 40),
		"deep JSON-LD":             "<script type=application/ld+json>" + strings.Repeat("[", 20_000) + "</script>" + strings.Repeat(p, 40),
		"deep empty boxes":         strings.Repeat("<div>", 400) + "a<img>" + strings.Repeat("<i></i>", 29_000),
		"deep headings":            strings.Repeat("<div>", 400) + "<h4>مواضيع أخرى</h4>" + strings.Repeat("<i></i>", 29_000),
		"many headings":            strings.Repeat("<div><h4>مواضيع أخرى</h4></div>", 14_000),
		"deep data of scripts":     "<script type=application/json>" + strings.Repeat(`{"a":`, 9_000) + "1" + strings.Repeat("}", 9_000) + "</script>",
		"much data of scripts":     "<script type=application/json>" + strings.Repeat(`{"a":`, 15) + "[" + strings.Repeat(`{"title":"a","body":"b"},`, 80_000) + "1]" + strings.Repeat("}", 15) + "</script>",
		"many times":               strings.Repeat("<time datetime=x class=date>a</time>", 30_000) + strings.Repeat(p, 40),
		"nothing but a long line":  strings.Repeat(sentenceOfPage, 60_000),
		"comments that do not end": strings.Repeat(p, 40) + strings.Repeat("<!--", 90_000),
	} {
		start := time.Now()
		articles, errs := readString(t, "<!DOCTYPE html><html><body><h1>زيارة الوزير</h1>"+body)
		if len(articles)+len(errs) != 1 {
			t.Errorf("%s: %d articles, errors %v", name, len(articles), errs)
		}
		if took := time.Since(start); took > 30*time.Second { // a second on an idle machine; minutes before there were bounds
			t.Errorf("%s: took %v", name, took)
		}
	}
}

// TestHugePage has a page longer than a record.
func TestHugePage(t *testing.T) {
	articles, errs := readString(t, "<!DOCTYPE html><html><body><p>"+strings.Repeat("x", MaxRecord))
	if len(articles) != 0 || len(errs) != 1 || !errors.Is(errs[0], ErrTooLong) {
		t.Errorf("%d articles, errors %v", len(articles), errs)
	}
}

// TestTruncatedPage reads what is there of a page that was cut.
func TestTruncatedPage(t *testing.T) {
	page := "<!DOCTYPE html><html lang=ar><head><title>زيارة الوزير إلى المدينة</title></head><body><article><h1>زيارة الوزير إلى المدينة</h1>" +
		paragraphs(6)
	articles := readGoodString(t, page[:len(page)-len("القديمة</p>")-9])
	if n := strings.Count(articles[0].Text, "\n\n"); n != 5 || articles[0].Title != "زيارة الوزير إلى المدينة" {
		t.Errorf("title %+q, %d breaks in %+q", articles[0].Title, n, articles[0].Text)
	}
}

func readGoodString(t *testing.T, in string) []Article {
	t.Helper()
	articles, errs := readString(t, in)
	if len(errs) > 0 || len(articles) == 0 {
		t.Fatalf("%d articles, errors %v", len(articles), errs)
	}
	return articles
}

// TestPageCharset: bytes that are UTF-8 or Arabic say so themselves; else header and page do.
func TestPageCharset(t *testing.T) {
	page := func(charset, sentence string) string {
		return "<html><head><meta charset=" + charset + "></head><body><h1>a</h1>" + strings.Repeat("<p>"+sentence+"</p>", 6)
	}
	const russian = "Министр приехал утром в старый город и говорил там с главой администрации о работе школ. "
	for _, test := range []struct{ name, body, header, want string }{
		{"UTF-8 declared as Latin", page("iso-8859-1", sentenceOfPage), "text/html; charset=latin1", "UTF-8"},
		{"windows-1256 declared as UTF-8", encode(t, charsetNamed("windows-1256"), page("utf-8", sentenceOfPage)), "", "windows-1256"},
		{"entities", page("us-ascii", strings.Repeat("&#1586;&#1575;&#1585; &laquo;&#1575;&#1604;&#1608;&#1586;&#1610;&#1585;&raquo; ", 10)), "", "UTF-8"},
		{"Russian by header", encode(t, charsetNamed("cp1251"), page("utf-8", russian)), "text/html; charset=windows-1251", "Windows-1251"},
	} {
		doc := Document{Name: "page", ContentType: test.header, Body: strings.NewReader(test.body)}
		for a, err := range ReadDocument(t.Context(), doc, Options{}) {
			if err != nil || a.Encoding != test.want {
				t.Errorf("%s: read as %q, %v", test.name, a.Encoding, err)
			}
		}
	}
}

// TestPageURL: a page names its own address, on its own site only, and never the front page.
func TestPageURL(t *testing.T) {
	for _, test := range []struct{ found, canonical, want string }{
		{"", "https://news.example/a", "https://news.example/a"},
		{"https://m.news.example/a?x=1", "https://www.news.example/a", "https://www.news.example/a"},
		{"https://evil.example/a", "https://news.other/a", "https://evil.example/a"},
		{"https://a.com.sa/1", "https://b.com.sa/1", "https://a.com.sa/1"},
		{"https://news.example/b/c", "/a", "https://news.example/a"},
		{"https://news.example/a", "https://news.example/", "https://news.example/a"},
		{"https://news.example/a", "javascript:alert(1)", "https://news.example/a"},
		{"", "/a", ""},
	} {
		page := "<html><head><link rel=canonical href='" + test.canonical + "'></head><body><h1>a</h1>" + strings.Repeat("<p>"+sentenceOfPage+"</p>", 6)
		doc := Document{Name: "page", URL: test.found, Body: strings.NewReader(page)}
		for a, err := range ReadDocument(t.Context(), doc, Options{}) {
			if err != nil || a.URL != test.want {
				t.Errorf("found at %q, named %q: %q, want %q (%v)", test.found, test.canonical, a.URL, test.want, err)
			}
		}
	}
}

func TestDigitDate(t *testing.T) {
	for in, want := range map[string]string{
		"3/11/2025":                    "2025-11-03",
		"03.11.2025 | 14:30 GMT":       "2025-11-03",
		"03 - 11 - 2025":               "2025-11-03",
		"2025-11-03 14:30:15|":         "2025-11-03",
		"11/23/2025":                   "2025-11-23",
		"12/05/1447 or 03/11/2025":     "2025-11-03",
		"31/31/2025":                   "",
		"1-2":                          "",
		"page 3 of 12, 2025":           "",
		"99999999999999999999/11/2025": "",
	} {
		if got := digitDate(in); got != want {
			t.Errorf("digitDate(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestPlainMonths(t *testing.T) {
	for in, want := range map[string]string{
		"[03/نوفمبر/2025]": "[03 نوفمبر 2025]", "03 تشرين2/نوفمبر 2025": "03        نوفمبر 2025", "تشرين الثاني/نوفمبر": "تشرين الثاني/نوفمبر",
		"3/11/2025": "3/11/2025", "a1/b": "   b", "/": "/", "1/": "1/", "": "",
	} {
		if got := plainMonths(in); got != want {
			t.Errorf("plainMonths(%+q) = %+q, want %+q", in, got, want)
		}
	}
}

func TestClockOf(t *testing.T) {
	for in, want := range map[string]string{
		"14:30 GMT": "14:30Z", "9:05:00 UTC": "09:05Z", "02:21 (GMT+0400)": "02:21+04:00", "14:30 GMT+3": "14:30+03:00", "14:30 UTC-05:30": "14:30-05:30",
		"14:30": "", "25:30 GMT": "", "14:30 GMT+99": "14:30Z", "3:2 GMT": "",
	} {
		if got := clockOf(in); got != want {
			t.Errorf("clockOf(%q) = %q, want %q", in, got, want)
		}
	}
}
