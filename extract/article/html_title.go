package article

import (
	"slices"
	"strings"
	"unicode"
)

func isAnyLetter(r rune) bool { return unicode.IsLetter(r) }

// A headline has this many words at most; what is longer is a lead.
const longTitle = 40

// findTitle returns the headline: of the titles that the page gives to programs the first, as it stands on the page, which
// is without the name of the site.
func (p *page) findTitle() string {
	source := foldLine(p.meta.source)
	for _, title := range p.meta.titles {
		if words(title) > 2*longTitle {
			continue // no headline
		}
		folded := foldLine(title)
		if folded == "" || folded == source {
			continue
		}
		if shown := p.shown(folded); shown != "" {
			return shown
		}
		if title == p.meta.window {
			if shown := p.shouted(); shown != "" {
				return shown
			}
		}
		return withoutSite(title, source)
	}
	for _, l := range p.lines {
		if l.heading && words(l.text) >= 3 {
			return l.text
		}
	}
	return ""
}

// shown returns the longest line of the page that is a good part of a title, a heading rather than another line.
func (p *page) shown(title string) string {
	best, bestWords, heading := "", max(2, words(title)/3), false
	for _, l := range p.lines {
		n := l.words
		if n < bestWords || n > longTitle || heading && !l.heading {
			continue
		}
		folded := foldLine(l.text)
		if strings.IndexByte(folded, ' ') < 0 || !strings.Contains(" "+title+" ", " "+folded+" ") {
			continue
		}
		if n > bestWords || l.heading && !heading || best == "" {
			best, bestWords, heading = l.text, n, l.heading
		}
	}
	return best
}

// shouted returns the line in large type before the first sentence: on old pages the window shows the name of the site only.
func (p *page) shouted() string {
	best := ""
	for _, l := range p.lines {
		switch {
		case l.shouted() && l.words >= 4 && l.words <= longTitle && !l.link() && !strings.HasSuffix(l.text, "."):
			best = l.text
		case l.sentence() && !l.link():
			return best
		}
	}
	return best
}

// separators stand between a headline and the name of a site in the title of a page.
var separators = []string{" | ", " - ", " – ", " — ", " :: ", " » ", " • ", " / "}

// withoutSite cuts the name of the site off a title, before or behind it, with what stands between.
func withoutSite(title, source string) string {
	for _, sep := range separators {
		parts := strings.Split(title, sep)
		if len(parts) < 2 {
			continue
		}
		last := foldLine(parts[len(parts)-1])
		rest := strings.TrimSpace(strings.Join(parts[:len(parts)-1], sep))
		if isSite(last, source) || source == "" && words(last) <= 3 && words(rest) >= 4 {
			return withoutSite(rest, source)
		}
		if isSite(foldLine(parts[0]), source) {
			return strings.TrimSpace(strings.Join(parts[1:], sep))
		}
	}
	return strings.TrimSpace(title)
}

func isSite(part, source string) bool {
	return part != "" && source != "" && (strings.Contains(" "+source+" ", " "+part+" ") || strings.Contains(" "+part+" ", " "+source+" "))
}

// findAuthor returns the names of the writers as the page gives them. The name of an account is none.
func (p *page) findAuthor() string {
	people := slices.DeleteFunc(slices.Clone(p.meta.authors), p.known.isAccount)
	if len(people) > 0 {
		return strings.Join(people, ", ")
	}
	return p.byline
}

// writtenByline returns the name in a short line of the page that begins with a word such as "by" and a colon.
func (p *page) writtenByline() string {
	for _, l := range p.lines {
		if l.sentence() && l.text != p.title {
			continue
		}
		before, name, ok := strings.Cut(l.text, ":")
		if name = strings.TrimSpace(name); ok && slices.Contains(p.known.bylines, strings.TrimSpace(before)) && words(name) >= 2 && words(name) <= 4 {
			return name
		}
	}
	return ""
}

// readByline looks for the element that holds the name of the author: it says so by its relation, property or class, and is
// short. A link in it is the name.
func (p *page) readByline() string {
	prose := p.known.proseOf(p.doc)
	for e := range elements(p.doc) {
		if prose[e] > 0 || e.Data == "meta" || e.Data == "link" || !(attr(e, "rel") == "author" || attr(e, "itemprop") == "author" || p.known.byline(e)) {
			continue
		}
		name := ""
		if lines := p.known.linesOf(e); len(lines) > 0 { // what stands below is the date
			name = lines[0].text
		}
		for a := range elements(e) {
			if a.Data != "a" {
				continue
			}
			if text := textOf(a); strings.ContainsFunc(text, isAnyLetter) {
				name = text
				break
			}
		}
		if name = p.known.withoutBy(name); name != "" && !p.known.isAccount(name) && words(name) <= 10 && strings.ContainsFunc(name, isAnyLetter) {
			return name
		}
	}
	return ""
}

// findLang returns the language that the page declares if its letters may be of that language; a template keeps the language of
// the program that it came with.
func (p *page) findLang() string {
	declared, ok := p.languages.code(p.meta.lang)
	told := p.languages.tell(p.title, joinLines(p.body))
	if !ok || told != "" && (p.languages.arabicScript(told) || p.languages.arabicScript(declared)) {
		return told
	}
	return declared
}

// arabicScript reports whether a language is one of those in Arabic script.
func (l *languages) arabicScript(lang string) bool {
	return slices.ContainsFunc(l.list, func(x *language) bool { return x.code == lang && slices.Contains(x.scripts, "Arabic") })
}
