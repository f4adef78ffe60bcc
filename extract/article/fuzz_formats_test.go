package article

import (
	"bufio"
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
	"unicode"
	"unicode/utf8"
)

// checkAll holds what is true of all input: something comes of it, all of it clean, whatever the portions in which it arrives.
func checkAll(t *testing.T, in string) ([]Article, []error) {
	t.Helper()
	articles, errs := readString(t, in)
	if len(articles)+len(errs) == 0 {
		t.Errorf("nothing came of %+q", in)
	}
	for _, a := range articles {
		checkArticle(t, a, in)
	}
	again, errs2 := collect(t, Options{Stdin: iotest.OneByteReader(strings.NewReader(in))}, Stdin)
	if !reflect.DeepEqual(articles, again) || len(errs) != len(errs2) {
		t.Errorf("byte by byte %+q gives %+v, not %+v", in, again, articles)
	}
	return articles, errs
}

// wordsIn are the words that reading may not change: letters and digits.
func wordsIn(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// FuzzTable writes a table as other programs do and reads the words again; then it reads any bytes below a header.
func FuzzTable(f *testing.F) {
	for _, s := range []string{visit, "a \"quoted\" word, and\nanother line", "sep=;", "x\ty|z;w", "\""} {
		f.Add(s, s, byte(0))
		f.Add("خبر", s, byte(1))
	}
	f.Fuzz(func(t *testing.T, title, text string, mark byte) {
		comma := rune([]byte(",;\t|")[mark%4])
		checkAll(t, "title"+string(comma)+"text\n"+title+string(comma)+text)
		if !utf8.ValidString(title) || !utf8.ValidString(text) || strings.Contains(title+text, lostChar) || strings.ContainsFunc(title+text, isControl) || len(wordsIn(title)) == 0 || len(wordsIn(text)) == 0 || looksMisread(title+text) {
			return
		}
		var b bytes.Buffer
		w := csv.NewWriter(&b)
		w.Comma = comma
		if w.WriteAll([][]string{{"id", "title", "text"}, {"1", title, text}, {"2", "آخر", "نص آخر"}}) != nil {
			return
		}
		got, errs := readString(t, b.String())
		if len(got) != 2 || len(errs) > 0 || !slices.Equal(wordsIn(got[0].Title+" "+got[0].Text), wordsIn(title+" "+text)) || got[1].Text != "نص آخر" {
			t.Errorf("%+q gives %+v, errors %v", b.String(), got, errs)
		}
	})
}

// FuzzJSONDocument reads any list: what the standard library takes for objects, each gives an article or an error.
func FuzzJSONDocument(f *testing.F) {
	for _, s := range []string{`{"text":"x"},{"text":1},[]`, `{"uri":"u","headlines":[{"value":"a"}],"bodies":[{"value":"<p>b"}],"pubstatus":"usable"}`, `{"items":[{"title":"a"}`, `"a\u0000`, `{"a":{"text":"x"}},null`, `1e9`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, list string) {
		in := "[" + list + "]"
		checkAll(t, in)
		checkAll(t, `{"articles":`+in+`}`)
		var all []json.RawMessage
		if json.Unmarshal([]byte(in), &all) != nil || len(all) == 0 || !utf8.ValidString(list) {
			return
		}
		got, errs := readString(t, in)
		if len(got)+len(errs) < 1 || len(got) > len(all) {
			t.Errorf("%d values of %+q give %d articles, errors %v", len(all), in, len(got), errs)
		}
	})
}

// FuzzJSONScanner cuts what the standard library takes for a list into the same values.
func FuzzJSONScanner(f *testing.F) {
	for _, s := range []string{`{"a":"}"},[1,[2]],"\\\"",-1.5e3,true,null`, `"a","b"`, `{}{}`, ``, `"`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, list string) {
		var want []json.RawMessage
		valid := json.Unmarshal([]byte("["+list+"]"), &want) == nil
		in := &jsonScanner{in: bufio.NewReader(iotest.OneByteReader(strings.NewReader(list))), line: 1}
		var got []json.RawMessage
		for n := 0; ; n++ {
			v, err := in.value(nil, 0)
			if err != nil {
				if !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
					t.Fatal(err)
				}
				break
			}
			if got = append(got, v); n > len(list) {
				t.Fatalf("it does not end on %+q", list)
			}
		}
		if valid && !reflect.DeepEqual(got, append([]json.RawMessage(nil), want...)) {
			t.Errorf("%+q gives %q, not %q", list, got, want)
		}
		if in.line > strings.Count(list, "\n")+1 {
			t.Errorf("line %d of %+q", in.line, list)
		}
	})
}

// FuzzPage reads any markup as a page.
func FuzzPage(f *testing.F) {
	f.Add(visitPage(1), `{"@type":"NewsArticle","headline":"x","datePublished":"2025-11-03"}`, `{"a":{"title":"x y z","body":"b"}}`)
	f.Add("<table><tr><td>"+paragraphs(3)+"<td><img>x<h4>اقرأ أيضا</h4><ul><li><a>", "[]", "{")
	f.Add("<abbr class=published title=2025>كتب: س ص<font size=+1><b>", `{"@graph":[{"@type":["VideoObject"],"uploadDate":1}]}`, "")
	known := writtenDate(f)
	f.Fuzz(func(t *testing.T, body, ld, state string) {
		in := "<!DOCTYPE html><html><head><title>زيارة رقم 1</title><script type='application/ld+json'>" + ld + "</script></head><body><script type='application/json'>" + state + "</script>" + body
		articles, errs := collect(t, Options{Stdin: strings.NewReader(in), WrittenDate: known}, Stdin)
		if len(articles)+len(errs) != 1 {
			t.Errorf("%d articles, errors %v", len(articles), errs)
		}
		for _, a := range articles {
			checkArticle(t, a, in)
		}
	})
}

// FuzzPageDates reads dates from any line: a date that can be read again, or none.
func FuzzPageDates(f *testing.F) {
	for _, s := range []string{"الإثنين, 03 تشرين2/نوفمبر 2025 09:14", "[03/نوفمبر/2025]", "3/11/2025 14:30 GMT+3", "14:30-3 نوفمبر", "31/31/2025", "a1/b"} {
		f.Add(s)
	}
	p := &page{source: &source{reader: &reader{}}, lang: "ar"}
	p.opts.WrittenDate = writtenDate(f)
	f.Fuzz(func(t *testing.T, s string) {
		plainMonths(s)
		for _, date := range []string{p.writtenDate(s), digitDate(s), dateOfURL("https://example.org/" + s)} {
			if _, err := ParseDate(date); date != "" && err != nil {
				t.Errorf("%+q gives %+q: %v", s, date, err)
			}
		}
	})
}

// FuzzEncodings: text in each encoding is that text again, or is refused.
func FuzzEncodings(f *testing.F) {
	for i := range encodings {
		f.Add(visit, byte(i))
	}
	f.Add("قال نعم", byte(2))
	f.Fuzz(func(t *testing.T, text string, n byte) {
		set := encodings[int(n)%len(encodings)]
		raw, err := set.set.NewEncoder().String(text)
		if err != nil || !utf8.ValidString(text) {
			raw = text
		}
		var d decoder
		out, _, err := d.decode([]byte(raw))
		if err == nil && !utf8.Valid(out) {
			t.Errorf("%+q in %s gives what is no UTF-8: %+q", text, set.name, out)
		}
	})
}

// FuzzArchive packs a file of any name and content: the file behind it is read, and no path leaves the archive.
func FuzzArchive(f *testing.F) {
	for _, name := range []string{"a.txt", "../../etc/passwd", "/abs", "a/../../b", ".hidden", "C:\\x", "__MACOSX/a"} {
		f.Add(name, visit)
		f.Add(name, gzipOf(f, visit))
		f.Add(name, zipOf(f, packedFile{name, visit}))
	}
	f.Fuzz(func(t *testing.T, name, content string) {
		if strings.ContainsRune(name, 0) || len(name) > 90 || strings.HasPrefix(content, "-> ") || strings.HasSuffix(name, "/") {
			return // what the writers of archives refuse
		}
		files := []packedFile{{name, content}, {"z.jsonl", `{"id":"last","text":"قال الوزير نعم"}` + "\n"}}
		for kind, in := range map[string]string{"tar": tarOf(t, files...), "zip": zipOf(t, files...), "tar.gz": gzipOf(t, tarOf(t, files...))} {
			got, errs := readString(t, in)
			if !slices.ContainsFunc(got, func(a Article) bool { return a.Record == "last" }) && !errors.Is(errors.Join(errs...), ErrBomb) {
				t.Errorf("%s: the file behind %+q is lost: %v", kind, name, errs)
			}
			for _, a := range got {
				if _, inside, _ := strings.Cut(a.Path, "!"); strings.HasPrefix(inside, "/") || strings.Contains("/"+inside+"/", "/../") {
					t.Errorf("%s: %+q leads to %+q", kind, name, a.Path)
				}
				checkArticle(t, a, strings.Repeat("\n", 100+strings.Count(content, "\n")))
			}
		}
	})
}

// FuzzBrokenArchive reads archives of which bytes were changed.
func FuzzBrokenArchive(f *testing.F) {
	files := []packedFile{{"a.txt", visit}, {"b/c.txt", visit}}
	for _, s := range []string{tarOf(f, files...), zipOf(f, files...), gzipOf(f, visit, visit), zstdOf(f, visit)} {
		f.Add(s, uint16(len(s)/2), byte(1))
	}
	f.Fuzz(func(t *testing.T, archive string, at uint16, change byte) {
		b := []byte(archive)
		if len(b) == 0 {
			return
		}
		b[int(at)%len(b)] ^= change
		articles, errs := readString(t, string(b))
		if len(articles)+len(errs) == 0 {
			t.Errorf("nothing came of %+q", b)
		}
		for _, a := range articles {
			checkArticle(t, a, strings.Repeat("\n", len(b)))
		}
	})
}

// FuzzAddresses: what is fetched for a list stands in it as a line, and is an address of the web.
func FuzzAddresses(f *testing.F) {
	for _, s := range []string{"https://example.org/a\n# x\n\nhttp://example.org/b", "https://example.org/a\nfile:///etc/passwd", "HTTPS://EXAMPLE.ORG\r\n", "https://a b"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, list string) {
		var asked []string
		o := Options{Stdin: strings.NewReader(list), Fetch: func(_ context.Context, address string) iter.Seq2[Article, error] {
			asked = append(asked, address)
			return func(yield func(Article, error) bool) {
				yield(Article{}, &Error{Path: address, Err: fmt.Errorf("not fetched")})
			}
		}}
		collect(t, o, Stdin)
		for _, address := range asked {
			if !isAddress([]byte(address)) || !strings.Contains(list, address) && utf8.ValidString(list) {
				t.Errorf("%+q makes it ask for %+q", list, address)
			}
		}
	})
}
