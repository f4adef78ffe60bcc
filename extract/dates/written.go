package dates

// date counts out a date of the calendar: day, month, year with what is left out taken from the publication, one or two of each.
func (m *matcher) date(b *binding) (interval, bool) {
	if isHijri(b) {
		return m.hijriDate(b)
	}
	year, hasYear := b.get(slotYear, 0), b.has(slotYear)
	month, hasMonth := b.get(slotMonth, 0), b.has(slotMonth)
	py, pm, _ := date(m.pub.day)
	rel, hasRel := b.get(slotRel, 0), b.has(slotRel)
	if b.has(slotUnit) {
		switch unit := b.at(slotUnit); {
		case unit == unitYear && m.pub.prec >= byYear:
			year, hasYear = py+rel, true
		case unit == unitMonth && m.pub.prec >= byMonth:
			month, hasMonth = pm+rel, true
			year, hasYear = py, true
		default:
			return interval{}, false
		}
		hasRel = false
	}
	switch {
	case !hasMonth && !hasYear && b.has(slotDay): // "the 27th"
		if m.pub.prec < byMonth {
			return interval{}, false
		}
		month, year, hasMonth = pm, py, true
	case hasMonth && !hasYear:
		if m.pub.prec == none {
			return interval{}, false
		}
		year = m.guessYear(month, b.get(slotDay, 0), b, rel, hasRel)
	}
	if !hasMonth {
		return interval{yearPoint(year), yearPoint(b.get(slotYear2, year))}, year > 0
	}
	return m.assemble(b, year, month)
}

// assemble puts a day and month of a known year together, with the second day, month and year if there are any.
func (m *matcher) assemble(b *binding, year, month int) (interval, bool) {
	month2 := b.get(slotMonth2, month)
	year2 := b.get(slotYear2, year)
	if !b.has(slotYear2) && month2 < month {
		if b.has(slotYear) {
			year-- // "from 28 December to 3 January 2020"
		} else {
			year2++
		}
	}
	if !b.has(slotDay) {
		return interval{monthPoint(year, month), monthPoint(year2, month2)}, true
	}
	day := b.at(slotDay)
	day2 := b.get(slotDay2, day)
	if month >= 1 && month <= 12 && (!valid(year, month, day) || !valid(year2, month2, day2)) {
		return interval{}, false
	}
	return interval{point{ymd(year, month, day), byDay}, point{ymd(year2, month2, day2), byDay}}, true
}

// guessYear finds the year of a month or day that is named without one.
func (m *matcher) guessYear(month, day int, b *binding, rel int, hasRel bool) int {
	py, _, _ := date(m.pub.day)
	if m.pub.prec == byYear {
		return py
	}
	if hasRel && rel == relThis {
		return py
	}
	best, cost := py, 1<<30
	for y := py - 2; y <= py+2; y++ {
		c, ok := m.distance(y, month, day, hasRel, rel)
		if b.has(slotWeekday) && day > 0 && weekday(ymd(y, month, day)) != b.at(slotWeekday) {
			c += 600
		}
		if ok && c < cost {
			best, cost = y, c
		}
	}
	return best
}

// distance rates a candidate: news tell of what was more than of what comes, unless the clause is in the future.
func (m *matcher) distance(y, month, day int, hasRel bool, rel int) (cost int, ok bool) {
	p := monthPoint(y, month)
	if day > 0 {
		p = point{ymd(y, month, day), byDay}
	}
	pub := m.pub.coarsen(p.prec)
	if pub.prec < p.prec {
		p = p.coarsen(pub.prec)
	}
	d := p.day - pub.day
	if hasRel {
		return d * rel, d*rel > 0 || d == 0 && m.pub.prec < byDay && day > 0
	}
	switch {
	case d < 0 && m.ahead:
		return -3 * d, true
	case d < 0:
		return -d, true
	case m.ahead && d <= farAhead:
		return d, true
	}
	return 3 * d, true
}

// farAhead is how many days news look ahead without naming the year.
const farAhead = 200

// part finds the beginning, middle or end of a time.
func (m *matcher) part(b *binding) (interval, bool) {
	var base interval
	var ok bool
	unit := b.get(slotUnit, 0)
	if b.has(slotMonth) || b.has(slotYear) || b.has(slotHijri) {
		base, ok = m.date(b)
		unit = 0
	} else {
		base, ok = m.unit(b)
	}
	if !ok || base.from != base.to && unit != unitWeek {
		return base, ok
	}
	switch part := b.at(slotPart); {
	case unit == unitWeek && base.from.prec == byDay:
		return m.weekPart(base, part), true
	case base.from.prec == byMonth:
		return m.monthPart(base, part), true
	case base.from.prec == byYear:
		return m.yearPart(base, part), true
	}
	return base, true
}

// partDays says which days of a week (1 is Monday) a part takes; partMonths likewise the months of a year.
var (
	partDays   = [...][2]int{partBegin: {1, 3}, partMid: {2, 4}, partLate: {4, 7}, partEnd: {6, 7}}
	partMonths = [...][2]int{partBegin: {1, 3}, partMid: {5, 8}, partLate: {7, 12}, partEnd: {10, 12}}
)

func (m *matcher) weekPart(base interval, part int) interval {
	monday := base.from.day
	if part == partRest {
		if base.to.day < m.pub.day || monday > m.pub.day {
			return base
		}
		return interval{point{m.pub.day, byDay}, base.to}
	}
	return interval{point{monday + partDays[part][0] - 1, byDay}, point{monday + partDays[part][1] - 1, byDay}}
}

func (m *matcher) monthPart(base interval, part int) interval {
	first, last := base.from.day, base.from.last()
	switch part {
	case partBegin:
		last = first + 9
	case partMid:
		first, last = first+10, first+19
	case partLate:
		first += 15
	case partEnd:
		first += 20
	case partRest:
		if m.pub.prec == byDay && m.pub.day > first && m.pub.day <= last {
			first = m.pub.day
		}
	}
	return interval{point{first, byDay}, point{last, byDay}}
}

func (m *matcher) yearPart(base interval, part int) interval {
	y, _, _ := date(base.from.day)
	if part == partRest {
		py, pm, _ := date(m.pub.day)
		if py != y || m.pub.prec < byMonth {
			return base
		}
		return interval{monthPoint(y, pm), monthPoint(y, 12)}
	}
	return interval{monthPoint(y, partMonths[part][0]), monthPoint(y, partMonths[part][1])}
}

// nth finds the first Friday or week of a month, the third quarter of a year.
func (m *matcher) nth(b *binding) (interval, bool) {
	n, unit := b.get(slotOrd, 1), b.get(slotUnit, 0)
	rest := *b
	// what is counted stands before what it is counted in
	if b.has(slotUnit2) {
		rest.value[slotUnit] = b.value[slotUnit2]
	} else if !b.has(slotWeekday) {
		rest.set &^= 1 << slotUnit
	}
	rest.set &^= 1<<slotUnit2 | 1<<slotWeekday
	base, ok := m.part1(&rest)
	if !ok || base.from != base.to {
		return base, false
	}
	y, mo, _ := date(base.from.day)
	switch {
	case b.has(slotWeekday) && base.from.prec == byMonth:
		day := firstWeekday(base.from.day, b.at(slotWeekday)) + 7*(n-1)
		return single(point{day, byDay}), day <= base.from.last()
	case unit == unitWeek && base.from.prec == byMonth:
		day := firstWeekday(base.from.day, 1) + 7*(n-1)
		return interval{point{day, byDay}, point{day + 6, byDay}}, n <= 5
	case unit == unitWeek && base.from.prec == byYear:
		day := firstWeekday(ymd(y, 1, 4)-6, 1) + 7*(n-1)
		return interval{point{day, byDay}, point{day + 6, byDay}}, n <= 53
	case unit == unitQuarter && base.from.prec == byYear:
		return interval{monthPoint(y, 3*n-2), monthPoint(y, 3*n)}, n <= 4
	case unit == unitHalf && base.from.prec == byYear:
		return interval{monthPoint(y, 6*n-5), monthPoint(y, 6*n)}, n <= 2
	case unit == unitHalf && base.from.prec == byMonth && n <= 2:
		first, last := ymd(y, mo, 1), ymd(y, mo, 15)
		if n == 2 {
			first, last = last+1, base.from.last()
		}
		return interval{point{first, byDay}, point{last, byDay}}, true
	}
	return interval{}, false
}

// part1 resolves the month or year inside which something is counted.
func (m *matcher) part1(b *binding) (interval, bool) {
	if b.has(slotMonth) || b.has(slotYear) {
		return m.date(b)
	}
	if !b.has(slotUnit) {
		return interval{}, false
	}
	return m.unit(b)
}

// firstWeekday returns the first day from day on that is a given weekday.
func firstWeekday(day, wd int) int { return day + mod(wd-weekday(day), 7) }
