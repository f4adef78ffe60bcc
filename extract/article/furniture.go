package article

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"unicode"
)

//go:embed data/furniture.tsv
var furnitureData string

// furniture is the table of data/furniture.tsv: what belongs to a site and not to its articles.
type furniture struct {
	classes  map[string]bool // names of classes and ids
	never    map[string]bool // those that no article has
	authors  map[string]bool // those of authors' names
	stamps   map[string]bool // those of dates
	lines    map[string]bool // whole lines, folded
	starts   []string        // beginnings of short lines
	holds    []string        // words of lines that are of the site
	ends     map[string]bool // lines after which the article is over
	calls    []string        // beginnings of lines that ask to follow the site
	account  map[string]bool // names that are no authors
	prefixes []string        // beginnings of names of classes that say nothing
	bylines  []string        // words before the name of the author
	hrefs    []string        // last parts of the addresses of pages with the rules of a site
	login    []string        // words of a page that shows nothing to strangers
	states   []string        // ends of the names to which scripts assign the data of the page
}

// furniture reads the table when the first page comes.
func (r *reader) furniture() (*furniture, error) {
	if r.known != nil {
		return r.known, nil
	}
	f := &furniture{classes: map[string]bool{}, never: map[string]bool{}, authors: map[string]bool{}, stamps: map[string]bool{}, lines: map[string]bool{}, ends: map[string]bool{}, account: map[string]bool{}}
	number := 0
	for row := range strings.Lines(furnitureData) {
		number++
		if row = strings.TrimSpace(row); row == "" || row[0] == '#' {
			continue
		}
		kind, values, _ := strings.Cut(row, "\t")
		for value := range strings.SplitSeq(values, "|") {
			if err := f.add(kind, value); err != nil {
				return nil, fmt.Errorf("furniture.tsv:%d: %w", number, err)
			}
		}
	}
	r.known = f
	return f, nil
}

func (f *furniture) add(kind, value string) error {
	value = strings.TrimSpace(value)
	folded := foldLine(value)
	if folded == "" && (kind != "state" || value == "") { // names of scripts may have no letter
		return fmt.Errorf("%s without a value", kind)
	}
	switch kind {
	case "class":
		f.classes[value] = true
	case "never":
		f.never[value] = true
	case "author":
		f.authors[value] = true
	case "stamp":
		f.stamps[value] = true
	case "line":
		f.lines[folded] = true
	case "start":
		f.starts = append(f.starts, folded)
	case "holds":
		f.holds = append(f.holds, folded)
	case "end":
		f.ends[folded] = true
	case "call":
		f.calls = append(f.calls, folded)
	case "account":
		f.account[folded] = true
	case "prefix":
		f.prefixes = append(f.prefixes, value)
	case "byline":
		f.bylines = append(f.bylines, value)
	case "href":
		f.hrefs = append(f.hrefs, value)
	case "login":
		f.login = append(f.login, folded)
	case "state":
		f.states = append(f.states, value)
	default:
		return fmt.Errorf("unknown kind %+q", kind)
	}
	return nil
}

// foldLine keeps letters and digits of a line, one space between words, so that marks, vowel signs and case make no difference.
func foldLine(s string) string {
	return oneLine(strings.Map(func(r rune) rune {
		switch {
		case unicode.IsLetter(r) && r != '\u0640', unicode.IsDigit(r):
			return unicode.ToLower(r)
		case unicode.Is(unicode.Mn, r), unicode.Is(unicode.Cf, r), r == '\u0640':
			return -1
		}
		return ' '
	}, s))
}

// shortLine is how many words a line of the site has at most where its beginning tells.
const shortLine = 14

// longCall is how many words a line has at most that asks to follow the site.
const longCall = 25

func beginsWith(folded string, starts []string) bool {
	return slices.ContainsFunc(starts, func(s string) bool { return strings.HasPrefix(folded+" ", s+" ") })
}

// ofSite reports whether a line is of the site.
func (f *furniture) ofSite(folded string) bool {
	if f.lines[folded] {
		return true
	}
	if beginsWith(folded, f.starts) && words(folded) <= shortLine || beginsWith(folded, f.calls) && words(folded) <= longCall {
		return true
	}
	for _, s := range f.holds {
		if strings.Contains(" "+folded+" ", " "+s+" ") {
			return true
		}
	}
	return false
}

// isAccount reports whether what is given as an author is the name of an account.
func (f *furniture) isAccount(name string) bool { return f.account[foldLine(name)] }

// withoutBy cuts the word before the name of an author.
func (f *furniture) withoutBy(name string) string {
	for _, word := range f.bylines {
		if len(name) > len(word) && strings.EqualFold(name[:len(word)], word) {
			if rest := name[len(word):]; strings.HasPrefix(rest, ":") || strings.HasPrefix(rest, " ") {
				return strings.TrimLeft(rest, ": ")
			}
		}
	}
	return name
}

// policy reports whether a link leads to the rules of a site: the last part of its path says so.
func (f *furniture) policy(href string) bool {
	path, _, _ := strings.Cut(href, "?")
	path = strings.TrimRight(path, "/")
	last := strings.ToLower(path[strings.LastIndexByte(path, '/')+1:])
	return slices.Contains(f.hrefs, strings.TrimSuffix(last, ".html"))
}
