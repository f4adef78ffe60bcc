package article

import (
	"bufio"
	"bytes"
	"errors"
	"io"
)

// feedPart is a piece of a feed in XML: all before the first item, or an item.
type feedPart struct {
	xml  []byte // valid until the next part
	line int    // on which it begins, from 1
	item bool
	cut  bool // the feed ends in the middle of it
}

// feedSplitter cuts a feed into its items without parsing it, so that a broken item costs no other and one that is too long is
// passed over without being kept. It knows just as much of XML as to see where tags begin and end.
type feedSplitter struct {
	in     *bufio.Reader
	line   int // of the next byte, from 1
	max    int
	buf    []byte
	over   bool // buf would have become longer than max
	tag    []byte
	begun  bool   // the head was returned
	root   string // name of the first element, until it is closed
	inside bool   // of an item
	start  int    // line on which the part began
}

// open reports whether the feed ended without the end of its root.
func (f *feedSplitter) open() bool { return f.root != "" }

// next returns the next part; at the end io.EOF, for an item that is too long ErrTooLong with its line.
func (f *feedSplitter) next() (feedPart, error) {
	f.buf, f.over = append(f.buf[:0], f.tag...), false
	f.tag = f.tag[:0]
	if !f.inside {
		f.start = f.line
	}
	for {
		if err := f.text(); err != nil {
			return f.ended(err)
		}
		if err := f.markup(); err != nil {
			return f.ended(err)
		}
		name, closing, empty := localName(f.tag), bytes.HasPrefix(f.tag, []byte("</")), bytes.HasSuffix(f.tag, []byte("/>"))
		item := name == "item" || name == "entry"
		switch {
		case item && !closing && (f.inside || !f.begun): // also of an item whose end is missing
			part, err := f.part(f.inside)
			f.begun, f.inside, f.start = true, true, f.line
			return part, err
		case item && !closing:
			f.inside, f.start = true, f.line
			f.buf, f.over = f.buf[:0], false
		case name != "" && name[0] != '!' && f.root == "" && !f.begun && !closing:
			f.root = name
		case name == f.root && closing:
			f.root = ""
		}
		f.keep(f.tag)
		f.tag = f.tag[:0]
		if f.inside && item && (closing || empty) {
			f.inside = false
			return f.part(true)
		}
		if f.begun && !f.inside {
			f.buf, f.over = f.buf[:0], false // between items
		}
	}
}

func (f *feedSplitter) part(item bool) (feedPart, error) {
	p := feedPart{xml: f.buf, line: f.start, item: item}
	if f.over {
		f.buf = nil
		return feedPart{line: f.start}, ErrTooLong
	}
	return p, nil
}

// ended returns what stands before the end of the input.
func (f *feedSplitter) ended(err error) (feedPart, error) {
	if !errors.Is(err, io.EOF) {
		return feedPart{}, err
	}
	switch {
	case f.inside:
		f.inside = false
		return feedPart{line: f.start, item: true, cut: true}, nil
	case !f.begun:
		f.begun = true
		return f.part(false)
	}
	return feedPart{}, io.EOF
}

// keep appends to the part within its bound.
func (f *feedSplitter) keep(b []byte) {
	if f.over = f.over || len(f.buf)+len(b) > f.max; !f.over {
		f.buf = append(f.buf, b...)
	}
}

// text reads up to the next tag.
func (f *feedSplitter) text() error {
	for {
		part, err := f.in.ReadSlice('<')
		f.line += bytes.Count(part, []byte("\n"))
		if err == nil {
			part = part[:len(part)-1]
			f.keep(part)
			f.tag = append(f.tag[:0], '<')
			return nil
		}
		f.keep(part)
		if !errors.Is(err, bufio.ErrBufferFull) {
			return err
		}
	}
}

// maxTag is the longest tag in bytes; what is longer is none and belongs to the text.
const maxTag = 64 << 10

// markup reads the rest of a tag into tag; comments, declarations and CDATA go to the part as they are and leave tag empty.
func (f *feedSplitter) markup() error {
	head, _ := f.in.Peek(8)
	switch {
	case bytes.HasPrefix(head, []byte("![CDATA[")):
		return f.until("]]>")
	case bytes.HasPrefix(head, []byte("!--")):
		return f.until("-->")
	case bytes.HasPrefix(head, []byte("?")):
		return f.until("?>")
	}
	var quote byte
	brackets := 0
	for len(f.tag) < maxTag {
		c, err := f.in.ReadByte()
		if err != nil {
			return err
		}
		if c == '\n' {
			f.line++
		}
		f.tag = append(f.tag, c)
		switch {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '[':
			brackets++
		case c == ']':
			brackets--
		case c == '<' && brackets == 0: // what began before was no tag
			f.keep(f.tag[:len(f.tag)-1])
			f.tag = append(f.tag[:0], '<')
		case c == '>' && brackets <= 0:
			return nil
		}
	}
	return nil
}

// until reads to the end of what is no tag. All ends close with the same mark.
func (f *feedSplitter) until(end string) error {
	f.keep(f.tag)
	f.tag = f.tag[:0]
	var last []byte
	for {
		part, err := f.in.ReadSlice('>')
		f.line += bytes.Count(part, []byte("\n"))
		f.keep(part)
		last = append(last, part[max(0, len(part)-len(end)):]...)
		last = last[max(0, len(last)-len(end)):]
		switch {
		case err != nil && !errors.Is(err, bufio.ErrBufferFull):
			return err
		case string(last) == end:
			return nil
		}
	}
}
