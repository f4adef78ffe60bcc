package text

import (
	"strings"
	"testing"
)

// tokenWords is what Words promises: the words of the tokens joined by spaces.
func tokenWords(f *Folder, s string) string {
	var words []string
	for _, t := range f.Tokens(s, nil) {
		if t.Kind != Punct {
			words = append(words, t.Norm)
		}
	}
	return strings.Join(words, " ")
}

var wordTexts = []string{"", " ", "plain", "Two Words", "  a\t-b- ", "3.5 percent", "1,000km", "12th", "٣٫٥", "3. 4.", "G20", "a\u0640", "\u0640", "\u064b", " \u0640 x",
	"الأُمَم المُتَّحِدة", "«وزير» الخارجية، والدفاع", "ﷺ ﻻ", "São Tomé", "\xff\xfe a\xff", "مؤتمر2025قمة", "x\u200fy \u200f z", "5\u0640 6", "ª 1º", "e\u0301", "２０２５"}

func TestWordsAreThoseOfTokens(t *testing.T) {
	f := NewFolder()
	for _, s := range wordTexts {
		if got, want := f.Words(s), tokenWords(f, s); got != want {
			t.Errorf("Words(%+q) = %+q, want %+q", s, got, want)
		}
		if got, want := string(f.AppendWords([]byte("x"), s)), "x"+tokenWords(f, s); got != want {
			t.Errorf("AppendWords(%+q) = %+q, want %+q", s, got, want)
		}
	}
}

func FuzzWords(f *testing.F) {
	fold := NewFolder()
	for _, s := range wordTexts {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if got, want := fold.Words(s), tokenWords(fold, s); got != want {
			t.Errorf("Words(%+q) = %+q, want %+q", s, got, want)
		}
	})
}
