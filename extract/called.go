package extract

import "strings"

// learn notes the shorter names by which a person of the first reading may be called.
func (d *document) learn(first *entity) {
	var e *entity
	if first.id != "" {
		e = d.known(first.id)
	} else {
		e = d.local("Person", first.fold, first.nameAr)
	}
	for _, s := range append(first.surfaces, first.nameAr) {
		d.call(e, d.eng.fold.Words(s), first.id == "")
	}
	if first.id != "" {
		if r := d.eng.world.g.Record(first.id); r != nil && r.Leader != nil {
			for _, t := range r.Leader.Family {
				if t.Lang == d.eng.pack.Lang {
					for _, s := range t.List {
						d.called(e, strings.Fields(d.eng.fold.Words(s)))
					}
				}
			}
		}
	}
}

// call derives the short names from a full one: the last word, and the last two where the name has three or more.
func (d *document) call(e *entity, full string, local bool) {
	w := strings.Fields(full)
	if len(w) < 2 {
		return
	}
	last := w[len(w)-1:]
	if !d.ordinary(w[len(w)-1]) && !d.kin(w[len(w)-2]) {
		d.called(e, last)
	}
	if len(w) > 2 {
		d.called(e, w[len(w)-2:])
	}
	if len(w) > 3 {
		d.called(e, w[len(w)-3:])
	}
	if local {
		d.called(e, w)
	}
}

// kin tells whether a word joins names: son, servant, father of.
func (d *document) kin(word string) bool {
	for _, p := range d.eng.lex.phrases(word) {
		if s := &p.sense; len(p.rest) == 0 && s.kind == senseWord && s.word.POS == "func" && s.word.Class == "kin" {
			return true
		}
	}
	return false
}

// ordinary tells whether a word is one of the language rather than a name.
func (d *document) ordinary(word string) bool {
	for _, p := range d.eng.lex.phrases(word) {
		if s := &p.sense; len(p.rest) == 0 && s.kind == senseWord && s.word.POS != "given" {
			return true
		}
	}
	for _, p := range d.eng.lex.phrases(strings.TrimPrefix(word, d.eng.world.articleLetters)) {
		if s := &p.sense; len(p.rest) == 0 && s.kind == senseWord && s.word.POS == "mark" { // "the Second"
			return true
		}
	}
	return false
}

func (d *document) called(e *entity, words []string) {
	if len(words) == 0 {
		return
	}
	for _, n := range d.names[words[0]] {
		if n.ent == e && len(n.words) == len(words) && strings.Join(n.words, " ") == strings.Join(words, " ") {
			return
		}
	}
	list := append(d.names[words[0]], docName{words, e})
	for i := len(list) - 1; i > 0 && len(list[i].words) > len(list[i-1].words); i-- {
		list[i], list[i-1] = list[i-1], list[i]
	}
	d.names[words[0]] = list
}

// sameName returns the person of the article whose full name has all the words of fold in order, or the other way round.
func (d *document) sameName(fold string) *entity {
	w := strings.Fields(fold)
	for _, e := range d.entities {
		if e.label != "Person" || e.id != "" || len(w) < 2 {
			continue
		}
		f := strings.Fields(e.fold)
		if len(f) > 1 && (within(w, f) || within(f, w)) {
			return e
		}
	}
	return nil
}

// within tells whether all words of a stand in b in the same order.
func within(a, b []string) bool {
	i := 0
	for _, w := range b {
		if i < len(a) && a[i] == w {
			i++
		}
	}
	return i == len(a)
}

// same returns the entity of this reading of the article that stands for one of the other reading.
func (d *document) same(e *entity) *entity {
	if e.id != "" {
		return d.known(e.id)
	}
	x := d.local(e.label, e.fold, e.nameAr)
	x.kind, x.nation = e.kind, e.nation
	return x
}
