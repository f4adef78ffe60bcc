package extract

import (
	"fmt"
	"strings"

	"mithaq/extract/article"
	"mithaq/extract/dates"
	"mithaq/extract/gazetteer"
	"mithaq/extract/lang"
	"mithaq/extract/text"
)

// Engine extracts graphs from articles of one language. It is read-only once made and safe for concurrent use.
type Engine struct {
	fold        *text.Folder
	pack        *lang.Pack
	lex         *lexicon
	dates       *dates.Reader
	topics      *lexicon // words that tell a topic: apart, for they may be part of other phrases
	world       *world
	frames      map[string][]*lang.Frame // by class of words
	kinds       map[string]kindNames
	roles       map[string]string // what a preposition does for an event
	masculine   map[string]bool   // names of states that are masculine
	doers       []string          // prepositions that name who did what is told in the passive
	unreal      map[string]bool   // classes of words under which an act is only wanted or talked of
	judging     []*lang.Frame     // frames of words that judge
	speech      map[string]bool   // classes of verbs whose subject says what follows
	reasons     []string          // classes of verbs behind whose object stands what the object did
	sources     map[string]string // folded names of media -> their state
	duty        []*lang.Frame     // frames of verbs of duty
	dutyPrep    map[string]bool
	dutyPronoun map[string]bool // prepositions of duty with a pronoun
	loose       map[string]bool // prepositions behind which a noun is no act of the subject
	letters     [][2]string     // written for one another in foreign names
	sounds      map[rune]rune   // what letters of names count as when names are compared by sound
	people      soundIndex
	spellings   map[string]spelling  // words that fold to the letters of a name
	standing    map[string]bool      // kinds of events that are told without participants
	endings     map[string]lang.Feat // endings that show the gender of a noun
}

// New returns an engine that knows the world of a gazetteer and the language of a pack.
func New(g *gazetteer.Gazetteer, pack *lang.Pack) (*Engine, error) {
	e := &Engine{fold: text.NewFolder(), kinds: readKinds(), sources: map[string]string{}, pack: pack, frames: map[string][]*lang.Frame{}}
	e.lex, e.topics = newLexicon(e.fold, pack.Clitics, len(pack.Words)*5/4), newLexicon(e.fold, pack.Clitics, 0)
	e.world = newWorld(g, e.fold, pack.Lang)
	for i := range pack.Frames {
		f := &pack.Frames[i]
		e.frames[f.Class] = append(e.frames[f.Class], f)
		if f.Flag("judge") != "" {
			e.judging = append(e.judging, f)
		}
		if f.Has("duty") {
			e.duty = append(e.duty, f)
		}
	}
	var err error
	if e.dates, err = dates.Load(pack.Files, e.fold); err != nil {
		return nil, fmt.Errorf("make engine for %s: %w", pack.Lang, err)
	}
	if e.letters, err = readLetters(pack.Files, e.fold); err != nil {
		return nil, fmt.Errorf("make engine for %s: %w", pack.Lang, err)
	}
	if e.sounds, err = readSounds(pack.Files, e.fold); err != nil {
		return nil, fmt.Errorf("make engine for %s: %w", pack.Lang, err)
	}
	if e.spellings, err = readSpellings(pack.Files, e.fold); err != nil {
		return nil, fmt.Errorf("make engine for %s: %w", pack.Lang, err)
	}
	names := e.names(g)
	e.addWords()
	e.addNames(g, names)
	e.lex.finish()
	e.topics.finish()
	e.dates.Other = e.lex.noFuture
	if len(e.lex.list) == 0 {
		return nil, fmt.Errorf("make engine for %s: no words", pack.Lang)
	}
	return e, nil
}

// addWords enters the words of the language, and notes those that the engine asks for by class.
func (e *Engine) addWords() {
	for _, c := range e.pack.Clitics.Before {
		switch {
		case c.Slot == "conj" && e.world.and == "":
			e.world.and = c.Letters
		case c.Slot == "article":
			e.world.articleLetters = c.Letters
		}
	}
	e.world.preps, e.world.places, e.world.weakGiven, e.world.orgWords = map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]string{}
	e.roles, e.masculine, e.endings = map[string]string{}, map[string]bool{}, map[string]lang.Feat{}
	e.unreal, e.dutyPrep, e.dutyPronoun = map[string]bool{}, map[string]bool{}, map[string]bool{}
	e.loose, e.speech = map[string]bool{}, map[string]bool{}
	e.standing = map[string]bool{"war": true, "attack": true, "election": true, "conference": true, "summit": true, "protest": true}
	for i := range e.pack.Words {
		w := &e.pack.Words[i]
		if e.noteWord(w) {
			continue
		}
		e.lex.add(w.Form, sense{kind: senseWord, word: w, feat: w.Feat})
		if w.POS == "given" {
			e.addServant(w)
		}
	}
}

// noteWord notes a word that is there for the engine alone, and tells whether it is one.
func (e *Engine) noteWord(w *lang.Word) bool {
	switch w.Class {
	case "office-prep":
		e.world.preps[w.Form] = true
	case "place-prep":
		e.world.places[w.Form] = true
	case "duty-prep":
		e.dutyPrep[w.Form] = true
	case "loose-prep":
		e.loose[w.Form] = true
	case "duty-pronoun":
		e.dutyPronoun[w.Form] = true
	case "doer-prep":
		e.doers = append(e.doers, w.Form)
	case "unreal-class":
		e.unreal[w.Lemma] = true
	case "speech-class":
		e.speech[w.Form] = true
	case "reason-class":
		e.reasons = append(e.reasons, w.Form)
	case "purpose":
		e.world.purpose = w.Form
	case "weak-given":
		e.world.weakGiven[w.Form] = true
	case "org-other", "org-field", "org-stop", "envoy-prep", "field", "kingdom", "sits-for", "comprises-of", "comprises-prep", "part-of":
		e.world.orgWords[w.Form] = w.Class
	case "servant":
		e.world.servant = w.Form
	case "masculine-state":
		e.masculine[w.Form] = true
	case "feminine-ending":
		e.endings[w.Form] = lang.Feminine
	case "masculine-noun":
		e.endings[w.Form] = lang.Masculine
	default:
		role, ok := strings.CutPrefix(w.Class, "role-")
		if ok {
			e.roles[w.Form] = role
		}
		return ok
	}
	return true
}

// addServant enters a name of the form "servant of ..." as it is written in two words.
func (e *Engine) addServant(w *lang.Word) {
	s := e.world.servant
	if rest, ok := strings.CutPrefix(w.Form, s); ok && s != "" && strings.HasPrefix(rest, e.world.articleLetters) {
		e.lex.add(s+" "+rest, sense{kind: senseWord, word: w, feat: w.Feat})
	}
}

// read runs the stages up to the mentions.
func (e *Engine) read(a article.Article) *document {
	d := &document{eng: e, art: a, full: a.Title + "\n" + a.Text, day: a.Date,
		byKey: map[string]*entity{}, alias: map[string]*entity{}, joint: map[*entity][]*entity{}, factKeys: map[string]*fact{}, dropped: map[string]int{}}
	d.tokens = e.fold.Tokens(d.full, nil)
	titleEnd := len(a.Title)
	for n, s := range text.Sentences(d.tokens) {
		s.Start = dateline(d.tokens, s)
		st := &sentence{n: n, from: s.Start, to: s.End, title: d.tokens[s.Start].Start < titleEnd}
		st.dates = e.dates.Find(d.tokens[s.Start:s.End], d.day, nil)
		st.items = e.lex.items(d.tokens, s.Start, s.End, make([]item, 0, s.End-s.Start))
		d.sents = append(d.sents, st)
	}
	d.findNames()
	for _, s := range d.sents {
		s.chunks = (&chunker{d: d, s: s, w: e.world, lex: e.lex, items: s.items, pass2: true}).run()
	}
	for _, s := range d.sents {
		d.memberships(s)
		d.bracketed(s)
		d.joined(s)
	}
	d.relations()
	d.finishDates()
	d.finishEvents()
	d.finishDeals()
	d.finishFields()
	return d
}

// findNames reads the article once to learn whom it names in full, and by which shorter names they may be called.
func (d *document) findNames() {
	first := *d
	first.byKey, first.entities = map[string]*entity{}, nil
	first.dropped, first.factKeys = map[string]int{}, map[string]*fact{}
	states := map[string]int{}
	var items []item
	for _, s := range d.sents {
		items = append(items[:0], s.items...)
		(&chunker{d: &first, s: s, w: d.eng.world, lex: d.eng.lex, items: items}).run()
	}
	d.names, d.seen = map[string][]docName{}, map[string]bool{}
	for _, e := range first.entities {
		if e.count == 0 {
			continue
		}
		switch e.label {
		case "State":
			states[e.id] = e.count
			d.seen[e.id] = true
		case "Person":
			d.learn(e)
		case "Organization":
			for _, x := range e.surfaces {
				if e.id != "" {
					d.bodies = append(d.bodies, bodyName{d.eng.fold.Words(x), e.id})
				}
			}
		}
	}
	d.home, d.stated = d.homeOf(states, first.entities), states
}

// Doc returns the graph of an article in the interchange form.
func (e *Engine) Doc(a article.Article) Doc { return e.read(a).doc() }

// role returns what a preposition does for an event: with, between, attended, in, to.
func (e *Engine) role(marker string) string {
	if r := e.roles[marker]; r != "about" && r != "by" {
		return r
	}
	return ""
}

// tells tells whether a preposition names what something is about ("about") or who did it ("by").
func (e *Engine) tells(marker, role string) bool { return e.roles[marker] == role }

// feminine returns the gender that the ending of a noun shows, or that the noun has; 0 if nothing tells.
func (e *Engine) feminine(word string) lang.Feat {
	for i := range word { // the longest ending first
		if g := e.endings[word[i:]]; g != 0 {
			return g
		}
	}
	return 0
}

// maxDateline is the number of tokens in which a dateline ends: a city, a state and an agency in brackets.
const maxDateline = 14

// dateline returns the token after the dateline that opens a sentence, "CITY, STATE (AGENCY) -", or the sentence's first token.
func dateline(tokens []text.Token, s text.Sentence) int {
	for i := s.Start; i+2 < s.End && i < s.Start+maxDateline; i++ {
		if tokens[i].Norm != ")" || tokens[i+1].Norm != "-" {
			continue
		}
		for i++; i+1 < s.End && tokens[i].Norm == "-"; i++ {
		}
		return i
	}
	return s.Start
}

// homeOf returns the state that the article is most about: the one it names most, those of its headline and of its source counting
// more, and on a tie the one named first.
func (d *document) homeOf(states map[string]int, order []*entity) string {
	best, score := "", 0
	for _, e := range order {
		if e.label != "State" || e.count == 0 {
			continue
		}
		n := states[e.id]
		if e.sent != nil && e.sent.title {
			n += 2
		}
		if e.id == d.eng.sources[d.sourceKey()] {
			n += 3
		}
		if n > score {
			best, score = e.id, n
		}
	}
	return best
}

// sourceKey is the folded name of the source as the table of media has it: the longest start of it that is there.
func (d *document) sourceKey() string {
	words := strings.Fields(d.eng.fold.Words(d.art.Source))
	for n := len(words); n > 0; n-- {
		if key := strings.Join(words[:n], " "); d.eng.sources[key] != "" {
			return key
		}
	}
	return ""
}
