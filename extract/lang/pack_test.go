package lang

import (
	"strings"
	"testing"
)

// TestBuiltinPacks loads every pack that comes with the program and tells how many forms each part of speech has.
func TestBuiltinPacks(t *testing.T) {
	languages, err := Languages()
	if err != nil {
		t.Fatal(err)
	}
	for _, language := range languages {
		t.Run(language, func(t *testing.T) {
			p := load(t, language)
			counts := map[string]int{}
			for _, w := range p.Words {
				counts[w.POS]++
			}
			if len(p.Words) == 0 {
				t.Error("no words")
			}
			t.Logf("%d words %v, %d frames, %d cases", len(p.Words), counts, len(p.Frames), len(p.Cases))
		})
	}
}

// TestBareWords checks the lists that decide what may be a name: a word stands once, in one of them.
func TestBareWords(t *testing.T) {
	languages, err := Languages()
	if err != nil {
		t.Fatal(err)
	}
	for _, language := range languages {
		first := map[string]Word{}
		for _, w := range load(t, language).Words {
			if w.POS != "given" && w.POS != "common" {
				continue
			}
			if old, twice := first[w.Form]; twice {
				t.Errorf("%s: %+q stands at %s too", w.Src, w.Form, old.Src)
				continue
			}
			first[w.Form] = w
			if strings.Contains(w.Form, " ") {
				t.Errorf("%s: %+q is more than one word", w.Src, w.Form)
			}
		}
	}
}

// TestLemmas checks that every form of a verb can be traced to its word.
func TestLemmas(t *testing.T) {
	languages, err := Languages()
	if err != nil {
		t.Fatal(err)
	}
	for _, language := range languages {
		for _, w := range load(t, language).Words {
			if w.Lemma == "" {
				t.Errorf("%s: %+q has no lemma: give a past or a verbal noun", w.Src, w.Form)
			}
		}
	}
}

func load(t testing.TB, language string) *Pack {
	t.Helper()
	p, err := Builtin(language)
	if err != nil {
		t.Fatal(err)
	}
	return p
}
