package text

import (
	"unicode"
	"unicode/utf8"
)

// Kind tells what a token is made of.
type Kind uint8

// The kinds of tokens.
const (
	Word   Kind = iota // letters, perhaps with digits inside
	Number             // starts with a digit
	Punct              // one punctuation mark or symbol
)

// Token is a word, number or mark. Start and End count bytes of the original text.
type Token struct {
	Norm       string // folded
	Start, End int
	Kind       Kind
	Break      bool // a line break stands before it
}

// Tokens appends the tokens of s to dst. Combining marks, tatweel and format characters belong to the word around them.
func (f *Folder) Tokens(s string, dst []Token) []Token {
	buf := make([]byte, 0, 64)
	start, line := -1, false
	kind := Word
	flush := func(end int) {
		if start >= 0 && len(buf) > 0 {
			dst = append(dst, Token{Norm: string(buf), Start: start, End: end, Kind: kind, Break: line})
			line = false
		}
		start, buf = -1, buf[:0]
	}
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch c := f.class(r); c {
		case letter, number:
			if start < 0 {
				start, kind = i, Word
				if c == number {
					kind = Number
				}
			} else if kind == Number && c == letter && len(buf) > 0 {
				flush(i)
				start, kind = i, Word
			}
			buf = f.appendRune(buf, r)
		case mark:
			// stays inside the word it stands in or after
		case space:
			flush(i)
			line = line || r == '\n' || r == '\r' || r == '\u2029'
		default:
			if kind == Number && start >= 0 && decimal(s, i, size, r) {
				buf = append(buf, '.')
				break
			}
			flush(i)
			dst = append(dst, Token{Norm: punct(r), Start: i, End: i + size, Kind: Punct, Break: line})
			line = false
		}
		i += size
	}
	flush(len(s))
	return dst
}

type runeClass uint8

const (
	letter runeClass = iota
	number
	mark
	space
	other
)

// class looks up what nearly all runes are.
func (f *Folder) class(r rune) runeClass {
	if uint32(r) < uint32(len(f.classes)) {
		return f.classes[r]
	}
	return classOf(r)
}

func classOf(r rune) runeClass {
	switch {
	case r >= 0x621 && r <= 0x64a, r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z':
		if r == 0x640 {
			return mark
		}
		return letter
	case r == ' ' || r == '\n':
		return space
	case r >= '0' && r <= '9', r >= 0x660 && r <= 0x669:
		return number
	case unicode.IsSpace(r):
		return space
	case unicode.IsLetter(r):
		return letter
	case unicode.IsDigit(r):
		return number
	case unicode.Is(unicode.Mn, r), unicode.Is(unicode.Cf, r):
		return mark
	}
	return other
}

// decimal tells whether the mark r at s[i:] stands inside a number: 3.5, 1,000.
func decimal(s string, i, size int, r rune) bool {
	if r != '.' && r != '٫' && r != ',' && r != '٬' {
		return false
	}
	next, _ := utf8.DecodeRuneInString(s[i+size:])
	return classOf(next) == number
}

// punct folds the many shapes of quotes, dashes and commas.
func punct(r rune) string {
	switch r {
	case '«', '»', '“', '”', '„', '‟', '"', '″', '〝', '〞':
		return `"`
	case '‘', '’', '‚', '`', '\'', '´':
		return "'"
	case '–', '—', '―', '−', '-', '‐', '‑':
		return "-"
	case '،', ',':
		return ","
	case '؛', ';':
		return ";"
	case '؟', '?':
		return "?"
	case '…':
		return "."
	case '[', '{', '﴾':
		return "("
	case ']', '}', '﴿':
		return ")"
	}
	return string(r)
}

// Cut returns the offset in s of the byte after the first n folded runes of t.
func (f *Folder) Cut(s string, t Token, n int) int {
	var buf [32]byte
	for i := t.Start; i < t.End; {
		if n == 0 {
			return i
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		for range string(f.appendRune(buf[:0], r)) {
			n--
		}
		i += size
	}
	return t.End
}
