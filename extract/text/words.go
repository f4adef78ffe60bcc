package text

import "unicode/utf8"

// Words returns the folded words of s joined by single spaces, without punctuation: the key under which a name is found.
// A program that starts folds every name it knows, so that what is folded already is returned as it is.
func (f *Folder) Words(s string) string {
	var buf [128]byte
	dst := f.AppendWords(buf[:0], s)
	if string(dst) == s {
		return s
	}
	return string(dst)
}

// AppendWords appends what [Folder.Words] returns to dst. It reads s as [Folder.Tokens] does, without making tokens.
func (f *Folder) AppendWords(dst []byte, s string) []byte {
	base, start := len(dst), -1 // where the first and the open word begin
	isNumber := false           // the open word began with a digit
	for i := 0; i < len(s); {
		r, size := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[i:])
		}
		switch c := f.class(r); {
		case c == letter || c == number:
			if isNumber && c == letter && start >= 0 && len(dst) > start {
				dst, start = endWord(dst, base, start)
			}
			if start < 0 {
				if len(dst) > base {
					dst = append(dst, ' ')
				}
				start, isNumber = len(dst), c == number
			}
			dst = f.appendRune(dst, r)
		case c == other && isNumber && start >= 0 && decimal(s, i, size, r):
			dst = append(dst, '.')
		case c != mark:
			dst, start = endWord(dst, base, start)
		}
		i += size
	}
	dst, _ = endWord(dst, base, start)
	return dst
}

// endWord closes the word that begins at start; one of which nothing is left leaves no space either.
func endWord(dst []byte, base, start int) ([]byte, int) {
	if start == len(dst) && start > base {
		dst = dst[:start-1]
	}
	return dst, -1
}
