package article

import (
	"cmp"
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

func encodingAdvice(err error) string {
	if errors.Is(err, ErrDamaged) {
		return "take the text from its origin again"
	}
	return "convert it to UTF-8, for example with iconv -f WINDOWS-1251 -t UTF-8"
}

// decoder decodes the records of one file. Every record is judged by itself, for
// files are glued together from several; only where its letters fit two encodings
// alike the one of the record before decides.
type decoder struct {
	common string // the most frequent Arabic letters, in order
	last   string // encoding of the last record
}

// decode returns b as UTF-8, b itself where it is. Valid UTF-8 is taken as such: two Arabic letters in
// a row of a one-byte encoding are never valid. A few invalid bytes in UTF-8 become
// U+FFFD, which finish warns of; many are an error.
func (d *decoder) decode(b []byte) ([]byte, []string, error) {
	if utf8.Valid(b) {
		if d.last == "" || !isASCII(b) {
			d.last = "UTF-8"
		}
		return b, nil, nil
	}
	switch c := countUTF8(b); {
	case c.mostly() && c.few():
		d.last = "UTF-8"
		return replaceInvalid(b), nil, nil
	case c.mostly():
		return nil, nil, fmt.Errorf("%w: UTF-8 with %d invalid bytes", ErrDamaged, c.invalid)
	}
	best, err := d.bestCharmap(b)
	if err != nil {
		return nil, nil, err
	}
	text, err := best.set.NewDecoder().Bytes(b)
	if err != nil {
		return nil, nil, fmt.Errorf("%w: %w", ErrEncoding, err)
	}
	d.last = best.name
	if best.set == charmap.Windows1252 {
		return text, []string{"not UTF-8: read as windows-1252"}, nil
	}
	return text, nil, nil
}

// replaceInvalid puts one U+FFFD for each invalid byte, so that their number is
// the number of characters lost.
func replaceInvalid(b []byte) []byte {
	clean := make([]byte, 0, len(b)+utf8.UTFMax)
	for len(b) > 0 {
		r, size := utf8.DecodeRune(b)
		clean = utf8.AppendRune(clean, r)
		b = b[size:]
	}
	return clean
}

type utf8Count struct{ runes, multi, invalid int }

func countUTF8(b []byte) (c utf8Count) {
	for len(b) > 0 {
		r, size := utf8.DecodeRune(b)
		c.runes++
		switch {
		case r == utf8.RuneError && size == 1:
			c.invalid++
		case size > 1:
			c.multi++
		}
		b = b[size:]
	}
	return c
}

// mostly: more letters in several bytes than bytes that fit nowhere. In a
// one-byte encoding of Arabic nearly every letter fits nowhere.
func (c utf8Count) mostly() bool { return c.multi > c.invalid }

// few: one in a hundred, or a cut at the ends of a short text.
func (c utf8Count) few() bool {
	return c.invalid*100 <= c.runes || c.invalid <= 3 && c.invalid*5 <= c.multi
}

type charset struct {
	name string
	set  *charmap.Charmap
}

// bestCharmap chooses among one-byte encodings. A high byte beside other high
// bytes is a letter of a script of its own; one beside ASCII letters is Latin. In
// Arabic half of the letters and more are common ones, and none is strange except in names
// spelled with French accents; other scripts, read as Arabic, are far from both.
func (d *decoder) bestCharmap(b []byte) (charset, error) {
	high, latin := neighbours(b)
	if high == 0 || high < latin {
		return charset{"windows-1252", charmap.Windows1252}, nil
	}
	windows := charset{"windows-1256", charmap.Windows1256}
	iso := charset{"ISO-8859-6", charmap.ISO8859_6}
	w, i := d.fit(b, windows.set), d.fit(b, iso.set)
	best, fit := windows, w
	if i.score() > w.score() || i.score() == w.score() && d.last == iso.name {
		best, fit = iso, i
	}
	if fit.strange*10 > fit.letters || fit.common*5 < fit.letters {
		return charset{}, fmt.Errorf("%w: neither UTF-8, UTF-16, windows-1256 nor ISO-8859-6", ErrEncoding)
	}
	return best, nil
}

// neighbours counts bytes from 0xC0, where all encodings have letters, beside
// others of their kind and beside ASCII letters.
func neighbours(b []byte) (high, latin int) {
	for i, c := range b {
		if c < 0xc0 {
			continue
		}
		before, after := byte(0), byte(0)
		if i > 0 {
			before = b[i-1]
		}
		if i+1 < len(b) {
			after = b[i+1]
		}
		switch {
		case before >= 0xc0 || after >= 0xc0:
			high++
		case isLetter(before) || isLetter(after):
			latin++
		}
	}
	return high, latin
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

func isASCII(b []byte) bool {
	for _, c := range b {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// fitness says how a text looks when read in one encoding.
type fitness struct {
	letters int // bytes where encodings have letters
	common  int // frequent letters
	weight  int // of these, the more frequent the heavier
	strange int // what cannot stand in Arabic
}

// score weighs a strange letter as heavy as several frequent ones: that one
// belongs to the text is far less likely than a run of rare letters.
func (f fitness) score() int { return f.weight - 40*f.strange }

func (d *decoder) fit(b []byte, set *charmap.Charmap) (f fitness) {
	var counts [256]int
	for _, c := range b {
		counts[c]++
	}
	for c := utf8.RuneSelf; c < len(counts); c++ {
		r, n := set.DecodeByte(byte(c)), counts[c]
		if c >= 0xc0 {
			f.letters += n
		}
		switch {
		case r == unicode.ReplacementChar, unicode.IsControl(r):
			f.strange += n
		case c >= 0xc0 && !unicode.Is(unicode.Arabic, r) && !unicode.In(r, unicode.Cf, unicode.Mn) && r != '\u0640':
			f.strange += n
		default:
			if i := strings.IndexRune(d.common, r); i >= 0 {
				f.common += n
				f.weight += n * (len(d.common) - i) / utf8.RuneLen(r)
			}
		}
	}
	f.strange += looseMarks(b, set)
	f.letters = cmp.Or(f.letters, 1)
	return f
}

// looseMarks counts vowel signs that stand on no letter, nor on the sign of a doubled one. Cyrillic read as ISO-8859-6 is full of
// them: half of its frequent letters are vowel signs there.
func looseMarks(b []byte, set *charmap.Charmap) (n int) {
	var marks, carriers [256]bool
	for c := range marks {
		r := set.DecodeByte(byte(c))
		marks[c] = unicode.Is(unicode.Mn, r)
		carriers[c] = unicode.Is(unicode.Arabic, r) && unicode.IsLetter(r) || r == '\u0640' || r == '\u0651'
	}
	before := byte(0)
	for _, c := range b {
		if marks[c] && !carriers[before] {
			n++
		}
		before = c
	}
	return n
}
