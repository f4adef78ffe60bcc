package extract

import (
	"hash/maphash"
	"slices"
	"strings"
)

// phrase is the rest of an entry after its first word, and its meaning.
type phrase struct {
	rest  string // words with a space between them
	words int32  // of rest
	group int32  // of the phrases with the same first word
	sense sense
}

// phraseTable holds phrases by their first words. A program that starts enters a hundred thousand of them, so that none has
// memory of its own, nothing is moved when the table grows, and the words are found by a table of their hashes, which takes
// half the time of a map and a quarter of its memory.
type phraseTable struct {
	seed   maphash.Seed
	slots  []slot // a power of two; at most two thirds are taken
	firsts []string
	starts []int32 // of the groups in list, and its end
	list   []*phrase
	chunks [][]phrase // in the order in which they came
}

// slot holds a first word: its hash and the number of its group, from 1; 0 is an empty slot.
type slot struct {
	hash  uint32
	group int32
}

// phraseChunk is how many phrases stand in one piece of memory.
const phraseChunk = 2048

// newPhraseTable returns a table with room for about that many first words.
func newPhraseTable(words int) phraseTable {
	size := 64
	for size < words*3/2 {
		size *= 2
	}
	return phraseTable{seed: maphash.MakeSeed(), slots: make([]slot, size), firsts: make([]string, 0, words)}
}

// find returns the slot of a first word, or the empty one where it belongs.
func (t *phraseTable) find(first string) (*slot, uint32) {
	hash := uint32(maphash.String(t.seed, first))
	mask := uint32(len(t.slots) - 1)
	for i := hash & mask; ; i = (i + 1) & mask {
		s := &t.slots[i]
		if s.group == 0 || s.hash == hash && t.firsts[s.group-1] == first {
			return s, hash
		}
	}
}

// group returns the number of the group of a first word, a new one if there is none yet.
func (t *phraseTable) group(first string) int32 {
	s, hash := t.find(first)
	if s.group == 0 {
		t.firsts = append(t.firsts, first)
		*s = slot{hash, int32(len(t.firsts))}
		if len(t.firsts)*3 > len(t.slots)*2 {
			t.grow()
		}
		return int32(len(t.firsts)) - 1
	}
	return s.group - 1
}

// has tells whether a phrase begins with the word.
func (t *phraseTable) has(first string) bool {
	s, _ := t.find(first)
	return s.group != 0
}

func (t *phraseTable) grow() {
	old := t.slots
	t.slots = make([]slot, 2*len(old))
	mask := uint32(len(t.slots) - 1)
	for _, s := range old {
		if s.group == 0 {
			continue
		}
		i := s.hash & mask
		for t.slots[i].group != 0 {
			i = (i + 1) & mask
		}
		t.slots[i] = s
	}
}

// add enters a folded phrase.
func (t *phraseTable) add(folded string, s sense) {
	if folded == "" {
		return
	}
	first, rest, more := strings.Cut(folded, " ")
	words := 0
	if more {
		words = 1 + strings.Count(rest, " ")
	}
	last := len(t.chunks) - 1
	if last < 0 || len(t.chunks[last]) == phraseChunk {
		t.chunks, last = append(t.chunks, make([]phrase, 0, phraseChunk)), last+1
	}
	t.chunks[last] = append(t.chunks[last], phrase{rest, int32(words), t.group(first), s})
}

// finish puts the phrases in their groups, the longest first, else in the order in which they were added.
func (t *phraseTable) finish() {
	t.starts = make([]int32, len(t.firsts)+1)
	for _, chunk := range t.chunks {
		for i := range chunk {
			t.starts[chunk[i].group+1]++
		}
	}
	for g := range t.firsts {
		t.starts[g+1] += t.starts[g]
	}
	t.list = make([]*phrase, t.starts[len(t.firsts)])
	next := slices.Clone(t.starts)
	for _, chunk := range t.chunks {
		for i := range chunk {
			g := chunk[i].group
			t.list[next[g]] = &chunk[i]
			next[g]++
		}
	}
	for g := range t.firsts {
		if list := t.list[t.starts[g]:t.starts[g+1]]; len(list) > 1 {
			slices.SortStableFunc(list, func(a, b *phrase) int { return int(b.words - a.words) })
		}
	}
}

// phrases returns the phrases that begin with a word, the longest first.
func (t *phraseTable) phrases(first string) []*phrase {
	s, _ := t.find(first)
	if s.group == 0 {
		return nil
	}
	return t.list[t.starts[s.group-1]:t.starts[s.group]]
}
