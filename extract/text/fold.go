// Package text turns the bytes of an article into folded tokens and sentences whose offsets count bytes of
// the original, so that whatever is found can be cut out of the text as it was written.
package text

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

//go:embed letters.txt
var lettersFile string

// Folder reads spelling variants of one word as one string. It is safe for concurrent use.
type Folder struct {
	low     [0x700]rune // folded form of the runes up to the end of the Arabic block
	classes [0x700]runeClass
	latin   [latinEnd - latinStart]string // of composed Latin letters, which fold to a letter, several or none
}

// Between these stand the composed Latin letters.
const latinStart, latinEnd = 0xc0, 0x250

// dropped marks runes that leave no trace in folded text.
const dropped = -1

// NewFolder returns a folder with the letter table of this package.
func NewFolder() *Folder { return builtin() }

var builtin = sync.OnceValue(makeFolder)

func makeFolder() *Folder {
	f := &Folder{}
	for r := range f.low {
		f.low[r], f.classes[r] = foldPlain(rune(r)), classOf(rune(r))
	}
	for line := range strings.Lines(lettersFile) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		from, to, _ := strings.Cut(line, " ")
		r, _ := utf8.DecodeRuneInString(from)
		t, _ := utf8.DecodeRuneInString(to)
		if to == "-" {
			t = dropped
		}
		f.low[r] = t
	}
	for i := range f.latin {
		f.latin[i] = string(f.appendComposed(nil, latinStart+rune(i)))
	}
	return f
}

// foldPlain lower-cases, maps digits of every script to ASCII and drops marks and format characters.
func foldPlain(r rune) rune {
	switch {
	case unicode.Is(unicode.Mn, r), unicode.Is(unicode.Cf, r):
		return dropped
	case unicode.IsDigit(r):
		if d, ok := digit(r); ok {
			return '0' + rune(d)
		}
	}
	return unicode.ToLower(r)
}

// digit returns the value of a decimal digit: digits of a script stand in runs of ten.
func digit(r rune) (int, bool) {
	for _, rng := range unicode.Nd.R16 {
		if lo := rune(rng.Lo); r >= lo && r <= rune(rng.Hi) {
			return int(r-lo) % 10, true
		}
	}
	return 0, false
}

// appendRune appends the folded form of r, which may be nothing or, for ligatures and composed letters, several runes.
func (f *Folder) appendRune(dst []byte, r rune) []byte {
	switch {
	case r >= latinStart && r < latinEnd:
		return append(dst, f.latin[r-latinStart]...)
	case r < rune(len(f.low)):
		if t := f.low[r]; t != dropped {
			dst = utf8.AppendRune(dst, t)
		}
		return dst
	}
	return f.appendComposed(dst, r)
}

// appendComposed takes a letter apart before its parts are folded.
func (f *Folder) appendComposed(dst []byte, r rune) []byte {
	var buf [utf8.UTFMax]byte
	n := utf8.EncodeRune(buf[:], r)
	for _, d := range string(norm.NFKD.Bytes(buf[:n])) {
		t := rune(dropped)
		if d < rune(len(f.low)) {
			t = f.low[d]
		} else {
			t = foldPlain(d)
		}
		if t != dropped {
			dst = utf8.AppendRune(dst, t)
		}
	}
	return dst
}

// Fold returns the folded form of s, letter by letter; spaces and punctuation stay.
func (f *Folder) Fold(s string) string {
	dst := make([]byte, 0, len(s))
	for _, r := range s {
		dst = f.appendRune(dst, r)
	}
	return string(dst)
}
