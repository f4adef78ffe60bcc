package dates

import "mithaq/extract/text"

// binding holds the values that a pattern found.
type binding struct {
	value [slotCountEnd]int32
	set   uint32
}

func (b *binding) has(s slot) bool { return b.set&(1<<s) != 0 }

// at returns a value that the pattern always sets.
func (b *binding) at(s slot) int { return int(b.value[s]) }

func (b *binding) get(s slot, def int) int {
	if b.has(s) {
		return int(b.value[s])
	}
	return def
}

// put stores a value in the first free slot of its kind, a count in that of the unit which follows it.
func (b *binding) put(s slot, v int) {
	if s == slotNone {
		return
	}
	if s == slotCount {
		for k := slot(0); k < 2 && b.has(slotUnit+k); k++ {
			s++
		}
	}
	for range max(slotRun[s], 1) - 1 {
		if !b.has(s) {
			break
		}
		s++
	}
	b.value[s], b.set = int32(v), b.set|1<<s
}

// matcher tries patterns at one place of a sentence.
type matcher struct {
	r      *Reader
	tokens []text.Token
	pub    point
	ahead  bool // the clause tells of the future
	start  int
	pat    *pattern
	best   match
	cache  [cacheSize]word // the last words that were looked up
	cached [cacheSize]int  // their tokens, counted from 1
}

// cacheSize is a power of two not below the length of common dates.
const cacheSize = 16

// match is the best reading so far.
type match struct {
	from, to int // tokens
	when     interval
	pat      *pattern
	b        binding
	ok       bool
}

// candidate is a way to read an element: tokens taken and the values that they give.
type candidate struct {
	n     int
	gives [3]given
}

type given struct {
	slot  slot
	value int
}

func (m *matcher) word(i int) *word {
	k := i % cacheSize
	if m.cached[k] != i+1 {
		m.cache[k], m.cached[k] = m.r.look(&m.tokens[i]), i+1
	}
	return &m.cache[k]
}

// is tells whether token i alone is a word of a class.
func (m *matcher) is(i int, c class) bool {
	if i < 0 || i >= len(m.tokens) {
		return false
	}
	w := m.word(i)
	return w.letters == 0 && w.has(c)
}

// has tells whether a word alone is of a class.
func (w *word) has(c class) bool {
	for k := range w.senses {
		if s := &w.senses[k]; s.class == c && len(s.rest) == 0 {
			return true
		}
	}
	return false
}

// follows tells whether the rest of a phrase stands behind token i.
func (m *matcher) follows(i int, s *sense) bool {
	if i+len(s.rest) >= len(m.tokens) {
		return len(s.rest) == 0
	}
	for k, w := range s.rest {
		if t := &m.tokens[i+1+k]; t.Norm != w || t.Kind == text.Punct {
			return false
		}
	}
	return true
}

// at tries the patterns that may begin with a word at token i.
func (m *matcher) at(i int, w word) { // a copy: a long match may drop it from the cache
	m.start = i
	for _, s := range w.senses {
		m.try(m.r.starts[s.class], i)
	}
	if w.digits >= 0 {
		m.try(m.r.digitStarts, i)
	}
	if t := &m.tokens[i]; t.Kind == text.Number && w.digits < 0 {
		m.try(m.r.starts[classNumeric], i)
	}
}

func (m *matcher) try(patterns []*pattern, i int) {
	for _, p := range patterns {
		m.pat = p
		m.step(0, i, -1, i, binding{})
	}
}

// step matches the elements from k on at token i; from is the first token of the mention, -1 until known, to is behind its last.
func (m *matcher) step(k, i, from, to int, b binding) {
	if k == len(m.pat.elems) {
		m.keep(from, to, &b)
		return
	}
	e := &m.pat.elems[k]
	if e.not {
		if _, n := m.candidates(e, i); n == 0 {
			m.step(k+1, i, from, to, b)
		}
		return
	}
	list, n := m.candidates(e, i)
	for _, c := range list[:n] {
		next := b
		for _, g := range c.gives {
			next.put(g.slot, g.value)
		}
		if e.context || e.glue {
			m.step(k+1, i+c.n, from, to, next)
			continue
		}
		f := from
		if f < 0 {
			f = i
		}
		m.step(k+1, i+c.n, f, i+c.n, next)
	}
	if e.optional {
		m.step(k+1, i, from, to, b)
	}
}

// keep takes the reading that just matched if it is longer than the best and makes sense.
func (m *matcher) keep(from, to int, b *binding) {
	if from < 0 || m.best.ok && to <= m.best.to {
		return
	}
	when, ok := interval{}, true
	if m.pat.action.op != opNone {
		when, ok = m.resolve(m.pat.action.op, b)
		ok = ok && when.from.prec != none && when.from.day <= when.to.day && when.from.day >= firstDay && when.to.last() <= lastDay
	}
	if ok {
		m.best = match{from: from, to: to, when: when, pat: m.pat, b: *b, ok: true}
	}
}
