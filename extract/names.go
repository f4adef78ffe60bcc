package extract

import (
	"slices"
	"strings"

	"mithaq/extract/gazetteer"
	"mithaq/extract/lang"
)

// foldedName is a name of the gazetteer as the lexicon writes it.
type foldedName struct {
	gazetteer.Name
	folded string
}

// nameChunk is how many names are handed over at once.
const nameChunk = 1024

// names gives the names of the gazetteer that a text in the language of the pack may hold. They are folded beside the caller,
// who enters them meanwhile.
func (e *Engine) names(g *gazetteer.Gazetteer) <-chan []foldedName {
	out := make(chan []foldedName, 64)
	go func() {
		defer close(out)
		list := make([]foldedName, 0, nameChunk)
		for n := range g.Names {
			if n.Lang != e.pack.Lang && (n.Lang != "en" || !latinName(n)) {
				continue
			}
			if len(list) == nameChunk {
				out <- list
				list = make([]foldedName, 0, nameChunk)
			}
			list = append(list, foldedName{n, e.fold.Words(n.Text)})
		}
		out <- list
	}()
	return out
}

// addNames enters the names of the gazetteer; weak names once for each reading, with what it needs.
func (e *Engine) addNames(g *gazetteer.Gazetteer, names <-chan []foldedName) {
	weak := weakNames{byName: map[string]*weakName{}}
	var seen recordNames
	for list := range names {
		for i := range list {
			e.addName(g, &list[i], &seen, &weak)
		}
	}
	for _, folded := range weak.order {
		weak.byName[folded].add(e, folded)
	}
	e.addAccusatives()
}

// addAccusatives enters the accusative of nationalities, "twenty Palestinians", unless something that the lexicon knows begins with a
// word written like it: the accusative of "Turkish" is "Turkey".
func (e *Engine) addAccusatives() {
	type entry struct {
		form string
		sense
	}
	var found []entry
	for _, chunk := range e.lex.chunks {
		for i := range chunk {
			p := &chunk[i]
			if p.sense.kind != senseNationality || p.words > 0 || p.sense.feat&(lang.Feminine|lang.Plural) != 0 {
				continue
			}
			for _, form := range e.pack.Accusative(e.lex.firsts[p.group]) {
				if !e.lex.has(form) {
					found = append(found, entry{form, p.sense})
				}
			}
		}
	}
	for _, x := range found {
		e.lex.add(x.form, x.sense)
	}
}

// addName enters a name that its record has not had yet; a weak one is collected.
func (e *Engine) addName(g *gazetteer.Gazetteer, n *foldedName, seen *recordNames, weak *weakNames) {
	if o := n.Record.Org; o != nil && o.Kind == "media" && o.State != "" {
		e.sources[n.folded] = o.State
	}
	if n.Lang == "en" && e.pack.Lang != "en" && shortLatin(n) {
		return
	}
	s, ok := e.nameSense(&n.Name)
	if !ok || !seen.add(n.Record, n.folded, s.kind) {
		return
	}
	if s.kind == senseTopic {
		e.topics.add(n.folded, s)
		return
	}
	if s.kind >= senseName && s.kind <= senseGovernment {
		if w := g.Weak(n.Lang, n.folded); w != nil {
			weak.add(w, n.folded, s)
			return
		}
	}
	e.lex.add(n.folded, s)
	if isPerson(s.id) {
		e.addSpellings(n.folded, s)
		e.addLetters(g, n, s)
	}
	if bare, ok := strings.CutPrefix(n.folded, e.world.articleLetters); ok && s.kind == sensePortfolio {
		e.lex.add(bare, s) // "the foreign minister of Russia": without the article in the genitive
	}
}

// recordNames tells which names of a record were there before; the names of a record follow each other.
type recordNames struct {
	record *gazetteer.Record
	names  []recordName
}

type recordName struct {
	folded string
	kind   senseKind
}

// add tells whether the name is new.
func (r *recordNames) add(record *gazetteer.Record, folded string, kind senseKind) bool {
	if r.record != record {
		r.record, r.names = record, r.names[:0]
	}
	n := recordName{folded, kind}
	if slices.Contains(r.names, n) {
		return false
	}
	r.names = append(r.names, n)
	return true
}

// weakNames collects the weak names with their senses in the order in which they come.
type weakNames struct {
	byName map[string]*weakName
	order  []string
}

func (w *weakNames) add(weak *gazetteer.Weak, folded string, s sense) {
	n := w.byName[folded]
	if n == nil {
		n = &weakName{Weak: weak}
		w.byName[folded] = n
		w.order = append(w.order, folded)
	}
	if !slices.Contains(n.senses, s) { // a reading may bring a name that its record has in another spelling
		n.senses = append(n.senses, s)
	}
}

// maxServants is how many names of the form "servant of ..." one name may hold.
const maxServants = 3

// addSpellings enters the name of a person with "servant of ..." written in one word as in two, and the other way round.
func (e *Engine) addSpellings(folded string, s sense) {
	if e.world.servant == "" || !strings.Contains(folded, e.world.servant) {
		return
	}
	parts := strings.Split(e.world.joinServant(folded), e.world.servant+e.world.articleLetters)
	seams := len(parts) - 1
	if seams == 0 || seams > maxServants {
		return
	}
	for mask := range 1 << seams { // each seam in its own way: some writers join one and split the other
		var b strings.Builder
		b.WriteString(parts[0])
		for k, p := range parts[1:] {
			b.WriteString(e.world.servant)
			if mask>>k&1 == 1 {
				b.WriteByte(' ')
			}
			b.WriteString(e.world.articleLetters)
			b.WriteString(p)
		}
		if x := b.String(); x != folded && strings.Contains(x, " ") && (mask > 0 || strings.Contains(strings.TrimPrefix(x, e.world.servant), " ")) { // one word alone is a given name
			e.lex.add(x, s)
		}
	}
}

// addLetters enters the name of a person with each letter that others write in its place. One word alone may be a word of the
// language then.
func (e *Engine) addLetters(g *gazetteer.Gazetteer, n *foldedName, s sense) {
	for _, l := range e.letters {
		if strings.Contains(n.folded, " ") && strings.Contains(n.folded, l[0]) {
			if x := strings.ReplaceAll(n.folded, l[0], l[1]); g.Weak(n.Lang, x) == nil {
				e.lex.add(x, s)
			}
		}
	}
}

// latinName tells whether an English name may stand in a text in another script: names of bodies and people, not words.
func latinName(n gazetteer.Name) bool {
	switch n.Role {
	case gazetteer.RoleName:
		return n.Record.Kind == gazetteer.Organization || n.Record.Kind == gazetteer.Person
	case gazetteer.RoleAcronym:
		return true
	}
	return false
}

// shortLatin tells whether an English name is so short that it may be a word or a number.
func shortLatin(n *foldedName) bool {
	if n.Role == gazetteer.RoleAcronym {
		return len(n.folded) < 3
	}
	return len(n.folded) < 4
}

func (e *Engine) nameSense(n *gazetteer.Name) (sense, bool) {
	s := sense{kind: senseName, id: n.Record.ID}
	switch n.Role {
	case gazetteer.RoleFamily:
		s.kind = senseFamily
	case gazetteer.RoleGovernment:
		s.kind = senseGovernment
	case gazetteer.RoleNationality:
		s.kind = senseNationality
		s.feat = formFeat(n.Form)
	case gazetteer.RoleTrigger:
		s.kind = senseTopic
	case gazetteer.RoleTitle:
		s.feat = formFeat(n.Form)
		switch n.Record.Office.Class {
		case "spokesperson":
			e.lex.speakers[n.Record.ID] = true
			s.kind = senseOffice
		case "head_of_org", "deputy_head_of_org", "party_leader":
			e.lex.heads[n.Record.ID] = true
			s.kind = senseOffice
		case "portfolio":
			s.kind = sensePortfolio
		case "modifier":
			s.kind = senseModifier
		case "honorific":
			s.kind = senseHonorific
		default:
			s.kind = senseOffice
		}
	default:
		if n.Record.Kind == gazetteer.Topic {
			return s, false
		}
	}
	return s, true
}

func formFeat(f gazetteer.Form) lang.Feat {
	switch f {
	case gazetteer.Feminine:
		return lang.Feminine | lang.Singular
	case gazetteer.Plural:
		return lang.Plural
	}
	return lang.Masculine | lang.Singular
}
