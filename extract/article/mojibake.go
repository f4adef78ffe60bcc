package article

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// misread are the one-byte encodings as which UTF-8 is taken by mistake, and what
// every text misread so holds: a letter of the Latin-1 block, whose first byte in
// UTF-8 is C3, or the two bytes of alef read as windows-1256.
var misread = []struct {
	name string
	set  *charmap.Charmap
	sign string
}{
	{"windows-1252", charmap.Windows1252, "\xc3"},
	{"windows-1256", charmap.Windows1256, "\u0637\u00a7"},
}

// fewSigns is how many letters must come back from the wrong reading: three in
// a row of bytes that are valid UTF-8 throughout are no accident.
const fewSigns = 3

// repair takes back the reading of UTF-8 in another encoding, where it is certain: every
// character has a byte there, and the bytes are valid UTF-8.
func (r *record) repair() {
	for _, m := range misread {
		both := r.title + "\n" + r.text
		if !strings.Contains(both, m.sign) {
			continue
		}
		bytes, ok := encodeAs(m.set, both)
		if !ok || !utf8.Valid(bytes) || countUTF8(bytes).multi < fewSigns {
			continue
		}
		title, _ := encodeAs(m.set, r.title)
		text, _ := encodeAs(m.set, r.text)
		if !utf8.Valid(title) || !utf8.Valid(text) {
			continue
		}
		r.title, r.text = string(title), string(text)
		r.warn("UTF-8 had been read as %s: repaired", m.name)
		return
	}
}

// encodeAs returns the bytes that a program read as s. The control characters of
// Latin-1 stand for the bytes that windows-1252 lacks.
func encodeAs(set *charmap.Charmap, s string) ([]byte, bool) {
	out := make([]byte, 0, len(s))
	for _, r := range s {
		b, ok := set.EncodeRune(r)
		if !ok {
			if r < 0x80 || r > 0x9f {
				return nil, false
			}
			b = byte(r)
		}
		out = append(out, b)
	}
	return out, true
}

// looksMisread reports whether a fifth of the text are the two letters that lead
// Arabic letters of UTF-8 read as Latin-1; where repair could not help, such a text
// says nothing.
func looksMisread(s string) bool {
	if !strings.Contains(s, "\xc3") {
		return false
	}
	leads := strings.Count(s, "\u00d8") + strings.Count(s, "\u00d9")
	return leads*5 > utf8.RuneCountInString(s)
}
