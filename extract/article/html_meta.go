package article

import (
	"cmp"
	"net/url"
	"strings"

	"golang.org/x/net/html"
)

// meta is what a page says of itself to programs, as it says it. Of lists the best is first.
type meta struct {
	titles  []string
	window  string // what the window shows: the last of titles
	authors []string
	dates   []string
	source  string
	url     string // canonical, absolute
	lang    string
	text    string // of JSON-LD: the whole article, sometimes without paragraphs
	article bool   // it says that it is an article
	listing bool   // it says that it is a list of articles or a home page
	closed  bool   // it says that strangers do not see all of it
}

// Names of meta elements, the most reliable first.
var (
	titleNames  = []string{"og:title", "twitter:title", "headline", "dc.title", "dcterms.title", "title"}
	dateNames   = []string{"article:published_time", "og:article:published_time", "datepublished", "publishdate", "publish-date", "publish_date", "publisheddate", "published_date", "pubdate", "pub_date", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "originalpublicationdate", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date", "dcterms.date", "date", "datecreated"}
	authorNames = []string{"author", "article:author_name", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "twitter:creator_name", "article:author"}
	sourceNames = []string{"og:site_name", "publisher", "application-name", "dc.publisher", "dcterms.publisher", "source"}
)

// readMeta reads JSON-LD, OpenGraph, meta elements, microdata, the title and the canonical link.
func readMeta(doc *html.Node, found string) meta {
	values := map[string][]string{}
	var m meta
	var canonical, title string
	var ld []ldObject
	base := found
	for e := range elements(doc) {
		switch e.Data {
		case "html":
			m.lang = attr(e, "lang")
		case "base":
			if b := absolute(found, attr(e, "href")); b != "" {
				base = b
			}
		case "title":
			if title == "" && !within(e, "svg") {
				title = textOf(e)
			}
		case "meta":
			addMeta(values, e)
		case "link":
			if canonical == "" && strings.EqualFold(strings.TrimSpace(attr(e, "rel")), "canonical") {
				canonical = attr(e, "href")
			}
		case "script":
			if strings.HasPrefix(strings.ToLower(strings.TrimSpace(attr(e, "type"))), "application/ld+json") && e.FirstChild != nil {
				ld = append(ld, parseLD(e.FirstChild.Data)...)
			}
		}
		addMicrodata(values, e)
	}
	addresses := m.takeLD(ld)
	m.take(values, title)
	m.url = chooseURL(base, found, append(append([]string{canonical}, values["og:url"]...), addresses...))
	return m
}

// take takes what meta elements, microdata and the title say.
func (m *meta) take(values map[string][]string, title string) {
	for _, name := range titleNames {
		m.titles = append(m.titles, values[name]...)
	}
	m.titles, m.window = append(m.titles, title), title
	for _, name := range dateNames {
		m.dates = append(m.dates, values[name]...)
	}
	m.authors = firstOf(m.authors, values, authorNames)
	if sources := firstOf(nil, values, sourceNames[:1]); len(sources) > 0 {
		m.source = sources[0]
	} else if m.source == "" {
		m.source = strings.Join(firstOf(nil, values, sourceNames), "")
	}
	kind := strings.Join(values["og:type"], " ")
	m.article = m.article || strings.HasPrefix(kind, "article") || len(values["article:published_time"]) > 0
	m.listing = m.listing || !m.article && kind == "website"
}

// firstOf returns have, else the values of the first name that has readable ones.
func firstOf(have []string, values map[string][]string, names []string) []string {
	if len(have) > 0 {
		return have
	}
	for _, name := range names {
		var good []string
		for _, v := range values[name] {
			if strings.ContainsFunc(v, isAnyLetter) && !strings.HasPrefix(v, "http") {
				good = append(good, v)
			}
		}
		if len(good) > 0 {
			return good[:1]
		}
	}
	return nil
}

// addMeta remembers the content of a meta element under its name.
func addMeta(values map[string][]string, e *html.Node) {
	content := oneLine(attr(e, "content"))
	if content == "" {
		return
	}
	for _, key := range []string{"property", "name", "itemprop"} {
		if name := strings.ToLower(strings.TrimSpace(attr(e, key))); name != "" {
			values[name] = append(values[name], content)
			return
		}
	}
}

// addMicrodata remembers headline, date and names that stand in the text.
func addMicrodata(values map[string][]string, e *html.Node) {
	prop := strings.ToLower(attr(e, "itemprop"))
	switch {
	case prop == "headline" && e.Data != "meta":
		values[prop] = append(values[prop], textOf(e))
	case prop == "datepublished" && e.Data != "meta":
		if at := cmp.Or(attr(e, "datetime"), attr(e, "content"), attr(e, "title")); at != "" {
			values[prop] = append(values[prop], at)
		}
	case prop == "name":
		if around := propertyAround(e); around == "author" || around == "publisher" {
			values[around] = append(values[around], oneLine(attr(e, "content")+" "+textOf(e)))
		}
	}
}

// propertyAround is the property to which the thing belongs that e is a property of.
func propertyAround(e *html.Node) string {
	for n := e.Parent; n != nil; n = n.Parent {
		if n.Type == html.ElementNode && hasAttr(n, "itemscope") {
			return strings.ToLower(attr(n, "itemprop"))
		}
	}
	return ""
}

// chooseURL returns the address that the page gives itself. A page that was found on the web may only name one of its own site:
// else any page could take the place of another one's article. The front page of a site is no article's address.
func chooseURL(base, found string, named []string) string {
	for _, link := range named {
		address := absolute(base, link)
		if address == "" {
			continue
		}
		u, err := url.Parse(address)
		if err != nil || strings.Trim(u.Path, "/") == "" && u.RawQuery == "" || found != "" && !sameSite(found, u.Hostname()) {
			continue
		}
		return address
	}
	return absolute("", found)
}

// sameSite compares the last two labels of the hosts, or three where the second from the end is as short as in "example.com.sa".
func sameSite(address, host string) bool {
	u, err := url.Parse(address)
	return err == nil && siteOf(u.Hostname()) == siteOf(host)
}

func siteOf(host string) string {
	labels := strings.Split(strings.ToLower(strings.TrimSuffix(host, ".")), ".")
	n := 2
	if len(labels) > 2 && len(labels[len(labels)-1]) == 2 && len(labels[len(labels)-2]) <= 3 {
		n = 3
	}
	return strings.Join(labels[max(0, len(labels)-n):], ".")
}
