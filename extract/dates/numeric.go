package dates

import "mithaq/extract/text"

// numeric reads a date in digits: 14/07/2015, 2015-07-14, 16.11.2016, 2015/3; as short a day and month without a year (padded
// if it looks like nothing else),
// as years two years with a mark between them. The day stands before the month unless that is impossible.
func (m *matcher) numeric(c class, i int, w *word) (candidate, bool) {
	var part, width [3]int
	n, k := 1, 0
	if w.digits >= 0 {
		part[0], width[0], k = w.digits, w.width, 1
		sep := ""
		for k < 3 && i+n+1 < len(m.tokens) {
			t, next := &m.tokens[i+n], &m.tokens[i+n+1]
			if t.Norm != "/" && t.Norm != "-" || sep != "" && t.Norm != sep || next.Kind != text.Number {
				break
			}
			v, wd := digits(next.Norm)
			if v < 0 || wd > 4 {
				break
			}
			part[k], width[k], sep = v, wd, t.Norm
			n, k = n+2, k+1
		}
	} else if m.tokens[i].Kind == text.Number {
		k = dotted(m.tokens[i].Norm, &part, &width)
	}
	switch {
	case c == classNumeric && k == 3 && width[0] == 4:
		return numericDate(n, part[0], part[1], part[2])
	case c == classNumeric && k == 3 && width[2] == 4:
		return numericDate(n, part[2], part[1], part[0])
	case c == classNumeric && k == 2 && width[0] == 4 && width[1] <= 2:
		return numericDate(n, part[0], part[1], 0)
	case c == classNumeric && k == 2 && width[1] == 4 && width[0] <= 2:
		return numericDate(n, part[1], part[0], 0)
	case c == classShort && k == 2 && width[0] <= 2 && width[1] <= 2:
		return numericDate(n, -1, part[1], part[0])
	case c == classPadded && k == 2 && n == 3 && width[0] == 2 && width[1] == 2 && part[1] < 10 && m.tokens[i+1].Norm == "/":
		return numericDate(n, -1, part[1], part[0]) // a nought before the month: no score or fraction
	case c == classYearRange && k == 2 && width[0] == 4 && width[1] == 4:
		return candidate{n, [3]given{{slotYear, part[0]}, {slotYear, part[1]}}}, part[0] < part[1] && part[0] > 1000 && part[1] < 2200
	}
	return candidate{}, false
}

func numericDate(n, year, month, day int) (candidate, bool) {
	if month > 12 && day >= 1 && day <= 12 {
		month, day = day, month
	}
	if month < 1 || month > 12 || day < 0 || day > 31 || year == 0 || year > 2200 || year > 0 && year < 1000 {
		return candidate{}, false
	}
	if year < 0 && day == 0 {
		return candidate{}, false
	}
	c := candidate{n: n, gives: [3]given{{slotMonth, month}}}
	if day > 0 {
		c.gives[1] = given{slotDay, day}
	}
	if year > 0 {
		c.gives[2] = given{slotYear, year}
	}
	return c, true
}

// dotted splits a number at its points; a number with other parts than a date has gives none.
func dotted(s string, part, width *[3]int) int {
	k, start := 0, 0
	for i := 0; i <= len(s); i++ {
		if i < len(s) && s[i] != '.' {
			continue
		}
		if k == 3 {
			return 0
		}
		v, w := digits(s[start:i])
		if v < 0 || w == 0 || w > 4 || w == 3 {
			return 0
		}
		part[k], width[k] = v, w
		k, start = k+1, i+1
	}
	return k
}
