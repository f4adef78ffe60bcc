package lang

import "strings"

// latinLetter is how a letter is written in Latin script at the start of a word and inside one.
type latinLetter struct{ first, inside string }

// vowels are the Latin letters after which no vowel has to be put in.
const vowels = "aiueoAIUEO"

func (l *loader) latin(name string) {
	l.pack.letters = map[rune]latinLetter{}
	for _, r := range l.rows(name) {
		if len(r.fields) != 3 || len([]rune(r.fields[0])) != 1 {
			l.problems.Addf(r.file, r.line, "want letter | at the start | inside")
			continue
		}
		l.pack.letters[[]rune(r.fields[0])[0]] = latinLetter{r.fields[1], r.fields[2]}
	}
}

// Latin spells folded words in Latin letters. A script that writes no short vowels gets an "a" between consonants.
func (p *Pack) Latin(folded string) string {
	words := strings.Fields(folded)
	for i, w := range words {
		words[i] = p.latinWord(w)
	}
	return strings.Join(words, " ")
}

func (p *Pack) latinWord(word string) string {
	var b strings.Builder
	vowel := true
	for i, r := range word {
		l, ok := p.letters[r]
		s := l.inside
		if i == 0 {
			s = l.first
		}
		if !ok {
			s = string(r)
		}
		if s == "" {
			continue
		}
		isVowel := strings.Contains(vowels, s[:1])
		if i > 0 && !vowel && !isVowel {
			b.WriteByte('a')
		}
		b.WriteString(s)
		vowel = isVowel
	}
	return b.String()
}
