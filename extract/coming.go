package extract

import (
	"slices"

	"mithaq/extract/lang"
	"mithaq/extract/text"
)

// coming tells whether the event at chunk k is still to come, or no more than wanted.
func (d *document) coming(s *sentence, c *clause, k int, m *telling, t *tail) bool {
	return d.sought(s, c, k, m, t) || d.willBe(s, k, t)
}

// willBe tells whether what follows the event at chunk k says that it is still to come: "which will be held", "next Monday".
func (d *document) willBe(s *sentence, k int, t *tail) bool {
	for j := k + 1; j < len(s.chunks) && j < k+tailReach; j++ {
		ch := s.chunks[j]
		switch {
		case ch.fn("rel"):
			return ch.from <= t.end+1 && j+1 < len(s.chunks) && (s.chunks[j+1].future || s.chunks[j+1].fn("future"))
		case ch.kind == chunkDate && ch.from < t.end:
			if d.tellsNext(ch) {
				return true
			}
		case ch.kind == chunkVerb, ch.kind == chunkEvent, ch.kind == chunkDeal, ch.kind == chunkPunct && !ch.isPunct(","):
			return false
		}
	}
	return false
}

// tellsNext tells whether a date has a word that puts it behind the day of the article, even where that day is not known.
func (d *document) tellsNext(ch *chunk) bool {
	return slices.ContainsFunc(d.tokens[ch.from:ch.to], func(t text.Token) bool {
		return d.eng.lex.single(t.Norm, func(w *lang.Word) bool { return w.POS == "mark" && w.Class == "next" }) != nil
	})
}

// soughtReach is the number of chunks before an event within which a word may stand that says that it is only wanted.
const soughtReach = 4

// sought tells whether the event at chunk k is only wished for, tried or asked for by the word that governs it, and nothing says
// that somebody held it or when.
func (d *document) sought(s *sentence, c *clause, k int, m *telling, t *tail) bool {
	marker := s.chunks[k].marker
	if len(t.carriers) > 0 || m.date != "" && !d.ahead(m.date) || m.kind == "war" || m.kind == "attack" || marker != "" && d.eng.role(marker) != "to" {
		return false
	}
	resumed := k > c.from && s.chunks[k-1].ofClass("attend")
	for j := k - 1; j >= c.from && j >= k-soughtReach; j-- {
		ch := s.chunks[j]
		if ch.kind == chunkPunct || ch.fn("rel") || ch.kind == chunkEvent || ch.kind == chunkDate {
			return false
		}
		for _, w := range ch.triggers() {
			switch w.Class {
			case "wish":
				return true
			case "plan": // "it is due to hold", not "the decisions of the conference"
				return resumed && w.Feat&lang.Plural == 0 && j < k-1
			case "appeal": // "accepted the invitation to visit"
				return marker != "" && j == k-1
			case "ask", "demand", "urge": // "called for talks", not "called on the summit to"
				return marker != "" || j < k-1
			case "try": // "an attempt to resume the talks", not "the talks failed"
				return resumed && j < k-1
			}
		}
	}
	return false
}
