package lang

import (
	"strings"
	"unicode/utf8"
)

// Clitics are the letters that may be written onto a word.
type Clitics struct {
	Before []Clitic // in the order in which they stand before the word
	Joined []Joined
	After  []After
	Change []Change
}

// Clitic is a prefix and the slot it fills; of one slot at most one stands before a word.
type Clitic struct{ Slot, Letters string }

// Joined is a prefix that stands for two: its letters, and what they are read as.
type Joined struct{ Letters, First, Then string }

// After is a pronoun written at the end of a word.
type After struct {
	Letters string
	Feat    Feat
	Person  string
}

// Change says that before a pronoun the letter From stands for To at the end of the bare word.
type Change struct{ From, To string }

// ending is one row of an inflection table.
type ending struct {
	stem, strip, add string
	feat             Feat
}

type person struct {
	letter string
	feat   Feat
}

func (l *loader) clitics(name string) {
	for _, r := range l.rows(name) {
		f := r.fields
		c := &l.pack.Clitics
		switch {
		case f[0] == "after" && len(f) == 3:
			c.After = append(c.After, After{l.fold.Words(f[1]), l.features(r, f[2]), f[2]})
		case f[0] == "before" && len(f) == 3:
			c.Change = append(c.Change, Change{l.fold.Words(f[1]), l.fold.Words(f[2])})
		case f[0] == "joined" && len(f) == 3:
			first, then, _ := strings.Cut(f[2], " ")
			c.Joined = append(c.Joined, Joined{l.fold.Words(f[1]), l.fold.Words(first), l.fold.Words(then)})
		case len(f) == 2:
			c.Before = append(c.Before, Clitic{f[0], l.fold.Words(f[1])})
		default:
			l.problems.Addf(r.file, r.line, "want slot | letters")
		}
	}
}

func (l *loader) inflection(name string) {
	l.endings = map[string][]ending{}
	for _, r := range l.rows(name) {
		f := r.fields
		switch {
		case f[0] == "person" && len(f) == 3:
			l.persons = append(l.persons, person{l.fold.Words(f[1]), l.features(r, f[2])})
		case len(f) == 5:
			stem := f[1]
			if stem == "*" {
				stem = ""
			}
			l.endings[f[0]] = append(l.endings[f[0]], ending{l.fold.Words(stem), l.fold.Words(f[2]), l.fold.Words(f[3]), l.features(r, f[4])})
		default:
			l.problems.Addf(r.file, r.line, "want table | stem | off | on | features")
		}
	}
}

var featLetters = map[rune]Feat{'m': Masculine, 'f': Feminine, 's': Singular, 'd': Dual, 'p': Plural, '1': First}

func (l *loader) features(r row, s string) Feat {
	var f Feat
	for _, c := range s {
		switch v, ok := featLetters[c]; {
		case ok:
			f |= v
		case c != '2' && c != '3':
			l.problems.Addf(r.file, r.line, "unknown feature %q", c)
		}
	}
	return f
}

// inflect yields the forms of stem by the rows of a table with the longest ending that fits.
func (l *loader) inflect(table, stem string, yield func(form string, e ending)) {
	best := -1
	for _, e := range l.endings[table] {
		if strings.HasSuffix(stem, e.stem) {
			best = max(best, len(e.stem))
		}
	}
	for _, e := range l.endings[table] {
		if len(e.stem) == best && strings.HasSuffix(stem, e.stem) {
			yield(strings.TrimSuffix(stem, e.strip)+e.add, e)
		}
	}
}

// head applies f to the first word of a phrase and leaves the rest as it is.
func head(phrase string, f func(string, func(string, ending)), yield func(string, ending)) {
	first, rest, more := strings.Cut(phrase, " ")
	f(first, func(form string, e ending) {
		if more {
			form += " " + rest
		}
		yield(form, e)
	})
}

func (l *loader) table(table string) func(string, func(string, ending)) {
	return func(stem string, yield func(string, ending)) { l.inflect(table, stem, yield) }
}

// plain is the class of a verb that is no act by itself.
const plain = "act"

// alone enters the first word of a phrase as a verb of its own: "imposed" of "imposed sanctions", whose object may stand elsewhere.
func (l *loader) alone(w Word, phrase string, enter func(Word, string)) {
	if first, _, more := strings.Cut(phrase, " "); more {
		w.Class, w.Lemma = plain, first
		enter(w, first)
	}
}

func (l *loader) past(w Word, stem string) {
	l.alone(w, stem, l.past)
	head(stem, l.table("past"), func(form string, e ending) {
		w.Form, w.POS, w.Feat = form, "verb", Past|e.feat
		l.add(w)
	})
}

func (l *loader) present(w Word, stem string) {
	l.alone(w, stem, l.present)
	_, size := utf8.DecodeRuneInString(stem)
	head(stem[size:], l.table("present"), func(form string, e ending) {
		for _, p := range l.persons {
			if p.feat&First != 0 && e.add != "" {
				continue
			}
			w.Form, w.POS, w.Feat = p.letter+form, "verb", Present|p.feat|e.feat
			l.add(w)
		}
	})
}

func (l *loader) noun(w Word, stem string) {
	head(stem, l.table("noun"), func(form string, e ending) {
		w.Form, w.Feat = form, e.feat
		l.add(w)
	})
}

// Accusative returns the accusative forms of an adjective that differ from it, by the table of participles.
func (p *Pack) Accusative(folded string) []string {
	l := loader{endings: p.endings}
	var out []string
	l.inflect("participle", folded, func(form string, e ending) {
		if e.add != "" && e.strip == "" && e.feat == Masculine|Singular {
			out = append(out, form)
		}
	})
	return out
}

func (l *loader) participle(w Word, stem string) {
	head(stem, l.table("participle"), func(form string, e ending) {
		w.Form, w.Feat = form, e.feat
		if e.add != "" && e.feat&Singular != 0 && e.feat&Masculine != 0 {
			w.Feat |= Accusative
		}
		l.add(w)
	})
}
