package article

import (
	"bytes"
	"html"
	"io"
	"regexp"
	"strings"

	xhtml "golang.org/x/net/html"
)

var (
	blockTag = regexp.MustCompile(`(?i)</?(?:p|br|div|h[1-6]|li|ul|ol|table|tr|figure|blockquote|section|article|hl1|hl2|block)\b[^<>]*>`)
	anyTag   = regexp.MustCompile(`(?i)</?[a-z][a-z0-9.:-]*(?:\s[^<>]*)?/?>`)
	entity   = regexp.MustCompile(`&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8});`)
)

// plain returns the text of a value without markup. In a field of our own format only paragraphs are markup: what else stands there
// is the text.
func (v value) plain() string {
	switch {
	case blockTag.MatchString(v.text), v.markup && anyTag.MatchString(v.text):
		return markupText(v.text)
	case !v.own() && entity.MatchString(v.text):
		return html.UnescapeString(v.text)
	}
	return v.text
}

// blocks begin and end a line.
func isBlock(tag string) bool {
	switch tag {
	case "p", "br", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "tr", "table", "blockquote", "section", "article", "figure", "hr", "pre",
		"hl1", "hl2", "block", "body", "body.content", "body.head", "hedline", "byline", "dateline", "dd", "dt":
		return true
	}
	return false
}

// isUnread tells elements whose text is no text of the article.
func isUnread(tag string) bool {
	switch tag {
	case "script", "style", "head", "figcaption", "media", "iframe", "noscript", "svg", "title":
		return true
	}
	return false
}

// markupText returns the text of a piece of HTML, XHTML or NITF, one line a paragraph.
func markupText(s string) string {
	var out strings.Builder
	var line bytes.Buffer
	end := func() {
		if words := bytes.Fields(line.Bytes()); len(words) > 0 {
			if out.Len() > 0 {
				out.WriteByte('\n')
			}
			out.Write(bytes.Join(words, []byte(" ")))
		}
		line.Reset()
	}
	skip, depth := "", 0
	for z := xhtml.NewTokenizer(strings.NewReader(s)); ; {
		kind := z.Next()
		if kind == xhtml.ErrorToken {
			if z.Err() != io.EOF {
				line.WriteString(strings.ToValidUTF8(string(z.Raw()), lostChar))
			}
			end()
			return out.String()
		}
		name, _ := z.TagName()
		tag := string(name)
		switch {
		case skip != "":
			switch {
			case tag == skip && kind == xhtml.StartTagToken:
				depth++
			case tag == skip && kind == xhtml.EndTagToken:
				if depth--; depth == 0 {
					skip = ""
				}
			}
		case kind == xhtml.StartTagToken && isUnread(tag):
			skip, depth = tag, 1
		case kind == xhtml.TextToken:
			line.Write(z.Text())
		case isBlock(tag):
			end()
		}
	}
}
