package extract

import (
	"strings"

	"mithaq/extract/gazetteer"
)

// inflecting are the languages whose words are also looked up with other endings, by the rules of resolve.txt.
var inflecting = []string{"ru", "fr", "es", "tr"}

// inflected returns the names that words i to j are a form of: the genitive of a Russian name, the feminine or plural of a title
// or nationality in the other languages.
func (q *query) inflected(i, j int) []gazetteer.Name {
	const most = 4 // words: longer names are not declined by the word
	if j-i > most || !latin(q.words[i]) && !cyrillic(q.words[i]) {
		return nil
	}
	for _, lang := range inflecting {
		if (lang == "ru") != cyrillic(q.words[i]) {
			continue
		}
		for _, key := range q.baseForms(q.words[i:j], lang) {
			var out []gazetteer.Name
			for _, h := range q.index.get(q.index.full, key) {
				if h.Lang == lang && (lang == "ru" || h.Role == gazetteer.RoleNationality || h.Role == gazetteer.RoleTitle) {
					out = append(out, h)
				}
			}
			if len(out) > 0 {
				return out
			}
		}
	}
	return nil
}

// baseForms returns the words with every ending that a rule of the language changes, the fewest changes first.
func (q *query) baseForms(words []string, lang string) []string {
	const most = 300
	keys := []string{""}
	for _, w := range words {
		var next []string
		for _, form := range q.baseForm(w, lang) {
			for _, k := range keys {
				if len(next) < most {
					next = append(next, strings.TrimPrefix(k+" "+form, " "))
				}
			}
		}
		keys = next
	}
	return keys[1:] // the first is the text as it stands
}

// baseForm returns a word and what it may be a form of.
func (q *query) baseForm(word, lang string) []string {
	const least = 2 // letters that stay
	out := []string{word}
	for _, pair := range q.Resolver.words.plain["ending "+lang] {
		from, to, _ := strings.Cut(pair, " ")
		if stem, ok := strings.CutSuffix(word, from); ok && len([]rune(stem)) >= least {
			out = append(out, stem+to)
		}
	}
	return out
}
