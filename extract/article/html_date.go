package article

import (
	"net/url"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// findDate returns when the article was published. What the page tells programs counts first, then time elements, then the lines
// around the headline, the dateline and the address. Of several that name the same day the first with a time of day wins.
func (p *page) findDate() string {
	best := ""
	for _, written := range append(p.meta.dates, p.times...) {
		date := p.readAnyDate(written)
		if _, err := ParseDate(date); err != nil {
			continue
		}
		if best == "" {
			best = date
		}
		if len(best) == len(time.DateOnly) && len(date) > len(best) && date[:len(best)] == best {
			return date
		}
	}
	if len(best) > len(time.DateOnly) {
		return best
	}
	for _, l := range p.dateLines() {
		date := p.writtenDate(l)
		if len(date) < len(time.DateOnly) {
			continue
		}
		if best == "" || date[:len(time.DateOnly)] == best && len(date) > len(best) {
			return date
		}
		break
	}
	if best == "" {
		best = dateOfURL(p.meta.url)
	}
	return best
}

// readTimes returns what the time elements outside of links say, and those elements of microformats that are called published.
func (p *page) readTimes() (times []string) {
	for e := range elements(p.doc) {
		switch {
		case e.Data == "time" && attr(e, "datetime") != "" && !within(e, "a"):
			times = append(times, attr(e, "datetime"))
		case e.Data == "abbr" && strings.Contains(attr(e, "class"), "published"):
			times = append(times, attr(e, "title"))
		}
	}
	return times
}

// dateLines returns the lines that may hold the date, the likeliest first: those between headline and text, those before it from
// the nearest on, the dateline, what stands behind the text.
func (p *page) dateLines() []string {
	title, first, last := p.bounds()
	var out []string
	add := func(l line) {
		if words(l.text) <= shortLine+4 {
			out = append(out, l.text)
		}
	}
	for i := title + 1; i < first; i++ {
		add(p.lines[i])
	}
	for i := title - 1; i >= 0; i-- {
		add(p.lines[i])
	}
	if len(p.body) > 0 {
		fields := strings.Fields(p.body[0].text)
		out = append(out, strings.Join(fields[:min(len(fields), shortLine)], " "))
	}
	for i := last + 1; last >= 0 && i < len(p.lines); i++ {
		add(p.lines[i])
	}
	return out
}

// bounds returns where headline, first sentence behind it and last line of the article stand on the page; -1, the number of lines
// and -1 where they do not.
func (p *page) bounds() (title, first, last int) {
	body := map[string]bool{}
	for _, l := range p.body {
		body[l.text] = true
	}
	title, first, last = -1, len(p.lines), -1
	for i, l := range p.lines {
		if title < 0 && l.text == p.title {
			title = i
		}
		if body[l.text] {
			last = i
			if first == len(p.lines) && l.sentence() && (title >= 0 || p.title == "") {
				first = i
			}
		}
	}
	return title, first, last
}

// writtenDate reads a date as people write it, with the time of day if its zone is Greenwich's or counted from it.
func (p *page) writtenDate(s string) string {
	day := ""
	if p.opts.WrittenDate != nil {
		if found, ok := p.opts.WrittenDate(p.lang, plainMonths(withoutClock(s))); ok {
			day, _ = ParseDate(found)
		}
	}
	plain := strings.Map(asciiDigit, s)
	if day == "" {
		day = digitDate(plain)
	}
	if len(day) == len(time.DateOnly) {
		if clock := clockOf(plain); clock != "" {
			if t, err := ParseDate(day + "T" + clock); err == nil {
				return t
			}
		}
	}
	return day
}

// plainMonths makes "3/November/2025" a day, a name and a year, and leaves of "Name2/November" the name that has no number.
func plainMonths(s string) string {
	runes := []rune(s)
	for i, r := range runes {
		if r != '/' || i == 0 || i+1 == len(runes) {
			continue
		}
		before, after := unicode.IsDigit(runes[i-1]), unicode.IsDigit(runes[i+1])
		if before == after || !before && !unicode.IsLetter(runes[i-1]) || !after && !unicode.IsLetter(runes[i+1]) {
			continue
		}
		runes[i] = ' '
		if j := i - 1; before { // a number that belongs to a name
			for j > 0 && unicode.IsDigit(runes[j]) {
				j--
			}
			for ; unicode.IsLetter(runes[j]); j-- {
				clear(runes[j:i])
				if j == 0 {
					break
				}
			}
		}
	}
	return strings.ReplaceAll(string(runes), "\x00", " ")
}

// numberIn is a run of digits of a text.
type numberIn struct{ value, digits, from, to int }

func numbersIn(s string) (out []numberIn) {
	for i := 0; i < len(s); {
		j := i
		for j < len(s) && '0' <= s[j] && s[j] <= '9' {
			j++
		}
		if n, err := strconv.Atoi(s[i:j]); j > i && err == nil {
			out = append(out, numberIn{n, j - i, i, j})
		}
		i = max(j, i+1)
	}
	return out
}

// digitDate reads the first date in digits, day or year first: 3/11/2025, 03.11.2025, 2025-11-03.
func digitDate(s string) string {
	all := numbersIn(s)
	for i := 0; i+2 < len(all); i++ {
		a, b, c := all[i], all[i+1], all[i+2]
		mark := strings.TrimSpace(s[a.to:b.from])
		if mark != strings.TrimSpace(s[b.to:c.from]) || mark != "/" && mark != "-" && mark != "." {
			continue
		}
		if a.digits == 4 {
			a, c = c, a
		}
		if c.digits != 4 || a.digits > 2 || b.digits > 2 {
			continue
		}
		if b.value > 12 { // the month first
			a, b = b, a
		}
		if date, err := ParseDate(strconv.Itoa(c.value) + "-" + strconv.Itoa(b.value) + "-" + strconv.Itoa(a.value)); err == nil {
			return date
		}
	}
	return ""
}

// withoutClock takes times of day out of a line, with the mark behind them: "14:30-3 November".
func withoutClock(s string) string {
	plain := strings.Map(westernDigit, s)
	all := numbersIn(plain)
	var b strings.Builder
	from := 0
	for i := 0; i+1 < len(all); i++ {
		if plain[all[i].to:all[i+1].from] == ":" && all[i].from >= from {
			b.WriteString(plain[from:all[i].from] + " ")
			from = all[i+1].to
			if strings.HasPrefix(plain[from:], "-") {
				from++
			}
		}
	}
	return b.String() + plain[from:]
}

// westernDigit is asciiDigit without dropping anything.
func westernDigit(r rune) rune {
	if d := asciiDigit(r); d >= 0 {
		return d
	}
	return r
}

// clockOf reads "14:30 GMT", "14:30 UTC+3" as a time with zone.
func clockOf(s string) string {
	all := numbersIn(s)
	for i := 0; i+1 < len(all); i++ {
		h, m := all[i], all[i+1]
		if s[h.to:m.from] != ":" || m.digits != 2 || h.value > 23 || m.value > 59 {
			continue
		}
		end := m.to
		if i+2 < len(all) && s[m.to:all[i+2].from] == ":" && all[i+2].digits == 2 {
			end = all[i+2].to
		}
		rest := strings.TrimLeft(s[end:], " (")
		after, ok := strings.CutPrefix(rest, "GMT")
		if !ok {
			after, ok = strings.CutPrefix(rest, "UTC")
		}
		if ok {
			return time.Date(0, 1, 1, h.value, m.value, 0, 0, time.UTC).Format("15:04") + offsetOf(after)
		}
	}
	return ""
}

// offsetOf reads "+3", "+0300", "+03:00" behind the name of Greenwich's time; else it is that time.
func offsetOf(s string) string {
	all := numbersIn(s)
	if len(all) == 0 || all[0].from != 1 || s[0] != '+' && s[0] != '-' {
		return "Z"
	}
	hours, minutes := all[0].value, 0
	switch {
	case all[0].digits == 4:
		hours, minutes = hours/100, hours%100
	case len(all) > 1 && s[all[0].to:all[1].from] == ":":
		minutes = all[1].value
	}
	if hours > 14 || minutes > 59 {
		return "Z"
	}
	return s[:1] + time.Date(0, 1, 1, hours, minutes, 0, 0, time.UTC).Format("15:04")
}

// dateOfURL reads a day that is a part of the path: /2025/11/03/ or /2025/11/3/.
func dateOfURL(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	parts := strings.Split(u.Path, "/")
	for i := 0; i+2 < len(parts); i++ {
		if len(parts[i]) == 4 && len(parts[i+1]) <= 2 && len(parts[i+2]) <= 2 {
			if date, err := ParseDate(strings.Join(parts[i:i+3], "-")); err == nil {
				return date
			}
		}
	}
	return ""
}
