package article

import (
	"archive/zip"
	"bytes"
	"compress/bzip2"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"

	"github.com/klauspost/compress/zstd"
)

const (
	// maxHeldZip is how much of zip archives that come through a pipe or out of another archive is kept in memory: their list of
	// files stands at the end.
	maxHeldZip = 64 << 20
	// maxZipList bounds the list of files itself, about 200,000 of them.
	maxZipList = 16 << 20
)

// errEncrypted is the cause for a file with a password.
var errEncrypted = errors.New("it is encrypted")

// errMethod is the cause for a file that is packed in a way that the library does not know.
var errMethod = errors.New("it is compressed in a way that is not known")

// readZip reads a zip archive in the order of its list of files.
func readZip(s *source) bool {
	at, size, err := s.zipBytes()
	if err != nil {
		return s.refuse(s.name, 0, err, "unpack it, or give it as a file of its own")
	}
	list := &listReader{at, maxZipList}
	z, err := zip.NewReader(list, size)
	switch {
	case errors.Is(err, errZipList):
		return s.refuse(s.name, 0, errZipList, "unpack it, or pack it as .tar.gz")
	case err != nil && !errors.Is(err, zip.ErrInsecurePath):
		return s.refusePath(s.name, fmt.Errorf("%w: %w", ErrArchive, err))
	}
	list.left = -1
	if what, advice := packed(z); what != "" {
		return s.refuse(s.name, 0, binaryError(what), advice)
	}
	z.RegisterDecompressor(12, func(in io.Reader) io.ReadCloser { return io.NopCloser(bzip2.NewReader(in)) })
	z.RegisterDecompressor(zstd.ZipMethodWinZip, zstd.ZipDecompressor(zstd.WithDecoderMaxWindow(maxWindow), zstd.WithDecoderLowmem(true)))
	a := newArchive(s)
	for _, f := range z.File {
		if s.budget.spent {
			return true
		}
		if !a.zipFile(f) {
			return false
		}
	}
	return a.end()
}

func (a *archive) zipFile(f *zip.File) bool {
	mode := f.Mode()
	switch {
	case mode.IsDir():
		return true
	case !mode.IsRegular():
		a.skipped[linkOrDevice(mode)]++
		return true
	}
	var body io.ReadCloser
	ok := a.member(f.Name, func() (_ io.Reader, err error) {
		if f.Flags&1 != 0 {
			return nil, errEncrypted
		}
		if body, err = f.Open(); errors.Is(err, zip.ErrAlgorithm) {
			return nil, fmt.Errorf("%w: method %d of zip", errMethod, f.Method)
		}
		if err != nil {
			err = fmt.Errorf("%w: %w", ErrArchive, err)
		}
		return body, err
	})
	if body != nil {
		body.Close() // the checksum was compared at the end of reading
	}
	return ok
}

func linkOrDevice(mode fs.FileMode) string {
	if mode&fs.ModeSymlink != 0 {
		return "links"
	}
	return "devices and pipes"
}

// zipBytes gives access to a whole archive: in its file, else in memory.
func (s *source) zipBytes() (io.ReaderAt, int64, error) {
	switch body := s.doc.Body.(type) {
	case interface {
		io.ReaderAt
		Size() int64
	}:
		s.budget.in = max(s.budget.in, body.Size())
		return body, body.Size(), nil
	case interface { // a file
		io.ReaderAt
		Stat() (fs.FileInfo, error)
	}:
		if info, err := body.Stat(); err == nil && info.Mode().IsRegular() {
			s.budget.in = max(s.budget.in, info.Size())
			return body, info.Size(), nil
		}
	}
	var b bytes.Buffer
	left := int64(maxHeldZip - s.budget.held)
	n, err := b.ReadFrom(io.LimitReader(s.in, left+1))
	switch {
	case err != nil:
		return nil, 0, err
	case n > left:
		return nil, 0, fmt.Errorf("a zip archive over %d MB in a pipe or in another archive", maxHeldZip>>20)
	}
	s.budget.held += int(n)
	return bytes.NewReader(b.Bytes()), n, nil
}

// errZipList says that the list of files alone would fill the memory.
var errZipList = errors.New("a zip archive with more than about 200,000 files")

// listReader ends the reading of a list of files that is too long.
type listReader struct {
	at   io.ReaderAt
	left int // bytes that may be read; without limit where it is negative
}

func (l *listReader) ReadAt(p []byte, off int64) (int, error) {
	if l.left >= 0 {
		if l.left -= len(p); l.left < 0 {
			l.left = 0
			return 0, errZipList
		}
	}
	return l.at.ReadAt(p, off)
}

// packed tells documents and programs that are zip archives as well. They say so by their files.
func packed(z *zip.Reader) (what, advice string) {
	has := map[string]bool{}
	kind := ""
	for _, f := range z.File {
		switch f.Name {
		case "mimetype":
			kind = mimetype(f)
			fallthrough
		case "[Content_Types].xml", "xl/workbook.xml", "META-INF/MANIFEST.MF", "AndroidManifest.xml":
			has[f.Name] = true
		}
	}
	switch {
	case has["[Content_Types].xml"] && has["xl/workbook.xml"], strings.Contains(kind, "spreadsheet"):
		return "a spreadsheet", "save it as CSV"
	case strings.Contains(kind, "epub"):
		return "an e-book", "convert it to text, for example with pandoc --to plain FILE | mithaq load -"
	case has["[Content_Types].xml"], has["mimetype"]:
		return "an Office document", export
	case len(has) > 0 && !has["xl/workbook.xml"]:
		return "a program", notText
	}
	return "", ""
}

// mimetype returns what the file of that name says, empty if it cannot be read.
func mimetype(f *zip.File) string {
	in, err := f.Open()
	if err != nil {
		return ""
	}
	defer in.Close()
	b, _ := io.ReadAll(io.LimitReader(in, 100)) // what is there of it
	return string(b)
}
