package graph

import "time"

// Precisions of a date, by the length of its text.
const (
	yearLen  = len("2006")
	monthLen = len("2006-01")
	dayLen   = len("2006-01-02")
)

// validDate reports whether s is a day, a month or a year.
func validDate(s string) bool {
	switch len(s) {
	case yearLen, monthLen, dayLen:
		_, err := time.Parse(time.DateOnly[:len(s)], s)
		return err == nil
	}
	return false
}

// validPublished reports whether s is a day, a month, a year or an RFC 3339 time.
func validPublished(s string) bool {
	if validDate(s) {
		return true
	}
	_, err := time.Parse(time.RFC3339, s)
	return err == nil
}

// publishedDay cuts a time to the day on which it was published, in its own time zone.
func publishedDay(s string) string {
	if len(s) > dayLen {
		return s[:dayLen]
	}
	return s
}

// instant is the beginning of the period that s names; an unknown date is before all others, so that which of two
// versions wins never hangs on the order in which they came.
func instant(s string) time.Time {
	if t, err := time.Parse(time.RFC3339, s); err == nil {
		return t
	}
	if validDate(s) {
		if t, err := time.Parse(time.DateOnly[:len(s)], s); err == nil {
			return t
		}
	}
	return time.Time{}
}

// supersedes reports whether a version of an article replaces the stored one: the later published wins, then the one loaded last.
func supersedes(version, stored Article) bool {
	return !instant(version.Published).Before(instant(stored.Published))
}

// dayOf is when a claim's act happened as far as its article tells: its own date, else the day of publication.
func dayOf(e *Evidence) string { return firstOf(e.Date, publishedDay(e.Published)) }
