package extract

import (
	"slices"
	"strings"
	"unicode"

	"mithaq/extract/gazetteer"
)

// respelt returns what a single word names when it is spelt in another way: Poutine, Zelenskiy, a Russian spelling, or an
// Arabic one with another vowel letter.
func (q *query) respelt() finding {
	if len(q.words) != 1 {
		return finding{}
	}
	if arabic(q.words[0]) {
		return q.respeltArabic()
	}
	if !capital(q.spelt[0]) || q.Resolver.words.lists["never en"][q.words[0]] || q.Resolver.words.lists["common en"][q.words[0]] {
		return finding{}
	}
	const least = 4 // letters: shorter words meet by chance
	want := q.respell(q.latin()[0], "en")
	if len(want) < least {
		return finding{}
	}
	return q.oneSpelling(func(n gazetteer.Name) bool {
		return n.Lang == "en" && len(n.Text) < 3*len(want) && q.respell(strings.TrimPrefix(strings.TrimPrefix(q.fold.Words(n.Text), "el "), "al "), "en") == want
	})
}

// respell writes a word so that its usual spellings become one.
func (q *query) respell(word, lang string) string {
	for _, pair := range q.Resolver.words.plain["spell "+lang] {
		from, to, _ := strings.Cut(pair, " ")
		word = strings.ReplaceAll(word, from, to)
	}
	word = strings.TrimSuffix(word, "e")
	var b strings.Builder
	last := rune(0)
	for _, r := range word {
		if r != last {
			b.WriteRune(r)
		}
		last = r
	}
	return b.String()
}

// respeltArabic compares a word with the names of states, and with the short names of leaders: the letters that writers of foreign
// names confuse count as one (by "spell"), or a long word may have a vowel letter more or less.
func (q *query) respeltArabic() finding {
	word := q.words[0]
	letters := len([]rune(word))
	const least = 5
	if letters < least || q.Resolver.words.lists["common ar"][word] || q.ordinary(0, 1) {
		return finding{}
	}
	s := q.sounds("ar")
	want, skeleton := q.respell(word, "ar"), s.of(q.words)
	return q.oneSpelling(func(n gazetteer.Name) bool {
		kind := n.Record.Kind
		if n.Lang != "ar" || kind == gazetteer.Place || kind == gazetteer.Person && !q.led(n.Record) {
			return false
		}
		listed := q.fold.Words(n.Text)
		size := len([]rune(listed))
		if size == letters && q.respell(listed, "ar") == want {
			return true
		}
		return len([]rune(skeleton)) >= least && max(size-letters, letters-size) <= 1 && s.of(strings.Fields(listed)) == skeleton
	})
}

// led tells whether a person ever led a state, a government, a foreign ministry or an organization.
func (q *query) led(r *gazetteer.Record) bool {
	return slices.ContainsFunc(r.Leader.Terms, func(t gazetteer.Term) bool { return topClass(q.world.class(t.Office)) })
}

// oneSpelling returns the record of the names that fit: of a state, a place, or a short name of a person.
func (q *query) oneSpelling(fits func(gazetteer.Name) bool) finding {
	var fit []gazetteer.Name
	for n := range q.g.Names {
		kind := n.Record.Kind
		named := n.Role == gazetteer.RoleName && (kind == gazetteer.State || kind == gazetteer.Place) || n.Role == gazetteer.RoleFamily
		if !named || !fits(n) || slices.ContainsFunc(fit, func(o gazetteer.Name) bool { return o.Record == n.Record }) {
			continue
		}
		fit = append(fit, n)
	}
	f := finding{}
	switch {
	case len(fit) == 1:
		f = q.stands(fit[0])
	case len(fit) > 1 && !slices.ContainsFunc(fit, func(n gazetteer.Name) bool { return n.Record.Kind != gazetteer.Person }):
		f = q.onePerson(fit)
	}
	if f.id != "" {
		f.why = "another spelling of " + q.g.Record(f.id).Canonical(fit[0].Lang)
	}
	return f
}

// cyrillic tells whether a word is written in Cyrillic letters.
func cyrillic(word string) bool {
	for _, r := range word {
		return unicode.Is(unicode.Cyrillic, r)
	}
	return false
}
