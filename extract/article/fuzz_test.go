package article

import (
	"bufio"
	"errors"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"
)

// FuzzRead reads any bytes: it gives articles of clean UTF-8 or errors with a line,
// never nothing, and the same whatever the portions in which the bytes arrive.
func FuzzRead(f *testing.F) {
	seeds, err := filepath.Glob("../../testdata/bad/*.input")
	if err != nil {
		f.Fatal(err)
	}
	for _, pattern := range []string{"testdata/pages/*.html", "testdata/feeds/*[lfn]"} {
		more, err := filepath.Glob(pattern)
		if err != nil || len(more) == 0 {
			f.Fatalf("no seeds in %s: %v", pattern, err)
		}
		seeds = append(seeds, more...)
	}
	for _, path := range append(seeds, seed+".txt", seed+".jsonl") {
		b, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(b))
	}
	for _, e := range encodings {
		f.Add(encode(f, e.set, visit))
	}
	text := packedFile{"a/b.txt", visit}
	for _, s := range []string{tarOf(f, text), zipOf(f, text), gzipOf(f, line1, line2), zstdOf(f, line1), gzipOf(f, tarOf(f, packedFile{"x", zipOf(f, text)}))} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, in string) {
		articles, errs := readString(t, in)
		if len(articles)+len(errs) == 0 {
			t.Errorf("nothing came of %+q", in)
		}
		for _, a := range articles {
			checkArticle(t, a, in)
		}
		for _, err := range errs {
			if item := new(Error); !errors.As(err, &item) && !errors.As(err, new(*Skipped)) || !strings.HasPrefix(err.Error(), "stdin") {
				t.Errorf("not an Error: %v", err)
			}
		}
		again, errs2 := collect(t, Options{Stdin: iotest.HalfReader(strings.NewReader(in))}, Stdin)
		if !reflect.DeepEqual(articles, again) || len(errs) != len(errs2) {
			t.Errorf("in other portions %+q gives %+v, not %+v", in, again, articles)
		}
	})
}

func checkArticle(t *testing.T, a Article, in string) {
	full := a.Full()
	switch {
	case !utf8.ValidString(full + a.ID + a.Source + a.URL + a.Record):
		t.Errorf("not UTF-8: %+q", full+a.ID+a.Source+a.URL+a.Record)
	case strings.ContainsFunc(full, isControl):
		t.Errorf("control characters in %+q", full)
	case a.ID == "" || a.Line < 1 || a.Encoding == "":
		t.Errorf("incomplete: %+v", a)
	case strings.ContainsAny(a.ID+a.Source+a.URL, "\x00"):
		t.Errorf("NUL in %+v", a)
	case !strings.Contains(a.Path, "!") && a.Line > strings.Count(in, "\n")+strings.Count(in, "\r")+1:
		t.Errorf("line %d is not in the input", a.Line)
	}
}

func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"2025-11-03", "٢٠٢٥", "2025-11-03T09:30:00+03:00", "soon"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		once, err := ParseDate(s)
		if err != nil {
			return
		}
		if twice, err := ParseDate(once); err != nil || twice != once {
			t.Errorf("ParseDate(%+q) = %q, then %q, %v", s, once, twice, err)
		}
	})
}

func FuzzCanonicalURL(f *testing.F) {
	for _, s := range []string{"https://Example.org/a/?utm_source=x#y", "http://example.org/%d8%ae", "https://example.org/خبر"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		once, err := canonicalURL(s)
		if err != nil {
			return
		}
		if twice, err := canonicalURL(once); err != nil || twice != once {
			t.Errorf("canonicalURL(%+q) = %q, then %q, %v", s, once, twice, err)
		}
	})
}

// FuzzFeedSplitter cuts any bytes into parts: none is longer than its bound, their lines grow, and it ends.
func FuzzFeedSplitter(f *testing.F) {
	for _, s := range []string{"<rss><channel><title>x</title><item><title>a</title></item><item/></channel></rss>", "<feed><entry><![CDATA[</entry>]]></entry>", "<a:entry <item></item>", "<!DOCTYPE rss [<!ENTITY a 'b'>]><rss><item><!-- > --></item>"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, in string) {
		const bound = 64
		parts := &feedSplitter{in: bufio.NewReader(iotest.OneByteReader(strings.NewReader(in))), line: 1, max: bound}
		line := 1
		for n := 0; ; n++ {
			part, err := parts.next()
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil && !errors.Is(err, ErrTooLong) {
				t.Fatal(err)
			}
			if len(part.xml) > bound || part.line < line || n > len(in) {
				t.Fatalf("part %d of %+q: %d bytes, line %d after %d", n, in, len(part.xml), part.line, line)
			}
			line = part.line
		}
	})
}
