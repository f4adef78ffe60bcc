package dates

import (
	"strings"

	"mithaq/extract/text"
)

// Reader finds dates in one language. It is read-only once loaded and safe for concurrent use.
type Reader struct {
	fold        *text.Folder
	words       map[string][]sense
	joinedWords map[string][]sense // words with the article, under what is left of them behind a joined preposition
	marks       map[string]class
	clitics     cliticSet
	hijri       hijriTable
	patterns    []*pattern
	starts      map[class][]*pattern // by the class of a word they may begin with
	digitStarts []*pattern           // those that may begin with digits
	future      []string             // beginnings of verbs in the future
	futureNot   []string             // beginnings of other words that look like them

	// Other, if it is set, tells of a word that begins like a verb in the future whether the language knows it as something else,
	// such as a name.
	Other func(folded string) bool
}

// cueReach is how many words after a sign of the future a date may stand for still being read as one to come.
const cueReach = 14

// Find appends the dates of one sentence to dst. published is the day, month or year of publication, or empty: relative dates
// resolve against it at its precision, and without it they are not reported.
func (r *Reader) Find(tokens []text.Token, published string, dst []Mention) []Mention {
	m := matcher{r: r, tokens: tokens, pub: parsePublished(published)}
	base, cue := len(dst), -1
	for i := 0; i < len(tokens); {
		w := m.word(i)
		if r.isFuture(&tokens[i], w) {
			cue = i
		}
		if len(w.senses) == 0 && w.digits < 0 && tokens[i].Kind != text.Number {
			i++
			continue
		}
		m.best = match{}
		m.ahead = cue >= 0 && i-cue <= cueReach
		m.at(i, *w)
		if m.best.ok && m.best.from > i { // what stands before it only told that it is a date: it may be longer without
			m.at(m.best.from, *m.word(m.best.from))
		}
		if !m.best.ok {
			i++
			continue
		}
		b := &m.best
		if b.pat.action.op != opNone {
			dst = append(dst, m.mention(b))
		}
		i = b.to
	}
	return m.join(dst, base)
}

func (m *matcher) mention(b *match) Mention {
	w := m.word(b.from)
	out := Mention{From: b.from, To: b.to, Kind: b.pat.action.kind, Rule: b.pat.rule, first: b.when,
		letters: w.letters, year: b.b.has(slotYear), hijri: b.b.has(slotHijri) || b.b.get(slotEra, 0) == eraHijri}
	out.write()
	return out
}

// write writes the interval out.
func (m *Mention) write() {
	m.Start, m.End = m.first.from.String(), ""
	if m.first.from != m.first.to {
		m.End = m.first.to.String()
	}
}

// isFuture tells whether a word shows that its clause tells of the future.
func (r *Reader) isFuture(t *text.Token, w *word) bool {
	if w.has(classFuture) {
		return true
	}
	if t.Kind != text.Word || len(w.senses) > 0 {
		return false
	}
	s := t.Norm
	if rest, ok := cutOne(s, r.clitics.conj); ok && !hasAny(s, r.future) {
		s = rest
	}
	return runes(s) >= 4 && hasAny(s, r.future) && !hasAny(s, r.futureNot) && (r.Other == nil || !r.Other(t.Norm))
}

func hasAny(s string, prefixes []string) bool {
	for _, p := range prefixes {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	return false
}
