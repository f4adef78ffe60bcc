package article

import (
	"testing"

	"golang.org/x/text/unicode/norm"
)

func TestParseDate(t *testing.T) {
	for in, want := range map[string]string{
		"2025-11-03":                      "2025-11-03",
		" 2025-11-03 ":                    "2025-11-03",
		"2025-1-3":                        "2025-01-03",
		"2025/11/03":                      "2025-11-03",
		"20251103":                        "2025-11-03",
		"2025-11":                         "2025-11",
		"2025":                            "2025",
		"٢٠٢٥-١١-٠٣":                      "2025-11-03",
		"۲۰۲۵":                            "2025",
		"\u200f2025-11-03":                "2025-11-03",
		"2025-11-03T09:30:00Z":            "2025-11-03T09:30:00Z",
		"2025-11-03T09:30:00+03:00":       "2025-11-03T09:30:00+03:00",
		"2025-11-03T09:30:00+0300":        "2025-11-03T09:30:00+03:00",
		"2025-11-03T09:30:00.25Z":         "2025-11-03T09:30:00Z",
		"2025-11-03T09:30:00":             "2025-11-03",
		"2025-11-03 09:30":                "2025-11-03",
		"24 May 2025":                     "2025-05-24",
		"May 24, 2025":                    "2025-05-24",
		"Mon, 03 Nov 2025 09:30:00 +0300": "2025-11-03T09:30:00+03:00",
		"Mon, 03 Nov 2025 09:30:00 GMT":   "2025-11-03",
		"2025-02-30":                      "",
		"2025-13":                         "",
		"1447-05-12":                      "",
		"0000":                            "",
		"":                                "",
		"yesterday":                       "",
	} {
		got, err := ParseDate(in)
		if got != want || (err == nil) != (want != "") {
			t.Errorf("ParseDate(%+q) = %q, %v, want %q", in, got, err, want)
		}
	}
}

func TestCanonicalURL(t *testing.T) {
	for in, want := range map[string]string{
		"HTTP://Example.ORG/News/A":                            "http://example.org/News/A",
		"https://example.org:443/a/":                           "https://example.org/a",
		"https://example.org:8080/a":                           "https://example.org:8080/a",
		"https://example.org/":                                 "https://example.org",
		"https://example.org/a?utm_source=x&id=3&fbclid=y#top": "https://example.org/a?id=3",
		"https://example.org/a?UTM_Medium=x":                   "https://example.org/a",
		"https://user:secret@example.org/a":                    "https://example.org/a",
		"https://example.org/خبر":                              "https://example.org/%D8%AE%D8%A8%D8%B1",
		"https://example.org/%d8%ae%d8%a8%d8%b1/":              "https://example.org/%D8%AE%D8%A8%D8%B1",
		"https://example.org/a%2fb":                            "https://example.org/a%2fb",
		"ftp://example.org/a":                                  "",
		"/news/1":                                              "",
		"https://":                                             "",
	} {
		got, err := canonicalURL(in)
		if got != want || (err == nil) != (want != "") {
			t.Errorf("canonicalURL(%+q) = %q, %v, want %q", in, got, err, want)
		}
	}
}

// TestHash: a copy with other line ends, spaces or Unicode forms is the same text.
func TestHash(t *testing.T) {
	want := hash("زيارة", "وصل آخر الوزراء.")
	for _, text := range []string{"وصل آخر\r\nالوزراء.  \n", "وصل  ا\u0653خر الوزراء.", "وصل آخر الوزرا\ufe80."} {
		if got := hash("زيارة", text); got != want {
			t.Errorf("hash of %+q differs", text)
		}
	}
	if hash("زيارة", "وصل أول الوزراء.") == want {
		t.Error("another text has the same hash")
	}
}

// TestIsNFKC asks the tables about every character that the short way lets pass.
func TestIsNFKC(t *testing.T) {
	passed := 0
	for r := rune(0); r < 0x20000; r++ {
		s := string(r)
		if !isNFKC(s) {
			continue
		}
		passed++
		if p := norm.NFKC.PropertiesString(s); norm.NFKC.String(s) != s || !p.BoundaryBefore() || p.CCC() != 0 {
			t.Errorf("%+q is not stable", s)
		}
	}
	if passed != 128+0x40-0x20+11+16 {
		t.Errorf("%d characters pass", passed)
	}
}

func TestLanguage(t *testing.T) {
	l, err := loadLanguages()
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"وصل الوزير إلى المدينة صباح الأحد": "ar",
		"وصل الوزير": "ar",
		"ﻭﺻﻞ ﺍﻟﻮﺯﻳﺮ": "ar",
		"وزير امروز صبح وارد شهر شد و گفتگو کرد":         "fa",
		"وزیر آج صبح شہر پہنچے اور ملاقات کی ہے":         "ur",
		"وەزیر ئەمڕۆ گەیشتە شار و لەگەڵ هاوتای کۆبووەوە": "ckb",
		"وزیر نن سهار ښار ته ورسېد او خبرې یې وکړې":      "ps",
		"The minister came to town":            "en",
		"Hello":                                "en",
		"Le ministre est arrivé dans la ville": "fr",
		"Министр прибыл в город":               "ru",
		"Perwanawo lamenuwa sotana kibaru, lamenuwa sotana kibaru perwanawo lamenuwa sotana kibaru lamenuwa": "",
		"12 34": "",
	} {
		if got := l.tell("", text); got != want {
			t.Errorf("language of %+q = %q, want %q", text, got, want)
		}
	}
	for in, want := range map[string]string{"ar": "ar", "AR": "ar", "ar-EG": "ar", "ara_SA": "ar", "Arabic": "ar", "eng": "en", "ru": "ru", "x": "", "12": "", "": ""} {
		if got, ok := l.code(in); got != want || ok != (want != "") {
			t.Errorf("code(%q) = %q, %v, want %q", in, got, ok, want)
		}
	}
}
