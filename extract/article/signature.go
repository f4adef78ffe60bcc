package article

import (
	"bytes"
	"fmt"
)

// signature is the beginning of a file that is no article yet.
type signature struct {
	name   string
	offset int
	magic  string
	advice string
	weak   bool // text may begin so too: it counts only where the bytes are none
}

const (
	unpack  = "unpack it and give the files inside"
	export  = "save it as text"
	rows    = "export it as JSON lines"
	convert = "convert it to UTF-8, for example with iconv -f UTF-32 -t UTF-8"
	notText = "give the text, not the picture, sound or program"
)

// signatures are the files that people hand over by mistake. A format that learns
// to read one of them takes its row from here to the table of formats.
var signatures = []signature{
	{"an empty zip archive", 0, "PK\x05\x06", unpack, false},
	{"an xz archive", 0, "\xfd7zXZ\x00", "unpack it, for example with xz -dc FILE | mithaq load -", false},
	{"a 7-Zip archive", 0, "7z\xbc\xaf\x27\x1c", unpack, false},
	{"a RAR archive", 0, "Rar!\x1a\x07", unpack, false},
	{"a PDF document", 0, "%PDF-", "extract its text, for example with pdftotext FILE - | mithaq load -", false},
	{"an old Office document", 0, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", export, false},
	{"an RTF document", 0, `{\rtf`, export, false},
	{"an SQLite database", 0, "SQLite format 3\x00", "export its articles as JSON lines; a Mithaq store is named by --store", false},
	{"a Parquet file", 0, "PAR1", rows, false},
	{"a PNG picture", 0, "\x89PNG\r\n\x1a\n", notText, false},
	{"a JPEG picture", 0, "\xff\xd8\xff", notText, false},
	{"a GIF picture", 0, "GIF8", notText, false},
	{"a program", 0, "\x7fELF", notText, false},
	{"UTF-32 text", 0, "\xff\xfe\x00\x00", convert, false},
	{"UTF-32 text", 0, "\x00\x00\xfe\xff", convert, false},
	{"a TIFF picture", 0, "II*\x00", notText, false},
	{"a TIFF picture", 0, "MM\x00*", notText, false},
	{"a WebP picture", 8, "WEBP", notText, true},
	{"a film or a HEIC picture", 4, "ftyp", notText, true},
	{"a film", 0, "\x1a\x45\xdf\xa3", notText, false},
	{"a sound", 0, "ID3", notText, true},
	{"a sound", 0, "OggS", notText, true},
	{"a picture (BMP)", 0, "BM", notText, true},
	{"an lz4 archive", 0, "\x04\x22\x4d\x18", "unpack it, for example with lz4 -dc FILE | mithaq load -", false},
	{"an Avro file", 0, "Obj\x01", rows, false},
	{"an ORC file", 0, "ORC", rows, true},
	{"an Arrow file", 0, "ARROW1", rows, true},
	{"a web archive of Safari", 0, "bplist00", "save the page as HTML", false},
}

func signatureOf(head []byte) (signature, bool) {
	for _, s := range signatures {
		if len(head) > s.offset && bytes.HasPrefix(head[s.offset:], []byte(s.magic)) && (!s.weak || looksBinary(head)) {
			return s, true
		}
	}
	return signature{}, false
}

func binaryError(name string) error { return fmt.Errorf("%w but %s", ErrBinary, name) }

// looksBinary reports whether more than one byte in a hundred is a control
// character: text has none, a slip of an editor leaves a few.
func looksBinary(b []byte) bool {
	n := 0
	for _, c := range b {
		if c < ' ' && (c < '\t' || c > '\r') || c == 0x7f {
			n++
		}
	}
	return n*100 > len(b)
}
