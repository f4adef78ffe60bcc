package article

import (
	"bytes"
	"cmp"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// Limits of the data that a page carries for its own scripts.
const (
	maxState      = 2 << 20
	maxStateDepth = 16
)

// stateScripts returns the data in scripts of a page: those of the type JSON, and what scripts assign to a name in the first
// statement that does so. They are looked at only where the page shows no article, but must be taken before it is pruned.
func (f *furniture) stateScripts(doc *html.Node) (out []string) {
	size := 0
	for e := range elements(doc) {
		if e.Data != "script" || e.FirstChild == nil {
			continue
		}
		text := e.FirstChild.Data
		kind := mediaType(attr(e, "type"))
		switch {
		case kind == "application/json":
		case kind == "" || strings.HasSuffix(kind, "javascript"):
			text = f.assigned(text)
		default:
			continue
		}
		if size += len(text); text == "" || size > maxState {
			continue
		}
		out = append(out, text)
	}
	return out
}

// assigned returns what a script assigns to a name of the table, from its brace on: what stands behind "name=".
func (f *furniture) assigned(script string) string {
	for _, name := range f.states {
		for _, sign := range []string{"=", " ="} {
			if _, after, ok := strings.Cut(script, name+sign); ok {
				if after = strings.TrimLeft(after, " \n"); strings.HasPrefix(after, "{") {
					return after
				}
			}
		}
	}
	return ""
}

// fillFromState takes the article that the scripts of the page would show, and reports whether there is one: of the objects in their
// data the one whose title is that of the page. Without such a title there is none, for data hold other stories too.
func (p *page) fillFromState() bool {
	for _, text := range p.state {
		var raw json.RawMessage
		if json.NewDecoder(strings.NewReader(text)).Decode(&raw) != nil {
			continue
		}
		rec, ok := p.stateRecord(raw, 0)
		if !ok {
			continue
		}
		lines, err := p.known.linesOfHTML(rec.text)
		if err != nil {
			continue
		}
		p.title = cmp.Or(p.title, rec.title)
		p.body, p.listed, p.meta.article = p.clean(lines), false, true
		p.meta.dates = append(p.meta.dates, rec.date)
		if p.findAuthor() == "" {
			p.byline = rec.author
		}
		return true
	}
	return false
}

// stateRecord looks for the article in a value and in what it holds, outer objects first.
func (p *page) stateRecord(raw json.RawMessage, depth int) (record, bool) {
	raw = bytes.TrimLeft(raw, " \t\r\n")
	if depth > maxStateDepth || len(raw) == 0 {
		return record{}, false
	}
	var inner []json.RawMessage
	switch raw[0] {
	case '{':
		var object map[string]json.RawMessage
		if json.Unmarshal(raw, &object) != nil {
			return record{}, false
		}
		if rec, err := p.fields.parseJSON(raw); err == nil && p.isArticle(rec) {
			return rec, true
		}
		for _, name := range slices.Sorted(maps.Keys(object)) {
			inner = append(inner, object[name])
		}
	case '[':
		if json.Unmarshal(raw, &inner) != nil {
			return record{}, false
		}
	}
	for _, value := range inner {
		if rec, ok := p.stateRecord(value, depth+1); ok {
			return rec, true
		}
	}
	return record{}, false
}

// isArticle reports whether a record is what the page is about.
func (p *page) isArticle(rec record) bool {
	title := foldLine(rec.title)
	return words(title) >= 3 && words(rec.text) >= someWords && slices.ContainsFunc(p.meta.titles, func(t string) bool {
		return strings.Contains(" "+foldLine(t)+" ", " "+title+" ")
	})
}
