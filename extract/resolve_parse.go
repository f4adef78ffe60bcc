package extract

import (
	"slices"

	"mithaq/extract/gazetteer"
)

// partKind is what a stretch of a text may be.
type partKind uint8

const (
	partName partKind = iota // of a state, organization or person, a nationality
	partOffice
	partPortfolio
	partModifier
	partHonorific
	partClass   // a word of resolve.txt: filler, place, government, ministry, body:army ...
	partUnknown // perhaps a part of a person's name
)

// part is words i to j of a text, read in one way.
type part struct {
	kind partKind
	i, j int
	ids  []string // of offices, portfolios, modifiers, honorifics; the class
}

// parse cuts the text into known parts, the longest first, until a cut has a meaning.
func (q *query) parse() finding {
	best := finding{}
	q.cut(0, nil, func(parts []part) bool {
		f := q.together(parts)
		if f.final || best.why == "" {
			best = f
		}
		return f.final
	})
	return best
}

// cut calls try with every way to cut the words from pos on; it returns true as soon as try does.
func (q *query) cut(pos int, parts []part, try func([]part) bool) bool {
	if q.budget--; q.budget < 0 {
		return false
	}
	if pos == len(q.words) {
		return try(parts)
	}
	for j := min(len(q.words), pos+q.index.longest); j > pos; j-- {
		for _, p := range q.readings(pos, j) {
			if q.cut(j, append(slices.Clip(parts), p), try) {
				return true
			}
		}
	}
	if n := len(parts); n > 0 && parts[n-1].kind == partUnknown {
		last := parts[n-1]
		last.j = pos + 1
		return last.j-last.i <= maxName && q.cut(pos+1, append(slices.Clip(parts[:n-1]), last), try)
	}
	if slices.ContainsFunc(parts, func(p part) bool { return p.kind == partUnknown }) {
		return false
	}
	return q.cut(pos+1, append(slices.Clip(parts), part{kind: partUnknown, i: pos, j: pos + 1}), try)
}

// readings returns what words i to j may be.
func (q *query) readings(i, j int) []part {
	var out []part
	key := q.key(i, j)
	for _, class := range q.classesOf(key) {
		out = append(out, part{partClass, i, j, []string{class}})
	}
	titles := map[partKind][]string{}
	name := false
	for _, h := range q.hits(i, j) {
		if h.Role != gazetteer.RoleTitle {
			name = name || h.Record.Kind != gazetteer.Topic
			continue
		}
		kind := partOffice
		switch h.Record.Office.Class {
		case "portfolio":
			kind = partPortfolio
		case "modifier":
			kind = partModifier
		case "honorific":
			kind = partHonorific
		}
		if !slices.Contains(titles[kind], h.Record.ID) {
			titles[kind] = append(titles[kind], h.Record.ID)
		}
	}
	for _, kind := range []partKind{partOffice, partPortfolio, partModifier, partHonorific} {
		if titles[kind] != nil {
			out = append(out, part{kind, i, j, titles[kind]})
		}
	}
	if name {
		out = append(out, part{kind: partName, i: i, j: j})
	}
	return out
}

// classesOf returns the uses of a word of resolve.txt, with or without the article.
func (q *query) classesOf(key string) []string {
	if c := q.Resolver.words.classes[key]; c != nil || !arabic(key) {
		return c
	}
	return q.Resolver.words.classes[withoutArticles(key, q.index.article)]
}
