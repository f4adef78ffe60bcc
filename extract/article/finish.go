package article

import (
	"cmp"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// lostChar stands where a decoder found no character.
const lostChar = string(unicode.ReplacementChar)

// record is what a format found, before anything is made of it.
type record struct {
	id, lang, date, source, url, author string
	title, text                         string
	fullText                            string // address of the page, where this is only a summary of it
	line                                int
	warnings                            []string
}

func (r *record) warn(format string, args ...any) {
	r.warnings = append(r.warnings, fmt.Sprintf(format, args...))
}

// finish makes an article of a record: it repairs the texts, reads the date, fills
// in what the options give, tells the language and the id, and yields it. A text of
// which a tenth is lost is refused: what is left of it would say something else.
func (s *source) finish(rec record) bool {
	rec.repair()
	if err := damage(rec.title, rec.text); err != nil {
		return s.refuse(s.name, rec.line, err, encodingAdvice(err))
	}

	a := Article{Line: rec.line, Path: s.name, Encoding: cmp.Or(s.wide, s.text.last)}
	a.Title, a.Text = rec.clean("title", rec.title), rec.clean("text", rec.text)
	a.Record = bounded(visible(trim(rec.id)))
	a.Source = bounded(oneLine(cmp.Or(trim(rec.source), s.opts.Source)))
	if a.URL = trim(rec.url); len(a.URL) > maxURL {
		rec.warn("url of %d bytes left out: more than %d", len(a.URL), maxURL)
		a.URL = ""
	}
	a.Author = oneLine(trim(rec.author))
	a.FullText = rec.fullText
	a.Lang = cmp.Or(rec.readLang(s.languages), s.opts.Lang)
	if a.Lang == "" {
		a.Lang = s.languages.tell(a.Title, a.Text)
	}
	a.Date = cmp.Or(s.readDate(&rec, a.Lang), s.opts.Date)
	canonical, err := canonicalURL(a.URL)
	if err != nil {
		rec.warn("%v: not used as id", err)
	}
	a.ID = identify(canonical, &a)
	a.Warnings = rec.warnings
	return s.emit(a, nil)
}

// damage says why a text is not worth reading.
func damage(texts ...string) error {
	lost, all := 0, 0
	for _, s := range texts {
		if looksMisread(s) {
			return fmt.Errorf("%w: UTF-8 had been read as Latin-1", ErrDamaged)
		}
		lost += strings.Count(s, lostChar)
		all += utf8.RuneCountInString(s)
	}
	if lost*10 > all {
		return fmt.Errorf("%w: %d of %d characters are lost", ErrDamaged, lost, all)
	}
	return nil
}

// readDate reads the date of a record: as programs write it, else as people of the language do.
func (s *source) readDate(r *record, lang string) string {
	if trim(r.date) == "" {
		return ""
	}
	if instant, ok := unixTime(r.date); ok {
		return instant
	}
	date, err := ParseDate(r.date)
	if err == nil {
		return date
	}
	if words(r.date) <= shortLine && (!monthOrDay(r.date) || s.languages.arabicScript(lang)) {
		p := page{source: s, lang: lang}
		if date, err := ParseDate(p.writtenDate(trim(r.date))); err == nil {
			return date
		}
	}
	r.warn("%v", err)
	return ""
}

// monthOrDay reports whether a date begins with two numbers either of which may be the month. Who writes Arabic begins with the day.
func monthOrDay(s string) bool {
	all := numbersIn(strings.Map(asciiDigit, s))
	return len(all) > 2 && all[0].digits <= 2 && all[1].digits <= 2 && 1 <= all[0].value && all[0].value <= 12 && 1 <= all[1].value && all[1].value <= 12 && all[0].value != all[1].value
}

func (r *record) readLang(known *languages) string {
	if trim(r.lang) == "" {
		return ""
	}
	lang, ok := known.code(r.lang)
	if !ok {
		r.warn("language %+q is no language code: told from the text", shorten(r.lang))
	}
	return lang
}

// clean replaces control characters by spaces. Direction marks and joiners stay:
// they belong to the text, and the normaliser knows them.
func (r *record) clean(field, s string) string {
	n := 0
	clean := s
	if strings.IndexFunc(s, isControl) >= 0 {
		clean = strings.Map(func(c rune) rune {
			if isControl(c) {
				n++
				return ' '
			}
			return c
		}, s)
		r.warn("%s: control characters replaced by spaces: %d", field, n)
	}
	if lost := strings.Count(s, lostChar); lost > 0 {
		r.warn("%s: characters lost (U+FFFD): %d", field, lost)
	}
	return clean
}

// isControl reports C0 and C1 controls that are not white space.
func isControl(c rune) bool {
	return unicode.IsControl(c) && !unicode.IsSpace(c)
}

// trim keeps what identifies: no outer white space, no control characters.
func trim(s string) string {
	return strings.TrimSpace(strings.Map(func(c rune) rune {
		if isControl(c) {
			return -1
		}
		return c
	}, s))
}

// shorten keeps a value of the input readable in a message.
func shorten(s string) string {
	const limit = 40
	n := 0
	for i := range s {
		if n++; n > limit {
			return s[:i] + "..."
		}
	}
	return s
}

// oneLine replaces each run of white space by one space.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
