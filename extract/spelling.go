package extract

import (
	"fmt"
	"io/fs"
	"strings"

	"mithaq/extract/text"
)

// spelling is a word of the language and a name that differ only by letters that are folded.
type spelling struct {
	word, name string // as written
	proof      string // is written only by those who tell the letters apart
}

// Which of the two is written.
type spelled int8

const (
	spelledEither spelled = iota
	spelledWord
	spelledName
)

// readSpellings reads "word | name | proof" lines, keyed by the folded word. A language without the file has none.
func readSpellings(fsys fs.FS, fold *text.Folder) (map[string]spelling, error) {
	out := map[string]spelling{}
	rows, err := readColumns(fsys, "spelling.txt", "word | name | proof")
	for _, f := range rows {
		out[fold.Words(f[0])] = spelling{f[0], f[1], f[2]}
	}
	return out, err
}

// readLetters reads "letter | letter" lines: letters of foreign names that are written for one another, folded.
func readLetters(fsys fs.FS, fold *text.Folder) ([][2]string, error) {
	var out [][2]string
	rows, err := readColumns(fsys, "letters.txt", "letter | letter")
	for _, f := range rows {
		out = append(out, [2]string{fold.Words(f[0]), fold.Words(f[1])})
	}
	return out, err
}

// readColumns reads the lines of a small table whose columns stand between bars, as many as form has; nil if there is no such file.
func readColumns(fsys fs.FS, file, form string) ([][]string, error) {
	if _, err := fs.Stat(fsys, file); err != nil {
		return nil, nil
	}
	data, err := fs.ReadFile(fsys, file)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", file, err)
	}
	var rows [][]string
	for line, f := range text.Rows(string(data)) {
		if len(f) != strings.Count(form, "|")+1 {
			return nil, fmt.Errorf("read %s:%d: want %s: %+q", file, line, form, f)
		}
		rows = append(rows, f)
	}
	return rows, nil
}

// spelled tells whether an item is written as a word of the language or as the name that folds to the same letters.
func (c *chunker) spelled(it *item) spelled {
	s, ok := c.d.eng.spellings[it.stem]
	if !ok || it.to-it.from != 1 || !c.d.writes(s.proof) {
		return spelledEither
	}
	switch raw := c.d.cutAfter(it.from, it.to, &it.reading); {
	case raw == s.word:
		return spelledWord
	case raw == s.name && c.d.writes(s.word):
		return spelledName
	}
	return spelledEither
}

// respell reads an item that is written as a word of the language, and not as the name or title that folds to it, as that word.
func (c *chunker) respell(i int) {
	it := &c.items[i]
	if it.word("func") != nil || c.spelled(it) != spelledWord {
		return
	}
	for _, r := range c.lex.readings(it.norm, nil) {
		var senses []*sense
		c.lex.match(c.d.tokens[:it.to], it.from, r.stem, func(n int, s *sense) {
			if n == 1 && s.kind == senseWord && s.word.POS == "func" {
				senses = append(senses, s)
			}
		})
		if senses != nil {
			it.reading, it.senses = r, senses
			return
		}
	}
}

// writes tells whether the article has a word, written so, alone.
func (d *document) writes(word string) bool {
	for rest := d.full; ; {
		i := strings.Index(rest, word)
		if i < 0 {
			return false
		}
		end := i + len(word)
		if (i == 0 || strings.ContainsRune(" \n", rune(rest[i-1]))) && end < len(rest) && rest[end] == ' ' {
			return true
		}
		rest = rest[end:]
	}
}
