package dates

import (
	"unicode/utf8"

	"mithaq/extract/text"
)

// Explained is a mention as `extract --explain dates` prints it: Start and End count characters of the text.
type Explained struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
	Value string `json:"value"`
	Kind  string `json:"kind,omitempty"`
	Rule  string `json:"rule,omitempty"`
	Date  string `json:"date,omitempty"` // by which an event at this time is dated
}

// Explain returns the dates of a text, sentence by sentence.
func (r *Reader) Explain(full, published string) []Explained {
	out := []Explained{}
	tokens := r.fold.Tokens(full, nil)
	var found []Mention
	chars, at := 0, 0
	count := func(b int) int { // mentions come in the order of the text
		if b < at {
			chars, at = 0, 0
		}
		chars += utf8.RuneCountInString(full[at:b])
		at = b
		return chars
	}
	for _, s := range text.Sentences(tokens) {
		sentence := tokens[s.Start:s.End]
		found = r.Find(sentence, published, found[:0])
		for i := range found {
			m := &found[i]
			from, to := m.span(r.fold, full, sentence)
			out = append(out, Explained{Start: count(from), End: count(to), Text: full[from:to], Value: m.Value(), Kind: m.Kind.String(), Rule: m.Rule, Date: m.Date()})
		}
	}
	return out
}
