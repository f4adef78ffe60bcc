package article

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// dateLayouts are the ways to write a date and what is kept of it. A time without
// a zone is kept as its day: which instant it was is unknown.
var dateLayouts = []struct{ in, out string }{
	{"2006-1-2", time.DateOnly},
	{"2006-1", "2006-01"},
	{"2006", "2006"},
	{time.RFC3339, time.RFC3339},
	{"2006-01-02T15:04Z07:00", time.RFC3339},
	{"2006-01-02T15:04:05Z0700", time.RFC3339},
	{"2006-01-02 15:04:05Z07:00", time.RFC3339},
	{"2006-01-02T15:04:05", time.DateOnly},
	{"2006-01-02T15:04", time.DateOnly},
	{"2006-01-02 15:04:05", time.DateOnly},
	{"2006-01-02 15:04", time.DateOnly},
	{"2006/1/2", time.DateOnly},
	{"20060102", time.DateOnly},
	{"2 January 2006", time.DateOnly},
	{"January 2, 2006", time.DateOnly},
	{"2 Jan 2006", time.DateOnly},
	{"Jan 2, 2006", time.DateOnly},
	{time.RFC1123Z, time.RFC3339}, // of feeds
	{"Mon, 2 Jan 2006 15:04:05 -0700", time.RFC3339},
	{time.RFC1123, time.DateOnly}, // the zone is only a name
}

// Years outside are typing errors or another calendar.
const firstYear, lastYear = 1800, 2199

// ParseDate reads a day, month, year or RFC 3339 time, also in Arabic-Indic
// digits, and returns it in ASCII: "2025-11-03", "2025-11", "2025" or the time
// with its zone. The error names the value.
func ParseDate(s string) (string, error) {
	plain := strings.Map(asciiDigit, trim(s))
	for _, layout := range dateLayouts {
		t, err := time.Parse(layout.in, plain)
		if err != nil {
			continue
		}
		if t.Year() < firstYear || t.Year() > lastYear {
			return "", fmt.Errorf("date %+q is not in the years %d to %d", shorten(s), firstYear, lastYear)
		}
		return t.Format(layout.out), nil
	}
	return "", fmt.Errorf("date %+q cannot be read: write it like 2025-11-03, 2025-11, 2025 or 2025-11-03T09:30:00Z", shorten(s))
}

// asciiDigit maps Arabic-Indic and Eastern Arabic-Indic digits and drops
// direction marks.
func asciiDigit(r rune) rune {
	switch {
	case '\u0660' <= r && r <= '\u0669':
		return r - '\u0660' + '0'
	case '\u06f0' <= r && r <= '\u06f9':
		return r - '\u06f0' + '0'
	case r == '\u200e' || r == '\u200f' || r == '\u061c' || '\u202a' <= r && r <= '\u202e' || '\u2066' <= r && r <= '\u2069':
		return -1
	}
	return r
}

// unixTime reads seconds or milliseconds since 1970, as programs write them: ten or thirteen digits.
func unixTime(s string) (string, bool) {
	s = trim(s)
	n, err := strconv.ParseInt(s, 10, 64)
	switch {
	case err != nil || n <= 0:
		return "", false
	case len(s) == 10:
		return time.Unix(n, 0).UTC().Format(time.RFC3339), true
	case len(s) == 13:
		return time.UnixMilli(n).UTC().Format(time.RFC3339), true
	}
	return "", false
}
