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

// document reads one document, inside of archives too. What it costs is counted for the outermost.
func (r *reader) document(doc Document) bool {
	body := doc.Body
	if r.depth == 0 {
		r.budget = budget{}
		body = &contextReader{r.ctx, doc.Body, &r.budget}
	}
	if r.depth > MaxDepth {
		return r.refuse(doc.Name, 0, errDepth, "unpack it")
	}
	s := &source{reader: r, name: doc.Name, in: r.buffer(body), text: decoder{common: r.languages.common}, doc: doc}
	r.depth++
	defer func() { r.depth-- }()
	head, err := s.in.Peek(headSize)
	switch {
	case err != nil && !errors.Is(err, io.EOF) && len(head) == 0:
		return r.refusePath(s.name, err)
	case len(bytes.TrimSpace(bytes.TrimPrefix(head, []byte(utf8BOM)))) == 0 && len(head) < headSize:
		return r.refuse(s.name, 0, ErrEmpty, "write a title on the first line and the text below it")
	}
	if c, ok := containerOf(head); ok {
		return c.read(s)
	}
	return s.read(head)
}

// buffer returns a buffer for the innermost document.
func (r *reader) buffer(body io.Reader) *bufio.Reader {
	if r.depth == len(r.buffers) {
		r.buffers = append(r.buffers, bufio.NewReaderSize(nil, bufferSize))
	}
	r.buffers[r.depth].Reset(body)
	return r.buffers[r.depth]
}

// read reads a file that is no archive.
func (s *source) read(head []byte) bool {
	if s.wide = utf16Order(head); s.wide != "" {
		s.in = bufio.NewReaderSize(utf16Reader(s.wide, s.in), bufferSize)
		var err error
		if head, err = s.in.Peek(headSize); err != nil && !errors.Is(err, io.EOF) && len(head) == 0 {
			return s.refusePath(s.name, err)
		}
	} else if what, ok := signatureOf(head); ok {
		return s.refuse(s.name, 0, binaryError(what.name), what.advice)
	} else if looksBinary(head) {
		return s.refuse(s.name, 0, ErrBinary, "give UTF-8 text or JSON lines")
	}
	if bytes.HasPrefix(head, []byte(utf8BOM)) {
		s.in.Discard(len(utf8BOM))
		head = head[len(utf8BOM):]
	}
	return s.formatOf(head).read(s)
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

// contextReader ends a long read when its context ends, and counts what is read.
type contextReader struct {
	ctx    context.Context
	in     io.Reader
	budget *budget
}

func (c *contextReader) Read(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := c.in.Read(p)
	c.budget.in += int64(n)
	return n, err
}

// readWhole reads a source that is one article; the bytes stand until the next call. A longer one than MaxRecord is [ErrTooLong].
func (s *source) readWhole() ([]byte, error) {
	s.whole.Reset()
	if _, err := s.whole.ReadFrom(io.LimitReader(s.in, MaxRecord+1)); err != nil {
		return nil, err
	}
	if s.whole.Len() > MaxRecord {
		return nil, ErrTooLong
	}
	return s.whole.Bytes(), nil
}

// refuseWhole refuses a source that readWhole could not read; advice is for one that is too long.
func (s *source) refuseWhole(err error, advice string) bool {
	if errors.Is(err, ErrTooLong) {
		return s.refuse(s.name, 0, ErrTooLong, advice)
	}
	return s.refusePath(s.name, err)
}
