package article

import (
	"bufio"
	"errors"
	"io"
)

// lineReader cuts a stream into lines of bounded length.
type lineReader struct {
	in   *bufio.Reader
	max  int
	buf  []byte
	line int // number of the line that next returned, from 1
}

// next returns the next line without its newline; the slice is valid until the
// next call. A line over the limit is read to its end and returned as ErrTooLong
// without keeping it. At the end of the input the error is io.EOF.
func (l *lineReader) next() ([]byte, error) {
	l.buf = l.buf[:0]
	size := 0
	for {
		part, err := l.in.ReadSlice('\n')
		size += len(part)
		if size <= l.max+1 {
			l.buf = append(l.buf, part...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case err != nil && (!errors.Is(err, io.EOF) || size == 0):
			return nil, err
		}
		l.line++
		if err == nil {
			size--
		}
		if size > l.max {
			l.buf = nil // give the memory back
			return nil, ErrTooLong
		}
		return l.buf[:size], nil
	}
}
