package graph

import "time"

// moment is when an event was, as far as a mention tells. It is stored with the evidence as text: a mark and a date.
type moment struct {
	mark byte
	day  int    // days since 1970, of the event or, undated, of the publication; 0 if only the month is known
	date string // of the event or of the publication: day or month
}

// The marks of moments.
const (
	onDay     = '=' // the day, by the calendar
	nearDay   = '~' // a day that may be one off: "yesterday", or taken from another sentence
	inMonth   = 'm' // only the month
	newsOf    = '@' // undated, the news of an article of this date
	inYear    = 'y' // of an agreement, only the year, which has passed
	untold    = '?' // undated, further down in an article of this date
	ahead     = '>' // undated and still to come for an article of this date
	timeless  = 0
	lateNews  = 6 // days after an event in which news without a date may still tell of it, and before in which they may announce it
	earlyNews = 1 // days that clocks and datelines may be off
)

// momentText gives the moment of a mention in the form that is stored.
func momentText(c Claim, m Mention, published string) string {
	published = publishedDay(published)
	switch {
	case len(c.Date) == dayLen && m.Dating != Relative && m.Dating != Nearby:
		return string(onDay) + c.Date
	case len(c.Date) == dayLen:
		return string(nearDay) + c.Date
	case len(c.Date) == monthLen:
		return string(inMonth) + c.Date
	case c.Type == LabelAgreement && len(c.Date) == yearLen && c.Date < firstOf(published, c.Date)[:yearLen]:
		return string(inYear) + c.Date // "the agreement of 1974"
	case len(published) < monthLen || c.Date != "" && (c.Type != LabelAgreement || c.Date <= published[:yearLen]):
		return "" // the year of an agreement may be the one by which it must be kept
	case c.State == string(Planned):
		return string(ahead) + published
	case m.Lead:
		return string(newsOf) + published
	}
	return string(untold) + published
}

func parseMoment(s string) moment {
	if s == "" {
		return moment{}
	}
	m := moment{mark: s[0], date: s[1:]}
	if t, err := time.Parse(time.DateOnly, m.date); err == nil {
		m.day = int(t.Unix() / (24 * 60 * 60))
	}
	return m
}

// month is the calendar month, in which all reports of an event are looked for; the year of an agreement of former times.
func (m moment) month() string {
	if m.mark == inYear {
		return m.date
	}
	if len(m.date) < monthLen {
		return ""
	}
	return m.date[:monthLen]
}

func (m moment) dated() bool   { return m.mark == onDay || m.mark == nearDay }
func (m moment) undated() bool { return m.mark == newsOf || m.mark == untold || m.mark == ahead }

// How near two moments are; the larger the surer.
const (
	asunder    = -1 // two days
	unknown    = 0
	thatMonth  = 1
	thoseDays  = 2 // a few days around
	nextDay    = 3 // a day apart, or news of that day or the next
	thatDay    = 4 // the same day, not quite sure
	exactly    = 5 // the same day by the calendar
	visitReach = 4 // days that a visit may last
)

// nearness compares two moments; span is how many days an event of the kind may last.
func nearness(a, b moment, span int) int {
	if a.mark == timeless || b.mark == timeless {
		return unknown
	}
	if a.undated() || b.mark == inMonth && a.dated() {
		a, b = b, a
	}
	switch {
	case a.dated() && b.dated():
		return betweenDays(a, b, span)
	case a.month() != b.month():
		return unknown
	case a.mark == inYear:
		return thatMonth
	case a.mark == inMonth || a.day == 0 || b.day == 0 || b.mark == inMonth:
		return thatMonth
	case a.undated():
		return betweenNews(a, b)
	}
	after := b.day - a.day
	if b.mark == ahead {
		after = -after
	}
	switch {
	case after < -earlyNews || after > lateNews:
		return unknown
	case after == 0 || after == 1:
		return nextDay
	}
	return thoseDays
}

func betweenDays(a, b moment, span int) int {
	d := a.day - b.day
	if d < 0 {
		d = -d
	}
	switch {
	case d == 0 && a.mark == onDay && b.mark == onDay:
		return exactly
	case d == 0:
		return thatDay
	case d <= span:
		return nextDay
	case d == 1 && (a.mark == nearDay || b.mark == nearDay):
		return nextDay
	}
	return asunder
}

// betweenNews compares two articles that tell of an event without its day. What is still to come is not what has been on that day.
func betweenNews(a, b moment) int {
	if b.mark == ahead {
		a, b = b, a
	}
	d := b.day - a.day
	switch {
	case a.mark == ahead && b.mark != ahead:
		if d > 0 && d <= lateNews {
			return thoseDays
		}
	case d == 0 && a.mark == newsOf && b.mark == newsOf:
		return nextDay
	case d >= -1 && d <= 1:
		return thoseDays
	}
	return unknown
}
