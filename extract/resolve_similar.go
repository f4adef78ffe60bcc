package extract

import (
	"slices"
	"strings"
	"unicode"

	"mithaq/extract/gazetteer"
)

// enough is how many consonants two spellings must share to be taken for one name: fewer meet by chance.
const enough = 5

// given is the number of letters up to which a given name of the language is one of many that sound alike.
const given = 5

// similar returns the record whose name sounds like the text: the same consonants, where letters that writers of foreign names
// confuse count as one and vowels as none. Only a single record of that sound counts. Single words are
// left to respelt: too many words sound like some name.
func (q *query) similar() finding {
	for _, read := range []func() finding{q.lastWord, q.respelt} {
		if f := read(); f.why != "" {
			return f
		}
	}
	if len(q.words) == 1 || latin(q.words[0]) && !capital(q.spelt[0]) {
		return finding{}
	}
	lang := "en"
	if arabic(q.words[0]) {
		lang = "ar"
	}
	s := q.sounds(lang)
	want := s.of(q.latin())
	if len([]rune(want)) < enough {
		return finding{}
	}
	var hit *gazetteer.Record
	for n := range q.g.Names {
		if n.Lang != lang || n.Role != gazetteer.RoleName || n.Record.Kind == gazetteer.Topic || n.Record.Kind == gazetteer.Office ||
			!s.near(n.Text, want) {
			continue
		}
		if name := strings.Fields(q.fold.Words(n.Text)); s.of(name) != want || !q.close(name) {
			continue
		}
		if hit != nil && hit != n.Record {
			return finding{}
		}
		hit = n.Record
	}
	if hit == nil {
		return finding{}
	}
	f := q.stands(gazetteer.Name{Lang: lang, Record: hit})
	f.why = "sounds like " + hit.Canonical(lang)
	return f
}

// close tells whether the words of a name are written nearly as those of the text, and those of the text that are words or given
// names of the language stand in it as they are: two names of one sound that everybody knows are two names.
func (q *query) close(name []string) bool {
	for i, w := range q.words {
		if len([]rune(w)) <= given && !q.Resolver.words.lists["split ar"][w] && q.ordinary(i, i+1) && !slices.ContainsFunc(name, func(n string) bool {
			return withoutArticles(n, q.index.article) == withoutArticles(w, q.index.article)
		}) {
			return false
		}
	}
	a, b := []rune(strings.Join(q.latin(), "")), []rune(strings.Join(name, ""))
	return distance(a, b) <= 2+len(a)/6
}

// distance counts the letters to add, take away or change to make one word of another.
func distance(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		before := row[0]
		row[0]++
		for j := range b {
			change := before
			if a[i] != b[j] {
				change++
			}
			before = row[j+1]
			row[j+1] = min(change, row[j]+1, before+1)
		}
	}
	return row[len(b)]
}

// sounds maps letters to the sound that they count as; 0 drops them.
type sounds struct {
	letters map[rune]rune
	lang    string
	article string
}

func (q *query) sounds(lang string) sounds {
	s := sounds{map[rune]rune{}, lang, q.index.article}
	for _, group := range q.Resolver.words.plain["sound "+lang] {
		first := rune(0)
		for _, r := range group {
			switch {
			case r == ' ':
			case first == 0:
				first = r
			default:
				s.letters[r] = first
			}
		}
	}
	for _, form := range q.Resolver.words.plain["sound "+lang+"-"] {
		for _, r := range form {
			s.letters[r] = 0
		}
	}
	return s
}

// of returns the consonants of words, articles left out. A first letter stays whatever it is.
func (s sounds) of(words []string) string {
	var b strings.Builder
	for _, w := range words {
		if s.lang == "ar" {
			w = withoutArticles(w, s.article)
		} else if rest, ok := strings.CutPrefix(w, "al"); ok && (rest == "" || len(words) > 1 && len(rest) > 3) {
			w = rest
		} else if rest, ok := strings.CutPrefix(w, "el"); ok && (rest == "" || len(words) > 1 && len(rest) > 3) {
			w = rest
		}
		last := rune(0)
		for _, r := range w {
			to, ok := s.letters[r]
			if !ok {
				to = r
			}
			if to != 0 && to != last {
				b.WriteRune(to)
			}
			last = to
		}
	}
	return b.String()
}

// near is a quick look whether a name may have the consonants at all.
func (s sounds) near(name, want string) bool {
	return len(name) >= len(want) && len(name) < 4*len(want)+12
}

// lastWord takes a single Russian or Chinese word, in any case, for the last one of the name of a person, which news uses after
// the full name.
func (q *query) lastWord() finding {
	if len(q.words) != 1 {
		return finding{}
	}
	lang := ""
	switch r := []rune(q.words[0])[0]; {
	case unicode.Is(unicode.Cyrillic, r):
		lang = "ru"
	case unicode.Is(unicode.Han, r):
		lang = "zh"
	default:
		return finding{}
	}
	forms := append([]string{q.words[0]}, q.baseForms(q.words, lang)...)
	var fit []gazetteer.Name
	for r := range q.g.All(gazetteer.Person) {
		for _, name := range r.Names(lang) {
			if words := q.fold.Tokens(name, nil); len(words) > 1 && slices.Contains(forms, words[len(words)-1].Norm) {
				fit = append(fit, gazetteer.Name{Lang: lang, Text: name, Record: r, Role: gazetteer.RoleFamily})
				break
			}
		}
	}
	switch len(fit) {
	case 0:
		return finding{}
	case 1:
		return q.stands(fit[0])
	}
	return q.onePerson(fit)
}

// latin writes Russian words in Latin letters.
func (q *query) latin() []string {
	if !cyrillic(q.words[0]) {
		return q.words
	}
	letters := map[rune]string{}
	for _, pair := range q.Resolver.words.plain["latin ru"] {
		from, to, _ := strings.Cut(pair, " ")
		for _, r := range from {
			letters[r] = strings.TrimSuffix(to, "-")
		}
	}
	out := make([]string, len(q.words))
	for i, w := range q.words {
		for _, r := range w {
			out[i] += letters[r]
		}
	}
	return out
}
