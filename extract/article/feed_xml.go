package article

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// feedFields are the elements of an item or of the head of a feed under "prefix:name", each as often as it stands there.
type feedFields map[string][]feedElement

type feedElement struct {
	text  feedText
	attrs map[string]string
}

// first returns the first text that is not empty.
func (f feedFields) first(names ...string) feedText {
	for _, name := range names {
		for _, e := range f[name] {
			if !isBlank(e.text.text) {
				return e.text
			}
		}
	}
	return feedText{}
}

// link returns the address of the page: before one that counts readers the original one, of Atom's the alternate.
func (f feedFields) link() string {
	if original := f.first("feedburner:origLink", "origLink").text; original != "" {
		return original
	}
	for _, name := range []string{"link", "atom:link"} {
		for _, e := range f[name] {
			if rel := e.attrs["rel"]; e.attrs["href"] != "" && (rel == "" || rel == "alternate") {
				return e.attrs["href"]
			}
			if e.attrs["href"] == "" && !isBlank(e.text.text) {
				return strings.TrimSpace(e.text.text)
			}
		}
	}
	for _, e := range append(f["guid"], f["id"]...) {
		if id := strings.TrimSpace(e.text.text); strings.HasPrefix(id, "http") && e.attrs["isPermaLink"] != "false" {
			return id
		}
	}
	return f.first("rdf:about").text
}

// authors returns the names of the writers. RSS gives an address, with the name in brackets behind it if there is one.
func (f feedFields) authors() (names []string) {
	for _, key := range []string{"dc:creator", "author", "author/name"} {
		for _, e := range f[key] {
			name := oneLine(e.text.text)
			if _, after, ok := strings.Cut(name, "@"); ok {
				_, name, _ = strings.Cut(after, "(")
				name = strings.TrimSuffix(strings.TrimSpace(name), ")")
			}
			if name != "" {
				names = append(names, name)
			}
		}
		if len(names) > 0 {
			break
		}
	}
	return names
}

// namespaces that have a prefix of their own here, whatever a feed calls them.
var namespaces = map[string]string{
	"http://purl.org/rss/1.0/modules/content/":    "content:",
	"http://purl.org/dc/elements/1.1/":            "dc:",
	"http://purl.org/dc/terms/":                   "dcterms:",
	"http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf:",
	"http://rssnamespace.org/feedburner/ext/1.0":  "feedburner:",
	"http://www.w3.org/2005/Atom":                 "",
	"http://purl.org/atom/ns#":                    "",
	"http://purl.org/rss/1.0/":                    "",
	"http://my.netscape.com/rdf/simple/0.9/":      "",
	"http://channel.netscape.com/rdf/simple/0.9/": "",
	"http://www.w3.org/1999/xhtml":                "",
	"http://www.w3.org/XML/1998/namespace":        "xml:",
	"http://news.yandex.ru":                       "yandex:",
}

// key is the name of an element or attribute under which fields are asked for.
func (f *feed) key(name xml.Name) string {
	if name.Space == "" {
		return name.Local
	}
	if prefix, ok := f.prefixes[name.Space]; ok {
		return prefix + name.Local
	}
	if prefix, ok := namespaces[strings.TrimSpace(name.Space)]; ok {
		return prefix + name.Local
	}
	return name.Space + ":" + name.Local
}

// parseXML reads the elements from the given depth of a piece of a feed: those of an item are in it, those of a head in the channel
// or in the root. Names that XML does not declare are taken as they are; entities of HTML are known, others stay as they are
// written, and none are expanded.
func (f *feed) parseXML(text []byte, depth int) (feedFields, error) {
	d := xml.NewDecoder(bytes.NewReader(cleanXML(text)))
	d.Strict, d.Entity = false, xml.HTMLEntity
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil } // it is decoded already
	w := xmlWalker{feed: f, d: d, text: text, depth: depth, fields: feedFields{}}
	for {
		t, err := d.Token()
		if errors.Is(err, io.EOF) {
			return w.fields, nil
		}
		var syntax *xml.SyntaxError
		if errors.As(err, &syntax) {
			if strings.HasPrefix(syntax.Msg, "unexpected EOF") { // an element is not closed: its text is there
				return w.fields, nil
			}
			return w.fields, fmt.Errorf("%w: no XML: %s", ErrRecord, syntax.Msg)
		}
		if err != nil {
			return w.fields, fmt.Errorf("%w: %w", ErrRecord, err)
		}
		switch t := t.(type) {
		case xml.StartElement:
			w.start(t)
		case xml.EndElement:
			w.end()
		case xml.CharData:
			w.chars(t)
		}
	}
}

// xmlWalker gathers fields on the way through the tokens.
type xmlWalker struct {
	feed   *feed
	d      *xml.Decoder
	text   []byte
	depth  int // of the deepest elements that are fields
	fields feedFields
	path   []string
	open   *feedElement // the field that is read
	at     int          // how deep it stands
	name   string
	from   int64
	buf    strings.Builder
}

// fieldDepth reports whether elements of a depth are fields: in a head those of the root and of the channel.
func (w *xmlWalker) fieldDepth(n int) bool { return n == 1 || n == 2 && w.depth == 3 }

func (w *xmlWalker) start(t xml.StartElement) {
	name := w.feed.key(t.Name)
	n := len(w.path)
	w.path = append(w.path, name)
	attrs := map[string]string{}
	for _, a := range t.Attr {
		if a.Name.Space == "xmlns" {
			if prefix, ok := namespaces[strings.TrimSpace(a.Value)]; ok && n == 0 {
				w.feed.prefixes[a.Name.Local] = prefix
			}
			continue
		}
		attrs[w.feed.key(a.Name)] = a.Value
	}
	switch {
	case n == 0 || n == 1 && w.depth == 3 && name == "channel":
		for _, key := range []string{"xml:lang", "rdf:about"} {
			if attrs[key] != "" {
				w.fields[key] = append(w.fields[key], feedElement{text: feedText{text: attrs[key]}})
			}
		}
	case w.open == nil && w.fieldDepth(n):
		w.open, w.at, w.name, w.from = &feedElement{attrs: attrs}, n, name, w.d.InputOffset()
		w.open.text.plain = attrs["type"] == "text" || attrs["type"] == "text/plain"
		w.buf.Reset()
	case w.open != nil && n == w.at+1 && name == "name" && (w.name == "author" || w.name == "contributor"):
		w.name = "author/name"
		w.buf.Reset()
	case w.open != nil && n == w.at+1 && name == "title" && w.name == "source":
		w.buf.Reset()
	}
}

func (w *xmlWalker) chars(t xml.CharData) {
	if w.open == nil {
		return
	}
	n := len(w.path) - 1
	inner := w.path[n]
	if n > w.at && (w.name == "author/name" && inner != "name" || w.name == "source" && inner != "title") {
		return
	}
	w.buf.Write(t)
}

func (w *xmlWalker) end() {
	if len(w.path) == 0 {
		return
	}
	w.path = w.path[:len(w.path)-1]
	if w.open == nil || len(w.path) != w.at {
		return
	}
	w.open.text.text = w.buf.String()
	if w.open.attrs["type"] == "xhtml" || w.open.attrs["type"] == "application/xhtml+xml" || w.name == "body" {
		w.open.text.text = w.inner()
	}
	w.fields[w.name] = append(w.fields[w.name], *w.open)
	w.open = nil
}

// inner is the markup between the tags of the field.
func (w *xmlWalker) inner() string {
	b := w.text[min(int(w.from), len(w.text)):min(int(w.d.InputOffset()), len(w.text))]
	if i := bytes.LastIndex(b, []byte("</")); i >= 0 {
		b = b[:i]
	}
	return string(b)
}

// cleanXML puts spaces in the place of characters that XML forbids, byte for byte.
func cleanXML(text []byte) []byte {
	bad := func(r rune) bool {
		return r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0xfffe || r == 0xffff || r == utf8.RuneError
	}
	if bytes.IndexFunc(text, bad) < 0 {
		return text
	}
	clean := bytes.Clone(text)
	for i := 0; i < len(clean); {
		r, size := utf8.DecodeRune(clean[i:])
		if bad(r) && !(r == utf8.RuneError && size == 3) {
			for j := range size {
				clean[i+j] = ' '
			}
		}
		i += size
	}
	return clean
}
