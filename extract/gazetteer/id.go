package gazetteer

import "strings"

// prefixes are what ids of a kind begin with; states and plain offices have none.
var prefixes = [kindCount][]string{
	State:        {""},
	Organization: {"org/"},
	Person:       {"person/"},
	Place:        {"place/"},
	Office:       {"", "portfolio/", "modifier/", "honorific/"},
	Topic:        {"topic/"},
}

// validID tells whether the id of a record has the form of its kind: lower-case words with hyphens behind the prefix,
// and at the end of organizations and places perhaps the code of a state.
func validID(r *Record) bool {
	if r.Kind == State {
		return len(r.ID) == 3 && only(r.ID, 'A', 'Z')
	}
	for _, p := range prefixes[r.Kind] {
		rest, ok := strings.CutPrefix(r.ID, p)
		if !ok || strings.Contains(rest, "/") {
			continue
		}
		if r.Kind == Organization || r.Kind == Place {
			if i := strings.LastIndexByte(rest, '-'); i > 0 && len(rest)-i == 4 && only(rest[i+1:], 'A', 'Z') {
				rest = rest[:i]
			}
		}
		if r.Kind == Office && p == "" {
			if name, area, found := strings.Cut(rest, ":"); found {
				return slug(name) && slug(area)
			}
		}
		return slug(rest)
	}
	return false
}

func only(s string, lo, hi byte) bool {
	for i := range len(s) {
		if s[i] < lo || s[i] > hi {
			return false
		}
	}
	return true
}

func slug(s string) bool {
	for part := range strings.SplitSeq(s, "-") {
		if part == "" {
			return false
		}
		for i := range len(part) {
			if c := part[i]; (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '_' {
				return false
			}
		}
	}
	return true
}

func validItem(s string) bool {
	return len(s) > 1 && s[0] == 'Q' && only(s[1:], '0', '9')
}
