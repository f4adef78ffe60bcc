package extract

import (
	"strings"

	"mithaq/extract/lang"
	"mithaq/extract/text"
)

// senseKind is what a phrase of the lexicon stands for.
type senseKind uint8

const (
	senseWord        senseKind = iota // a word of the language: lang.Word
	senseName                         // a name of a record
	senseFamily                       // a short name of a person
	senseNationality                  // an adjective or people of a state
	senseGovernment                   // a capital or the like that stands for its state
	senseOffice                       // a title
	sensePortfolio                    // what a minister is minister of
	senseModifier                     // former, deputy, acting ...
	senseHonorific
	senseTopic // a noun that tells a topic
)

// sense is one meaning of a phrase.
type sense struct {
	kind senseKind
	feat lang.Feat
	word *lang.Word
	id   string // of a record of the gazetteer
	weak *weakRule
}

// lexicon finds phrases by their folded words. It is read-only after finish and safe for concurrent use.
type lexicon struct {
	phraseTable
	fold    *text.Folder
	clitics lang.Clitics
	afters  []lang.After
	// offices by what may stand in their phrase: those who speak for a body, those who lead one
	speakers, heads map[string]bool
}

// newLexicon returns a lexicon with room for about that many first words.
func newLexicon(fold *text.Folder, clitics lang.Clitics, words int) *lexicon {
	return &lexicon{phraseTable: newPhraseTable(words), fold: fold, clitics: clitics, afters: clitics.After,
		speakers: map[string]bool{}, heads: map[string]bool{}}
}

// reading is one way to take a token apart: what is written onto the word, and the word.
type reading struct {
	conj, prep string
	future     bool
	def        bool // the article is split off
	stem       string
	after      *lang.After // a pronoun is split off
	loose      bool        // the conjunction is a word of its own
	loosePrep  bool        // and so is the preposition
	cost       int         // clitics split off: a whole word is read before its parts
}

// readings appends the ways to split clitics off the front of a word, the whole word first.
func (l *lexicon) readings(word string, dst []reading) []reading {
	return l.split(reading{stem: word}, 0, dst)
}

// slotRank orders the slots of prefixes: a prefix stands only before those of a higher rank.
var slotRank = map[string]int{"conj": 1, "prep": 2, "future": 2, "article": 3}

func (l *lexicon) split(r reading, rank int, dst []reading) []reading {
	dst = append(dst, r)
	if rank < 2 {
		for _, j := range l.clitics.Joined {
			if rest, ok := cutPrefix(r.stem, j.Letters); ok {
				n := r
				n.prep, n.stem, n.cost = j.First, j.Then+rest, r.cost+1
				dst = l.split(n, 2, dst)
			}
		}
	}
	for _, c := range l.clitics.Before {
		if slotRank[c.Slot] <= rank {
			continue
		}
		rest, ok := cutPrefix(r.stem, c.Letters)
		if !ok {
			continue
		}
		n := r
		n.stem, n.cost = rest, r.cost+1
		switch c.Slot {
		case "conj":
			n.conj = c.Letters
		case "prep":
			n.prep = c.Letters
		case "future":
			n.future = true
		case "article":
			n.def = true
		}
		dst = l.split(n, slotRank[c.Slot], dst)
	}
	return dst
}

// noFuture tells whether the lexicon knows a word, and not as a verb in the future.
func (l *lexicon) noFuture(word string) bool {
	known := false
	for _, r := range l.readings(word, nil) {
		for _, p := range l.phrases(r.stem) {
			if r.future && p.sense.kind == senseWord && p.sense.word.POS == "verb" {
				return false
			}
			known = known || !r.future
		}
	}
	return known
}

// cutPrefix takes letters off the front of a word if at least two bytes-wide letters remain.
func cutPrefix(word, letters string) (string, bool) {
	if len(word) < len(letters)+3 || !strings.HasPrefix(word, letters) {
		return "", false
	}
	return word[len(letters):], true
}

// bare appends what a word may be without a pronoun at its end.
func (l *lexicon) bare(r reading, dst []reading) []reading {
	if r.def {
		return dst
	}
	for i := range l.afters {
		a := &l.afters[i]
		stem, ok := strings.CutSuffix(r.stem, a.Letters)
		if !ok || len(stem) < 4 {
			continue
		}
		n := r
		n.after, n.stem, n.cost = a, stem, r.cost+2
		dst = append(dst, n)
		for _, c := range l.clitics.Change {
			if s, ok := strings.CutSuffix(stem, c.From); ok {
				n.stem = s + c.To
				dst = append(dst, n)
			}
		}
	}
	return dst
}

// match calls yield for every phrase that starts at token i when its first word is read as stem.
func (l *lexicon) match(tokens []text.Token, i int, stem string, yield func(n int, s *sense)) {
	list := l.phrases(stem)
	for _, p := range list {
		if n := p.length(tokens, i); n > 0 {
			yield(n, &p.sense)
		}
	}
}

// length returns the number of tokens from i that the phrase takes, 0 if it is not written there. A plus between numbers counts as
// nothing.
func (p *phrase) length(tokens []text.Token, i int) int {
	j, open := i+1, false
	for rest := p.rest; rest != ""; j++ {
		if !open && j+1 < len(tokens) && rest[0] <= '9' && tokens[j].Norm == "(" { // "the group (5 + 1)"
			open, j = true, j+1
		}
		if j+1 < len(tokens) && tokens[j].Kind == text.Punct && tokens[j].Norm == "+" {
			j++
		}
		if j >= len(tokens) || tokens[j].Kind == text.Punct {
			return 0
		}
		after, ok := strings.CutPrefix(rest, tokens[j].Norm)
		if !ok || after != "" && after[0] != ' ' {
			return 0
		}
		rest = after[min(1, len(after)):]
	}
	if open && j < len(tokens) && tokens[j].Norm == ")" {
		j++
	}
	return j - i
}

// surely splits off what must be clitics of an unknown word: a preposition with the article behind it.
func (l *lexicon) surely(word reading) reading {
	for _, r := range l.readings(word.stem, nil) {
		if r.def && r.prep != "" && !r.future && len(r.stem) >= 6 {
			return r
		}
	}
	return word
}
