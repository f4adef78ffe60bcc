package article

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"errors"
	"fmt"
	"html"
	"io"
	"regexp"
	"strings"
)

// skippedMedia is what a wire brings beside texts.
const skippedMedia = "pictures, films and lists of other items"

const newsMLAdvice = "write it as the standard says: newsItem with contentSet and inlineXML or inlineData"

// isNewsML tells NewsML-G2 by its outermost element.
func isNewsML(head []byte) bool {
	switch rootName(head) {
	case "newsItem", "newsMessage":
		return true
	}
	return false
}

// newsItem is what we read of an item of NewsML-G2. Namespaces are not compared: an item that was cut out of its message has none.
type newsItem struct {
	GUID    string `xml:"guid,attr"`
	Version string `xml:"version,attr"`
	Lang    string `xml:"lang,attr"`
	Meta    struct {
		Class          coded   `xml:"itemClass"`
		Provider       coded   `xml:"provider"`
		VersionCreated string  `xml:"versionCreated"`
		FirstCreated   string  `xml:"firstCreated"`
		Embargoed      string  `xml:"embargoed"`
		Status         coded   `xml:"pubStatus"`
		Titles         []inner `xml:"title"`
	} `xml:"itemMeta"`
	Content struct {
		Created   string  `xml:"contentCreated"`
		Headlines []inner `xml:"headline"`
		By        []inner `xml:"by"`
		Creators  []coded `xml:"creator"`
		Sources   []coded `xml:"infoSource"`
		Languages []struct {
			Tag string `xml:"tag,attr"`
		} `xml:"language"`
	} `xml:"contentMeta"`
	Set struct {
		XML    []inner    `xml:"inlineXML"`
		Data   []inner    `xml:"inlineData"`
		Remote []struct{} `xml:"remoteContent"`
	} `xml:"contentSet"`
}

// inner is an element with what stands in it.
type inner struct {
	Type string `xml:"contenttype,attr"`
	Lang string `xml:"lang,attr"`
	XML  string `xml:",innerxml"`
}

// coded is something that has a code, a name or both.
type coded struct {
	QCode   string   `xml:"qcode,attr"`
	URI     string   `xml:"uri,attr"`
	Literal string   `xml:"literal,attr"`
	Names   []string `xml:"name"`
}

// name returns the name, else the code without the scheme it belongs to.
func (c coded) name() string {
	for _, n := range c.Names {
		if n = oneLine(n); n != "" {
			return n
		}
	}
	_, local, _ := strings.Cut(c.QCode, ":")
	return cmp.Or(c.Literal, local)
}

// readNewsML reads the items of NewsML-G2, one after the other.
func readNewsML(s *source) bool {
	x := &xmlScanner{in: s.in, name: "newsItem", line: 1}
	before, skipped := s.items, counts{}
	for {
		item, line, err := x.element()
		switch {
		case errors.Is(err, io.EOF) && s.items == before && len(skipped) == 0:
			return s.refuse(s.name, 0, fmt.Errorf("message %w", ErrNoArticles), "it holds no newsItem")
		case errors.Is(err, io.EOF):
			return s.tellSkipped(skipped)
		case errors.Is(err, ErrTooLong):
			err = fmt.Errorf("%w", err)
		case errors.Is(err, errOpenElement), errors.Is(err, io.ErrUnexpectedEOF):
			err = fmt.Errorf("%w: this newsItem has no end: %w", ErrRecord, err)
		case err != nil:
			return s.refusePath(s.name, err) && s.tellSkipped(skipped)
		}
		ok := false
		if err != nil {
			ok = s.refuse(s.name, line, err, "the items around it are read")
		} else {
			ok = s.newsItem(item, line, skipped)
		}
		if !ok {
			return false
		}
	}
}

func (s *source) newsItem(raw []byte, line int, skipped counts) bool {
	text, warnings, err := s.text.decode(raw)
	if err != nil {
		return s.refuse(s.name, line, err, encodingAdvice(err))
	}
	item, err := parseNewsItem(text)
	if err != nil {
		return s.refuse(s.name, line, err, newsMLAdvice)
	}
	if status := strings.ToLower(cmp.Or(item.Meta.Status.QCode, item.Meta.Status.URI)); s.fields.withdrawn[status] {
		return s.refuse(s.name, line, fmt.Errorf("%w: version %s of %s is %s", ErrWithdrawn, cmp.Or(item.Version, "1"), shorten(item.GUID), status), recordAdvice(ErrWithdrawn))
	}
	rec := item.record()
	if isBlank(rec.text) && isBlank(rec.title) || isBlank(rec.text) && !item.isText() {
		if !item.isText() {
			skipped[skippedMedia]++
			return true
		}
		return s.refuse(s.name, line, fmt.Errorf("%w: it has neither headline nor text", ErrRecord), newsMLAdvice)
	}
	if isBlank(rec.text) {
		rec.warn("text is empty: only the title is read")
	}
	rec.line, rec.warnings = line, append(warnings, rec.warnings...)
	return s.finish(rec)
}

func parseNewsItem(text []byte) (item newsItem, err error) {
	d := xml.NewDecoder(bytes.NewReader(text))
	d.Strict, d.Entity, d.AutoClose = false, xml.HTMLEntity, xml.HTMLAutoClose
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil } // decoded already
	if err = d.Decode(&item); err != nil {
		return item, fmt.Errorf("%w: no XML: %w", ErrRecord, err)
	}
	return item, nil
}

// isText reports whether an item is a text; one that does not say so is.
func (n newsItem) isText() bool {
	_, class, _ := strings.Cut(n.Meta.Class.QCode, ":")
	return class == "" || class == "text"
}

func (n newsItem) record() record {
	rec := record{
		id: n.GUID, source: n.Meta.Provider.name(),
		// Of two versions the store keeps the later one.
		date: cmp.Or(trim(n.Meta.VersionCreated), trim(n.Content.Created), trim(n.Meta.FirstCreated)),
		lang: n.Lang,
	}
	if isAddress([]byte(trim(n.GUID))) {
		rec.url = trim(n.GUID)
	}
	for _, c := range n.Content.Sources {
		rec.source = cmp.Or(rec.source, c.name())
	}
	rec.title, _ = firstText(n.Content.Headlines)
	n.body(&rec)
	if len(n.Content.Languages) > 0 {
		rec.lang = cmp.Or(n.Content.Languages[0].Tag, rec.lang)
	}
	if rec.title == "" {
		rec.title, _ = firstText(n.Meta.Titles)
	}
	rec.author = strings.Join(n.authors(), ", ")
	if n.Meta.Embargoed != "" {
		rec.warn("under embargo until %s", shorten(trim(n.Meta.Embargoed)))
	}
	return rec
}

func (n newsItem) authors() (names []string) {
	for _, by := range n.Content.By {
		if name := oneLine(by.text()); name != "" {
			names = append(names, name)
		}
	}
	for _, c := range n.Content.Creators {
		if name := c.name(); name != "" && len(n.Content.By) == 0 {
			names = append(names, name)
		}
	}
	return names
}

// body takes the first content that is a text.
func (n newsItem) body(rec *record) {
	var lang string
	if rec.text, lang = firstText(n.Set.XML); rec.text == "" {
		rec.text, lang = firstText(n.Set.Data)
	}
	rec.lang = cmp.Or(lang, rec.lang)
	for _, x := range n.Set.XML {
		if rec.title == "" {
			rec.title = oneLine(markupText(part(x.XML, "hl1")))
		}
	}
}

func firstText(list []inner) (text, lang string) {
	for _, in := range list {
		if text := in.text(); !isBlank(text) {
			return text, in.Lang
		}
	}
	return "", ""
}

var cdata = regexp.MustCompile(`(?s)<!\[CDATA\[(.*?)\]\]>`)

// text returns what stands in an element: of NITF and XHTML the paragraphs of the body, of plain text all of it.
func (in inner) text() string {
	s := in.XML
	if strings.HasPrefix(in.Type, "text/plain") || !strings.Contains(s, "<") {
		return strings.TrimSpace(html.UnescapeString(cdata.ReplaceAllStringFunc(s, func(m string) string { return html.EscapeString(inCDATA(m)) })))
	}
	if strings.Contains(in.Type, "html") || strings.Contains(in.Type, "nitf") { // markup that was packed once more
		s = cdata.ReplaceAllStringFunc(s, inCDATA)
	} else {
		s = cdata.ReplaceAllStringFunc(s, func(m string) string { return html.EscapeString(inCDATA(m)) })
	}
	if body := part(s, "body.content"); body != "" {
		s = body
	}
	return markupText(s)
}

func inCDATA(s string) string { return s[len("<![CDATA[") : len(s)-len("]]>")] }

// part returns what stands between the tags of an element, empty if there is none.
func part(s, name string) string {
	i := strings.Index(s, "<"+name)
	if i < 0 {
		return ""
	}
	s = s[i+1+len(name):]
	if i = strings.IndexByte(s, '>'); i < 0 || s[0] != '>' && s[0] != ' ' {
		return ""
	}
	s = s[i+1:]
	if i = strings.Index(s, "</"+name+">"); i < 0 {
		return ""
	}
	return s[:i]
}
