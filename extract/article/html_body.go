package article

import (
	"fmt"
	"slices"
	"strings"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
)

// findBody returns the lines of the article: those of the part of the page that reads like one, or the text that the page gives
// to programs where it shows none.
func (p *page) findBody() []line {
	var body []line
	pruneStamps(p.doc, p.known)
	if weight(p.doc) > maxWeight {
		return p.clean(p.lines)
	}
	if e := p.articleElement(); e != nil {
		isolate(e)
	}
	parser := readability.NewParser()
	parser.DisableJSONLD = true
	if a, err := parser.ParseAndMutate(p.doc, nil); err == nil && a.Node != nil {
		p.listed = listed(p.known.linesOf(a.Node))
		body = p.clean(p.known.linesOf(a.Node))
	}
	if given := p.given(); wordsOf(given) > 2*wordsOf(body) {
		p.listed = false
		return p.clean(given)
	}
	return body
}

// maxWeight bounds what the library does: it looks at the text of each element again for each that stands around it. Pages of news
// weigh a megabyte or two; of what is heavier all that is no furniture is taken. The heaviest take about a second.
const maxWeight = 64 << 20

// weight is the length of the texts of a tree, each as often as elements stand around it.
func weight(root *html.Node) (n int) {
	depth := 0
	for c := root; c != nil; {
		if c.Type == html.TextNode {
			n += depth * len(c.Data)
		}
		if c.FirstChild != nil {
			c, depth = c.FirstChild, depth+1
			continue
		}
		for c != root && c.NextSibling == nil {
			c, depth = c.Parent, depth-1
		}
		if c == root {
			break
		}
		c = c.NextSibling
	}
	return n
}

// given returns the text of JSON-LD, which some write as HTML.
func (p *page) given() []line {
	if p.meta.text == "" {
		return nil
	}
	lines, err := p.known.linesOfHTML(p.meta.text)
	if err != nil {
		return nil
	}
	return lines
}

// linesOfHTML returns the lines of a piece of HTML, or of a plain text with line breaks.
func (f *furniture) linesOfHTML(text string) ([]line, error) {
	if !looksMarked(text) {
		text = strings.NewReplacer("\r\n", "<br>", "\n", "<br>", "\r", "<br>").Replace(text)
	}
	doc, err := parsePage([]byte(text))
	if err != nil {
		return nil, err
	}
	return f.linesOf(doc), nil
}

// looksMarked reports whether a text has tags that break lines.
func looksMarked(text string) bool {
	lower := strings.ToLower(text)
	return slices.ContainsFunc([]string{"<p", "<br", "<div", "<li", "<h2", "<h3"}, func(tag string) bool { return strings.Contains(lower, tag) })
}

func wordsOf(lines []line) (n int) {
	for _, l := range lines {
		n += l.words
	}
	return n
}

// Why a page has no article.
var (
	errNoScript = fmt.Errorf("%w: it shows no text without its scripts", ErrNoArticle)
	errLogin    = fmt.Errorf("%w: it asks for a login", ErrNoArticle)
	errListing  = fmt.Errorf("%w: it is a list of links", ErrNoArticle)
)

// A page that says it is an article has this many words at least, like one sentence of news; any other page a paragraph or two.
const (
	fewWords  = 10
	someWords = 40
)

// listed reports whether lines are teasers: headings or lines that are links, as many as sentences.
func listed(lines []line) bool {
	links := 0
	for _, l := range lines {
		if l.link() && words(l.text) >= 3 {
			links++
		}
	}
	return links >= 5 && links >= sentences(lines)
}

// verdict says why the page has no article, if it has none.
func (p *page) verdict() error {
	n := wordsOf(p.body)
	need := someWords
	if p.meta.article {
		need = fewWords
	}
	switch shown := wordsOf(p.lines); {
	case n >= need && sentences(p.body) > 0 && !(p.listed && !p.meta.article) && !p.loginWall(n):
		return nil
	case p.password || p.loginWall(n):
		return errLogin
	case shown < someWords && p.scripts > 0:
		return errNoScript
	case p.listed || p.meta.listing || listed(p.lines):
		return errListing
	default:
		return fmt.Errorf("%w: it has %d words of text", ErrNoArticle, n)
	}
}

// loginWall: a short text that asks strangers to log in.
func (p *page) loginWall(n int) bool {
	if n >= 2*someWords {
		return false
	}
	all := " " + foldLine(joinLines(p.lines)) + " "
	return slices.ContainsFunc(p.known.login, func(s string) bool { return strings.Contains(all, " "+s+" ") })
}
