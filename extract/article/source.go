package article

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// headSize is how much of a file tells what it is. Everything that is told from
// it stands at the very beginning or, as for UTF-16, is visible in a paragraph.
const headSize = 4096

const bufferSize = 64 << 10

const utf8BOM = "\xef\xbb\xbf"

// source is an opened file whose bytes are UTF-8 or a one-byte encoding: UTF-16
// is already decoded, a byte order mark is gone.
type source struct {
	*reader
	name string
	in   *bufio.Reader
	wide string // "UTF-16LE" or "UTF-16BE" where that was decoded
	text decoder
	doc  Document
}

// stream reads one file, whatever its format.
func (r *reader) stream(name string, in io.Reader) bool {
	return r.document(Document{Name: name, Body: in})
}

func (r *reader) document(doc Document) bool {
	name := doc.Name
	r.in.Reset(&contextReader{r.ctx, doc.Body})
	head, err := r.in.Peek(headSize)
	if err != nil && !errors.Is(err, io.EOF) {
		return r.refusePath(name, err)
	}
	if len(bytes.TrimSpace(bytes.TrimPrefix(head, []byte(utf8BOM)))) == 0 && len(head) < headSize {
		return r.refuse(name, 0, ErrEmpty, "write a title on the first line and the text below it")
	}
	s := &source{reader: r, name: name, in: r.in, text: decoder{common: r.languages.common}, doc: doc}
	if s.wide = utf16Order(head); s.wide != "" {
		s.in = bufio.NewReaderSize(utf16Reader(s.wide, r.in), bufferSize)
		if head, err = s.in.Peek(headSize); err != nil && !errors.Is(err, io.EOF) {
			return r.refusePath(name, err)
		}
	} else if what, ok := signatureOf(head); ok {
		return r.refuse(name, 0, binaryError(what.name), what.advice)
	} else if looksBinary(head) {
		return r.refuse(name, 0, ErrBinary, "give UTF-8 text or JSON lines")
	}
	if bytes.HasPrefix(head, []byte(utf8BOM)) {
		s.in.Discard(len(utf8BOM))
		head = head[len(utf8BOM):]
	}
	return formatOf(head).read(s)
}

func utf16Reader(order string, in io.Reader) io.Reader {
	endian := unicode.LittleEndian
	if order == "UTF-16BE" {
		endian = unicode.BigEndian
	}
	return transform.NewReader(in, unicode.UTF16(endian, unicode.UseBOM).NewDecoder())
}

// utf16Order tells UTF-16 by its byte order mark, else by its high bytes: for
// Latin and Arabic letters, spaces and digits they are below 9, bytes that no
// other text holds. Elsewhere the answer is empty.
func utf16Order(head []byte) string {
	switch {
	case bytes.HasPrefix(head, []byte("\xff\xfe\x00\x00")), bytes.HasPrefix(head, []byte("\x00\x00\xfe\xff")):
		return "" // UTF-32
	case bytes.HasPrefix(head, []byte("\xff\xfe")):
		return "UTF-16LE"
	case bytes.HasPrefix(head, []byte("\xfe\xff")):
		return "UTF-16BE"
	}
	var low [2]int // bytes below 9 at even and at odd offsets
	for i, b := range head {
		if b < 9 {
			low[i&1]++
		}
	}
	units := len(head) / 2
	switch {
	case units < 2:
		return ""
	case low[1]*10 >= units*7 && low[0]*10 <= units:
		return "UTF-16LE"
	case low[0]*10 >= units*7 && low[1]*10 <= units:
		return "UTF-16BE"
	}
	return ""
}

// contextReader ends a long read when its context ends.
type contextReader struct {
	ctx context.Context
	in  io.Reader
}

func (c *contextReader) Read(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	return c.in.Read(p)
}
