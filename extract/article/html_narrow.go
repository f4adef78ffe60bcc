package article

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// narrow takes out what the structure of a page shows to be no part of the article, whatever things are called: the other columns
// of a table that lays out the page, lists of other stories behind their heading, and words in one box with a picture.
func narrow(doc *html.Node, known *furniture) {
	pruneCaptions(doc)
	pruneColumns(doc, known)
	prunePointers(doc, known)
}

// content is what an element holds.
type content struct {
	text     int // bytes, without the space around words
	pictures int
	blocks   int // paragraphs, headings, lists, cells, lines, times
}

// contents weighs all elements of a tree in one pass.
func contents(root *html.Node) map[*html.Node]content {
	all := map[*html.Node]content{}
	var weigh func(n *html.Node) content
	weigh = func(n *html.Node) (sum content) {
		if n.Type == html.TextNode {
			return content{text: len(oneLine(n.Data))}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			in := weigh(c)
			sum.text, sum.pictures, sum.blocks = sum.text+in.text, sum.pictures+in.pictures, sum.blocks+in.blocks
		}
		switch n.Data {
		case "img":
			sum.pictures++
		case "p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "br", "time":
			sum.blocks++
		}
		all[n] = sum
		return sum
	}
	weigh(root)
	return all
}

// longCaption is how long the words are, in bytes, that stand in one box with a picture.
const longCaption = 300

// pruneCaptions takes out boxes that hold a picture and a few words, but no paragraph, heading or list.
func pruneCaptions(doc *html.Node) {
	all := contents(doc)
	for _, e := range slices.Collect(elements(doc)) {
		in := all[e]
		if (e.Data == "div" || e.Data == "span") && e.Parent != nil && in.pictures > 0 && in.blocks == 0 && 0 < in.text && in.text <= longCaption {
			e.Parent.RemoveChild(e)
		}
	}
}

// A column holds the article if it has this many times the prose of all others beside it.
const columnShare = 3

// pruneColumns keeps of the cells of a row the one in which the article stands. Rows of figures have no prose and stay.
func pruneColumns(doc *html.Node, known *furniture) {
	prose := known.proseOf(doc)
	for _, e := range slices.Collect(elements(doc)) { // elements are taken out meanwhile
		if e.Data != "tr" || prose[e]*2 < prose[doc] {
			continue
		}
		for _, cell := range childElements(e) {
			rest := prose[e] - prose[cell]
			if prose[cell] > 0 && rest > 0 && prose[cell] >= columnShare*rest {
				keepOnly(e, cell)
				break
			}
		}
	}
}

func childElements(e *html.Node) (out []*html.Node) {
	for c := e.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode {
			out = append(out, c)
		}
	}
	return out
}

// keepOnly takes out the children of a node but one, and those that hold a headline.
func keepOnly(parent, child *html.Node) {
	for c := parent.FirstChild; c != nil; {
		next := c.NextSibling
		if c != child && count(c, "h1") == 0 {
			parent.RemoveChild(c)
		}
		c = next
	}
}

// prunePointers takes out headings such as "see also" with the list of links behind them, and headings behind which only other
// stories come with all that follows them in their box. What holds a third of the prose stays.
func prunePointers(doc *html.Node, known *furniture) {
	prose, all := known.proseOf(doc), contents(doc)
	for _, e := range slices.Collect(elements(doc)) {
		if e.Parent == nil || inline[e.Data] || e.Data == "body" || e.Data == "html" || all[e].text == 0 || all[e].text > longPointer || !ownText(e) {
			continue
		}
		folded := foldLine(textOf(e))
		if !known.ends[folded] && !known.lines[folded] {
			continue
		}
		pruneBehind(outermost(e, all), known.ends[folded], prose, prose[doc]/3)
	}
}

// longPointer is how long a heading before a list of other stories is, in bytes.
const longPointer = 100

// ownText reports whether a block holds words itself and not in a block inside it.
func ownText(e *html.Node) bool {
	for c := e.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.TextNode && strings.TrimSpace(c.Data) != "" || c.Type == html.ElementNode && inline[c.Data] {
			return true
		}
	}
	return false
}

// outermost climbs from an element to the last around it that has no other text.
func outermost(e *html.Node, all map[*html.Node]content) *html.Node {
	for e.Parent != nil && e.Parent.Type == html.ElementNode && e.Parent.Data != "body" && all[e.Parent].text == all[e].text {
		e = e.Parent
	}
	return e
}

// pruneBehind takes out what stands behind a heading: all of it, or the one list. Prose beyond the bound keeps it.
func pruneBehind(heading *html.Node, all bool, prose map[*html.Node]int, bound int) {
	var behind []*html.Node
	sum := 0
	for c := heading.NextSibling; c != nil; c = c.NextSibling {
		if c.Type == html.TextNode && strings.TrimSpace(c.Data) != "" && !all {
			return
		}
		behind = append(behind, c)
		sum += prose[c]
		if !all && c.Type == html.ElementNode {
			if c.Data != "ul" && c.Data != "ol" || count(c, "a") == 0 {
				return
			}
			break
		}
	}
	if sum > bound {
		return
	}
	for _, c := range behind {
		c.Parent.RemoveChild(c)
	}
}

// An element that says that it is the article must hold so much of the prose of the page, in percent: else the page says it of
// a part, or of each teaser.
const articleShare = 50

// articleElement returns the element that says that it is the article and holds most of the prose; nil if none does.
func (p *page) articleElement() *html.Node {
	prose := p.known.proseOf(p.doc)
	for e := range elements(p.doc) {
		if e.Data != "article" && attr(e, "role") != "article" && !strings.Contains(attr(e, "itemprop"), "articleBody") {
			continue
		}
		if prose[e]*100 >= prose[p.doc]*articleShare {
			return e
		}
	}
	return nil
}

// isolate takes out of the page all that stands around an element.
func isolate(e *html.Node) {
	for n := e; n.Parent != nil && n.Parent.Type == html.ElementNode && n.Parent.Data != "html"; n = n.Parent {
		for c := n.Parent.FirstChild; c != nil; {
			next := c.NextSibling
			if c != n {
				n.Parent.RemoveChild(c)
			}
			c = next
		}
	}
}
