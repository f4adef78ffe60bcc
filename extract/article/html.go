package article

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"net/url"
	"strings"

	"golang.org/x/net/html"
)

// maxTags is how many tags a page may have. Pages of news have hundreds to a few thousand, those with all their comments tens of
// thousands. It bounds the tree, which takes far more memory than the bytes.
const maxTags = 60_000

// isHTML looks for what begins a page or a piece of one, past comments and the declaration of XHTML.
func isHTML(head []byte) bool {
	head = bytes.ToLower(head)
	for {
		head = bytes.TrimLeft(head, " \t\r\n\f")
		var ok bool
		switch {
		case bytes.HasPrefix(head, []byte("<!--")):
			_, head, ok = bytes.Cut(head, []byte("-->"))
		case bytes.HasPrefix(head, []byte("<?xml")):
			_, head, ok = bytes.Cut(head, []byte("?>"))
		default:
			return beginsPage(head)
		}
		if !ok {
			return false
		}
	}
}

func beginsPage(head []byte) bool {
	if bytes.HasPrefix(head, []byte("<!doctype")) {
		name := bytes.TrimLeft(head[len("<!doctype"):], " \t\r\n")
		return bytes.HasPrefix(name, []byte("html"))
	}
	for _, tag := range []string{"html", "head", "body", "meta", "title", "div", "p", "article", "main", "section", "h1", "h2", "table", "center"} {
		if after, ok := bytes.CutPrefix(head, []byte("<"+tag)); ok && (len(after) == 0 || bytes.IndexByte([]byte(" \t\r\n/>"), after[0]) >= 0) {
			return true
		}
	}
	return false
}

// readHTML reads a page, which is one article or none.
func readHTML(s *source) bool {
	raw, err := s.readWhole()
	if err != nil {
		return s.refuseWhole(err, "save the page without the pictures that are written into it")
	}
	text, warnings, err := s.decodePage(raw)
	if err != nil {
		return s.refuse(s.name, 0, err, encodingAdvice(err))
	}
	rec, err := s.readPage(text)
	if err != nil {
		return s.refuse(s.name, 0, err, pageAdvice(err))
	}
	rec.line = 1
	rec.warnings = append(warnings, rec.warnings...)
	return s.finish(rec)
}

// readPage finds the article of a page.
func (s *source) readPage(text []byte) (record, error) {
	known, err := s.furniture()
	if err != nil {
		return record{}, err
	}
	doc, err := parsePage(text)
	if err != nil {
		return record{}, err
	}
	m := readMeta(doc, s.doc.URL)
	p := page{source: s, known: known, meta: m, doc: doc, state: known.stateScripts(doc), scripts: count(doc, "script"), password: hasPassword(doc)}
	prune(doc, known)
	narrow(doc, known)
	p.lines = known.linesOf(doc)
	p.lang = s.languages.tell("", joinLines(p.lines))
	p.title, p.byline, p.times = p.findTitle(), cmp.Or(p.readByline(), p.writtenByline()), p.readTimes()
	p.body = p.findBody()
	if err := p.verdict(); err != nil && (errors.Is(err, errLogin) || !p.fillFromState() || p.verdict() != nil) {
		return record{}, err
	}
	return p.record(), nil
}

// page is what is known of a page on the way to its article.
type page struct {
	*source
	known    *furniture
	meta     meta
	doc      *html.Node
	scripts  int      // elements
	password bool     // it asks for one
	state    []string // data of its scripts
	lines    []line   // of the whole page without furniture
	lang     string   // of the lines
	title    string
	byline   string
	times    []string // of time elements
	body     []line   // of the article
	listed   bool     // what was taken for it is a list of links
}

func (p *page) record() record {
	rec := record{
		title:  p.title,
		author: p.findAuthor(),
		source: p.meta.source,
		url:    p.meta.url,
		lang:   p.findLang(),
		text:   joinLines(p.body),
	}
	rec.date = p.findDate()
	if p.meta.closed {
		rec.warn("the page says that it shows only a part to readers without an account")
	}
	return rec
}

// parsePage parses within bounds: so many tags, and elements nested so deep as the parser allows (512).
func parsePage(text []byte) (*html.Node, error) {
	if n := bytes.Count(text, []byte("<")); n > maxTags {
		return nil, fmt.Errorf("%w: %d tags, more than %d", errMarkup, n, maxTags)
	}
	doc, err := html.Parse(bytes.NewReader(text))
	if err != nil {
		return nil, fmt.Errorf("%w: %s", errMarkup, strings.TrimPrefix(err.Error(), "html: "))
	}
	return doc, nil
}

var errMarkup = errors.New("no news page has such markup")

// pageAdvice says what to do about a page that gave no article.
func pageAdvice(err error) string {
	switch {
	case errors.Is(err, errNoScript):
		return "it is filled in by a script: open it in a browser and save what it shows"
	case errors.Is(err, errLogin):
		return "log in with a browser and save what it shows"
	case errors.Is(err, errListing):
		return "give the pages that it links to, or the feed of the site"
	case errors.Is(err, ErrNoArticle):
		return "give the page of an article; a text of few words can be given as plain text"
	case errors.Is(err, errMarkup):
		return "copy the text of the article into a plain text file"
	}
	return ""
}

// absolute resolves a link against the address of its page; it is empty unless the result is on the web.
func absolute(base, link string) string {
	link = trim(link)
	if link == "" {
		return ""
	}
	u, err := url.Parse(link)
	if err != nil {
		return ""
	}
	if b, err := url.Parse(base); err == nil && b.IsAbs() {
		u = b.ResolveReference(u)
	}
	if u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return ""
	}
	return u.String()
}
