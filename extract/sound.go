package extract

import (
	"io/fs"
	"strings"
	"sync"
	"unicode/utf8"

	"mithaq/extract/gazetteer"
	"mithaq/extract/text"
	"mithaq/graph"
)

// readSounds reads "letter | letter" lines: what a letter of a name counts as when names are compared by their sound; 0 if as nothing.
func readSounds(fsys fs.FS, fold *text.Folder) (map[rune]rune, error) {
	out := map[rune]rune{}
	rows, err := readColumns(fsys, "sounds.txt", "letter | letter")
	for _, f := range rows {
		for _, r := range fold.Words(f[0]) {
			out[r] = 0
			for _, to := range fold.Words(f[1]) {
				out[r] = to
			}
		}
	}
	return out, err
}

// sound returns the consonants of each word of a folded name, without the article: what is left of a name however it is spelt. A
// word of vowels alone stays as it is.
func (e *Engine) sound(name string) string {
	var out []string
	for word := range strings.FieldsSeq(withoutArticles(name, e.world.articleLetters)) {
		var b strings.Builder
		for _, r := range word {
			to, ok := e.sounds[r]
			if !ok {
				to = r
			}
			if to != 0 {
				b.WriteRune(to)
			}
		}
		if b.Len() == 0 {
			b.WriteString(word)
		}
		out = append(out, b.String())
	}
	return strings.Join(out, " ")
}

// heardLetters is the number of consonants from which a name that is written like no name of the gazetteer is taken for the one that
// sounds like it: shorter names meet by chance.
const heardLetters = 6

// soundIndex finds the people of the gazetteer by the sound of their full names. It is made when it is first needed.
type soundIndex struct {
	once sync.Once
	name map[string]heardName // the consonants of a name -> who is called so
}

// heardName is a folded name of a person; the id is empty if several people have names of one sound.
type heardName struct{ id, fold string }

// heard returns the person of the gazetteer whose name sounds like a folded full name; no id if there is none or several.
func (e *Engine) heard(fold string) heardName {
	want := strings.ReplaceAll(e.sound(fold), " ", "")
	if utf8.RuneCountInString(want) < heardLetters {
		return heardName{}
	}
	e.people.once.Do(func() {
		e.people.name = map[string]heardName{}
		for r := range e.world.g.All(gazetteer.Person) {
			for _, name := range r.Names(e.pack.Lang) {
				if strings.Contains(name, " ") {
					e.people.add(e, r.ID, e.fold.Words(name))
				}
			}
		}
	})
	return e.people.name[want]
}

func (x *soundIndex) add(e *Engine, id, fold string) {
	key := strings.ReplaceAll(e.sound(fold), " ", "")
	if was, ok := x.name[key]; ok && was.id != id {
		id = ""
	}
	x.name[key] = heardName{id, fold}
}

// misspelt returns the person whom the gazetteer knows by another spelling of a name, if the article names his state too or the
// spelling is hardly another.
func (d *document) misspelt(label, fold string) *entity {
	if label != graph.LabelPerson || d.seen == nil || !strings.Contains(fold, " ") {
		return nil
	}
	h := d.eng.heard(fold)
	if h.id != "" && (d.seen[d.eng.world.nation(h.id)] || distance([]rune(fold), []rune(h.fold)) == 1) {
		return d.known(h.id)
	}
	return nil
}
