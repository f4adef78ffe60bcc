package extract

import "strings"

// Function words that are written like a verb are listed with what makes them the verb: another word behind them, or their place.
const (
	verbBefore = "verb-before-"
	verbFirst  = "verb-first"
)

// verbAfterAll tells whether the function word at item i is the verb that is written like it: "across" and "expressed", "here" and
// "congratulated".
func (c *chunker) verbAfterAll(i int) bool {
	it := &c.items[i]
	if it.word("verb") == nil || it.def || it.prep != "" {
		return false
	}
	for _, s := range it.senses {
		if s.kind != senseWord || s.word.POS != "func" {
			continue
		}
		if s.word.Class == verbFirst && c.actorAt(i+1) {
			return true
		}
		if want, ok := strings.CutPrefix(s.word.Class, verbBefore); ok && c.precedes(i, want) {
			return true
		}
	}
	return false
}

// precedes tells whether item i is followed by a phrase with the preposition before the sentence goes on to another verb.
func (c *chunker) precedes(i int, prep string) bool {
	for j := i + 1; j < len(c.items) && j <= i+12; j++ {
		it := &c.items[j]
		switch {
		case it.stem == prep && it.fn("prep") != nil:
			return true
		case it.punct("."), it.fn("comp") != nil, it.fn("rel") != nil:
			return false
		}
	}
	return false
}
