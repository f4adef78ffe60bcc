package article

import (
	"strings"
	"time"
)

// zoneNames are those of RFC 822, which feeds follow, as offsets.
var zoneNames = map[string]string{
	"GMT": "+0000", "UTC": "+0000", "UT": "+0000", "Z": "+0000", "EST": "-0500", "EDT": "-0400", "CST": "-0600", "CDT": "-0500",
	"MST": "-0700", "MDT": "-0600", "PST": "-0800", "PDT": "-0700",
}

// zonedLayouts are the ways to write a day and a time with a zone that [ParseDate] does not know.
var zonedLayouts = []string{"2 Jan 2006 15:04:05 -0700", "2 Jan 2006 15:04 -0700", "2 Jan 06 15:04:05 -0700", "2 January 2006 15:04:05 -0700", "2 January 2006 15:04 -0700",
	"Jan 2 15:04:05 -0700 2006", "2006-01-02 15:04:05 -0700", "2006-01-02 15:04 -0700", "2006-01-02T15:04:05 -0700"}

// parseZoned reads a time of day with a zone, by name or number, behind a day with or without its weekday. It returns an RFC 3339
// time, or nothing.
func parseZoned(s string) string {
	s = oneLine(strings.Map(asciiDigit, trim(s)))
	if weekday, rest, ok := strings.Cut(s, ","); ok && words(weekday) == 1 {
		s = strings.TrimSpace(rest)
	}
	fields := strings.Fields(s)
	for i, field := range fields {
		if offset, ok := zoneNames[strings.ToUpper(field)]; ok && i >= 2 {
			fields[i] = offset
		}
		if n := len(field); i >= 2 && n == 6 && field[3] == ':' && (field[0] == '+' || field[0] == '-') {
			fields[i] = field[:3] + field[4:]
		}
	}
	s = strings.Join(fields, " ")
	for _, layout := range zonedLayouts {
		if t, err := time.Parse(layout, s); err == nil && t.Year() >= firstYear && t.Year() <= lastYear {
			return t.Format(time.RFC3339)
		}
	}
	return ""
}

// readAnyDate reads a date that a page or a feed gives to programs, or as it stands in a line for readers. What cannot be read is
// returned as it is.
func (p *page) readAnyDate(s string) string {
	if s = trim(s); s == "" {
		return ""
	}
	if date := parseZoned(s); date != "" {
		return date
	}
	if date, err := ParseDate(s); err == nil {
		return date
	}
	if date := p.writtenDate(s); date != "" {
		return date
	}
	return s
}
