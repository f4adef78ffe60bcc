package fetch

import (
	"strconv"
	"strings"
	"time"
)

// robots is what a robots.txt says to one program, by RFC 9309: the groups of its name, else those of "*"; the longest pattern
// decides, and of two as long the one that allows.
//
// It is written here because the library for it (temoto/robotstxt, last release 2021) weighs patterns otherwise than the RFC
// and drops a whole file for one broken line.
type robots struct {
	rules []rule
	delay time.Duration
}

type rule struct {
	pattern string
	allow   bool
}

// maxRobots is how much of a robots.txt is read; the RFC asks for 500 KiB at least.
const maxRobots = 512 << 10

// parseRobots reads what a robots.txt says to a program with this name. Lines that it does not know are ignored.
func parseRobots(text, name string) robots {
	var mine, all robots
	var agents []string
	found, open := false, false // open: agents of a group are being listed
	for line := range strings.FieldsFuncSeq(strings.TrimPrefix(text, "\ufeff"), func(r rune) bool { return r == '\n' || r == '\r' }) {
		line, _, _ = strings.Cut(line, "#")
		key, value, ok := strings.Cut(line, ":")
		if !ok {
			continue
		}
		key, value = strings.ToLower(strings.TrimSpace(key)), strings.TrimSpace(value)
		switch key {
		case "user-agent":
			if !open {
				agents, open = nil, true
			}
			agents = append(agents, value)
			found = found || strings.EqualFold(token(value), name)
		case "allow", "disallow", "crawl-delay":
			open = false
			for _, agent := range agents {
				switch {
				case strings.EqualFold(token(agent), name):
					mine.add(key, value)
				case strings.TrimSpace(agent) == "*":
					all.add(key, value)
				}
			}
		}
	}
	if found {
		return mine
	}
	return all
}

func (r *robots) add(key, value string) {
	switch {
	case key == "crawl-delay":
		if s, err := strconv.ParseFloat(value, 64); err == nil && s > 0 { // also of what is no number
			r.delay = time.Duration(min(s, maxDelay.Seconds()) * float64(time.Second))
		}
	case value != "": // an empty Disallow forbids nothing
		r.rules = append(r.rules, rule{encodePath(value), key == "allow"})
	}
}

// token returns the name of a program as robots.txt writes it: letters, "_" and "-".
func token(agent string) string {
	i := strings.IndexFunc(agent, func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r == '_' || r == '-')
	})
	if i < 0 {
		return agent
	}
	return agent[:i]
}

// allows reports whether a path with its query may be asked for.
func (r robots) allows(path string) bool {
	path = encodePath(path)
	length, allowed := -1, true
	for _, x := range r.rules {
		if n := len(x.pattern); (n > length || n == length && x.allow) && fits(path, x.pattern) {
			length, allowed = n, x.allow
		}
	}
	return allowed
}

// fits matches the beginning of a path with a pattern in which "*" stands for anything and "$" at the end for the end.
func fits(path, pattern string) bool {
	pattern, whole := strings.CutSuffix(pattern, "$")
	parts := strings.Split(pattern, "*")
	if !strings.HasPrefix(path, parts[0]) {
		return false
	}
	path = path[len(parts[0]):]
	for i, part := range parts[1:] {
		if whole && i == len(parts)-2 {
			return strings.HasSuffix(path, part)
		}
		at := strings.Index(path, part)
		if at < 0 {
			return false
		}
		path = path[at+len(part):]
	}
	return !whole || path == ""
}

// encodePath gives a path one spelling: letters beyond ASCII encoded, those that need no code decoded, codes in capitals.
func encodePath(s string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c == '%' && i+2 < len(s) {
			if n, err := strconv.ParseUint(s[i+1:i+3], 16, 8); err == nil {
				if c = byte(n); isUnreserved(c) {
					b.WriteByte(c)
				} else {
					b.WriteString("%" + strings.ToUpper(s[i+1:i+3]))
				}
				i += 2
				continue
			}
		}
		if c >= 0x80 || c <= ' ' {
			b.WriteByte('%')
			b.WriteByte(hex[c>>4])
			b.WriteByte(hex[c&15])
			continue
		}
		b.WriteByte(c)
	}
	return b.String()
}

func isUnreserved(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '.' || c == '_' || c == '~'
}
