package extract

import (
	"slices"
	"strings"
	"unicode"

	"mithaq/extract/gazetteer"
)

// careful drops what a single word without a title may not mean: most words that look like a short name of a person or a small
// place are ordinary words. How much a name has to be written as listed depends on how likely it is to be meant.
func (q *query) careful(i int, hits []gazetteer.Name) []gazetteer.Name {
	words := q.Resolver.words.lists
	word := q.words[i]
	small := !strings.ContainsFunc(q.spelt[i], unicode.IsUpper)
	if words["never en"][word] && len(q.words) == 1 || small && words["common en"][word] || words["common ar"][word] {
		return nil
	}
	allowed := q.latinAllowed
	if arabic(word) {
		allowed = q.arabicAllowed
	} else if !small || !latin(word) {
		return hits
	}
	return slices.DeleteFunc(slices.Clone(hits), func(n gazetteer.Name) bool { return !isTitle(n) && !allowed(i, n) })
}

// certain tells whether a name is one of a state, whatever the way it is written.
func (q *query) certain(n gazetteer.Name) bool {
	return n.Record.Kind == gazetteer.State || q.stands(n).id != n.Record.ID
}

// latinAllowed is about words in small letters.
func (q *query) latinAllowed(i int, n gazetteer.Name) bool {
	letters := len([]rune(q.words[i]))
	short := letters <= 3 && strings.ToUpper(n.Text) == n.Text
	switch {
	case short:
		return q.Resolver.words.lists["small en"][q.words[i]]
	case q.certain(n):
		return true
	case n.Record.Kind == gazetteer.Person:
		return letters >= 5 && q.led(n.Record)
	case n.Record.Kind == gazetteer.Place:
		return letters >= 5
	}
	return letters >= 4
}

// arabicAllowed looks at the article and at what is written onto the word.
func (q *query) arabicAllowed(i int, n gazetteer.Name) bool {
	word, listed := q.words[i], q.fold.Words(n.Text)
	letters := len([]rune(listed))
	exact := word == listed
	article := word == q.index.article+listed || q.index.article+word == listed
	onto := !exact && !article // a conjunction or preposition
	switch {
	case n.Lang != "ar": // letters of Persian fold into Arabic ones and make other words
		return q.spelt[i] == n.Text
	case q.certain(n):
		return !onto || !q.ordinary(i, i+1)
	case n.Record.Kind == gazetteer.Organization:
		return exact || !q.ordinary(i, i+1) && (article && word != listed || letters >= 4)
	case onto:
		return letters >= 5 && !q.ordinary(i, i+1) && !q.known(listed) && (n.Record.Kind != gazetteer.Person || q.led(n.Record))
	case n.Record.Kind == gazetteer.Place:
		return exact
	}
	whole := n.Role == gazetteer.RoleName && n.Record.Kind == gazetteer.Person && q.led(n.Record) // somebody of one name
	return exact && letters >= 4 && (whole || !q.ordinary(i, i+1))
}

func latin(word string) bool {
	for _, r := range word {
		return unicode.Is(unicode.Latin, r)
	}
	return false
}
