package dates

// action is what a pattern means.
type action struct {
	kind Kind
	op   op
}

// op is how the values of a pattern are counted out.
type op uint8

const (
	opNone op = iota // no date, though it looks like one
	opDate
	opWeekday
	opOffset
	opAgo
	opAhead
	opUnit
	opWeekOf
	opPart
	opPast
	opComing
	opNth
	opDecade
	opSeason
	opFixed
)

// actions are the names that patterns.txt may use.
var actions = map[string]action{
	"none": {}, "date": {Date, opDate}, "range": {Range, opDate}, "weekday": {Weekday, opWeekday}, "offset": {Day, opOffset},
	"ago": {Ago, opAgo}, "ahead": {Ahead, opAhead}, "unit": {Unit, opUnit}, "weekof": {Unit, opWeekOf}, "part": {Part, opPart},
	"past": {Span, opPast}, "coming": {Span, opComing}, "nth": {Nth, opNth}, "decade": {Decade, opDecade}, "season": {Season, opSeason}, "fixed": {Date, opFixed},
}

// resolve counts the values out; it is a switch so that nothing escapes to the heap.
func (m *matcher) resolve(o op, b *binding) (interval, bool) {
	switch o {
	case opDate:
		return m.date(b)
	case opWeekday:
		return m.weekday(b)
	case opOffset:
		return m.offset(b)
	case opAgo:
		return m.away(b, -1)
	case opAhead: // where the clause is not in the future it tells how long after something else
		iv, ok := m.away(b, 1)
		return iv, ok && m.ahead
	case opUnit:
		return m.unit(b)
	case opWeekOf:
		return m.weekOf(b)
	case opPart:
		return m.part(b)
	case opPast:
		return m.span(b, -1)
	case opComing:
		return m.span(b, 1)
	case opNth:
		return m.nth(b)
	case opDecade:
		return m.decade(b)
	case opSeason:
		return m.season(b)
	case opFixed:
		return single(point{b.at(slotFixed), byDay}), true
	}
	return interval{}, false
}

// weekday finds a day of the week: in news without more, the last one up to publication, or the next where the clause tells of the future.
func (m *matcher) weekday(b *binding) (interval, bool) {
	if m.pub.prec == none {
		return interval{}, false
	}
	if m.pub.prec < byDay {
		return single(m.pub), !b.has(slotDay)
	}
	wd := b.at(slotWeekday)
	if b.has(slotDay) {
		return m.weekdayWithDay(wd, b.at(slotDay))
	}
	if b.has(slotUnit) || b.has(slotRel) && b.value[slotRel] == relThis {
		monday := m.pub.day - weekday(m.pub.day) + 1
		return single(point{monday + 7*b.get(slotRel, 0) + wd - 1, byDay}), true
	}
	return single(point{m.nearestWeekday(wd, b), byDay}), true
}

func (m *matcher) nearestWeekday(wd int, b *binding) int {
	back := mod(weekday(m.pub.day)-wd, 7) // days since the last one
	switch {
	case b.has(slotRel) && b.value[slotRel] == relNext:
		return m.pub.day + 7 - back
	case b.has(slotRel) && back == 0:
		return m.pub.day - 7
	case !b.has(slotRel) && m.ahead && back > 0:
		return m.pub.day + 7 - back
	}
	return m.pub.day - back
}

// weekdayWithDay finds "Friday the 22nd" within three weeks of publication; other numbers behind a weekday count something else.
func (m *matcher) weekdayWithDay(wd, dom int) (interval, bool) {
	for d := range 22 {
		for _, day := range [2]int{m.pub.day - d, m.pub.day + d} {
			if _, _, n := date(day); n == dom && weekday(day) == wd {
				return single(point{day, byDay}), true
			}
		}
	}
	return interval{}, false
}

// offset finds today, yesterday and the like. A weekday named with it settles which day the writer stood in.
func (m *matcher) offset(b *binding) (interval, bool) {
	if m.pub.prec == none {
		return interval{}, false
	}
	if m.pub.prec < byDay {
		return single(m.pub), true
	}
	day := m.pub.day + b.at(slotOffset)
	if b.has(slotWeekday) {
		diff := mod(weekday(day)-b.at(slotWeekday)+3, 7) - 3
		day -= diff
	}
	return single(point{day, byDay}), true
}

// away counts units back or ahead: as exact as the unit, days for weeks.
func (m *matcher) away(b *binding, sign int) (interval, bool) {
	if m.pub.prec == none {
		return interval{}, false
	}
	y, mo, d := date(m.pub.day)
	prec, days := byYear, 0
	for k := range slot(3) {
		if !b.has(slotUnit + k) {
			break
		}
		n := sign * b.get(slotCount+k, 1)
		switch b.at(slotUnit + k) {
		case unitDay:
			days, prec = days+n, byDay
		case unitWeek:
			days, prec = days+7*n, byDay
		case unitMonth:
			mo, prec = mo+n, max(prec, byMonth)
		case unitYear:
			y += n
		case unitDecade:
			y += 10 * n
		default:
			return interval{}, false
		}
	}
	if prec < byDay {
		d = 1
	}
	p := point{ymd(y, mo, d) + days, m.pub.prec}.coarsen(prec)
	p.prec = min(p.prec, prec)
	return single(p), true
}

// unit finds "last week", "this year".
func (m *matcher) unit(b *binding) (interval, bool) {
	if m.pub.prec == none {
		return interval{}, false
	}
	n := b.get(slotRel, 0)
	if b.has(slotFollowing) { // after what was told last, unless the clause looks ahead
		if n = 1; !m.ahead {
			return interval{}, false
		}
	}
	y, mo, _ := date(m.pub.day)
	switch b.at(slotUnit) {
	case unitDay:
		return single(point{m.pub.day + n, m.pub.prec}.coarsen(m.pub.prec)), m.pub.prec == byDay || n == 0
	case unitWeek, unitWeekend:
		return m.week(n, b.value[slotUnit] == unitWeekend), true
	case unitMonth:
		if m.pub.prec == byYear {
			return single(m.pub), true
		}
		return single(monthPoint(y, mo+n)), true
	case unitYear:
		return single(yearPoint(y + n)), true
	case unitDecade:
		first := y/10*10 + 10*n
		return interval{yearPoint(first), yearPoint(first + 9)}, true
	}
	return interval{}, false
}

// week returns Monday to Sunday, or the weekend, of a week counted from that of publication.
func (m *matcher) week(n int, weekend bool) interval {
	if m.pub.prec < byDay {
		return single(m.pub)
	}
	monday := m.pub.day - weekday(m.pub.day) + 1 + 7*n
	from := monday
	if weekend {
		from += 5
	}
	return interval{point{from, byDay}, point{monday + 6, byDay}}
}

// weekOf returns the week that has a day.
func (m *matcher) weekOf(b *binding) (interval, bool) {
	day, ok := m.date(b)
	monday := day.from.day - weekday(day.from.day) + 1
	return interval{point{monday, byDay}, point{monday + 6, byDay}}, ok && day.from.prec == byDay
}

// span finds "the last three years", "the next two months": to the day, as far as the day of publication is known.
func (m *matcher) span(b *binding, sign int) (interval, bool) {
	n := b.get(slotCount, b.get(slotCount2, b.get(slotOrd, 1)))
	if rel := b.get(slotRel, 0); rel != 0 {
		sign = rel
	}
	if m.pub.prec == none {
		return interval{}, false
	}
	if sign > 0 && !m.ahead && !b.has(slotRel) {
		return interval{}, false
	}
	y, mo, d := date(m.pub.day)
	switch b.at(slotUnit) {
	case unitDay:
		d += sign * n
	case unitWeek:
		d += sign * 7 * n
	case unitMonth:
		mo += sign * n
	case unitYear:
		y += sign * n
	case unitDecade:
		y = y / 10 * 10
		if sign < 0 {
			return interval{yearPoint(y - 10*n), yearPoint(y - 1)}, true
		}
		return interval{yearPoint(y + 10), yearPoint(y + 10*n + 9)}, true
	default:
		return interval{}, false
	}
	other := point{ymd(y, mo, d), byDay}.coarsen(m.pub.prec)
	if sign < 0 {
		return interval{other, m.pub}, true
	}
	next := m.pub
	if next.prec == byDay {
		next.day++
	}
	return interval{next, other}, true
}

func (m *matcher) decade(b *binding) (interval, bool) {
	y := b.get(slotDecade, b.get(slotYear, 1))
	return interval{yearPoint(y), yearPoint(y + 9)}, y%10 == 0
}

// season returns three months, those of winter beginning in the year that it is named by.
func (m *matcher) season(b *binding) (interval, bool) {
	month := b.at(slotSeason)
	in := func(year int) interval { return interval{monthPoint(year, month), monthPoint(year, month+2)} }
	py, _, _ := date(m.pub.day)
	switch {
	case b.has(slotYear):
		return in(b.at(slotYear)), true
	case m.pub.prec == none:
		return interval{}, false
	case b.has(slotUnit):
		return in(py + b.get(slotRel, 0)), b.at(slotUnit) == unitYear
	case m.pub.prec == byYear:
		return single(yearPoint(py + b.get(slotRel, 0))), true
	}
	switch rel := b.get(slotRel, 0); rel {
	case relLast: // the last that is over, or well begun
		for y := py; ; y-- {
			if iv := in(y); iv.from.day+60 < m.pub.day {
				return iv, true
			}
		}
	case relNext:
		for y := py - 1; ; y++ {
			if iv := in(y); iv.from.day > m.pub.day {
				return iv, true
			}
		}
	}
	return in(py), true
}
