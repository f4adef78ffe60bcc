// Package dates finds the days, months, years and ranges that a sentence names and resolves them against the day of publication.
//
// The way of a sentence: [Reader.Find] looks each word up in the words of the language (file words.txt), takes off what is written
// onto it (lex.go), tries the patterns (file patterns.txt) that may begin there and keeps the longest that makes sense (match.go),
// counts it out in the calendar (resolve.go and beside it), and joins two dates with a word of range between them (join.go).
// The package knows the calendar, the languages know the words; formats and what is left out stand in README.md.
package dates

import (
	"fmt"

	"mithaq/extract/text"
)

// Mention is a stretch of tokens that names a time.
type Mention struct {
	From, To   int    // tokens
	Start, End string // YYYY-MM-DD, YYYY-MM or YYYY; End is empty unless the time is a range
	Kind       Kind
	Rule       string // file:line of the pattern

	letters int      // folded letters of the first token that are written onto it: conjunction, preposition
	first   interval // as computed
	year    bool     // the year is written
	hijri   bool
}

// Kind tells how a time is named.
type Kind uint8

// The kinds of mentions.
const (
	Date    Kind = iota // by the calendar: 14 July 2015, July 2015, 2015; also with "last", "next"
	Range               // from one date to another
	Weekday             // Monday, last Monday
	Day                 // today, yesterday
	Ago                 // two days ago
	Ahead               // in three days
	Unit                // last week, this year
	Part                // the end of the month, mid-June
	Span                // the last three years: a time, hardly ever the date of an event
	Nth                 // the first week of May, the third quarter
	Decade              // the seventies
	Season              // last summer
)

var kindNames = [...]string{"date", "range", "weekday", "day", "ago", "ahead", "unit", "part", "span", "nth", "decade", "season"}

func (k Kind) String() string { return kindNames[k] }

// Value returns the time as one string: a day, month or year, or FIRST/LAST.
func (m *Mention) Value() string {
	if m.End == "" {
		return m.Start
	}
	return m.Start + "/" + m.End
}

// Date returns the one day, month or year by which an event at this time is dated: the beginning of a range that is written out,
// otherwise the month or year in which all of it lies, of a week between two months the first. It is empty for spans and decades.
func (m *Mention) Date() string {
	switch {
	case m.Kind == Span || m.Kind == Decade:
		return ""
	case m.End == "" || m.Kind == Range:
		return m.Start
	case len(m.Start) >= 7 && len(m.End) >= 7 && (m.Start[:7] == m.End[:7] || m.Kind == Unit):
		return m.Start[:7]
	case m.Start[:4] == m.End[:4]:
		return m.Start[:4]
	}
	return ""
}

// Source returns the time as it stands in the text that the tokens were cut from, without what is written onto its first word.
func (m *Mention) Source(fold *text.Folder, full string, tokens []text.Token) string {
	start, end := m.span(fold, full, tokens)
	return full[start:end]
}

func (m *Mention) span(fold *text.Folder, full string, tokens []text.Token) (start, end int) {
	return fold.Cut(full, tokens[m.From], m.letters), tokens[m.To-1].End
}

func (m *Mention) String() string {
	return fmt.Sprintf("[%d:%d] %s %s", m.From, m.To, m.Kind, m.Value())
}
