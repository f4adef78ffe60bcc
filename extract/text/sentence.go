package text

// Sentence is a run of tokens; Start and End are indexes of tokens, End after the last.
type Sentence struct{ Start, End int }

// Sentences splits tokens at line breaks and at the marks that end a sentence. A full stop ends one unless it stands in an
// abbreviation of single Latin letters (U.S.) or right before a closing quote or bracket, which then belongs to the sentence.
func Sentences(tokens []Token) []Sentence {
	var out []Sentence
	start := 0
	cut := func(end int) {
		if end > start {
			out = append(out, Sentence{start, end})
		}
		start = end
	}
	for i, t := range tokens {
		if t.Break {
			cut(i)
		}
		if i < start { // a mark that closed the sentence before
			continue
		}
		if t.Kind != Punct || !(t.Norm == "." || t.Norm == "?" || t.Norm == "!") {
			continue
		}
		if t.Norm == "." && abbreviation(tokens, i) {
			continue
		}
		end := i + 1
		for end < len(tokens) && tokens[end].Kind == Punct && !tokens[end].Break && closing(tokens, end, start) {
			end++
		}
		if end > start {
			cut(end)
		}
	}
	cut(len(tokens))
	return out
}

// closing tells whether the mark at i closes what the sentence from start opened, or repeats the end mark.
func closing(tokens []Token, i, start int) bool {
	switch tokens[i].Norm {
	case ".", "?", "!", ")":
		return true
	case `"`:
		n := 0
		for _, t := range tokens[start:i] {
			if t.Norm == `"` {
				n++
			}
		}
		return n%2 == 1
	}
	return false
}

// abbreviation tells whether the full stop at i follows a single Latin letter and the text goes on close by.
func abbreviation(tokens []Token, i int) bool {
	if i == 0 || i+1 >= len(tokens) {
		return false
	}
	prev, next := tokens[i-1], tokens[i+1]
	return prev.Kind == Word && len(prev.Norm) == 1 && prev.End == tokens[i].Start && !next.Break && next.Kind == Word && next.Norm[0] < 0x80
}
