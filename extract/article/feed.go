package article

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
)

// isFeed looks for the root of RSS, Atom or RDF, past declarations and comments.
func isFeed(head []byte) bool {
	for {
		head = bytes.TrimLeft(head, " \t\r\n")
		end := ">"
		switch {
		case bytes.HasPrefix(head, []byte("<!--")):
			end = "-->"
		case bytes.HasPrefix(head, []byte("<?")):
			end = "?>"
		case bytes.HasPrefix(head, []byte("<!")):
			if subset, _, ok := bytes.Cut(head, []byte(">")); ok && bytes.IndexByte(subset, '[') >= 0 {
				end = "]>"
			}
		default:
			name := localName(head)
			return name == "rss" || name == "feed" || name == "RDF"
		}
		_, after, ok := bytes.Cut(head, []byte(end))
		if !ok {
			return false
		}
		head = after
	}
}

// localName returns the name of the tag at the beginning of b, without its prefix.
func localName(b []byte) string {
	b, ok := bytes.CutPrefix(b, []byte("<"))
	if !ok {
		return ""
	}
	b = bytes.TrimPrefix(b, []byte("/"))
	if i := bytes.IndexAny(b, " \t\r\n/>"); i >= 0 {
		b = b[:i]
	}
	if i := bytes.IndexByte(b, ':'); i >= 0 {
		b = b[i+1:]
	}
	return string(b)
}

// feed is what is known of a feed while its items are read.
type feed struct {
	*source
	known    *furniture
	title    string
	lang     string
	base     string // links start from it
	charset  string // as declared
	prefixes map[string]string
	page     page // for what pages and items have in common
}

func (s *source) newFeed() (*feed, error) {
	known, err := s.furniture()
	if err != nil {
		return nil, err
	}
	return &feed{source: s, known: known, base: s.doc.URL, prefixes: map[string]string{}, page: page{source: s, known: known}}, nil
}

const (
	feedAdvice    = "the other items are read"
	feedCutAdvice = "take the feed from its origin again; the items before the cut are read"
)

// readFeed reads a feed in XML, item by item: what is broken costs only the item in which it stands.
func readFeed(s *source) bool {
	f, err := s.newFeed()
	if err != nil {
		return s.refuse(s.name, 0, err, "")
	}
	parts := &feedSplitter{in: s.in, line: 1, max: MaxRecord}
	for before := s.items; ; {
		part, err := parts.next()
		switch {
		case errors.Is(err, io.EOF) && parts.open() && s.items > before:
			return s.refuse(s.name, parts.line, fmt.Errorf("%w: the feed ends in the middle", ErrRecord), feedCutAdvice)
		case errors.Is(err, io.EOF) && s.items == before:
			return s.refuse(s.name, 0, fmt.Errorf("feed %w", ErrNoArticles), "it has no items; look at it again later")
		case errors.Is(err, io.EOF):
			return true
		case errors.Is(err, ErrTooLong):
			if !s.refuse(s.name, part.line, err, feedAdvice) {
				return false
			}
			continue
		case err != nil:
			return s.refusePath(s.name, err)
		case part.cut:
			return s.refuse(s.name, part.line, fmt.Errorf("%w: the feed ends in the middle of an item", ErrRecord), feedCutAdvice)
		case !part.item:
			f.readHead(part.xml)
			continue
		}
		if !f.readItem(part) {
			return false
		}
	}
}

// readHead reads what a feed says of itself before its first item. What is broken there costs no item.
func (f *feed) readHead(raw []byte) {
	f.charset = declared(f.doc.ContentType, raw)
	text, _, err := f.decodeAs(raw, f.charset)
	if err != nil {
		return
	}
	fields, _ := f.parseXML(text, 3)
	f.title, f.lang = f.line(fields.first("title")), fields.first("language", "dc:language", "xml:lang").text
	if link := absolute(f.doc.URL, fields.link()); link != "" && f.base == "" {
		f.base = link
	}
}

// readItem reads one item and reports whether to go on.
func (f *feed) readItem(part feedPart) bool {
	text, warnings, err := f.decodeAs(part.xml, f.charset)
	if err != nil {
		return f.refuse(f.name, part.line, err, encodingAdvice(err))
	}
	fields, err := f.parseXML(text, 1)
	if err != nil {
		return f.refuse(f.name, part.line, err, feedAdvice)
	}
	return f.take(feedItem{
		id:      fields.first("guid", "id", "rdf:about").text,
		link:    fields.link(),
		title:   fields.first("title", "dc:title"),
		author:  strings.Join(fields.authors(), ", "),
		date:    fields.first("pubDate", "published", "dc:date", "issued", "dcterms:issued", "dcterms:created", "date", "updated", "modified", "atom:published", "atom:updated").text,
		lang:    fields.first("xml:lang", "dc:language", "language").text,
		source:  fields.first("source", "dc:publisher"),
		content: fields.first("content:encoded", "content", "body", "yandex:full-text", "full-text", "fulltext"),
		summary: fields.first("description", "summary", "dc:description"),
	}, part.line, warnings)
}

// feedItem is an item as its feed gives it, whatever the format.
type feedItem struct {
	id, link, author, date, lang    string
	title, source, content, summary feedText
}

// feedText is a text of a feed.
type feedText struct {
	text  string
	plain bool // "<" is a letter in it, and line breaks are line breaks
}

// A summary of so many letters or paragraphs is taken for the text itself: many feeds give it there.
const (
	fullLetters    = 1200
	fullParagraphs = 4
)

// take makes an article of an item.
func (f *feed) take(item feedItem, line int, warnings []string) bool {
	rec := record{id: item.id, author: item.author, lang: item.lang, line: line, warnings: warnings}
	rec.title = f.line(item.title)
	rec.url = absolute(f.base, item.link)
	if rec.source = f.line(item.source); rec.source == "" {
		rec.source = f.title
	}
	if rec.lang == "" {
		rec.lang = f.lang
	}
	f.page.title, f.page.lang = rec.title, f.languages.tell(rec.title, item.summary.text)
	rec.date = f.page.readAnyDate(item.date)
	content, err := f.lines(item.content)
	if err != nil {
		return f.refuse(f.name, line, err, feedAdvice)
	}
	summary, err := f.lines(item.summary)
	if err != nil {
		return f.refuse(f.name, line, err, feedAdvice)
	}
	body := content
	if wordsOf(summary) > wordsOf(content) {
		body = summary
	}
	rec.text = joinLines(body)
	if rec.url != "" && !full(body) && (wordsOf(content) == 0 || cutShort(rec.text)) {
		rec.fullText = rec.url
	}
	switch {
	case rec.title == "" && rec.text == "":
		return f.refuse(f.name, line, fmt.Errorf("%w: the item has neither title nor text", ErrRecord), feedAdvice)
	case rec.text == "" && rec.fullText == "":
		rec.warn("text is empty: only the title is read")
	}
	return f.finish(rec)
}

// full reports whether a summary is as long as an article.
func full(lines []line) bool {
	letters := 0
	for _, l := range lines {
		letters += l.letters
	}
	return (letters >= fullLetters || len(lines) >= fullParagraphs) && !cutShort(joinLines(lines))
}

// cutShort reports whether a text ends with the marks of one that goes on elsewhere.
func cutShort(text string) bool {
	text = strings.TrimRight(text, " ]\n")
	return strings.HasSuffix(text, "...") || strings.HasSuffix(text, "…")
}

// line returns a text on one line, without markup.
func (f *feed) line(t feedText) string {
	lines, err := f.read(t)
	if err != nil {
		return ""
	}
	return oneLine(strings.ReplaceAll(joinLines(lines), "\n", " "))
}

// lines returns the paragraphs of a text without what belongs to the site.
func (f *feed) lines(t feedText) ([]line, error) {
	lines, err := f.read(t)
	if err != nil {
		return nil, err
	}
	return f.page.clean(lines), nil
}

// read returns the lines of a text.
func (f *feed) read(t feedText) ([]line, error) {
	if isBlank(t.text) {
		return nil, nil
	}
	if t.plain || !strings.Contains(t.text, "<") {
		return f.known.linesOfHTML(plainLines.Replace(t.text))
	}
	doc, err := parsePage([]byte(t.text))
	if err != nil {
		return nil, err
	}
	prune(doc, f.known)
	return f.known.linesOf(doc), nil
}

// plainLines writes a plain text as HTML.
var plainLines = strings.NewReplacer("<", "&lt;", "\r\n", "<br>", "\n", "<br>", "\r", "<br>")
