package article

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

const visit = "زيارة رسمية\nوصل الوزير إلى المدينة صباح الأحد، وقال: \"نرحب بكم\".\n"

var encodings = []struct {
	name string
	set  encoding.Encoding
}{
	{"UTF-8", encoding.Nop},
	{"UTF-8 with mark", unicode.UTF8BOM},
	{"UTF-16LE", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)},
	{"UTF-16BE", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)},
	{"UTF-16LE with mark", unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM)},
	{"UTF-16BE with mark", unicode.UTF16(unicode.BigEndian, unicode.ExpectBOM)},
	{"windows-1256", charmap.Windows1256},
	{"ISO-8859-6", charmap.ISO8859_6},
}

func encode(tb testing.TB, set encoding.Encoding, s string) string {
	tb.Helper()
	out, err := set.NewEncoder().String(s)
	if err != nil {
		tb.Fatalf("encode %+q: %v", s, err)
	}
	return out
}

func readString(tb testing.TB, s string) ([]Article, []error) {
	tb.Helper()
	return collect(tb, Options{Stdin: strings.NewReader(s)}, Stdin)
}

// TestEncodings reads one text in every encoding, as text and as JSON lines: it is
// the same article.
func TestEncodings(t *testing.T) {
	line := `{"text": "وصل الوزير إلى المدينة صباح الأحد، وقال: نرحب بكم."}`
	for _, text := range []string{visit, line + "\n" + line + "\n", "قال نعم", "{\"text\": \"قال\"}"} {
		want, errs := readString(t, text)
		if len(errs) > 0 {
			t.Fatal(errs)
		}
		for _, e := range encodings {
			got, errs := readString(t, encode(t, e.set, text))
			if len(errs) > 0 || len(got) != len(want) {
				t.Errorf("%s, %+q: %d articles, errors %v", e.name, text, len(got), errs)
				continue
			}
			name, _, _ := strings.Cut(e.name, " ")
			for i := range want {
				if got[i].Full() != want[i].Full() || got[i].ID != want[i].ID || got[i].Encoding != name || len(got[i].Warnings) > 0 {
					t.Errorf("%s: read %+q as %s, warnings %q", e.name, got[i].Full(), got[i].Encoding, got[i].Warnings)
				}
			}
		}
	}
}

// TestShortTexts tells the two Arabic one-byte encodings apart by a few words.
// They differ in half of the letters only, so that one snippet of three words in a
// hundred may be misread, and none of eight.
func TestShortTexts(t *testing.T) {
	text := strings.ReplaceAll(readGood(t, Options{}, seed+".txt")[0].Full(), "–", "-")
	words := strings.Fields(text)
	for _, e := range encodings[6:] {
		for size, allowed := range map[int]int{3: len(words) / 100, 8: 0} {
			wrong := 0
			for i := size; i <= len(words); i++ {
				want := strings.Join(words[i-size:i], " ")
				got, errs := readString(t, encode(t, e.set, want))
				if len(errs) > 0 || got[0].Title != want {
					wrong++
					t.Logf("%s: %+q: %v", e.name, want, errs)
				}
			}
			if wrong > allowed {
				t.Errorf("%s: %d of %d snippets of %d words misread, want at most %d", e.name, wrong, len(words), size, allowed)
			}
		}
	}
}

// TestMixedEncodings reads lines of a file glued together from three.
func TestMixedEncodings(t *testing.T) {
	var in bytes.Buffer
	for i, set := range []encoding.Encoding{encoding.Nop, charmap.Windows1256, unicode.UTF8BOM, charmap.ISO8859_6} {
		in.WriteString(encode(t, set, fmt.Sprintf("{\"id\": %d, \"text\": \"وصل الوزير إلى المدينة\"}\n", i)))
	}
	got, errs := readString(t, in.String())
	if len(errs) > 0 || len(got) != 4 {
		t.Fatalf("%d articles, errors %v", len(got), errs)
	}
	for _, a := range got {
		if a.Text != "وصل الوزير إلى المدينة" {
			t.Errorf("%s (%s): %+q", a.ID, a.Encoding, a.Text)
		}
	}
}

func TestRepairs(t *testing.T) {
	long := strings.Repeat("وصل الوزير إلى المدينة\n", 10)
	for _, test := range []struct{ what, in, text, warning string }{
		{"text cut in the middle of a letter", long + "نعم\xd8", "\ufffd", "text: characters lost (U+FFFD): 1"},
		{"English with a quote of windows-1252", "A visit\nThe minister\x92s visit to M\xfcnchen", "The minister’s visit to München", "not UTF-8: read as windows-1252"},
		{"a control character", "A visit\nThe minis\x01ter came to the old town and stayed there until the evening, so that the meeting could be held.", "The minis ter", "text: control characters replaced by spaces: 1"},
		{"an escaped NUL", `{"text": "The minister\u0000 came"}`, "The minister  came", "text: control characters replaced by spaces: 1"},
		{"half a surrogate pair", `{"text": "The minister came to town \ud83d today"}`, "town \ufffd today", "text: characters lost (U+FFFD): 1"},
		{"direction marks stay", "A visit\n\u200fوصل\u202c الوزير\u200d", "\u200fوصل\u202c الوزير\u200d", ""},
	} {
		got, errs := readString(t, test.in)
		if len(errs) > 0 || len(got) != 1 {
			t.Errorf("%s: %d articles, errors %v", test.what, len(got), errs)
			continue
		}
		if warnings := strings.Join(got[0].Warnings, "; "); !strings.Contains(got[0].Text, test.text) || warnings != test.warning {
			t.Errorf("%s: text %+q, warnings %q", test.what, got[0].Text, warnings)
		}
	}
}
