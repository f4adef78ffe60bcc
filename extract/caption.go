package extract

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"

	"mithaq/extract/text"
)

//go:embed kinds.txt
var kindsFile string

// kindNames are the words by which a kind of event or agreement is called.
type kindNames struct{ en, of, ar string }

// kindColumns: kind | English | English for two or more | Arabic.
const kindColumns = 4

func readKinds() map[string]kindNames {
	out := map[string]kindNames{}
	for _, f := range text.Rows(kindsFile) {
		if len(f) == kindColumns {
			out[f[0]] = kindNames{f[1], f[2], f[3]}
		}
	}
	return out
}

// maxCaption is the number of letters that a drawn node holds without covering its neighbours.
const maxCaption = 90

// fullName is the number of words from which a name tells enough to be taken before a longer one that comes later.
const fullName = 4

// titleAr is the Arabic caption of an event or agreement: the first full way in which the article names it, else the fullest.
func (d *document) titleAr(e *entity) string {
	best := ""
	for _, s := range e.surfaces {
		s = captionOf(s)
		n := utf8.RuneCountInString(s)
		if n > maxCaption {
			continue
		}
		if strings.Count(s, " ")+1 >= fullName {
			return s
		}
		if n > utf8.RuneCountInString(best) {
			best = s
		}
	}
	if best == "" {
		best = d.eng.kinds[e.kind].ar
	}
	return best
}

// captionOf cuts a name before what is told of it behind a comma, and leaves vowel signs out.
func captionOf(s string) string {
	drop := func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}
	comma := func(r rune) bool {
		return unicode.IsPunct(r) && !unicode.Is(unicode.Pd, r) && r != '(' && r != ')' && r != '"' && r != '/'
	}
	if i := strings.IndexFunc(s, comma); i > 0 {
		s = s[:i]
	}
	return strings.Join(strings.Fields(strings.Map(drop, s)), " ")
}

// titleEn is the English caption, made of the kind and those who take part.
func (d *document) titleEn(e *entity) string {
	k := d.eng.kinds[e.kind]
	if k.en == "" {
		k = d.eng.kinds["other"]
	}
	var who []string
	for _, p := range e.act.participants {
		if p.count > 0 && len(who) < 4 {
			who = append(who, d.eng.latin(p))
		}
	}
	s := k.en
	if len(who) > 0 {
		s = k.of + " " + strings.Join(who, ", ")
	}
	if p := e.act.place; p != nil {
		s += " in " + d.eng.latin(p)
	}
	if e.act.ordinal > 0 {
		s += ", no. " + itoa(e.act.ordinal)
	}
	if e.act.date != "" {
		s += ", " + e.act.date
	}
	return s
}

// latin returns the English name of an entity, spelled by rule if there is none.
func (e *Engine) latin(x *entity) string {
	if x.nameEn != "" {
		return x.nameEn
	}
	return e.pack.Latin(e.fold.Words(x.nameAr))
}
