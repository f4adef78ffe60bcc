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
}

const (
	unpack  = "unpack it and give the files inside"
	export  = "save it as text"
	convert = "convert it to UTF-8, for example with iconv -f UTF-32 -t UTF-8"
	notText = "give the text, not the picture, sound or program"
)

// signatures are the files that people hand over by mistake. A format that learns
// to read one of them takes its row from here to the table of formats.
var signatures = []signature{
	{"an empty zip archive", 0, "PK\x05\x06", unpack},
	{"an xz archive", 0, "\xfd7zXZ\x00", "unpack it, for example with xz -dc FILE | mithaq load -"},
	{"a 7-Zip archive", 0, "7z\xbc\xaf\x27\x1c", unpack},
	{"a RAR archive", 0, "Rar!\x1a\x07", unpack},
	{"a PDF document", 0, "%PDF-", "extract its text, for example with pdftotext FILE - | mithaq load -"},
	{"an old Office document", 0, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", export},
	{"an RTF document", 0, `{\rtf`, export},
	{"an SQLite database", 0, "SQLite format 3\x00", "export its articles as JSON lines; a Mithaq store is named by --store"},
	{"a Parquet file", 0, "PAR1", "export it as JSON lines"},
	{"a PNG picture", 0, "\x89PNG\r\n\x1a\n", notText},
	{"a JPEG picture", 0, "\xff\xd8\xff", notText},
	{"a GIF picture", 0, "GIF8", notText},
	{"a program", 0, "\x7fELF", notText},
	{"UTF-32 text", 0, "\xff\xfe\x00\x00", convert},
	{"UTF-32 text", 0, "\x00\x00\xfe\xff", convert},
}

func signatureOf(head []byte) (signature, bool) {
	for _, s := range signatures {
		if len(head) > s.offset && bytes.HasPrefix(head[s.offset:], []byte(s.magic)) {
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
