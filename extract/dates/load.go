package dates

import (
	"errors"
	"fmt"
	"io/fs"
	"strconv"
	"strings"

	"mithaq/extract/text"
)

// The files of a language that this package reads.
const (
	wordsFile    = "dates/words.txt"
	patternsFile = "dates/patterns.txt"
	cliticsFile  = "clitics.txt"
)

// loader reads the files of a language.
type loader struct {
	fsys    fs.FS
	r       *Reader
	classes map[string]class
	used    map[class]bool
	listed  map[class]string // classes that have words, with the place of the first
	seen    map[string]string
	errs    []error
}

// Load reads the date files of a language's directory and reports every problem at once as file:line.
func Load(fsys fs.FS, fold *text.Folder) (*Reader, error) {
	l := &loader{fsys: fsys, classes: map[string]class{}, used: map[class]bool{}, listed: map[class]string{}, seen: map[string]string{},
		r: &Reader{fold: fold, words: map[string][]sense{}, joinedWords: map[string][]sense{}, marks: markClasses, starts: map[class][]*pattern{}}}
	for name, c := range classNames {
		l.classes[name] = c
	}
	var err error
	if l.r.hijri, err = readHijri(ummAlQuraFile); err != nil {
		l.errs = append(l.errs, err)
	}
	l.clitics()
	l.each(wordsFile, l.word)
	l.each(patternsFile, l.pattern)
	l.unused()
	if err := errors.Join(l.errs...); err != nil {
		return nil, fmt.Errorf("load dates: %w", err)
	}
	l.finish()
	return l.r, nil
}

func (l *loader) addf(at, format string, args ...any) {
	l.errs = append(l.errs, fmt.Errorf("%s: %s", at, fmt.Sprintf(format, args...)))
}

// each calls read with the fields of every line that is not blank and no comment.
func (l *loader) each(name string, read func(at string, fields []string)) {
	data, err := fs.ReadFile(l.fsys, name)
	if err != nil {
		l.addf(name, "read: %v", err)
		return
	}
	for n, fields := range text.Rows(string(data)) {
		read(name+":"+strconv.Itoa(n), fields)
	}
}

// clitics takes what stands before words from the file of the whole language; a language need not have one.
func (l *loader) clitics() {
	if _, err := fs.Stat(l.fsys, cliticsFile); errors.Is(err, fs.ErrNotExist) {
		return
	}
	c := &l.r.clitics
	l.each(cliticsFile, func(at string, f []string) {
		if len(f) < 2 {
			l.addf(at, "want slot | letters")
			return
		}
		switch letters := l.r.fold.Words(f[1]); f[0] {
		case "conj":
			c.conj = append(c.conj, letters)
		case "prep":
			c.prep = append(c.prep, letters)
		case "article":
			c.article = append(c.article, letters)
		case "joined":
			if parts := strings.Fields(f[1]); len(f) > 2 || len(parts) > 0 {
				first, then := l.joined(f)
				c.joined = append(c.joined, joined{first, then})
			}
		}
	})
}

// joined reads "letters | preposition rest": the letters, and what the word begins with once the preposition is off.
func (l *loader) joined(f []string) (letters, then string) {
	letters = l.r.fold.Words(f[1])
	if len(f) > 2 {
		if parts := strings.Fields(f[2]); len(parts) == 2 {
			then = l.r.fold.Words(parts[1])
		}
	}
	return letters, then
}

// word reads "class [value] | form / form". A beginning in brackets may be missing.
func (l *loader) word(at string, f []string) {
	head := strings.Fields(f[0])
	if len(f) != 2 || len(head) == 0 || len(head) > 2 {
		l.addf(at, "want class value | form / form")
		return
	}
	c := l.class(head[0])
	if c.builtin() {
		l.addf(at, "class %s is read from digits and marks and has no words", head[0])
		return
	}
	s, ok := l.sense(at, c, head)
	if !ok {
		return
	}
	if l.listed[c] == "" {
		l.listed[c] = at
	}
	for form := range strings.SplitSeq(f[1], "/") {
		l.forms(at, head[0], strings.TrimSpace(form), s)
	}
}

// sense reads the class and value of a line.
func (l *loader) sense(at string, c class, head []string) (s sense, ok bool) {
	s.class = c
	_, named := wordValues[c]
	_, numbered := valueRange[c]
	switch valued := named || numbered || c == classFixed; {
	case !valued && len(head) > 1:
		l.addf(at, "class %s has no value", head[0])
		return s, false
	case !valued:
		return s, true
	case len(head) == 1:
		l.addf(at, "class %s needs a value", head[0])
		return s, false
	}
	s.value, ok = l.value(at, c, head[1])
	return s, ok
}

// forms enters a form, and one whose beginning stands in brackets also without it.
func (l *loader) forms(at, name, form string, s sense) {
	if rest, ok := strings.CutPrefix(form, "("); ok {
		if opt, word, ok := strings.Cut(rest, ")"); ok {
			l.forms(at, name, opt+word, s)
			form = word
		}
	}
	folded := l.r.fold.Words(form)
	if folded == "" {
		l.addf(at, "empty form")
		return
	}
	key := name + " " + folded
	if before := l.seen[key]; before != "" {
		l.addf(at, "%s %q stands at %s already", name, form, before)
		return
	}
	l.seen[key] = at
	switch s.class {
	case classFutureStart:
		l.r.future = append(l.r.future, folded)
		return
	case classFutureNot:
		l.r.futureNot = append(l.r.futureNot, folded)
		return
	}
	words := strings.Split(folded, " ")
	if len(words) > 1 {
		s.rest = words[1:]
	}
	l.r.words[words[0]] = append(l.r.words[words[0]], s)
}

// class returns the class of a name, a new one if it is not known yet.
func (l *loader) class(name string) class {
	c, ok := l.classes[name]
	if !ok {
		c = classPlain + class(len(l.classes)-len(classNames))
		l.classes[name] = c
	}
	return c
}

func (l *loader) value(at string, c class, s string) (int, bool) {
	if names, ok := wordValues[c]; ok {
		v, ok := names[s]
		if !ok {
			l.addf(at, "unknown value %q", s)
		}
		return v, ok
	}
	if c == classFixed {
		p := parsePublished(s)
		if p.prec != byDay {
			l.addf(at, "value %q is no day", s)
		}
		return p.day, p.prec == byDay
	}
	v, err := strconv.Atoi(s)
	if r := valueRange[c]; err != nil || v < r[0] || v > r[1] {
		l.addf(at, "value %q is no number from %d to %d", s, r[0], r[1])
		return 0, false
	}
	return v, true
}

// unused reports words that no pattern can reach.
func (l *loader) unused() {
	for name, c := range l.classes {
		if at := l.listed[c]; at != "" && c >= classPlain && !l.used[c] {
			l.addf(at, "no pattern uses class %s", name)
		}
	}
}
