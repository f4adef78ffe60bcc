package article

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

// line is a paragraph, a heading, an item of a list: what stands by itself on a page.
type line struct {
	text    string
	words   int
	letters int
	linked  int  // letters of links
	loud    int  // letters in bold or large type
	heading bool // in h1 to h6
	policy  bool // links to the rules of the site
}

// sentence reports whether the line reads like a sentence, not like a caption of something: it is long enough.
func (l line) sentence() bool { return l.words >= 8 }

// shouted reports whether the line is all in bold or large type, as headlines of old pages are.
func (l line) shouted() bool { return l.letters > 0 && l.loud == l.letters }

// link reports whether the line is nothing but a link.
func (l line) link() bool { return l.letters > 0 && l.linked*10 >= l.letters*9 }

func words(s string) int { return len(strings.Fields(s)) }

func joinLines(lines []line) string {
	texts := make([]string, len(lines))
	for i, l := range lines {
		texts[i] = l.text
	}
	return strings.Join(texts, "\n\n")
}

// inline elements stand in a line; all others begin and end one.
var inline = map[string]bool{
	"a": true, "abbr": true, "acronym": true, "b": true, "bdi": true, "bdo": true, "big": true, "cite": true, "code": true,
	"data": true, "del": true, "dfn": true, "em": true, "font": true, "i": true, "ins": true, "kbd": true, "label": true,
	"mark": true, "q": true, "s": true, "samp": true, "small": true, "span": true, "strike": true, "strong": true, "sub": true,
	"sup": true, "time": true, "tt": true, "u": true, "var": true, "wbr": true, "nobr": true, "o:p": true,
}

// lineWriter gathers the lines of a tree.
type lineWriter struct {
	out   []line
	text  strings.Builder
	now   line
	links int // open a elements
	heads int // open headings
	louds int // open elements of bold or large type
	known *furniture
	prose map[*html.Node]int // letters of sentences in each block, if they are asked for
	sum   int                // of them so far
}

// linesOf returns the lines that a reader sees in a tree.
func (f *furniture) linesOf(root *html.Node) []line {
	w := lineWriter{known: f}
	w.node(root)
	w.end()
	return w.out
}

// proseOf returns how many letters each block of a tree has in sentences, outside of links.
func (f *furniture) proseOf(root *html.Node) map[*html.Node]int {
	w := lineWriter{known: f, prose: map[*html.Node]int{}}
	w.node(root)
	w.end()
	w.prose[root] = w.sum
	return w.prose
}

// node goes as deep as the parser lets a page nest.
func (w *lineWriter) node(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		w.write(n.Data)
		return
	case html.ElementNode:
		if unseen[n.Data] {
			return
		}
		if n.Data == "br" || n.Data == "hr" {
			w.end()
			return
		}
	case html.DocumentNode:
	default:
		return
	}
	block := n.Type == html.ElementNode && !inline[n.Data]
	if block {
		w.end()
	}
	if n.Data == "a" && w.known.policy(attr(n, "href")) {
		w.now.policy = true
	}
	before := w.sum
	counter := w.counter(n)
	*counter++
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.node(c)
	}
	if block {
		w.end()
	}
	if w.prose != nil && w.sum > before {
		w.prose[n] = w.sum - before
	}
	*counter--
}

func (w *lineWriter) counter(n *html.Node) *int {
	switch n.Data {
	case "b", "strong", "big":
		return &w.louds
	case "font":
		if size := attr(n, "size"); size >= "5" && size <= "7" || strings.HasPrefix(size, "+") {
			return &w.louds
		}
	case "a":
		return &w.links
	case "h1", "h2", "h3", "h4", "h5", "h6":
		return &w.heads
	}
	return new(int)
}

func (w *lineWriter) write(s string) {
	for _, r := range s {
		if unicode.IsLetter(r) {
			w.now.letters++
			if w.links > 0 {
				w.now.linked++
			}
			if w.louds > 0 {
				w.now.loud++
			}
		}
	}
	w.now.heading = w.now.heading || w.heads > 0
	w.text.WriteString(s)
}

// end closes a line. One that shows nothing is none.
func (w *lineWriter) end() {
	if w.text.Len() == 0 {
		return
	}
	fields := strings.Fields(w.text.String())
	w.now.text, w.now.words = strings.Join(fields, " "), len(fields)
	if !isBlank(w.now.text) {
		w.out = append(w.out, w.now)
		if w.now.sentence() && !w.now.link() {
			w.sum += w.now.letters - w.now.linked
		}
	}
	w.text.Reset()
	w.now = line{}
}
