package extract

import (
	"unicode"
	"unicode/utf8"
)

// characters returns a run of Chinese characters as it is if it is one name, else in known parts if it has them.
func (r *Resolver) characters(run string) []string {
	if parts := r.segments(run); len(parts) > 1 {
		return parts
	}
	return []string{run}
}

// segments cuts a run of Chinese characters, which writes no blanks, into known names and words, the longest first; nil if
// something is left over.
func (r *Resolver) segments(run string) []string {
	if run == "" {
		return []string{}
	}
	for end := len(run); end > 0; end -= lastRune(run[:end]) {
		if r.index.full.last[run[:end]] == 0 && r.words.classes[run[:end]] == nil {
			continue
		}
		if rest := r.segments(run[end:]); rest != nil {
			return append([]string{run[:end]}, rest...)
		}
	}
	return nil
}

func lastRune(s string) int {
	_, size := utf8.DecodeLastRuneInString(s)
	return size
}

// han tells whether a folded word is written in Chinese characters, and is no longer than any title with its state.
func han(word string) bool {
	const most = 24 * utf8.UTFMax
	first, _ := utf8.DecodeRuneInString(word)
	return len(word) <= most && unicode.Is(unicode.Han, first)
}
