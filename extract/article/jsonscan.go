package article

import (
	"bufio"
)

// jsonScanner cuts a stream into JSON values without looking into them: only strings and brackets count, so that a broken value
// costs no other, and a value that is too long is passed over without being kept.
type jsonScanner struct {
	in   *bufio.Reader
	line int // of the next byte, from 1
}

// peek goes past white space, commas and colons and returns the byte that comes next.
func (j *jsonScanner) peek() (byte, error) {
	for {
		c, err := j.in.ReadByte()
		switch {
		case err != nil:
			return 0, err
		case c == '\n':
			j.line++
		case c == ' ' || c == '\t' || c == '\r' || c == ',' || c == ':':
		default:
			return c, j.in.UnreadByte()
		}
	}
}

// skip takes the byte that peek returned.
func (j *jsonScanner) skip() { j.in.Discard(1) }

// value appends the next value to buf; of one whose opening brackets were taken already the rest, up to the end of as many levels.
// A value that makes buf larger than MaxRecord is read to its end and is ErrTooLong; a value that the input cuts is the error of the
// input.
func (j *jsonScanner) value(buf []byte, depth int) ([]byte, error) {
	if _, err := j.peek(); err != nil {
		return buf, err
	}
	s, size := jsonState{depth: depth}, len(buf)
	for {
		part, err := j.in.Peek(max(1, min(j.in.Buffered(), bufferSize)))
		if len(part) == 0 {
			if s.scalar && !s.str {
				return buf, tooLong(size) // a number at the end of the input
			}
			return buf, err
		}
		n, done := s.scan(part)
		for _, c := range part[:n] {
			if c == '\n' {
				j.line++
			}
		}
		if size += n; size <= MaxRecord {
			buf = append(buf, part[:n]...)
		} else {
			buf = nil
		}
		j.in.Discard(n)
		if done {
			return buf, tooLong(size)
		}
	}
}

func tooLong(size int) error {
	if size > MaxRecord {
		return ErrTooLong
	}
	return nil
}

// jsonState is where in a value the scanner stands.
type jsonState struct {
	depth   int
	scalar  bool // a number or word has begun
	str     bool // in a string
	escaped bool // behind a backslash
}

// scan returns how many bytes of part belong to the value, and whether it ends there.
func (s *jsonState) scan(part []byte) (n int, done bool) {
	for i, c := range part {
		switch {
		case s.escaped:
			s.escaped = false
		case s.str:
			switch c {
			case '\\':
				s.escaped = true
			case '"':
				s.str = false
				if s.depth == 0 {
					return i + 1, true
				}
			}
		case c == '"':
			if s.scalar && s.depth == 0 {
				return i, true
			}
			s.str = true
		case c == '{' || c == '[':
			if s.scalar && s.depth == 0 {
				return i, true
			}
			s.depth++
		case c == '}' || c == ']':
			if s.depth == 0 {
				if !s.scalar {
					return i + 1, true // a bracket that nobody opened
				}
				return i, true
			}
			if s.depth--; s.depth == 0 {
				return i + 1, true
			}
		case s.depth > 0:
		case c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == ',' || c == ':':
			return i, true
		default:
			s.scalar = true
		}
	}
	return len(part), false
}
