package dates

import (
	_ "embed" // the table of Umm al-Qura
	"fmt"
	"strings"
)

// isHijri tells whether a date is of the Hijri calendar: by its month, by "AH", or, without a month, by a year of our time in that calendar.
func isHijri(b *binding) bool {
	switch {
	case b.has(slotEra):
		return b.value[slotEra] == eraHijri
	case b.has(slotHijri):
		return true
	}
	y := b.get(slotYear, 0)
	return y >= 1400 && y < 1500 && !b.has(slotMonth)
}

// hijriDate counts out a date of the Hijri calendar: a day, or all days of a month or year.
func (m *matcher) hijriDate(b *binding) (interval, bool) {
	month := b.get(slotHijri, b.get(slotMonth, 0))
	day := b.get(slotDay, 0)
	if !b.has(slotYear) {
		if m.pub.prec == none || month == 0 {
			return interval{}, false
		}
		return m.hijriNear(b, month, day)
	}
	return m.hijriIn(b, b.at(slotYear), month, day)
}

// hijriIn counts out a date of a known year.
func (m *matcher) hijriIn(b *binding, year, month, day int) (interval, bool) {
	if year < 1 || year > 9000 || day > 30 {
		return interval{}, false
	}
	switch {
	case month == 0:
		return interval{point{m.r.hijri.day(year, 1, 1), byDay}, point{m.r.hijri.day(year+1, 1, 1) - 1, byDay}}, true
	case day == 0:
		return interval{point{m.r.hijri.day(year, month, 1), byDay}, point{m.r.hijri.day(year, month+1, 1) - 1, byDay}}, true
	}
	d := m.r.hijri.day(year, month, day)
	if b.has(slotWeekday) { // where the new moon was seen a day earlier or later, the weekday tells
		if diff := mod(b.at(slotWeekday)-weekday(d)+3, 7) - 3; diff >= -1 && diff <= 1 {
			d += diff
		}
	}
	to := d
	if day2 := b.get(slotDay2, day); day2 > day {
		to += day2 - day
	}
	return interval{point{d, byDay}, point{to, byDay}}, true
}

// hijriNear finds the occurrence nearest to publication.
func (m *matcher) hijriNear(b *binding, month, day int) (interval, bool) {
	gy, _, _ := date(m.pub.day)
	guess := (gy - 622) * 33 / 32
	rel, hasRel := b.get(slotRel, 0), b.has(slotRel)
	var best interval
	cost := 1 << 30
	for y := guess - 1; y <= guess+2; y++ {
		iv, ok := m.hijriIn(b, y, month, day)
		if !ok {
			continue
		}
		c := 0
		switch p := m.pub; {
		case iv.from.day > p.last():
			c = 3 * (iv.from.day - p.last())
			if m.ahead || hasRel && rel > 0 {
				c /= 4
			}
		case iv.to.day < p.day:
			c = p.day - iv.to.day
		}
		if hasRel && (rel < 0 && iv.to.day >= m.pub.day || rel > 0 && iv.from.day <= m.pub.day) {
			c += 1000
		}
		if c < cost {
			best, cost = iv, c
		}
	}
	return best, cost < 1<<30
}

//go:embed ummalqura.txt
var ummAlQuraFile string

// hijriTable holds the first days of the months of consecutive years.
type hijriTable struct {
	first  int
	starts [][12]int
}

// readHijri reads "year | first day | twelve lengths of months".
func readHijri(file string) (hijriTable, error) {
	var t hijriTable
	n := 0
	for line := range strings.Lines(file) {
		n++
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		var year, y, m, d int
		var days [12]int
		args := []any{&year, &y, &m, &d}
		for i := range days {
			args = append(args, &days[i])
		}
		if _, err := fmt.Sscanf(line, "%d | %d-%d-%d |"+strings.Repeat(" %d", 12), args...); err != nil {
			return t, fmt.Errorf("ummalqura.txt:%d: %w", n, err)
		}
		if t.starts == nil {
			t.first = year
		}
		if year != t.first+len(t.starts) {
			return t, fmt.Errorf("ummalqura.txt:%d: year %d out of order", n, year)
		}
		var starts [12]int
		start := ymd(y, m, d)
		for i, length := range days {
			starts[i] = start
			start += length
		}
		t.starts = append(t.starts, starts)
	}
	return t, nil
}

// day returns the day of a date of the Hijri calendar, a month after the twelfth counting on into the next year: by the table of Umm
// al-Qura for the years that it has, otherwise by the arithmetic (tabular) calendar.
func (t *hijriTable) day(year, month, day int) int {
	for month > 12 {
		year, month = year+1, month-12
	}
	if i := year - t.first; i >= 0 && i < len(t.starts) {
		return t.starts[i][month-1] + day - 1
	}
	return tabular(year, month, day)
}

// tabularEpoch is 1 Muharram 1 AH: 16 July 622 Julian, 19 July 622 Gregorian.
const tabularEpoch = -492148

// tabular counts 30 years as 10,631 days with eleven leap years (2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29), months of 30 and 29 days in turn.
func tabular(year, month, day int) int {
	return tabularEpoch + (year-1)*354 + (3+11*year)/30 + 29*(month-1) + month/2 + day - 1
}
