package dates

import "time"

// precision of a point in time: the smaller, the coarser.
type precision uint8

const (
	none precision = iota
	byYear
	byMonth
	byDay
)

// point is a day, month or year. Days are counted from 1970-01-01; a month or year is its first day.
type point struct {
	day  int
	prec precision
}

// interval runs from a point through another of the same precision; they are equal unless it is a range.
type interval struct{ from, to point }

func single(p point) interval { return interval{p, p} }

func ymd(year, month, day int) int {
	return int(time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC).Unix() / 86400)
}

func date(day int) (year, month, dom int) {
	y, m, d := time.Unix(int64(day)*86400, 0).UTC().Date()
	return y, int(m), d
}

// valid tells whether a month has a day.
func valid(year, month, day int) bool {
	_, m, d := date(ymd(year, month, day))
	return m == month && d == day
}

// weekday returns 1 for Monday to 7 for Sunday.
func weekday(day int) int { return mod(day+3, 7) + 1 }

func mod(a, b int) int { return (a%b + b) % b }

// last returns the last day of a point.
func (p point) last() int {
	y, m, _ := date(p.day)
	switch p.prec {
	case byYear:
		return ymd(y+1, 1, 1) - 1
	case byMonth:
		return ymd(y, m+1, 1) - 1
	}
	return p.day
}

// coarsen returns the point at a precision that is not finer than prec.
func (p point) coarsen(prec precision) point {
	if p.prec <= prec {
		return p
	}
	y, m, _ := date(p.day)
	if prec == byYear {
		return point{ymd(y, 1, 1), byYear}
	}
	return point{ymd(y, m, 1), byMonth}
}

func monthPoint(year, month int) point { return point{ymd(year, month, 1), byMonth} }

func yearPoint(year int) point { return point{ymd(year, 1, 1), byYear} }

func (p point) String() string {
	t := time.Unix(int64(p.day)*86400, 0).UTC()
	switch p.prec {
	case byYear:
		return t.Format("2006")
	case byMonth:
		return t.Format("2006-01")
	}
	return t.Format("2006-01-02")
}

// The years that four digits can write.
const (
	firstDay = -719528 // 0000-01-01
	lastDay  = 2932896 // 9999-12-31
)

// parsePublished reads a day, month or year; anything else has no precision.
func parsePublished(s string) point {
	for _, l := range [...]struct {
		layout string
		prec   precision
	}{{"2006-01-02", byDay}, {"2006-01", byMonth}, {"2006", byYear}} {
		if len(s) != len(l.layout) {
			continue
		}
		if t, err := time.Parse(l.layout, s); err == nil {
			return point{int(t.Unix() / 86400), l.prec}
		}
	}
	return point{}
}
