package article

import (
	"strings"
	"unicode"
)

// clean drops the lines that are not of the article: the headline again, links that stand by themselves, words of the site,
// initials of editors, headings without a text, words of the text that are shown again; and all behind a line after which only
// other stories come.
func (p *page) clean(lines []line) []line {
	title, begun := foldLine(p.title), false
	lines = withoutRepeats(lines)
	var out []line
	all, read := sentences(lines), 0 // those before the line
	for _, l := range lines {
		folded := foldLine(l.text)
		switch {
		case p.known.ends[folded] && (all-read)*2 <= read:
			return p.withoutTail(out)
		case p.known.ends[folded], folded == title, l.link() && words(l.text) <= 25, initials(folded), l.policy, p.known.ofSite(folded), l.points(), tagsOnly(l.text):
		case !begun && (p.aside(l, folded) || all > 0 && l.label()):
		default:
			out = append(out, l)
			begun = begun || l.sentence()
		}
		if l.sentence() {
			read++
		}
	}
	return p.withoutTail(out)
}

// repeatLines is up to how many lines of a page are compared with all others.
const repeatLines = 1000

// withoutRepeats drops lines of four words or more that stand within a longer line, as sentences do that are shown again in large
// letters.
func withoutRepeats(lines []line) []line {
	if len(lines) > repeatLines {
		return lines
	}
	folded, equal := make([]string, len(lines)), map[string]int{}
	for i, l := range lines {
		folded[i] = foldLine(l.text)
		equal[folded[i]]++
	}
	all := strings.Join(folded, "\n")
	var out []line
	for i, l := range lines {
		if l.words < 4 || strings.Count(all, folded[i]) == equal[folded[i]] {
			out = append(out, l)
		}
	}
	return out
}

// aside reports whether a line before the text is the author's name or the date.
func (p *page) aside(l line, folded string) bool {
	author := foldLine(p.findAuthor())
	if author != "" && (folded == author || foldLine(p.known.withoutBy(l.text)) == author) {
		return true
	}
	return p.dated(l)
}

// label reports whether a line is a word or three, such as the name of a section, and no dateline.
func (l line) label() bool { return words(l.text) <= 3 && !strings.ContainsAny(l.text, "-–—/:(،") }

// dated reports whether a line is a date and little else.
func (p *page) dated(l line) bool {
	most := 6
	if strings.Contains(l.text, ":") { // with a time of day
		most = shortLine
	}
	return words(l.text) <= most && p.writtenDate(l.text) != ""
}

// tagsOnly reports whether a line is nothing but words with a hash.
func tagsOnly(text string) bool {
	for w := range strings.FieldsSeq(text) {
		if w[0] != '#' {
			return false
		}
	}
	return true
}

// points reports whether a line is a few words, a bar, and a link: it points to another story.
func (l line) points() bool {
	label, _, ok := strings.Cut(l.text, "|")
	return ok && words(label) <= 3 && l.linked*2 > l.letters
}

func sentences(lines []line) (n int) {
	for _, l := range lines {
		if l.sentence() {
			n++
		}
	}
	return n
}

// withoutTail drops headings and dates at the end.
func (p *page) withoutTail(lines []line) []line {
	for len(lines) > 0 {
		if last := lines[len(lines)-1]; last.sentence() || !last.heading && !p.dated(last) {
			break
		}
		lines = lines[:len(lines)-1]
	}
	return lines
}

// initials reports whether a line has no word of more than two letters: the marks of editors, numbers, times of day.
func initials(folded string) bool {
	for w := range strings.FieldsSeq(folded) {
		letters := 0
		for _, r := range w {
			if unicode.IsLetter(r) {
				letters++
			}
		}
		if letters > 2 {
			return false
		}
	}
	return true
}
