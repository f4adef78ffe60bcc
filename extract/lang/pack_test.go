package lang

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"
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

// TestFrames checks that frames and the words that should reach them find each other.
func TestFrames(t *testing.T) {
	languages, err := Languages()
	if err != nil {
		t.Fatal(err)
	}
	for _, language := range languages {
		p := load(t, language)
		words, named := map[string]bool{}, map[string]bool{"further": true, "occur": true, "cover": true, "hand": true} // these the engine asks for itself
		for _, w := range p.Words {
			words[w.Class] = true
		}
		for _, f := range p.Frames {
			named[f.Class] = true
			for _, flag := range []string{"with", "without", "head"} {
				for class := range strings.SplitSeq(f.Flag(flag), ",") {
					named[class] = true
				}
			}
			if f.Flag("judge") == "" && !words[f.Class] {
				t.Errorf("%s: no word has the class %s", f.Src, f.Class)
			}
		}
		for _, w := range p.Words {
			if strings.Contains(w.Src.File, "relations/") && w.Class != plain && !named[w.Class] {
				t.Errorf("%s: no frame names the class %s of %+q", w.Src, w.Class, w.Form)
				named[w.Class] = true
			}
		}
	}
}

// TestBadFrames checks what is refused.
func TestBadFrames(t *testing.T) {
	for _, line := range []string{"frame | x | bare | sideways", "frame | x | bare | with", "frame | x", "maybe | a | b"} {
		fsys := fstest.MapFS{
			"clitics.txt":       {Data: []byte("conj | و")},
			"inflection.txt":    {Data: []byte("noun | * | | | s")},
			"relations/MET.txt": {Data: []byte(line)},
		}
		if _, err := Load(fsys, "xx"); err == nil || !strings.Contains(err.Error(), "relations/MET.txt:1") {
			t.Errorf("%q: got %v, want a problem with file and line", line, err)
		}
	}
}

// TestReadme checks that the reference tells of every flag.
func TestReadme(t *testing.T) {
	data, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	for name, value := range frameFlags {
		if want := map[bool]string{false: "`" + name + "`", true: "`" + name + "="}[value]; !strings.Contains(string(data), want) {
			t.Errorf("README.md does not tell what the flag %s does", name)
		}
	}
}
