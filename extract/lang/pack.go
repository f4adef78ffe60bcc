// Package lang holds what the engine knows of a language: one directory of data files per language, found by
// listing. The engine asks a [Pack] for its clitics, its words with their senses, its frames and its notions of
// reference; it knows no word itself. The formats are described in README.md.
package lang

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"mithaq/extract/text"
)

//go:embed ar
var builtin embed.FS

// Pack is the knowledge of one language.
type Pack struct {
	Lang        string
	Clitics     Clitics
	Words       []Word
	Frames      []Frame
	Cases       []Case // examples and counter-examples of the relation files
	Files       fs.FS  // of the language: the date reader has tables of its own
	endings     map[string][]ending
	letters     map[rune]latinLetter
	Fingerprint string // SHA-256 of all files
}

// Case is a sentence of a relation file with the facts it must give, or must not give.
type Case struct {
	File    string
	Line    int
	Text    string
	Facts   []string // TYPE(subject, object) status
	Without bool     // none of Facts may appear
	Todo    bool     // the engine does not do so yet: reported, no failure
}

// POS is the role a word plays in a sentence.
type POS string

// Word is one form of a word and what it may mean.
type Word struct {
	Form  string // folded, words joined by single spaces
	POS   string // verb, masdar, agent, patient, noun, func, given, common, particle ...
	Class string // class of meaning: joins words to frames
	Feat  Feat
	Lemma string
	Src   Source
}

// Source is the place of a record: the name of a rule that users can look up.
type Source struct {
	File string
	Line int
}

func (s Source) String() string { return fmt.Sprintf("%s:%d", s.File, s.Line) }

// Feat is a set of grammatical features.
type Feat uint16

// Features of forms. A form may carry several of one kind when writing does not tell them apart.
const (
	Past Feat = 1 << iota
	Present
	Masculine
	Feminine
	Singular
	Dual
	Plural
	First
	Accusative
)

// Problems collects every fault of the data, so that one run shows them all.
type Problems struct{ errs []error }

// Addf adds a problem at file:line.
func (p *Problems) Addf(file string, line int, format string, args ...any) {
	p.errs = append(p.errs, fmt.Errorf("%s:%d: %s", file, line, fmt.Sprintf(format, args...)))
}

// Err returns all problems as one error, or nil.
func (p *Problems) Err() error { return errors.Join(p.errs...) }

// Languages returns the languages of the built-in packs.
func Languages() ([]string, error) {
	dirs, err := fs.ReadDir(builtin, ".")
	if err != nil {
		return nil, fmt.Errorf("list languages: %w", err)
	}
	var out []string
	for _, d := range dirs {
		if d.IsDir() {
			out = append(out, d.Name())
		}
	}
	return out, nil
}

// Builtin loads the pack of a language that comes with the program.
func Builtin(language string) (*Pack, error) {
	sub, err := fs.Sub(builtin, language)
	if err != nil {
		return nil, fmt.Errorf("open language %s: %w", language, err)
	}
	return Load(sub, language)
}

// wordsRoom is room for the words of a language: a list of them that grows is copied again and again.
const wordsRoom = 1 << 16

// Load reads a pack from the files of a directory and reports every problem at once.
func Load(fsys fs.FS, language string) (*Pack, error) {
	l := &loader{fsys: fsys, fold: text.NewFolder(), pack: &Pack{Lang: language, Files: fsys, Words: make([]Word, 0, wordsRoom)}}
	l.clitics("clitics.txt")
	l.inflection("inflection.txt")
	names, err := fs.Glob(fsys, "*.txt")
	if err != nil {
		return nil, fmt.Errorf("list language %s: %w", language, err)
	}
	for _, name := range names {
		if read, ok := tables[strings.TrimSuffix(name, ".txt")]; ok {
			read(l, name)
		}
	}
	relations, err := fs.Glob(fsys, "relations/*.txt")
	if err != nil {
		return nil, fmt.Errorf("list relations of %s: %w", language, err)
	}
	for _, name := range relations {
		l.relation(name)
	}
	l.pack.endings = l.endings
	l.fingerprint()
	if err := l.problems.Err(); err != nil {
		return nil, fmt.Errorf("load language %s: %w", language, err)
	}
	return l.pack, nil
}

// tables says how the files of a language are read; files not named here are read by their own stage.
var tables = map[string]func(*loader, string){
	"function": (*loader).plainWords,
	"verbs":    (*loader).verbs,
	"nouns":    (*loader).nouns,
	"judge":    (*loader).judgeWords,
	"given":    (*loader).bareWords,
	"common":   (*loader).bareWords,
	"latin":    (*loader).latin,
}

type loader struct {
	fsys     fs.FS
	fold     *text.Folder
	pack     *Pack
	problems Problems
	endings  map[string][]ending
	persons  []person
}

// row is one line of a table: fields cut at "|", trimmed, folded on demand.
type row struct {
	file   string
	line   int
	fields []string
}

func (r row) source() Source { return Source{r.file, r.line} }

// rows reads the lines of a file that are not blank and no comments.
func (l *loader) rows(name string) []row {
	data, err := fs.ReadFile(l.fsys, name)
	if err != nil {
		l.problems.Addf(name, 0, "read: %v", err)
		return nil
	}
	var out []row
	for n, fields := range text.Rows(string(data)) {
		out = append(out, row{path.Join(l.pack.Lang, name), n, fields})
	}
	return out
}

// alternatives splits a field at "/" and folds each part; "-" and "" mean none.
func (l *loader) alternatives(field string) []string {
	var out []string
	for a := range strings.SplitSeq(field, "/") {
		if a = l.fold.Words(a); a != "" {
			out = append(out, a)
		}
	}
	return out
}

func (l *loader) add(w Word) { l.pack.Words = append(l.pack.Words, w) }

// plainWords reads "class | form / form ..." lines whose forms are used as they are.
func (l *loader) plainWords(name string) { l.classWords(name, "func") }

func (l *loader) classWords(name, pos string) { l.classRows(l.rows(name), pos) }

func (l *loader) classRows(rows []row, pos string) {
	for _, r := range rows {
		if len(r.fields) != 2 {
			l.problems.Addf(r.file, r.line, "want class | forms, got %d fields", len(r.fields))
			continue
		}
		forms := l.alternatives(r.fields[1])
		if len(forms) == 0 {
			l.problems.Addf(r.file, r.line, "no forms")
		}
		for _, f := range forms {
			l.add(Word{Form: f, POS: pos, Class: r.fields[0], Lemma: forms[0], Src: r.source()})
		}
	}
}

// bareWords reads words separated by spaces; the file's name is their part of speech.
func (l *loader) bareWords(name string) {
	pos := strings.TrimSuffix(name, ".txt")
	for _, r := range l.rows(name) {
		for w := range strings.FieldsSeq(strings.Join(r.fields, " ")) {
			if f := l.fold.Words(w); f != "" {
				l.add(Word{Form: f, POS: pos, Lemma: f, Src: r.source()})
			}
		}
	}
}

// nouns reads "pos.class | singular | plural" lines: forms with the endings of nouns.
func (l *loader) nouns(name string) {
	for _, r := range l.rows(name) {
		pos, class, ok := strings.Cut(r.fields[0], ".")
		if !ok || len(r.fields) < 2 || len(r.fields) > 3 {
			l.problems.Addf(r.file, r.line, "want kind.class | singular | plural")
			continue
		}
		for _, s := range l.alternatives(r.fields[1]) {
			l.noun(Word{POS: pos, Class: class, Lemma: s, Src: r.source()}, s)
		}
		if len(r.fields) == 3 {
			for _, s := range l.alternatives(r.fields[2]) {
				w := Word{Form: s, POS: pos, Class: class, Feat: Plural, Lemma: s, Src: r.source()}
				l.add(w)
			}
		}
	}
}

// verbs reads "class | past | present | verbal nouns | active participle | passive participle" lines.
func (l *loader) verbs(name string) {
	for _, r := range l.rows(name) {
		if len(r.fields) < 3 || len(r.fields) > 6 {
			l.problems.Addf(r.file, r.line, "want class | past | present | verbal noun | agent | patient, got %d fields", len(r.fields))
			continue
		}
		fields := slices.Concat(r.fields, make([]string, 6-len(r.fields)))
		l.verb(r, fields)
	}
}

func (l *loader) verb(r row, fields []string) {
	lemma := l.fold.Words(fields[1])
	if lemma == "" {
		lemma = l.fold.Words(fields[3])
	}
	base := Word{Class: fields[0], Lemma: lemma, Src: r.source()}
	for _, s := range l.alternatives(fields[1]) {
		l.past(base, s)
	}
	for _, s := range l.alternatives(fields[2]) {
		l.present(base, s)
	}
	for _, s := range l.alternatives(fields[3]) {
		w := base
		w.POS = "masdar"
		l.noun(w, s)
	}
	for i, pos := range []string{"agent", "patient"} {
		for _, s := range l.alternatives(fields[4+i]) {
			w := base
			w.POS = pos
			l.participle(w, s)
		}
	}
}

// fingerprint hashes every file of the pack with its name, in the order of the names.
func (l *loader) fingerprint() {
	sum := sha256.New()
	err := fs.WalkDir(l.fsys, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := fs.ReadFile(l.fsys, name)
		fmt.Fprintf(sum, "%s %d\n%s", name, len(data), data)
		return err
	})
	if err != nil {
		l.problems.Addf(l.pack.Lang, 0, "read: %v", err)
	}
	l.pack.Fingerprint = hex.EncodeToString(sum.Sum(nil))
}
