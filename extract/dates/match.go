package dates

import "mithaq/extract/text"

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
	not      bool // must not stand here
}

// binding holds the values that a pattern found.
type binding struct {
	value [slotCountEnd]int
	set   uint32
}

func (b *binding) has(s slot) bool { return b.set&(1<<s) != 0 }

func (b *binding) get(s slot, def int) int {
	if b.has(s) {
		return b.value[s]
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
	b.value[s], b.set = v, b.set|1<<s
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
}

// match is the best reading so far.
type match struct {
	from, to, end int // tokens; end is behind the context
	when          interval
	pat           *pattern
	b             binding
	ok            bool
}

// candidate is a way to read an element: tokens taken and what they mean.
type candidate struct {
	n     int
	value int
	slot  slot
	count int // of the unit, if the word says it
	b     *binding // of a numeric date
}

func (m *matcher) word(i int) word { return m.r.look(&m.tokens[i]) }

// is tells whether token i alone is a word of a class.
func (m *matcher) is(i int, c class) bool {
	if i < 0 || i >= len(m.tokens) {
		return false
	}
	for _, s := range m.r.words[m.tokens[i].Norm] {
		if s.class == c && len(s.rest) == 0 {
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
func (m *matcher) at(i int, w *word) {
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
		m.keep(i, from, to, &b)
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
		if c.b != nil {
			next.merge(c.b)
		} else {
			if c.count > 0 {
				next.put(slotCount, c.count)
			}
			next.put(c.slot, c.value)
		}
		if e.context {
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

func (b *binding) merge(o *binding) {
	for s := slotDay; s < slotCountEnd; s++ {
		if o.has(s) {
			b.put(s, o.value[s])
		}
	}
}

// keep takes the reading that just matched if it is longer than the best and makes sense.
func (m *matcher) keep(end, from, to int, b *binding) {
	if from < 0 || m.best.ok && end <= m.best.end {
		return
	}
	when, ok := interval{}, true
	if act := m.pat.action; act.resolve != nil {
		when, ok = act.resolve(m, b)
		ok = ok && when.from.prec != none && when.from.day <= when.to.day
	}
	if ok {
		m.best = match{from: from, to: to, end: end, when: when, pat: m.pat, b: *b, ok: true}
	}
}
