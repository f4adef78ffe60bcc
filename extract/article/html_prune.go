package article

import (
	"iter"
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

// unseen elements hold no text of a page.
var unseen = map[string]bool{
	"script": true, "style": true, "noscript": true, "template": true, "svg": true, "math": true, "iframe": true, "object": true,
	"head": true, "select": true, "button": true, "textarea": true, "input": true, "audio": true, "video": true, "canvas": true, "map": true,
	"frameset": true, "noframes": true, "dialog": true, "marquee": true,
	"amp-ad": true, "amp-embed": true, "amp-consent": true, "amp-sidebar": true, "amp-social-share": true, "amp-user-notification": true,
}

// furniture elements and roles stand around an article.
var (
	furnitureTags  = map[string]bool{"nav": true, "footer": true, "aside": true, "figcaption": true, "menu": true}
	furnitureRoles = map[string]bool{"navigation": true, "complementary": true, "contentinfo": true, "banner": true, "search": true, "dialog": true, "alertdialog": true, "menu": true, "menubar": true, "tooltip": true}
)

// prune takes out of a page what belongs to the site and not to the article: what tags, roles and names of classes say is a menu,
// a list of other stories, a bar for sharing, a caption, a comment.
func prune(doc *html.Node, known *furniture) {
	prose := known.proseOf(doc)
	for e := range elements(doc) {
		if e.Parent == nil || !known.removes(e, prose[e]*2 <= prose[doc]) {
			continue
		}
		e.Parent.RemoveChild(e)
	}
}

// removes judges one element. The elements that frame a page stay whatever they are called, and so does what holds the headline;
// what holds half of the prose goes only if it is called by a name that no article has.
func (f *furniture) removes(e *html.Node, small bool) bool {
	switch {
	case e.Data == "html" || e.Data == "body" || e.Data == "main" || e.Data == "head" || e.Data == "time":
		return false
	case unseen[e.Data], isHidden(e):
		return true
	}
	byTag := furnitureTags[e.Data] || furnitureRoles[attr(e, "role")] || e.Data == "header" && !within(e, "main", "article") ||
		e.Data == "figure" && count(e, "blockquote") == 0 && count(e, "table") == 0
	weak, strong := f.named(e)
	if !byTag && !weak && !strong || count(e, "h1") > 0 {
		return false
	}
	return strong || small
}

func isHidden(e *html.Node) bool {
	style := strings.ReplaceAll(strings.ToLower(attr(e, "style")), " ", "")
	waits := strings.HasPrefix(e.Parent.Data, "amp-") && (hasAttr(e, "placeholder") || hasAttr(e, "fallback")) // AMP shows it until something else is there
	return waits || hasAttr(e, "hidden") || strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden")
}

// named reports whether class or id name a piece of furniture, and whether the name is one that no article has.
func (f *furniture) named(e *html.Node) (weak, strong bool) {
	for part := range f.names(e) {
		weak = weak || f.classes[part]
		strong = strong || f.never[part]
	}
	return weak, strong
}

// byline reports whether class or id say that an element holds the name of an author.
func (f *furniture) byline(e *html.Node) bool {
	for part := range f.names(e) {
		if f.authors[part] {
			return true
		}
	}
	return false
}

// pruneStamps takes out the elements that hold author and date, once they are read.
func pruneStamps(doc *html.Node, known *furniture) {
	prose := known.proseOf(doc)
	for e := range elements(doc) {
		if e.Parent != nil && e.Data != "html" && e.Data != "body" && prose[e] == 0 && known.stamp(e) && count(e, "h1") == 0 {
			e.Parent.RemoveChild(e)
		}
	}
}

// stamp reports whether class or id say that an element holds author, date or time.
func (f *furniture) stamp(e *html.Node) bool {
	if e.Data == "time" {
		return true
	}
	for part := range f.names(e) {
		if f.authors[part] || f.stamps[part] {
			return true
		}
	}
	return false
}

// names yields the words of class and id, up to three in a row, without those with which a system begins all its names.
func (f *furniture) names(e *html.Node) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, value := range []string{attr(e, "class"), attr(e, "id"), attr(e, "data-testid"), attr(e, "data-component"), attr(e, "aria-labelledby")} {
			for name := range strings.FieldsSeq(value) {
				parts := nameParts(f.withoutPrefix(name))
				for i := range parts {
					for j := i + 1; j <= len(parts) && j <= i+3; j++ {
						if !yield(strings.Join(parts[i:j], " ")) {
							return
						}
					}
				}
			}
		}
	}
}

func (f *furniture) withoutPrefix(name string) string {
	for _, prefix := range f.prefixes {
		if rest, ok := strings.CutPrefix(name, prefix); ok {
			return rest
		}
	}
	return name
}

// nameParts cuts "readMore__item-box" into read, more, item, box.
func nameParts(name string) []string {
	var b strings.Builder
	before := ' '
	for _, r := range name {
		if unicode.IsUpper(r) && unicode.IsLower(before) || unicode.IsDigit(r) != unicode.IsDigit(before) {
			b.WriteByte(' ')
		}
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			b.WriteRune(unicode.ToLower(r))
		} else {
			b.WriteByte(' ')
		}
		before = r
	}
	return strings.Fields(b.String())
}
