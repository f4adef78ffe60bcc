package extract

import (
	"strings"
	"unicode"
)

// lighter looks again without what stands in brackets at the end and without the initials between given and family name. A
// second name in the brackets must mean the same.
func (r *Resolver) lighter(s, day string) finding {
	s = strings.TrimSpace(s)
	if outside, inside, ok := bracketed(s); ok {
		a, b := r.whole(outside, day), r.whole(inside, day)
		if a.id != "" && (b.id == "" || a.id == b.id) {
			return a
		}
		return finding{}
	}
	fields := strings.Fields(s)
	var kept []string
	for i, f := range fields {
		letter := []rune(strings.TrimSuffix(f, "."))
		if i == 0 || i == len(fields)-1 || len(letter) != 1 || !unicode.IsUpper(letter[0]) {
			kept = append(kept, f)
		}
	}
	if len(kept) == len(fields) || len(kept) < 2 {
		return finding{}
	}
	return r.whole(strings.Join(kept, " "), day)
}

// bracketed cuts a text that ends in brackets.
func bracketed(s string) (outside, inside string, ok bool) {
	if !strings.HasSuffix(s, ")") {
		return "", "", false
	}
	outside, inside, ok = strings.Cut(strings.TrimSuffix(s, ")"), "(")
	return outside, inside, ok && strings.TrimSpace(outside) != "" && strings.TrimSpace(inside) != ""
}
