package article

import (
	_ "embed"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

//go:embed data/languages.tsv
var languageData string

// told is how much of a text tells its language: a few paragraphs.
const told = 4 << 10

// languages is the table of data/languages.tsv.
type languages struct {
	letters []signs           // of languages in Arabic script, in order of the file
	words   []signs           // of languages in Latin script, likewise
	common  string            // frequent Arabic letters
	codes   map[string]string // alias -> language
}

type signs struct {
	lang string
	set  map[string]bool
}

func loadLanguages() (*languages, error) {
	l := &languages{codes: map[string]string{}}
	number := 0
	for line := range strings.Lines(languageData) {
		number++
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		fields := strings.Split(line, "\t")
		if len(fields) != 3 {
			return nil, fmt.Errorf("languages.tsv:%d: %d fields instead of language, kind, signs", number, len(fields))
		}
		if err := l.add(fields[0], fields[1], strings.Fields(fields[2])); err != nil {
			return nil, fmt.Errorf("languages.tsv:%d: %w", number, err)
		}
	}
	return l, nil
}

func (l *languages) add(lang, kind string, items []string) error {
	set := map[string]bool{}
	for _, s := range items {
		set[s] = true
	}
	switch kind {
	case "letters":
		for _, s := range items {
			if r, size := utf8.DecodeRuneInString(s); size != len(s) || r>>8 != 0x06 {
				return fmt.Errorf("%+q is no letter of U+0600 to U+06FF", s)
			}
		}
		l.letters = append(l.letters, signs{lang, set})
	case "words":
		l.words = append(l.words, signs{lang, set})
	case "common":
		l.common += strings.Join(items, "")
	case "alias":
		for _, s := range items {
			l.codes[s] = lang
		}
	default:
		return fmt.Errorf("unknown kind %+q", kind)
	}
	return nil
}

// code returns the code of a language as people write it ("AR", "ar-EG", "ara",
// "Arabic"), and false where it is none.
func (l *languages) code(s string) (string, bool) {
	s = strings.ToLower(trim(s))
	if known, ok := l.codes[s]; ok {
		return known, true
	}
	if i := strings.IndexAny(s, "-_"); i >= 0 {
		s = s[:i]
	}
	if known, ok := l.codes[s]; ok {
		return known, true
	}
	if len(s) != 2 && len(s) != 3 || strings.Trim(s, "abcdefghijklmnopqrstuvwxyz") != "" {
		return "", false
	}
	return s, true
}

// tell returns the language of a text by its script and by letters or words that
// others lack; empty for other scripts.
func (l *languages) tell(title, text string) string {
	arabic, latin := 0, 0
	var letters [0x100]int // of U+0600 to U+06FF, where all letters of the table stand
	sample := title[:min(len(title), told)] + "\n" + text[:min(len(text), told)]
	for _, r := range sample {
		switch {
		case r>>8 == 0x06 && unicode.IsLetter(r):
			arabic++
			letters[r&0xff]++
		case r < utf8.RuneSelf:
			if isLetter(byte(r)) {
				latin++
			}
		case unicode.Is(unicode.Arabic, r):
			arabic++ // presentation forms
		case unicode.Is(unicode.Latin, r):
			latin++
		}
	}
	switch {
	case arabic == 0 && latin == 0:
		return ""
	case arabic >= latin:
		return mostSigns(l.letters, func(set map[string]bool) (n int) {
			for sign := range set {
				r, _ := utf8.DecodeRuneInString(sign)
				n += letters[r&0xff]
			}
			return n
		})
	}
	words := strings.FieldsFunc(strings.ToLower(sample), func(r rune) bool { return !unicode.IsLetter(r) })
	return mostSigns(l.words, func(set map[string]bool) (n int) {
		for _, w := range words {
			if set[w] {
				n++
			}
		}
		return n
	})
}

// mostSigns returns the language that covers most; the first of the table wins
// ties and takes a text without any sign.
func mostSigns(table []signs, count func(map[string]bool) int) string {
	best, most := "", -1
	for _, s := range table {
		if n := count(s.set); n > most {
			best, most = s.lang, n
		}
	}
	return best
}
