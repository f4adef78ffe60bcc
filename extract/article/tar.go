package article

import (
	"archive/tar"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
)

// tarHeader is the size of a header of tar; its checksum stands at sumAt, in octal.
const (
	tarHeader = 512
	sumAt     = 148
	sumEnd    = 156
)

// isTar compares the checksum of the first header: old archives have no other sign.
func isTar(head []byte) bool {
	if len(head) < tarHeader {
		return false
	}
	field := bytes.Trim(head[sumAt:sumEnd], " \x00")
	want, err := strconv.ParseInt(string(field), 8, 32)
	if err != nil {
		return false
	}
	sum := int64(' ' * (sumEnd - sumAt))
	for i, c := range head[:tarHeader] {
		if i < sumAt || i >= sumEnd {
			sum += int64(c)
		}
	}
	return sum == want
}

// readTar reads a tar archive as it comes.
func readTar(s *source) bool {
	t, a := tar.NewReader(s.in), newArchive(s)
	for !s.budget.spent {
		h, err := t.Next()
		switch {
		case errors.Is(err, io.EOF):
			return a.end()
		case err != nil && !errors.Is(err, tar.ErrInsecurePath):
			if !errors.Is(err, ErrArchive) && !errors.Is(err, ErrBomb) {
				err = fmt.Errorf("%w: %w", ErrArchive, err)
			}
			return s.refusePath(s.name, err) && s.tellSkipped(a.skipped)
		}
		switch h.Typeflag {
		case tar.TypeReg, tar.TypeGNUSparse, tar.TypeCont:
			if !a.member(h.Name, func() (io.Reader, error) { return t, nil }) {
				return false
			}
		case tar.TypeDir:
		case tar.TypeSymlink, tar.TypeLink:
			a.skipped["links"]++
		default:
			a.skipped["devices and pipes"]++
		}
	}
	return true
}
