package article

import (
	"bufio"
	"bytes"
	"compress/bzip2"
	"compress/gzip"
	"errors"
	"fmt"
	"io"

	"github.com/klauspost/compress/zstd"
)

// maxWindow is how far back a Zstandard stream may refer: what zstd --ultra -22 writes, not what --long=31 does.
const maxWindow = 128 << 20

func isBzip2(head []byte) bool {
	return len(head) >= 10 && string(head[:3]) == "BZh" && '1' <= head[3] && head[3] <= '9' && string(head[4:10]) == "1AY&SY"
}

func readBzip2(s *source) bool { return s.inside(bzip2.NewReader(s.in)) }

func readZstandard(s *source) bool {
	d, err := zstd.NewReader(s.in, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxWindow(maxWindow))
	if err != nil {
		return s.refusePath(s.name, fmt.Errorf("%w: %w", ErrArchive, err))
	}
	defer d.Close()
	return s.inside(d)
}

func readGzip(s *source) bool {
	m := &gzipMembers{in: s.in}
	if !s.inside(m) {
		return false
	}
	if m.lost > 0 {
		return s.refuse(s.name, 0, fmt.Errorf("%w: %d of its gzip members are lost: %w", ErrArchive, m.lost, m.cause), "take it from its origin again; the others are read")
	}
	return true
}

// gzipMembers reads gzip members one after the other as one stream. Web archives have one member a record: after a damaged one
// it goes on with the next. Where all is one member there is nothing to go on with.
type gzipMembers struct {
	in    *bufio.Reader // whose bytes are taken one by one, so that it stands at the end of each member
	z     *gzip.Reader
	whole int // members read to their end
	lost  int
	cause error // of the first loss
	err   error
}

// Read returns io.EOF at the end of the last member.
func (m *gzipMembers) Read(p []byte) (int, error) {
	for m.err == nil {
		if m.z == nil {
			if m.err = m.open(); m.err != nil {
				break
			}
		}
		n, err := m.z.Read(p)
		switch {
		case errors.Is(err, io.EOF):
			m.whole++
			err = m.next()
		case err != nil && m.whole > 0 && !errors.Is(err, io.ErrUnexpectedEOF):
			err = m.recover(err)
		}
		m.err = err
		if n > 0 {
			return n, nil
		}
	}
	return 0, m.err
}

func (m *gzipMembers) open() (err error) {
	if m.z == nil {
		m.z, err = gzip.NewReader(m.in)
	} else {
		err = m.z.Reset(m.in)
	}
	if err == nil {
		m.z.Multistream(false)
	}
	return err
}

// next goes to the following member. What follows the last one and is none, such as the zeros of a tape, is no error.
func (m *gzipMembers) next() error {
	head, err := m.in.Peek(2)
	if len(head) < 2 {
		if err == nil || errors.Is(err, io.EOF) {
			return io.EOF
		}
		return err
	}
	if !bytes.Equal(head, []byte("\x1f\x8b")) {
		return io.EOF
	}
	if err := m.open(); err != nil {
		return m.recover(err)
	}
	return nil
}

// recover looks for the beginning of a member behind a damaged one.
func (m *gzipMembers) recover(cause error) error {
	m.lost++
	if m.cause == nil {
		m.cause = cause
	}
	for {
		head, err := m.in.Peek(4)
		if err != nil {
			if errors.Is(err, io.EOF) {
				return io.EOF
			}
			return err
		}
		if head[0] == 0x1f && head[1] == 0x8b && head[2] == 8 && head[3] < 0x20 && m.open() == nil {
			return nil
		}
		if _, err := m.in.Discard(1); err != nil {
			return err
		}
	}
}
