package extract

import (
	"slices"
	"time"

	"mithaq/extract/dates"
	"mithaq/extract/lang"
	"mithaq/graph"
)

// dated tells whether a date begins at item i.
func (c *chunker) dated(i int) bool {
	return slices.ContainsFunc(c.s.dates, func(m dates.Mention) bool { return c.s.from+m.From == c.items[i].from && m.To > m.From })
}

// dateChunk reads a date as one chunk.
func (c *chunker) dateChunk(i int) int {
	it := &c.items[i]
	for k := range c.s.dates {
		m := &c.s.dates[k]
		if c.s.from+m.From != it.from || m.To <= m.From {
			continue
		}
		n := 0
		for i+n < len(c.items) && c.items[i+n].to <= c.s.from+m.To {
			n++
		}
		if n == 0 || c.items[i+n-1].to != c.s.from+m.To {
			return 0
		}
		c.push(&chunk{kind: chunkDate, from: it.from, to: c.items[i+n-1].to, reading: it.reading, when: m})
		return n
	}
	return 0
}

// whenIn returns the date by which the event or act at chunk k is told, and how it is told.
func (d *document) whenIn(s *sentence, c *clause, k, end int) (string, graph.Dating) {
	m := d.dateIn(s, c, k, end)
	switch {
	case m == nil:
		return "", ""
	case m.Kind == dates.Weekday:
		return d.weekday(s, c, k, m.Date()), graph.ByCalendar
	case m.Kind == dates.Date || m.Kind == dates.Range:
		return m.Date(), graph.ByCalendar
	}
	return m.Date(), graph.Relative
}

// stale is the number of days after which news no longer tells of a weekday in the present tense.
const stale = 3

// weekday returns the day that an act at chunk k means by a weekday: the one to come, where a verb in the present tells it and the last one is
// days ago: "the Council votes on Wednesday".
func (d *document) weekday(s *sentence, c *clause, k int, date string) string {
	v := s.chunks[k]
	if v.kind == chunkEvent && v.word.Class == "visit" && v.marker == "" && c.verb >= 0 && c.verb < k { // "begins a visit on Sunday"
		v = s.chunks[c.verb]
	}
	if v.kind != chunkVerb || v.word.Feat&lang.Present == 0 {
		return date
	}
	last, err := time.Parse(time.DateOnly, date)
	if err != nil || len(d.day) < len(time.DateOnly) {
		return date
	}
	today, err := time.Parse(time.DateOnly, d.day[:len(time.DateOnly)])
	if err != nil || today.Sub(last) < stale*24*time.Hour || today.Sub(last) > 7*24*time.Hour {
		return date
	}
	return last.AddDate(0, 0, 7).Format(time.DateOnly)
}

// dateIn returns the nearest date of the clause of the event or act at chunk k that belongs to no other event, those behind it
// first. end is the token after the words of the event itself.
func (d *document) dateIn(s *sentence, c *clause, k, end int) *dates.Mention {
	for j := k + 1; j < len(s.chunks); j++ {
		ch := s.chunks[j]
		if d.since(ch) {
			continue
		}
		if ch.from >= end && (j >= c.to || ch.kind == chunkEvent || ch.kind == chunkDeal || ch.kind == chunkVerb) {
			break
		}
		if ch.when != nil && ch.when.Date() != "" {
			return ch.when
		}
	}
	for j := k - 1; j >= c.from; j-- {
		ch := s.chunks[j]
		if d.since(ch) {
			continue
		}
		if ch.kind == chunkEvent || ch.kind == chunkDeal {
			break
		}
		if ch.when != nil && ch.when.Date() != "" {
			return ch.when
		}
	}
	return nil
}

// onlyDate returns the date of a sentence that names one, unless it is that of another event in it.
func (d *document) onlyDate(s *sentence, e *entity) string {
	date := ""
	for _, ch := range s.chunks {
		if ch.when == nil || ch.when.Date() == "" || d.since(ch) {
			continue
		}
		if date != "" && date != ch.when.Date() {
			return ""
		}
		date = ch.when.Date()
	}
	for _, ch := range s.chunks {
		if x := ch.happen; x != nil && x != e && x.act.date == date && !d.recent(date) {
			return ""
		}
	}
	return date
}

// dayOfLead returns the day on which the article says in its first sentences that its news happened: "today, on Monday".
func (d *document) dayOfLead() string {
	for _, s := range d.sents {
		for i := range s.dates {
			m := &s.dates[i]
			if m.Kind == dates.Day || m.Kind == dates.Weekday {
				return m.Date()
			}
		}
		if !s.title && s.n > 2 {
			break
		}
	}
	return ""
}

// leadEvents is the number of events that the lead may date: what else it tells is background.
const leadEvents = 3

// finishDates dates the events that their own mentions leave undated: by a sentence that tells of them, and the first events of the
// article by its lead.
func (d *document) finishDates() {
	told := 0
	for _, e := range d.entities {
		h := e.act
		if h == nil || e.count == 0 || h.sent == nil || len(h.participants) == 0 {
			continue
		}
		for _, s := range h.sents {
			if h.date == "" && !s.title {
				h.date, h.dating = d.onlyDate(s, e), graph.Nearby
			}
		}
		if h.date == "" && e.label == graph.LabelEvent && told < leadEvents && h.sents[0].n <= 3 && h.status != "planned" && e.kind != "war" {
			h.date, h.dating = d.dayOfLead(), graph.Nearby
		}
		told++
	}
}

// since tells whether a date only bounds a time: "since 1996".
func (d *document) since(ch *chunk) bool {
	return d.eng.role(ch.marker) == "since" || ch.when != nil && d.eng.role(ch.stem) == "since"
}

// ahead tells whether a date lies behind the day of the article.
func (d *document) ahead(date string) bool {
	n := min(len(date), len(d.day))
	return n > 0 && date[:n] > d.day[:n]
}

// recent tells whether a date lies in the month of the article: then what the sentence tells of happened together.
func (d *document) recent(date string) bool {
	return len(date) >= 7 && len(d.day) >= 7 && date[:7] == d.day[:7]
}
