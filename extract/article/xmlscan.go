package article

import (
	"bufio"
	"bytes"
	"errors"
	"io"
)

// xmlScanner cuts the elements of one name out of a stream of XML without looking into them, so that a broken element costs no
// other, and one that is too long is passed over without being kept.
type xmlScanner struct {
	in   *bufio.Reader
	name string // local name of the elements
	line int    // of the next byte, from 1
	buf  []byte // of the element that is read
	size int    // of it; more than buf where it is too long
	keep bool   // an element has begun
	next []byte // start tag of the next element, where it came before the end of this one
}

var errOpenElement = errors.New("it begins anew before it ends")

// element returns the next element with its tags, and the line on which it begins. The slice is valid until the next call. An element
// that is too long is ErrTooLong; one in which the next begins is errOpenElement; one that the input cuts is io.ErrUnexpectedEOF.
func (x *xmlScanner) element() ([]byte, int, error) {
	x.buf, x.size, x.keep = x.buf[:0], 0, false
	line := x.line
	if x.next != nil {
		x.begin(x.next)
		x.next = nil
	}
	for {
		if err := x.text(); err != nil {
			return nil, line, x.cut(err)
		}
		at := x.line
		tag, err := x.tag()
		if err != nil {
			return nil, line, x.cut(err)
		}
		switch kind := x.kind(tag); {
		case kind == startTag && x.keep:
			x.next = bytes.Clone(tag)
			return nil, line, errOpenElement
		case kind == startTag, kind == emptyTag && !x.keep:
			line = at
			x.begin(tag)
		default:
			x.add(tag)
		}
		if kind := x.kind(tag); x.keep && (kind == endTag || kind == emptyTag) {
			if x.size > MaxRecord {
				return nil, line, ErrTooLong
			}
			return x.buf, line, nil
		}
	}
}

func (x *xmlScanner) begin(tag []byte) {
	x.buf, x.size, x.keep = x.buf[:0], 0, true
	x.add(tag)
}

func (x *xmlScanner) add(part []byte) {
	if !x.keep {
		return
	}
	if x.size += len(part); x.size <= MaxRecord {
		x.buf = append(x.buf, part...)
	} else {
		x.buf = nil // gives the memory back
	}
}

func (x *xmlScanner) cut(err error) error {
	if errors.Is(err, io.EOF) && x.keep {
		return io.ErrUnexpectedEOF
	}
	return err
}

// text reads up to the next markup.
func (x *xmlScanner) text() error {
	for {
		part, err := x.in.ReadSlice('<')
		x.line += bytes.Count(part, []byte("\n"))
		if err == nil {
			x.in.UnreadByte()
			part = part[:len(part)-1]
		}
		x.add(part)
		if !errors.Is(err, bufio.ErrBufferFull) {
			return err
		}
	}
}

// tag reads one piece of markup from < to >, with what it quotes; comments and CDATA up to their own ends.
func (x *xmlScanner) tag() ([]byte, error) {
	var tag []byte
	end, quote := byte('>'), byte(0)
	for {
		c, err := x.in.ReadByte()
		if err != nil {
			return nil, err
		}
		if c == '\n' {
			x.line++
		}
		if tag = append(tag, c); len(tag) > MaxRecord {
			x.size += len(tag)
			tag = tag[:maxTag]
		}
		special := bytes.HasPrefix(tag, []byte("<!--")) || bytes.HasPrefix(tag, []byte("<![CDATA["))
		switch {
		case special:
			if c == end && (bytes.HasSuffix(tag, []byte("-->")) && len(tag) >= 7 || bytes.HasSuffix(tag, []byte("]]>"))) {
				return tag, nil
			}
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == end:
			return tag, nil
		case c == '<' && len(tag) > 1: // the tag before was never closed
			x.in.UnreadByte()
			return tag[:len(tag)-1], nil
		}
	}
}

type tagKind int

const (
	otherTag tagKind = iota
	startTag
	endTag
	emptyTag
)

// kind tells the tags of the elements that are looked for.
func (x *xmlScanner) kind(tag []byte) tagKind {
	name, closing := tag[1:], false
	if name, closing = bytes.CutPrefix(name, []byte("/")); insideName(name) != x.name {
		return otherTag
	}
	switch {
	case closing:
		return endTag
	case bytes.HasSuffix(tag, []byte("/>")):
		return emptyTag
	}
	return startTag
}

// insideName returns the name at the beginning of the inside of a tag, without its prefix.
func insideName(tag []byte) string {
	if i := bytes.IndexAny(tag, " \t\r\n/>"); i >= 0 {
		tag = tag[:i]
	}
	if i := bytes.IndexByte(tag, ':'); i >= 0 {
		tag = tag[i+1:]
	}
	return string(tag)
}

// rootName returns the local name of the first element of a document.
func rootName(head []byte) string {
	for {
		i := bytes.IndexByte(head, '<')
		if i < 0 || len(bytes.TrimSpace(head[:i])) > 0 || i+1 == len(head) {
			return ""
		}
		head = head[i+1:]
		if head[0] != '?' && head[0] != '!' {
			return insideName(head)
		}
		end := ">"
		open, shut := bytes.IndexByte(head, '['), bytes.IndexByte(head, '>')
		switch {
		case bytes.HasPrefix(head, []byte("!--")):
			end = "-->"
		case open >= 0 && open < shut: // a document type with its entities
			end = "]>"
		}
		if i = bytes.Index(head, []byte(end)); i < 0 {
			return ""
		}
		head = head[i+len(end):]
	}
}
