package article

import (
	"bytes"
	"fmt"
	"mime"
	"strings"

	"golang.org/x/text/encoding/charmap"
)

// decodePage decodes a page or a feed. Bytes that are UTF-8 or Arabic in one byte a letter say so themselves, whatever header and
// page declare; only for other scripts the declaration decides.
func (s *source) decodePage(raw []byte) ([]byte, []string, error) {
	return s.decodeAs(raw, declared(s.doc.ContentType, raw))
}

func (s *source) decodeAs(raw []byte, name string) ([]byte, []string, error) {
	set := charsetNamed(name)
	text, warnings, err := s.text.decode(raw)
	arabic := s.text.last != "windows-1252"
	if set == nil || err == nil && arabic || countUTF8(raw).mostly() {
		return text, warnings, err
	}
	text, err = set.NewDecoder().Bytes(raw)
	if err != nil {
		return nil, nil, fmt.Errorf("%w: %w", ErrEncoding, err)
	}
	s.text.last = strings.ReplaceAll(set.String(), " ", "-")
	return text, nil, nil
}

// declared returns the charset of the header, else the first that a page or a feed names near its beginning.
func declared(contentType string, raw []byte) string {
	if _, params, err := mime.ParseMediaType(contentType); err == nil && params["charset"] != "" {
		return params["charset"]
	}
	head := bytes.ToLower(raw[:min(len(raw), 4096)])
	for _, key := range []string{"charset=", "encoding="} {
		if _, after, ok := bytes.Cut(head, []byte(key)); ok {
			name := bytes.TrimLeft(after, `"' `)
			if end := bytes.IndexAny(name, `"'; >/?`); end >= 0 {
				return string(name[:end])
			}
		}
	}
	return ""
}

// charsetNamed knows the encodings of one byte a letter by their usual names; nil for UTF-8 and for those of more bytes.
func charsetNamed(name string) *charmap.Charmap {
	plain := plainCharset(name)
	if plain == "" {
		return nil
	}
	for _, e := range charmap.All {
		if set, ok := e.(*charmap.Charmap); ok && plainCharset(set.String()) == plain {
			return set
		}
	}
	return nil
}

// plainCharset brings "cp1251", "Windows 1251", "iso_8859-5", "latin1" to one form.
func plainCharset(name string) string {
	plain := strings.NewReplacer(" ", "", "-", "", "_", "", "x-", "").Replace(strings.ToLower(strings.TrimSpace(name)))
	if n, ok := strings.CutPrefix(plain, "cp12"); ok {
		return "windows12" + n
	}
	switch plain {
	case "latin1", "iso88591", "usascii", "ascii":
		return "windows1252" // as browsers read it
	}
	return plain
}
