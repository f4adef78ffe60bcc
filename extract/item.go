package extract

import (
	"slices"

	"mithaq/extract/lang"
	"mithaq/extract/text"
)

// plainClass is the class of verbs that are no acts of the graph.
const plainClass = "act"

// item is a stretch of tokens that is read as one: a phrase of the lexicon, or a single token.
type item struct {
	from, to int // tokens
	reading
	senses []*sense // empty: a word that the lexicon does not know
	kind   text.Kind
	norm   string // of the first token
	inner  *inner // of the phrase of an office
}

// first returns the first sense that satisfies ok.
func (it *item) first(ok func(*sense) bool) *sense {
	for _, s := range it.senses {
		if ok(s) {
			return s
		}
	}
	return nil
}

// is returns the sense of a kind.
func (it *item) is(k senseKind) *sense {
	for _, s := range it.senses {
		if s.kind == k {
			return s
		}
	}
	return nil
}

// word returns the language word with one of the parts of speech; one that says more than that something is done goes first.
func (it *item) word(pos ...string) *lang.Word {
	var plain *lang.Word
	for _, s := range it.senses {
		if s.kind != senseWord || !slices.Contains(pos, s.word.POS) {
			continue
		}
		if s.word.Class != plainClass {
			return s.word
		}
		plain = s.word
	}
	return plain
}

// verbs returns the senses as a verb, and as a word that judges.
func (it *item) verbs() []*sense {
	var out []*sense
	for _, s := range it.senses {
		if s.kind == senseWord && (s.word.POS == "verb" || s.word.POS == "judge") {
			out = append(out, s)
		}
	}
	return out
}

// fn returns the function word of a class.
func (it *item) fn(class string) *lang.Word {
	for _, s := range it.senses {
		if s.kind == senseWord && s.word.POS == "func" && s.word.Class == class {
			return s.word
		}
	}
	return nil
}

// unknown tells whether the lexicon has nothing for the token.
func (it *item) unknown() bool { return len(it.senses) == 0 && it.kind == text.Word }

func (it *item) punct(mark string) bool { return it.kind == text.Punct && it.norm == mark }

// items reads tokens[from:to] as items: at each place the longest phrase wins, then the reading with the fewest clitics.
func (l *lexicon) items(tokens []text.Token, from, to int, dst []item) []item {
	var readings, bare []reading
	senses := make([]*sense, 0, 2*(to-from)) // the lists of the items are cut from it
	limit := tokens[:to]
	for i := from; i < to; {
		t := &tokens[i]
		it := item{from: i, to: i + 1, kind: t.Kind, norm: t.Norm}
		if t.Kind == text.Punct {
			dst = append(dst, it)
			i++
			continue
		}
		it.senses = senses[len(senses):]
		readings = l.readings(t.Norm, readings[:0])
		best, cost := 0, 0
		try := func(r reading) {
			l.match(limit, i, r.stem, func(n int, s *sense) {
				if !allowed(&r, s) {
					return
				}
				switch {
				case n > best || n == best && r.cost < cost:
					best, cost = n, r.cost
					it.reading, it.to = r, i+n
					it.senses = append(it.senses[:0], s)
				case n == best && r.cost == cost && (it.reading.stem == r.stem || r.after != nil && r.after == it.after && r.prep == it.prep && r.conj == it.conj):
					it.senses = append(it.senses, s)
				case n == 1 && best == 1 && s.kind == senseWord && s.word.POS == "func" && (r.conj != "" && it.conj == "" && rare(it.senses) || r.prep != "" && it.prep == "" && it.is(senseFamily) != nil && rare(it.senses)):
					it.reading, it.senses, cost = r, append(it.senses[:0], s), r.cost // "and that" rather than a rare name
				case n == 1 && best == 1 && r.conj != "" && it.conj == "" && s.kind == senseWord && s.word.POS == "verb" && s.word.Class != plainClass && only(it.senses, "common"):
					it.reading, it.senses, cost = r, append(it.senses[:0], s), r.cost // "and condemned" rather than a rare noun
				case n == best && r.cost == cost+1 && r.def && !it.reading.future && r.prep == it.reading.prep && r.conj == it.reading.conj:
					it.senses = append(it.senses, s) // a name may look like an adjective or title with the article
					it.reading.def = true
				}
			})
		}
		for _, r := range readings {
			try(r)
		}
		if best == 0 {
			bare = bare[:0]
			for _, r := range readings {
				bare = l.bare(r, bare)
			}
			for _, r := range bare {
				try(r)
			}
		}
		if best == 0 {
			it.reading = reading{stem: t.Norm}
		}
		if n := len(senses) + len(it.senses); n <= cap(senses) {
			senses = senses[:n]
		}
		it.senses = slices.Clip(it.senses)
		l.shorten(&it, limit)
		dst = append(dst, it)
		i = it.to
	}
	return l.detached(dst)
}

// detached joins a conjunction or preposition that is written as a word of its own to the word behind it, over a quotation mark.
func (l *lexicon) detached(items []item) []item {
	out := items[:0]
	conj, prep := "", ""
	for _, it := range items {
		if it.kind == text.Word && it.to-it.from == 1 {
			switch l.slot(it.norm) {
			case "conj":
				conj = it.norm
				continue
			case "prep":
				prep = it.norm
				continue
			}
		}
		if it.kind == text.Word {
			if conj != "" && it.conj == "" {
				it.conj, it.loose = conj, true
			}
			if prep != "" && it.prep == "" {
				it.prep, it.loosePrep = prep, true
			}
		}
		if it.kind == text.Word || !it.punct(`"`) {
			conj, prep = "", ""
		}
		out = append(out, it)
	}
	return out
}

// slot returns the slot of a prefix that is a single letter, or nothing.
func (l *lexicon) slot(word string) string {
	for _, c := range l.clitics.Before {
		if c.Letters == word {
			return c.Slot
		}
	}
	return ""
}

// allowed tells whether a sense may be read with the clitics split off.
func allowed(r *reading, s *sense) bool {
	if s.kind != senseWord {
		if r.future || r.after != nil && s.kind != senseOffice && s.kind != sensePortfolio {
			return false
		}
		switch s.kind {
		case senseName, senseFamily, senseGovernment:
			return !r.def // a name carries its article itself
		}
		return true
	}
	switch s.word.POS {
	case "verb":
		if r.def || r.prep != "" && s.word.Feat&lang.Present == 0 {
			return false
		}
		return !r.future || s.word.Feat&lang.Present != 0
	case "func", "given":
		return !r.future && !r.def && (r.after == nil || s.word.POS == "func")
	case "common": // many a name ends like a word with "my"
		return !r.future && (r.after == nil || r.after.Feat&lang.First == 0)
	}
	return !r.future
}

// only tells whether senses are nothing but words of one part of speech.
func only(senses []*sense, pos string) bool {
	for _, s := range senses {
		if s.kind != senseWord || s.word.POS != pos {
			return false
		}
	}
	return true
}

// rare tells whether senses are nothing but names of people and everyday words, which a function word with a clitic goes before.
func rare(senses []*sense) bool {
	for _, s := range senses {
		if s.kind != senseFamily && !(s.kind == senseWord && (s.word.POS == "given" || s.word.POS == "common")) {
			return false
		}
	}
	return true
}
