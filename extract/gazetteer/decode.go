package gazetteer

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// decoder reads one line of restricted JSON. encoding/json takes five times as long, which is more than the whole
// program has to start; our lines need only objects, lists, strings, numbers and booleans. After the first error it
// reads nothing more, so that callers look at err once at the end.
type decoder struct {
	s    string
	pos  int
	err  error
	pool *[]string // lists are cut from it: one allocation for many
	note func(format string, args ...any)
}

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
	pool := *d.pool
	start := len(pool)
	d.list(func() { pool = append(pool, d.str()) })
	if cap(pool)-len(pool) < 16 {
		// The full pool lives on in the lists cut from it.
		fresh := make([]string, len(pool)-start, 1024+len(pool)-start)
		copy(fresh, pool[start:])
		pool, start = fresh, 0
	}
	*d.pool = pool
	return pool[start:len(pool):len(pool)]
}

// texts reads {"ar":[...],"en":[...]}.
func (d *decoder) texts() []Texts {
	out := make([]Texts, 0, 2)
	d.object(func(lang string) {
		list := d.strings()
		if !validLang(lang) {
			d.note("bad language %q", lang)
		}
		if len(list) == 0 && d.err == nil {
			d.note("empty list for %q: leave it out", lang)
			return
		}
		out = append(out, Texts{lang, list})
	})
	return out
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
