package extract

import (
	"slices"
	"strings"
	"unicode"

	"mithaq/extract/gazetteer"
	"mithaq/extract/lang"
)

// weakName decides about names that are also words or several things, as far as a text without an article around it can: by
// their default, by what stands before or after them, by their article. Decided is false for all other names.
func (q *query) weakName(i, j int, hits []gazetteer.Name, support bool) (f finding, decided bool) {
	var w *gazetteer.Weak
	for _, h := range hits {
		key := q.key(i, j)
		if w = q.g.Weak(h.Lang, key); w == nil {
			w = q.g.Weak(h.Lang, q.fold.Words(h.Text))
		}
		if w != nil {
			break
		}
	}
	if w == nil || slices.ContainsFunc(hits, func(h gazetteer.Name) bool { return isNationality(h) && !reads(w, h.Record.ID) }) {
		return finding{}, false
	}
	for _, reading := range w.Readings {
		r := q.g.Record(reading.ID)
		if r == nil || r.Kind == gazetteer.Office || support && r.Kind == gazetteer.Place {
			continue
		}
		if len(reading.Needs) == 0 {
			return q.stands(gazetteer.Name{Lang: w.Lang, Record: r}), true
		}
		if slices.ContainsFunc(reading.Needs, func(n gazetteer.Need) bool { return q.met(n, i, j, w, r, support) }) {
			return q.stands(gazetteer.Name{Lang: w.Lang, Record: r}), true
		}
	}
	if r := q.alone(i, j, w, hits); r != nil && !support {
		return q.stands(gazetteer.Name{Lang: w.Lang, Record: r}), true
	}
	switch {
	case j-i > 1 && len(w.Readings) == 0, j-i == 1 && peopleOnly(w) && q.family(i):
		return finding{}, false // a name in full is a name all the same, and so is a family name that the language does not know as a word
	case len(w.Readings) == 0:
		return nothing("a common word"), true
	case w.Word:
		return nothing("a common word; with more around it perhaps %s", readingsOf(w)), true
	}
	return nothing("may be %s", readingsOf(w)), true
}

// alone returns the only state, organization or place among the readings of an Arabic name that is the whole text: who asks for it
// alone hardly asks for the word. An organization must have a name that is no word of the language, a place a river, sea or strait.
func (q *query) alone(i, j int, w *gazetteer.Weak, hits []gazetteer.Name) *gazetteer.Record {
	if i > 0 || j < len(q.words) || !arabic(q.words[i]) {
		return nil
	}
	var one *gazetteer.Record
	for _, reading := range w.Readings {
		r := q.g.Record(reading.ID)
		if r == nil || r.Kind == gazetteer.Person || r == one {
			continue
		}
		named := slices.ContainsFunc(hits, func(h gazetteer.Name) bool {
			return h.Record == r && h.Role <= gazetteer.RoleAcronym && q.fold.Words(h.Text) == q.key(i, j)
		})
		if one != nil || !named || !q.likely(r, i, j) {
			return nil
		}
		one = r
	}
	return one
}

// likely tells whether a record may be meant by a name alone that is a word too.
func (q *query) likely(r *gazetteer.Record, i, j int) bool {
	switch r.Kind {
	case gazetteer.State:
		return true
	case gazetteer.Organization:
		return q.noWord(i, j)
	case gazetteer.Place:
		return slices.Contains(q.Resolver.words.plain["large place"], r.Place.Type)
	}
	return false
}

// noWord tells whether a text is a single word, not too short, that the language does not know.
func (q *query) noWord(i, j int) bool {
	return j-i == 1 && len([]rune(q.words[i])) > 2 && !q.ordinary(i, j)
}

// family tells whether a single weak word looks like a family name after all: a long Arabic one that is no word known, or a Latin
// one with a capital.
func (q *query) family(i int) bool {
	if arabic(q.words[i]) {
		const long = 4
		return len([]rune(q.words[i])) >= long && !q.ordinary(i, i+1)
	}
	return capital(q.spelt[i])
}

func capital(s string) bool {
	r := []rune(s)
	return len(r) > 1 && unicode.IsUpper(r[0]) && !unicode.IsUpper(r[1])
}

func isNationality(n gazetteer.Name) bool { return n.Role == gazetteer.RoleNationality }

func reads(w *gazetteer.Weak, id string) bool {
	return slices.ContainsFunc(w.Readings, func(r gazetteer.Reading) bool { return r.ID == id })
}

func peopleOnly(w *gazetteer.Weak) bool {
	return !slices.ContainsFunc(w.Readings, func(r gazetteer.Reading) bool { return !isPerson(r.ID) })
}

func readingsOf(w *gazetteer.Weak) string {
	var ids []string
	for _, r := range w.Readings {
		if !slices.Contains(ids, r.ID) {
			ids = append(ids, r.ID)
		}
	}
	return strings.Join(ids, " or ")
}

// met tells whether a need of a weak name is met by what stands around words i to j.
func (q *query) met(n gazetteer.Need, i, j int, w *gazetteer.Weak, r *gazetteer.Record, support bool) bool {
	hasArticle := strings.HasPrefix(q.words[i], q.index.article)
	switch n.Kind {
	case "after":
		return i > 0 && q.fold.Words(n.Arg) == q.words[i-1]
	case "before":
		return j < len(q.words) && q.fold.Words(n.Arg) == q.words[j] || n.Arg == "+" && q.plus[j-1]
	case "title", "held":
		return support
	case "the":
		return hasArticle
	case "bare":
		return !hasArticle
	case "as":
		return strings.Contains(signsOf(q.spelt[j-1], n.Arg), n.Arg)
	case "case":
		if q.letters(i, j) || len(q.spelt[i]) > 2 && q.spelt[i] == strings.ToUpper(w.Name) {
			return true
		}
		small := strings.ToLower(strings.Join(q.spelt[i:j], " ")) == strings.Join(q.spelt[i:j], " ")
		return strings.Join(q.spelt[i:j], " ") == w.Name || small && r.State != nil && !q.Resolver.words.lists["common en"][q.key(i, j)]
	}
	return n.Kind == "ar" && n.Arg == "the" && hasArticle
}

// signsOf leaves out the vowel signs that another spelling has none of.
func signsOf(spelt, like string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) && !strings.ContainsRune(like, r) {
			return -1
		}
		return r
	}, spelt)
}

// ordinary tells whether a single Arabic word is one of the words of the language, or a given name.
func (q *query) ordinary(i, j int) bool {
	if j-i != 1 || !arabic(q.words[i]) {
		return false
	}
	return q.known(q.words[i])
}

// known tells whether the language has a word, or a given name, with or without the article.
func (q *query) known(word string) bool {
	words := q.language()
	return words[word] || words[withoutArticles(word, q.index.article)]
}

// arabicWords returns the forms of the words of the language and the given names.
func arabicWords() map[string]bool {
	pack, err := lang.Builtin("ar")
	if err != nil {
		return nil
	}
	out := make(map[string]bool, len(pack.Words))
	for _, w := range pack.Words {
		out[w.Form] = true
	}
	return out
}
