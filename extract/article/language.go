package article

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

//go:embed data/languages.tsv
var languageData string

const (
	// told is how much of a text tells its language: a few paragraphs.
	told = 4 << 10
	// signWeight is how much more a word tells than a letter.
	signWeight = 2
	// manyWords is how long a text must be for it to be strange that it has no sign of any known language.
	manyWords = 12
	// shortWord is up to where a word has no prefix that counts.
	shortWord = 4
)

// languages is the table of data/languages.tsv.
type languages struct {
	list   []*language       // in order of the file
	common string            // frequent Arabic letters
	codes  map[string]string // alias -> language
}

// language is what tells one language from the others of its script.
type language struct {
	code     string
	scripts  []string
	letters  map[rune]bool
	words    map[string]bool
	prefixes []string
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

func (l *languages) add(code, kind string, items []string) error {
	i := slices.IndexFunc(l.list, func(x *language) bool { return x.code == code })
	if i < 0 {
		i = len(l.list)
		l.list = append(l.list, &language{code: code, letters: map[rune]bool{}, words: map[string]bool{}})
	}
	x := l.list[i]
	for _, s := range items {
		switch kind {
		case "script":
			if unicode.Scripts[s] == nil {
				return fmt.Errorf("%+q is no script", s)
			}
			x.scripts = append(x.scripts, s)
		case "letters":
			r, size := utf8.DecodeRuneInString(s)
			if size != len(s) {
				return fmt.Errorf("%+q is no letter", s)
			}
			x.letters[r] = true
		case "words":
			x.words[strings.Map(foldLetter, s)] = true
		case "prefixes":
			x.prefixes = append(x.prefixes, s)
		case "common":
			l.common += s
		case "alias":
			l.codes[s] = code
		default:
			return fmt.Errorf("unknown kind %+q", kind)
		}
	}
	return nil
}

// foldLetter makes one of the letters that keyboards and fonts write in two ways.
func foldLetter(r rune) rune {
	switch r {
	case '\u06cc', '\u0649': // Persian ya, alef maqsura
		return '\u064a'
	case '\u06a9': // Persian kaf
		return '\u0643'
	}
	return unicode.ToLower(r)
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

// tell returns the language of a text by its script and by letters or words that others of the script lack; empty where there is no
// sign of a known one.
func (l *languages) tell(title, text string) string {
	sample := norm.NFKC.String(title[:min(len(title), told)] + "\n" + text[:min(len(text), told)])
	letters := map[rune]int{}
	for _, r := range sample {
		if r >= utf8.RuneSelf && !unicode.IsDigit(r) || isLetter(byte(r)) {
			letters[unicode.ToLower(r)]++
		}
	}
	script := mainScript(letters, l.list)
	if script == "" {
		return ""
	}
	words := strings.FieldsFunc(sample, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) && !unicode.Is(unicode.So, r)
	})
	best, most := "", -1
	for _, x := range l.list {
		if !slices.Contains(x.scripts, script) {
			continue
		}
		if n := x.signs(letters, words); n > most {
			best, most = x.code, n
		}
	}
	if most == 0 && script == "Latin" && len(words) >= manyWords {
		return ""
	}
	return best
}

// signs counts what speaks for a language.
func (x *language) signs(letters map[rune]int, words []string) (n int) {
	for r := range x.letters {
		n += letters[r]
	}
	for _, w := range words {
		folded := strings.Map(foldLetter, w)
		switch {
		case x.words[folded]:
			n += signWeight
		case utf8.RuneCountInString(w) > shortWord && slices.ContainsFunc(x.prefixes, func(p string) bool { return strings.HasPrefix(folded, p) }):
			n += signWeight
		}
	}
	return n
}

// mainScript returns the script in which most letters are written. A little kana among Han is Japanese.
func mainScript(letters map[rune]int, list []*language) string {
	counts := map[string]int{}
	for r, n := range letters {
		if name := scriptOf(r, list); name != "" {
			counts[name] += n
		}
	}
	if kana := counts["Hiragana"] + counts["Katakana"]; kana*10 > counts["Han"] && kana > 0 {
		counts["Hiragana"] += counts["Han"] + counts["Katakana"]
		delete(counts, "Han")
	}
	best := ""
	for _, x := range list { // in the order of the file, so that ties are settled the same way each time
		for _, s := range x.scripts {
			if counts[s] > counts[best] {
				best = s
			}
		}
	}
	return best
}

func scriptOf(r rune, list []*language) string {
	if r < utf8.RuneSelf {
		return "Latin"
	}
	for _, x := range list {
		for _, s := range x.scripts {
			if unicode.Is(unicode.Scripts[s], r) {
				return s
			}
		}
	}
	return ""
}
