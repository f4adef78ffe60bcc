package dates

import "mithaq/extract/text"

// join makes one mention of two that a word of range links ("from 3 May to 8 June") and of one day in two calendars.
func (m *matcher) join(list []Mention, base int) []Mention {
	out := list[:base]
	for _, next := range list[base:] {
		if len(out) > base {
			last := &out[len(out)-1]
			if m.sameDay(last, &next) || m.range2(last, &next) {
				continue
			}
		}
		out = append(out, next)
	}
	return out
}

// sameDay joins "14 Ramadan 1436, corresponding to 1 July 2015": the Gregorian day holds.
func (m *matcher) sameDay(a, b *Mention) bool {
	if a.hijri == b.hijri || b.From-a.To > 3 {
		return false
	}
	linked := false
	for i := a.To; i < b.From; i++ {
		switch {
		case m.isLink(i, classSame), m.r.marks[m.tokens[i].Norm] == classOpen, m.r.marks[m.tokens[i].Norm] == classSlash:
			linked = true
		case m.tokens[i].Kind != text.Punct && !m.isLink(i, classSame):
			return false
		}
	}
	if !linked {
		return false
	}
	if a.hijri {
		a.first, a.Kind, a.hijri, a.Rule = b.first, b.Kind, false, b.Rule
	}
	a.To = b.To
	a.write()
	return true
}

// range2 joins two times of one precision that a word or dash links, the second not before the first.
func (m *matcher) range2(a, b *Mention) bool {
	if a.Kind == Span || b.Kind == Span || a.first.from.prec != b.first.to.prec {
		return false
	}
	linked := false
	switch b.From - a.To {
	case 0:
		linked = m.word(b.From).conj && m.isLink(a.From-1, classBetween)
	case 1:
		linked = m.isLink(a.To, classTo) || m.tokens[a.To].Norm == "-" || m.isLink(a.To, classAnd) && m.isLink(a.From-1, classBetween)
	}
	to := b.first.to
	if a.Kind == Weekday && b.Kind == Weekday && to.prec == byDay && to.day < a.first.from.day {
		to.day += 7 // from Sunday to Thursday
	}
	if !linked || a.first.from.day >= to.day {
		return false
	}
	if m.isLink(a.From-1, classBetween) || m.isLink(a.From-1, classFrom) {
		a.From--
		a.letters = m.word(a.From).letters
	}
	a.first.to, a.To, a.Kind = to, b.To, Range
	a.write()
	return true
}

// isLink tells whether a token is a word of a class, whatever is written onto it.
func (m *matcher) isLink(i int, c class) bool {
	return i >= 0 && i < len(m.tokens) && m.word(i).has(c)
}
