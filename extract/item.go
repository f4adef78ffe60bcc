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

// verbs returns the senses as a verb.
func (it *item) verbs() []*sense {
	var out []*sense
	for _, s := range it.senses {
		if s.kind == senseWord && s.word.POS == "verb" {
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
	limit := tokens[:to]
	for i := from; i < to; {
		t := &tokens[i]
		it := item{from: i, to: i + 1, kind: t.Kind, norm: t.Norm}
		if t.Kind == text.Punct {
			dst = append(dst, it)
			i++
			continue
		}
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
					it.senses = append(it.senses[:0:0], s)
				case n == best && r.cost == cost && it.reading.stem == r.stem:
					it.senses = append(it.senses, s)
				case n == 1 && best == 1 && r.conj != "" && it.conj == "" && s.kind == senseWord && s.word.POS == "func" && nameOnly(it.senses):
					it.reading, it.senses, cost = r, append(it.senses[:0:0], s), r.cost // "and that" rather than a rare name
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
		dst = append(dst, it)
		i = it.to
	}
	return l.detached(dst)
}

// detached joins a conjunction that is written as a word of its own to the word behind it.
func (l *lexicon) detached(items []item) []item {
	out := items[:0]
	conj := ""
	for _, it := range items {
		if it.kind == text.Word && it.unknown() && l.isConj(it.norm) {
			conj = it.norm
			continue
		}
		if conj != "" && it.conj == "" {
			it.conj, it.loose = conj, true
		}
		conj = ""
		out = append(out, it)
	}
	return out
}

func (l *lexicon) isConj(word string) bool {
	for _, c := range l.clitics.Before {
		if c.Slot == "conj" && c.Letters == word {
			return true
		}
	}
	return false
}

// allowed tells whether a sense may be read with the clitics split off.
func allowed(r *reading, s *sense) bool {
	if s.kind != senseWord {
		if r.future || r.after != nil && s.kind != senseOffice {
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
	case "func", "given", "common":
		return !r.future && (!r.def || s.word.POS == "common") && (r.after == nil || s.word.POS != "given")
	}
	return !r.future
}

// nameOnly tells whether senses are nothing but names of people.
func nameOnly(senses []*sense) bool {
	for _, s := range senses {
		if s.kind != senseFamily && !(s.kind == senseWord && s.word.POS == "given") {
			return false
		}
	}
	return true
}
