package text

import "testing"

// TestClosingMarks: marks that close a sentence do not end another one.
func TestClosingMarks(t *testing.T) {
	f := NewFolder()
	for _, s := range []string{"He said so.). The end", "قال ذلك?!. انتهى", "A ...\nB", "(one.) two", "..", ".?\n!", `he said "one.." and two`, `"one...)" two`} {
		tokens := f.Tokens(s, nil)
		at := 0
		for _, sentence := range Sentences(tokens) {
			if sentence.Start != at {
				t.Errorf("%+q: a sentence starts at token %d, want %d", s, sentence.Start, at)
			}
			at = sentence.End
		}
	}
}
