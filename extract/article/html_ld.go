package article

import (
	"encoding/json"
	"strings"
	"unicode"
)

// ldObject is an object of JSON-LD.
type ldObject map[string]any

// parseLD returns the objects of a script, those of arrays and of @graph too. Line breaks inside strings, which are no JSON and
// yet common, are read as spaces; what is still none gives nothing.
func parseLD(text string) []ldObject {
	text = strings.TrimSpace(text)
	text = strings.TrimSuffix(strings.TrimPrefix(text, "<!--"), "-->")
	var value any
	if json.Unmarshal([]byte(text), &value) != nil {
		clean := strings.Map(func(r rune) rune {
			if unicode.IsControl(r) {
				return ' '
			}
			return r
		}, text)
		if json.Unmarshal([]byte(strings.TrimRight(strings.TrimSpace(clean), ";")), &value) != nil {
			return nil
		}
	}
	return ldObjects(value, nil)
}

func ldObjects(value any, out []ldObject) []ldObject {
	switch v := value.(type) {
	case []any:
		for _, item := range v {
			out = ldObjects(item, out)
		}
	case map[string]any:
		out = append(out, v)
		out = ldObjects(v["@graph"], out)
	}
	return out
}

// is reports whether one of the types of the object has one of the endings: NewsArticle is an Article.
func (o ldObject) is(endings ...string) bool {
	for _, kind := range ldStrings(o["@type"]) {
		for _, ending := range endings {
			if strings.HasSuffix(kind, ending) {
				return true
			}
		}
	}
	return false
}

// text returns a property that is a string, or the value, name or address of what it is.
func (o ldObject) text(key string) string {
	for _, s := range ldStrings(o[key]) {
		if s = oneLine(s); s != "" {
			return s
		}
	}
	return ""
}

func ldStrings(value any) []string {
	switch v := value.(type) {
	case string:
		return []string{v}
	case []any:
		var out []string
		for _, item := range v {
			out = append(out, ldStrings(item)...)
		}
		return out
	case map[string]any:
		for _, key := range []string{"@value", "name", "@id", "url"} {
			if s, ok := v[key].(string); ok {
				return []string{s}
			}
		}
	}
	return nil
}

// takeLD reads the first article, else the first page, among the objects and returns the addresses that it gives itself.
func (m *meta) takeLD(all []ldObject) []string {
	var page, chosen ldObject
	for _, o := range all {
		switch {
		case o.is("Article", "BlogPosting", "Report") && chosen == nil:
			chosen = o
		case o.is("CollectionPage", "SearchResultsPage"):
			m.listing = true
		case o.is("WebPage") && page == nil:
			page = o
		}
	}
	if chosen == nil {
		for _, o := range all {
			if o.is("VideoObject") {
				m.addDate(o.text("uploadDate"))
			}
		}
		if page == nil {
			return nil
		}
		m.addDate(page.text("datePublished"))
		return []string{page.text("url")}
	}
	m.article, m.listing = true, false
	m.titles = append(m.titles, chosen.text("headline"), chosen.text("name"))
	m.addDate(chosen.text("datePublished"))
	m.addDate(chosen.text("dateCreated"))
	m.authors = ldAuthors(chosen["author"])
	m.source = chosen.text("publisher")
	if strings.HasPrefix(m.source, "http") {
		m.source = ""
	}
	m.text, _ = chosen["articleBody"].(string)
	m.closed = strings.EqualFold(chosen.text("isAccessibleForFree"), "false") || chosen["isAccessibleForFree"] == false
	if m.lang == "" {
		m.lang = chosen.text("inLanguage")
	}
	return []string{chosen.text("mainEntityOfPage"), chosen.text("url")}
}

func (m *meta) addDate(s string) {
	if s != "" {
		m.dates = append(m.dates, s)
	}
}

// ldAuthors returns the names of people, or of organizations where there are no people.
func ldAuthors(value any) []string {
	items, ok := value.([]any)
	if !ok {
		items = []any{value}
	}
	var people, others []string
	for _, item := range items {
		for _, name := range ldStrings(item) {
			if name = oneLine(name); name == "" || strings.HasPrefix(name, "http") {
				continue
			}
			if o, ok := item.(map[string]any); ok && !ldObject(o).is("Person") {
				others = append(others, name)
			} else {
				people = append(people, name)
			}
		}
	}
	if len(people) > 0 {
		return people
	}
	return others
}
