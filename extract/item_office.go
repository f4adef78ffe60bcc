package extract

import (
	"mithaq/extract/lang"
	"mithaq/extract/text"
)

// inner is a name or body inside the phrase of an office, which the title is held in.
type inner struct {
	id   string
	from int // token
}

// shorten gives the end of the phrase of an office back to the name that begins in it: "head of the council" before "of experts of
// ...". A name that ends with the phrase is noted.
func (l *lexicon) shorten(it *item, tokens []text.Token) {
	office := it.is(senseOffice)
	if office == nil || it.to-it.from < 2 {
		return
	}
	for k := it.from + 1; k < it.to; k++ {
		id, n := l.nameFrom(tokens, k)
		switch {
		case n > 1 && k+n > it.to && l.cutOffice(it, tokens, k):
			return
		case k+n == it.to && l.speakers[office.id] && l.cutOffice(it, tokens, k):
			return
		case k+n == it.to && n > 0:
			it.inner = &inner{id, k}
			return
		}
		body := l.bodyWord(tokens[k].Norm)
		if body == nil {
			continue
		}
		if (l.speakers[office.id] || l.heads[office.id] && k == it.to-1) && l.cutOffice(it, tokens, k) {
			return
		}
	}
}

// nameFrom returns the longest name of an organization or state that begins at token k, or the organization that an adjective means.
func (l *lexicon) nameFrom(tokens []text.Token, k int) (id string, n int) {
	for _, r := range l.readings(tokens[k].Norm, nil) {
		l.match(tokens, k, r.stem, func(m int, s *sense) {
			switch {
			case m <= n:
			case s.kind == senseName && s.weak == nil && (isOrg(s.id) || isState(s.id)):
				id, n = s.id, m
			case s.kind == senseWord && s.word.POS == "orgadj":
				id, n = s.word.Class, m
			}
		})
	}
	return id, n
}

// bodyWord returns the head of bodies that a token is.
func (l *lexicon) bodyWord(norm string) *lang.Word {
	return l.single(norm, func(w *lang.Word) bool { return w.POS == "body" })
}

// single returns the first such word of the language that a word may be, alone.
func (l *lexicon) single(norm string, such func(*lang.Word) bool) *lang.Word {
	for _, r := range l.readings(norm, nil) {
		for _, p := range l.phrases(r.stem) {
			if s := &p.sense; len(p.rest) == 0 && s.kind == senseWord && such(s.word) {
				return s.word
			}
		}
	}
	return nil
}

// cutOffice shortens the phrase of an office to the tokens before k if they are an office too.
func (l *lexicon) cutOffice(it *item, tokens []text.Token, k int) bool {
	var senses []*sense
	l.match(tokens[:k], it.from, it.stem, func(n int, s *sense) {
		if n == k-it.from && s.kind == senseOffice {
			senses = append(senses, s)
		}
	})
	if senses == nil {
		return false
	}
	it.to, it.senses = k, senses
	return true
}
