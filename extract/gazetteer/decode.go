package gazetteer

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// decoder reads one line of restricted JSON. encoding/json takes five times as long, which is more than the whole
// program has to start; our lines need only objects, lists, strings, numbers and booleans. After the first error it
// reads nothing more, so that callers look at err once at the end. One decoder reads all lines of a file.
type decoder struct {
	s        string
	pos      int
	err      error
	src      Source
	problems Problems

	// Small lists are cut from large ones: one allocation for many.
	words []string
	texs  []Texts
}

// start turns to another line.
func (d *decoder) start(line string, src Source) {
	d.s, d.pos, d.err, d.src = line, 0, nil, src
}

// note adds a problem that does not stop the reading.
func (d *decoder) note(format string, args ...any) { d.problems.addf(d.src, format, args...) }

func (d *decoder) fail(format string, args ...any) {
	if d.err == nil {
		d.err = fmt.Errorf("column %d: %s", d.pos+1, fmt.Sprintf(format, args...))
	}
}

func (d *decoder) space() {
	for d.pos < len(d.s) && (d.s[d.pos] == ' ' || d.s[d.pos] == '\t' || d.s[d.pos] == '\r') {
		d.pos++
	}
}

// next skips blanks and tells whether c follows; if so it is consumed.
func (d *decoder) next(c byte) bool {
	d.space()
	if d.err == nil && d.pos < len(d.s) && d.s[d.pos] == c {
		d.pos++
		return true
	}
	return false
}

func (d *decoder) expect(c byte) {
	if !d.next(c) {
		d.fail("expected %q", c)
	}
}

// object calls field for each key; field must read the value.
func (d *decoder) object(field func(key string)) {
	var seen [24]string
	n := 0
	d.expect('{')
	for first := true; d.err == nil && !d.next('}'); first = false {
		if !first {
			d.expect(',')
		}
		key := d.str()
		d.expect(':')
		if d.err != nil {
			return
		}
		for _, s := range seen[:n] {
			if s == key {
				d.note("field %q given twice", key)
			}
		}
		if n < len(seen) {
			seen[n] = key
			n++
		}
		field(key)
	}
}

func (d *decoder) list(item func()) {
	d.expect('[')
	for first := true; d.err == nil && !d.next(']'); first = false {
		if !first {
			d.expect(',')
		}
		if d.err == nil {
			item()
		}
	}
}

// str reads a string. Without escapes it is a part of the line and costs no allocation.
func (d *decoder) str() string {
	d.expect('"')
	if d.err != nil {
		return ""
	}
	start := d.pos
	end := strings.IndexByte(d.s[start:], '"')
	if end < 0 {
		d.fail("string without end")
		return ""
	}
	if strings.IndexByte(d.s[start:start+end], '\\') < 0 {
		d.pos = start + end + 1
		return d.s[start : start+end]
	}
	return d.escaped(start)
}

func (d *decoder) escaped(start int) string {
	for i := start; i < len(d.s); i++ {
		switch d.s[i] {
		case '\\':
			i++
		case '"':
			d.pos = i + 1
			s, err := strconv.Unquote(d.s[start-1 : i+1])
			if err != nil || !utf8.ValidString(s) {
				d.fail("bad escape in string")
			}
			return s
		}
	}
	d.fail("string without end")
	return ""
}

// strings reads a list of strings.
func (d *decoder) strings() []string {
	start := len(d.words)
	d.list(func() {
		word := d.str()
		d.words, start = room(d.words, start)
		d.words = append(d.words, word)
	})
	return d.words[start:len(d.words):len(d.words)]
}

// texts reads {"ar":[...],"en":[...]}.
func (d *decoder) texts() []Texts {
	start := len(d.texs)
	d.object(func(lang string) {
		list := d.strings()
		if !validLang(lang) {
			d.note("bad language %q", lang)
		}
		if len(list) == 0 && d.err == nil {
			d.note("empty list for %q: leave it out", lang)
			return
		}
		d.texs, start = room(d.texs, start)
		d.texs = append(d.texs, Texts{lang, list})
	})
	return d.texs[start:len(d.texs):len(d.texs)]
}

// room returns pool with room for one more. A full pool lives on in the lists cut from it; what was begun at start moves
// to a new one.
func room[T any](pool []T, start int) ([]T, int) {
	if len(pool) < cap(pool) {
		return pool, start
	}
	fresh := make([]T, len(pool)-start, max(1024, 2*(len(pool)-start)))
	copy(fresh, pool[start:])
	return fresh, 0
}

// title reads {"ar":"...","en":"..."}.
func (d *decoder) title() []Texts {
	var out []Texts
	d.object(func(lang string) { out = append(out, Texts{lang, []string{d.str()}}) })
	return out
}

func validLang(s string) bool {
	return len(s) == 2 && s[0] >= 'a' && s[0] <= 'z' && s[1] >= 'a' && s[1] <= 'z'
}

func (d *decoder) boolean() bool {
	d.space()
	for _, w := range [...]string{"true", "false"} {
		if strings.HasPrefix(d.s[d.pos:], w) {
			d.pos += len(w)
			return w == "true"
		}
	}
	d.fail("expected true or false")
	return false
}

func (d *decoder) number() float64 {
	d.space()
	start := d.pos
	for d.pos < len(d.s) && strings.IndexByte("+-.0123456789eE", d.s[d.pos]) >= 0 {
		d.pos++
	}
	v, err := strconv.ParseFloat(d.s[start:d.pos], 64)
	if err != nil {
		d.fail("expected a number")
	}
	return v
}

// unknown notes a field that the format does not have and passes over its value.
func (d *decoder) unknown(key string) {
	d.note("unknown field %q", key)
	d.skip()
}

func (d *decoder) skip() {
	d.space()
	if d.err != nil || d.pos >= len(d.s) {
		d.fail("value missing")
		return
	}
	switch c := d.s[d.pos]; {
	case c == '"':
		d.str()
	case c == '{':
		d.object(func(string) { d.skip() })
	case c == '[':
		d.list(d.skip)
	case c == 't', c == 'f':
		d.boolean()
	case strings.HasPrefix(d.s[d.pos:], "null"):
		d.pos += len("null")
	default:
		d.number()
	}
}

// end fails if anything but blanks is left.
func (d *decoder) end() {
	if d.space(); d.err == nil && d.pos < len(d.s) {
		d.fail("text after the record")
	}
}
