package dates

// number reads a number in words at token i: "twenty-fifth", "two thousand and eighteen". It returns the value, the tokens it takes,
// and whether it is an ordinal.
func (m *matcher) number(i int, w *word) (value, n int, ordinal bool) {
	value, n, ordinal = m.simple(i, w)
	if n == 0 {
		return 0, 0, false
	}
	for i+n < len(m.tokens) {
		j := i + n
		and := false
		if t := &m.tokens[j]; t.Norm == "-" || m.is(j, classAnd) {
			and = t.Norm != "-"
			j++
			if j >= len(m.tokens) {
				break
			}
		}
		next := m.word(j)
		v, k, ord := m.simple(j, next)
		if k == 0 || next.prep {
			break
		}
		sum, ok := add(value, v, and || next.conj, next.has(classTimes))
		if !ok {
			break
		}
		value, n, ordinal = sum, j+k-i, ordinal || ord
	}
	return value, n, ordinal
}

// add puts a number word behind a number, or refuses: 5 and 20, 20 5, 5 10 (fifteen), 1000 and 900, 3 1000.
func add(value, v int, and, times bool) (int, bool) {
	low := value % 100
	switch {
	case !and && times && value < v:
		return value * v, true
	case !and && low > 0 && low < 10 && v == 10:
		return value + 10, true
	case !and && low >= 20 && low%10 == 0 && v < 10:
		return value + v, true
	case !and:
		return 0, false
	case low > 0 && low < 10 && v >= 20 && v < 100 && v%10 == 0:
		return value + v, true
	case value >= 100 && low == 0 && v < 100, value >= 1000 && value%1000 == 0 && v < 1000:
		return value + v, true
	}
	return 0, false
}

// simple reads one number word.
func (m *matcher) simple(i int, w *word) (value, n int, ordinal bool) {
	for k := range w.senses {
		s := &w.senses[k]
		if (s.class == classNumber || s.class == classOrdinal || s.class == classTimes) && m.follows(i, s) {
			return s.value, 1 + len(s.rest), s.class == classOrdinal
		}
	}
	return 0, 0, false
}
