package lang

import (
	"io/fs"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"
)

// FuzzLoad reads a table of a language with anything in it beside small tables that are right: it gives a pack, or an error in which
// every line names a file; the same when read again; and no form that is empty.
func FuzzLoad(f *testing.F) {
	small := map[string]string{}
	for _, name := range []string{"clitics.txt", "inflection.txt", "function.txt", "verbs.txt", "nouns.txt", "judge.txt", "given.txt", "common.txt", "latin.txt", "relations/AIDS.txt"} {
		data, err := fs.ReadFile(builtin, "ar/"+name)
		if err != nil {
			f.Fatal(err)
		}
		lines := strings.SplitAfter(string(data), "\n")
		text := strings.Join(lines[:min(len(lines), 25)], "")
		f.Add(name, text)
		if name == "clitics.txt" || name == "inflection.txt" {
			small[name] = text
		}
	}
	f.Fuzz(func(t *testing.T, name, data string) {
		if len(data) > 1<<14 || !fs.ValidPath(name) || strings.Count(name, "/") > 1 {
			t.Skip()
		}
		dir := fstest.MapFS{}
		for n, text := range small {
			dir[n] = &fstest.MapFile{Data: []byte(text)}
		}
		dir[name] = &fstest.MapFile{Data: []byte(data)}
		p, err := Load(dir, "xx")
		again, err2 := Load(dir, "xx")
		if (err == nil) != (err2 == nil) || err != nil && err.Error() != err2.Error() {
			t.Fatalf("read twice: %v, %v", err, err2)
		}
		if err != nil {
			for line := range strings.Lines(strings.TrimPrefix(err.Error(), "load language xx: ")) {
				if !strings.Contains(line, ".txt:") && !strings.Contains(line, name) {
					t.Errorf("the problem names no file: %+q", line)
				}
			}
			return
		}
		if p.Fingerprint != again.Fingerprint || !reflect.DeepEqual(p.Words, again.Words) || !reflect.DeepEqual(p.Frames, again.Frames) {
			t.Error("reading twice gives two packs")
		}
		for _, w := range p.Words {
			if w.Form == "" || w.POS == "" || w.Src.Line < 1 {
				t.Errorf("a word without form, role or place: %+v", w)
			}
			p.Latin(w.Form)
			p.Accusative(w.Form)
		}
	})
}
