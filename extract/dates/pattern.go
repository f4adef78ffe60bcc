package dates

import (
	"slices"
	"strings"
)

// pattern is one line of patterns.txt.
type pattern struct {
	action action
	elems  []element
	rule   string
}

// element is a place in a pattern.
type element struct {
	classes  []class
	optional bool
	conj     bool // a conjunction must be written onto the word
	context  bool // asked for, but not part of the mention
	glue     bool // holds two parts together: no part of the mention at its ends
	not      bool // must not stand here
}

// pattern reads "action | element element ...".
func (l *loader) pattern(at string, f []string) {
	if len(f) != 2 {
		l.addf(at, "want action | elements")
		return
	}
	act, ok := actions[f[0]]
	if !ok {
		l.addf(at, "unknown action %q", f[0])
		return
	}
	p := &pattern{action: act, rule: at}
	for field := range strings.FieldsSeq(f[1]) {
		p.elems = append(p.elems, l.element(at, field))
	}
	if !slices.ContainsFunc(p.elems, func(e element) bool { return !e.optional && !e.context && !e.not }) {
		l.addf(at, "nothing but optional elements")
	}
	l.r.patterns = append(l.r.patterns, p)
}

// element reads "class/class" with the marks around it.
func (l *loader) element(at, field string) element {
	e := element{}
	field, e.optional = strings.CutSuffix(field, "?")
	if inner, ok := strings.CutPrefix(field, "("); ok && strings.HasSuffix(inner, ")") {
		e.context, field = true, strings.TrimSuffix(inner, ")")
	}
	if inner, ok := strings.CutPrefix(field, "["); ok && strings.HasSuffix(inner, "]") {
		e.optional, e.glue, field = true, true, strings.TrimSuffix(inner, "]")
	}
	field, e.not = strings.CutPrefix(field, "!")
	field, e.conj = strings.CutPrefix(field, "+")
	for name := range strings.SplitSeq(field, "/") {
		c, ok := l.classes[name]
		if !ok || !c.builtin() && l.listed[c] == "" {
			l.addf(at, "class %q has no words", name)
			continue
		}
		l.used[c] = true
		e.classes = append(e.classes, c)
	}
	return e
}

// finish orders the senses, the longest phrase first, and finds the classes that each pattern may begin with.
func (l *loader) finish() {
	r := l.r
	for w, list := range r.words {
		slices.SortStableFunc(list, func(a, b sense) int { return len(b.rest) - len(a.rest) })
		for _, j := range r.clitics.joined {
			if rest, ok := strings.CutPrefix(w, j.then); ok && j.then != "" && rest != "" {
				r.joinedWords[rest] = list
			}
		}
	}
	for _, p := range r.patterns {
		digits := false
		for _, e := range p.elems {
			for _, c := range e.classes {
				if e.not {
					continue
				}
				digits = digits || c.builtin() && c < classComma
				for _, c := range starts(c) {
					if !slices.Contains(r.starts[c], p) {
						r.starts[c] = append(r.starts[c], p)
					}
				}
			}
			if !e.optional && !e.not {
				break
			}
		}
		if digits {
			r.digitStarts = append(r.digitStarts, p)
		}
	}
}

// starts returns the classes of words with which an element of a class may begin.
func starts(c class) []class {
	if c >= classDay && c <= classAnyYear {
		return []class{classNumber, classOrdinal, classTimes}
	}
	if c == classMonth {
		return []class{classMonth, classWeakMonth}
	}
	return []class{c}
}
