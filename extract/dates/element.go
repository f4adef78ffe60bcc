package dates

import "mithaq/extract/text"

// candidates returns the ways to read an element at token i. A conjunction may also stand before it as a word of its own.
func (m *matcher) candidates(e *element, i int) (list [4]candidate, n int) {
	if !e.conj || !m.is(i, classAnd) || i+1 >= len(m.tokens) {
		return m.read(e, i, e.conj)
	}
	list, n = m.read(e, i+1, false)
	for k := range list[:n] {
		list[k].n++
	}
	return list, n
}

// read returns the ways to read an element at token i, with a conjunction written onto it or without.
func (m *matcher) read(e *element, i int, conj bool) (list [4]candidate, n int) {
	if i >= len(m.tokens) || m.tokens[i].Kind == text.Punct {
		list[0].n, n = m.mark(e, i)
		return list, n
	}
	w := m.word(i)
	if conj != w.conj && (conj || i != m.start) {
		return list, 0
	}
	for _, c := range e.classes {
		if c.builtin() && n < len(list) {
			if cand, ok := m.digitCandidate(c, i, w); ok {
				list[n], n = cand, n+1
			}
			continue
		}
		for k := range w.senses {
			s := &w.senses[k]
			if n < len(list) && (s.class == c || c == classMonth && m.doubled(i, s)) && m.follows(i, s) {
				list[n], n = m.wordCandidate(i, c, s), n+1
			}
		}
	}
	return list, n
}

// mark reads a punctuation mark, or any mark or the end of the sentence as an end, which takes no token.
func (m *matcher) mark(e *element, i int) (tokens, n int) {
	for _, c := range e.classes {
		if c == classEnd {
			return 0, 1
		}
		if i < len(m.tokens) && c != classNone && m.r.marks[m.tokens[i].Norm] == c {
			return 1, 1
		}
	}
	return 0, 0
}

// wordCandidate reads an element that is a word of the language.
func (m *matcher) wordCandidate(i int, c class, s *sense) candidate {
	cand := candidate{n: 1 + len(s.rest)}
	if c < classPlain {
		cand.gives[0] = given{slotOf[c], s.value}
	}
	switch c {
	case classTwo:
		cand.gives[1], cand.gives[0] = cand.gives[0], given{slotCount, 2}
	case classMonth, classWeakMonth:
		cand.n = m.month(i, cand.n, s.value)
	}
	return cand
}

// month takes in the other name of a month: "May/Ayyar", "Ayyar (May)", "May Ayyar".
func (m *matcher) month(i, n, value int) int {
	j, closing := i+n, false
	if j < len(m.tokens) && m.tokens[j].Kind == text.Punct {
		switch m.r.marks[m.tokens[j].Norm] {
		case classSlash, classDash:
		case classOpen:
			closing = true
		default:
			return n
		}
		j++
	}
	if j >= len(m.tokens) || m.tokens[j].Kind != text.Word {
		return n
	}
	for _, s := range m.r.words[m.tokens[j].Norm] {
		if (s.class == classMonth || s.class == classWeakMonth) && s.value == value && m.follows(j, &s) {
			j += 1 + len(s.rest)
			if closing && j < len(m.tokens) && m.r.marks[m.tokens[j].Norm] == classClose {
				j++
			}
			return j - i
		}
	}
	return n
}

// doubled tells whether a word that may be a month has the other name of that month beside it.
func (m *matcher) doubled(i int, s *sense) bool {
	n := 1 + len(s.rest)
	return s.class == classWeakMonth && m.month(i, n, s.value) > n
}

// digitCandidate reads an element that is written in digits or number words.
func (m *matcher) digitCandidate(c class, i int, w *word) (candidate, bool) {
	if c >= classNumeric && c <= classYearRange {
		return m.numeric(c, i, w)
	}
	if c < classDay || c > classAnyYear {
		return candidate{}, false
	}
	v, n, ordinal := w.digits, 1, false
	inDigits := v >= 0
	if !inDigits {
		if v, n, ordinal = m.number(i, w); n == 0 {
			return candidate{}, false
		}
	}
	ok := false
	switch c {
	case classDayDigits:
		ok = inDigits && v >= 1 && v <= 31 && w.width <= 2
	case classLateOrd:
		ok = ordinal && v > 12 && v <= 31
	case classDay:
		ok = v >= 1 && v <= 31 && (!inDigits || w.width <= 2)
	case classOrd:
		ok = ordinal && v >= 1 && v <= 100
	case classCount:
		ok = v >= 1 && v <= 999 && !ordinal
	case classYear:
		ok = v >= 1000 && v <= 2999 && (!inDigits || w.width == 4)
	case classAnyYear:
		ok = v >= 100 && v <= 2999 && (!inDigits || w.width >= 3)
	}
	return candidate{n, [3]given{{slotOf[c], v}}}, ok
}
