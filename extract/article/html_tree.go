package article

import (
	"iter"
	"strings"

	"golang.org/x/net/html"
)

// elements yields the elements of a tree in document order. The element that is yielded may be taken out of the tree.
func elements(root *html.Node) iter.Seq[*html.Node] {
	return func(yield func(*html.Node) bool) {
		for n := root; n != nil; {
			next := following(root, n)
			inside := n.FirstChild
			if n.Type == html.ElementNode && !yield(n) {
				return
			}
			if inside != nil && (n.Parent != nil || n == root) {
				next = inside
			}
			n = next
		}
	}
}

// following is the node after n and all that is in it.
func following(root, n *html.Node) *html.Node {
	for ; n != root && n != nil; n = n.Parent {
		if n.NextSibling != nil {
			return n.NextSibling
		}
	}
	return nil
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func hasAttr(n *html.Node, key string) bool {
	for _, a := range n.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}

func count(root *html.Node, tag string) (n int) {
	for e := range elements(root) {
		if e.Data == tag {
			n++
		}
	}
	return n
}

func hasPassword(root *html.Node) bool {
	for e := range elements(root) {
		if e.Data == "input" && strings.EqualFold(attr(e, "type"), "password") {
			return true
		}
	}
	return false
}

// within reports whether n or an element around it has one of the tags.
func within(n *html.Node, tags ...string) bool {
	for ; n != nil; n = n.Parent {
		if n.Type != html.ElementNode {
			continue
		}
		for _, tag := range tags {
			if n.Data == tag {
				return true
			}
		}
	}
	return false
}

// textOf returns the words of an element on one line.
func textOf(n *html.Node) string {
	var b strings.Builder
	for c := n; c != nil; {
		if c.Type == html.TextNode && !within(c, "script", "style") {
			b.WriteString(c.Data)
		}
		if c.FirstChild != nil {
			c = c.FirstChild
			continue
		}
		if c.Type == html.ElementNode {
			b.WriteByte(' ')
		}
		c = following(n, c)
	}
	return oneLine(b.String())
}
