package lang

import "strings"

// judgePOS is the part of speech of words that judge.
const judgePOS = "judge"

// judgeWords reads the words by which a speaker judges another:
//
//	kind | form / form ...               words as they are used: adjectives, phrases
//	kind.thing | form / form ...         the same, as objects
//	kind.deed | singular | plural        nouns of what somebody does; kind.force: to another
//	kind.verb | past | present           verbs; they are plain verbs as well
func (l *loader) judgeWords(name string) {
	for _, r := range l.rows(name) {
		kind, form, _ := strings.Cut(r.fields[0], ".")
		switch {
		case (form == "" || form == "thing") && len(r.fields) == 2:
			l.classRows([]row{r}, judgePOS)
		case (form == "deed" || form == "force") && (len(r.fields) == 2 || len(r.fields) == 3):
			l.judgeNouns(r)
		case form == "verb" && len(r.fields) == 3:
			l.judgeVerbs(r, kind)
		default:
			l.problems.Addf(r.file, r.line, "want kind | forms, kind.thing | forms, kind.deed | singular | plural, or kind.verb | past | present")
		}
	}
}

func (l *loader) judgeNouns(r row) {
	for _, s := range l.alternatives(r.fields[1]) {
		l.noun(Word{POS: judgePOS, Class: r.fields[0], Lemma: s, Src: r.source()}, s)
	}
	if len(r.fields) == 3 {
		for _, s := range l.alternatives(r.fields[2]) {
			l.add(Word{Form: s, POS: judgePOS, Class: r.fields[0], Feat: Plural, Lemma: s, Src: r.source()})
		}
	}
}

// judgeVerbs enters verbs as plain ones and as words that judge. Of a phrase the first word alone does not judge.
func (l *loader) judgeVerbs(r row, kind string) {
	n := len(l.pack.Words)
	l.verb(r, []string{plain, r.fields[1], r.fields[2], "", "", ""})
	lemma := l.fold.Words(r.fields[1])
	for _, w := range l.pack.Words[n:] {
		if w.Lemma == lemma {
			w.POS, w.Class = judgePOS, kind
			l.add(w)
		}
	}
}
