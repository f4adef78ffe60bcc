package article

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// maxWrapped is how deep in a document its list of articles may stand: {"response": {"docs": [...]}} is two.
const maxWrapped = 4

const cutAdvice = "take it from its origin again; the articles before the cut are read"

// isJSONDocument tells a list of objects, an object over several lines, and an object that holds a list of articles. What goes on
// from line to line with one whole object each is left to JSON lines, where a broken line costs no other.
func isJSONDocument(head []byte) bool {
	head = bytes.TrimLeft(head, " \t\r\n")
	if after, ok := bytes.CutPrefix(head, []byte("[")); ok {
		after = bytes.TrimLeft(after, " \t\r\n")
		return bytes.HasPrefix(after, []byte("{")) || bytes.HasPrefix(after, []byte("]"))
	}
	after, ok := bytes.CutPrefix(head, []byte("{"))
	rest := bytes.TrimLeft(after, " \t\r\n")
	if !ok || !bytes.HasPrefix(rest, []byte(`"`)) {
		return false
	}
	return bytes.ContainsAny(after[:len(after)-len(rest)], "\r\n") || goesOn(head) || wrapsList(head)
}

// goesOn reports whether the first line ends behind a comma or an opening bracket and the second begins with a name.
func goesOn(head []byte) bool {
	first, rest, _ := bytes.Cut(head, []byte("\n"))
	first, rest = bytes.TrimSpace(first), bytes.TrimSpace(rest)
	return len(first) > 0 && bytes.IndexByte([]byte(",{["), first[len(first)-1]) >= 0 && bytes.HasPrefix(rest, []byte(`"`))
}

// wrapsList reports whether a document begins with an object around a list of articles. It does not see what stands behind the
// head: such a list comes after a few numbers.
func wrapsList(head []byte) bool {
	names, err := loadFields(nil)
	if err != nil {
		return false
	}
	d := json.NewDecoder(bytes.NewReader(head))
	for open := 0; ; {
		if t, err := d.Token(); err != nil || t != json.Delim('{') || open == maxWrapped {
			return false
		}
		open++
		for {
			t, err := d.Token()
			name, ok := t.(string)
			if err != nil || !ok || names.of[foldField(name)].field == "text" && !names.list[foldField(name)] {
				return false
			}
			next := bytes.TrimLeft(head[d.InputOffset():], " \t\r\n:")
			if names.list[foldField(name)] && bytes.HasPrefix(next, []byte("[")) {
				next = bytes.TrimLeft(next[1:], " \t\r\n")
				return len(next) == 0 || next[0] == '{' || next[0] == ']'
			}
			if names.list[foldField(name)] && bytes.HasPrefix(next, []byte("{")) {
				break
			}
			var skipped json.RawMessage
			if d.Decode(&skipped) != nil {
				return false
			}
		}
	}
}

// document reads one JSON document.
type jsonDocument struct {
	*source
	in   *jsonScanner
	long bool // something in the object around the articles was too long to be kept
}

// readJSONDocument reads lists of objects as they come, at the top or under a field that data/fields.tsv names; an object without
// such a list is one article. Several documents may follow one another.
func readJSONDocument(s *source) bool {
	d := &jsonDocument{source: s, in: &jsonScanner{in: s.in, line: 1}}
	before := s.items
	for {
		c, err := d.in.peek()
		ok := false
		switch {
		case errors.Is(err, io.EOF) && s.items == before:
			return s.refuse(s.name, 0, fmt.Errorf("list %w", ErrNoArticles), "there is nothing in it")
		case errors.Is(err, io.EOF):
			return true
		case err != nil:
			return s.refusePath(s.name, err)
		case c == '[':
			ok, err = d.list()
		case c == '{':
			ok, err = d.object()
		default:
			ok, err = d.element()
		}
		switch {
		case errors.Is(err, io.EOF):
			return s.refuse(s.name, d.in.line, fmt.Errorf("%w: the document ends in the middle", ErrRecord), cutAdvice)
		case err != nil:
			return s.refusePath(s.name, err)
		case !ok:
			return false
		}
	}
}

// list reads a list of articles, from its bracket on.
func (d *jsonDocument) list() (bool, error) {
	d.in.skip()
	return d.elements()
}

func (d *jsonDocument) elements() (bool, error) {
	for {
		c, err := d.in.peek()
		switch {
		case err != nil:
			return true, err
		case c == ']':
			d.in.skip()
			return true, nil
		}
		if ok, err := d.element(); !ok || err != nil {
			return ok, err
		}
	}
}

// element reads one article.
func (d *jsonDocument) element() (bool, error) {
	line := d.in.line
	raw, err := d.in.value(nil, 0)
	switch {
	case errors.Is(err, ErrTooLong):
		return d.refuse(d.name, line, err, "split it; what follows is read"), nil
	case err != nil:
		return true, err
	}
	return d.jsonLine(raw, line), nil
}

// object reads an object at the top: if it holds a list of articles these, else itself.
func (d *jsonDocument) object() (bool, error) {
	line := d.in.line
	d.long = false
	self, lists, ok, err := d.wrapper(nil, 0)
	switch {
	case err != nil || !ok || lists > 0:
		return ok, err
	case d.long:
		return d.refuse(d.name, line, ErrTooLong, "split it; what follows is read"), nil
	}
	return d.jsonLine(self, line), nil
}

// wrapper reads an object and the lists of articles in it, and returns what else stands there, appended to self.
func (d *jsonDocument) wrapper(self []byte, depth int) (_ []byte, lists int, ok bool, err error) {
	d.in.skip()
	self = append(self, '{')
	text, first := false, true
	for {
		c, err := d.in.peek()
		switch {
		case err != nil:
			return self, lists, true, err
		case c == '}':
			d.in.skip()
			return append(self, '}'), lists, true, nil
		case !first:
			self = append(self, ',')
		}
		first = false
		start := len(self)
		if self, err = d.keep(self, 0); err != nil {
			return self, lists, true, err
		}
		var name string
		if json.Unmarshal(self[start:], &name) != nil {
			continue // broken: parseJSON says so
		}
		folded := foldField(name)
		self = append(self, ':')
		if c, err = d.in.peek(); err != nil {
			return self, lists, true, err
		}
		if text || !d.fields.list[folded] || depth == maxWrapped || c != '{' && c != '[' {
			text = text || d.fields.of[folded].field == "text"
			self, err = d.keep(self, 0)
		} else {
			n := 0
			if self, n, ok, err = d.inner(self, c, depth); !ok {
				return self, lists + n, false, err
			}
			lists += n
		}
		if err != nil {
			return self, lists, true, err
		}
	}
}

// inner reads the object or list that may hold articles, as wrapper does.
func (d *jsonDocument) inner(self []byte, c byte, depth int) (_ []byte, lists int, ok bool, err error) {
	if c == '{' {
		return d.wrapper(self, depth+1)
	}
	self, found, ok, err := d.maybeList(self)
	if found {
		lists = 1
	}
	return self, lists, ok, err
}

// maybeList reads a list: of objects as articles, of anything else as a part of self.
func (d *jsonDocument) maybeList(self []byte) (_ []byte, found, ok bool, err error) {
	d.in.skip()
	c, err := d.in.peek()
	switch {
	case err != nil:
		return self, false, true, err
	case c == '{' || c == ']':
		ok, err := d.elements()
		return append(self, "[]"...), true, ok, err
	}
	self, err = d.keep(append(self, '['), 1)
	return self, false, true, err
}

// keep appends a value to self, or a null where it is too long.
func (d *jsonDocument) keep(self []byte, depth int) ([]byte, error) {
	if out, err := d.in.value(self, depth); !errors.Is(err, ErrTooLong) {
		return out, err
	}
	d.long = true
	return append(self, "null"...), nil
}
