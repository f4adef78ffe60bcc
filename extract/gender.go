package extract

import (
	"slices"
	"strings"

	"mithaq/extract/lang"
)

// genderFits tells whether a carried-on subject agrees with the verb in gender, as far as that is known.
func (d *document) genderFits(v *chunk, a []*entity) bool {
	f := v.word.Feat
	if f&(lang.Masculine|lang.Feminine) == 0 || len(a) > 1 {
		return true
	}
	return f&d.genderOf(a[0]) != 0
}

// genderOf returns the usual gender of an actor's name.
func (d *document) genderOf(e *entity) lang.Feat {
	switch e.label {
	case "Person":
		if r := d.eng.world.g.Record(e.id); r != nil && r.Leader != nil && r.Leader.Gender == "f" {
			return lang.Feminine
		}
		return lang.Masculine
	case "State":
		if d.eng.masculine[d.eng.fold.Words(e.nameAr)] {
			return lang.Masculine
		}
		return lang.Feminine
	}
	first, _, _ := strings.Cut(d.eng.fold.Words(e.nameAr), " ")
	if g := d.eng.feminine(first); g != 0 {
		return g
	}
	return lang.Masculine | lang.Feminine
}

// agreesBehind tells whether a verb fits the noun phrase before it as its subject: it then shows number as well.
func (d *document) agreesBehind(v, np *chunk, a []*entity) bool {
	if v.word.Feat&lang.First != 0 {
		return false
	}
	if len(a) > 1 {
		return true
	}
	g := d.gender(np, a)
	if a[0].label == "State" {
		g |= d.stateBefore(g)
	}
	return v.anyVerb(func(f lang.Feat) bool { return g == 0 || f&(lang.Masculine|lang.Feminine) == 0 || f&g != 0 })
}

// stateBefore returns the gender that a masculine name of a state may have as well before its verb: many write it as feminine.
func (d *document) stateBefore(g lang.Feat) lang.Feat {
	if g == lang.Masculine {
		return lang.Feminine
	}
	return 0
}

// agree tells whether a verb carried on to these subjects fits them in number.
func agree(a []*entity, v *chunk) bool {
	return len(a) > 0 && (v.word == nil || v.word.Feat&lang.Dual == 0 || len(a) == 2)
}

// agrees tells whether a verb fits the noun phrase right behind it as its subject. A verb before its subject is singular and
// shows its gender; where it does not fit, the phrase is the object.
func (d *document) agrees(v, np *chunk, a []*entity) bool {
	if v.word == nil || v.word.POS != "verb" {
		return true
	}
	g := d.gender(np, a)
	return v.anyVerb(func(f lang.Feat) bool {
		return f&lang.First == 0 && f&lang.Plural == 0 && (g == 0 || f&(lang.Masculine|lang.Feminine) == 0 || f&g != 0)
	})
}

// anyVerb tells whether the features of one of the verbs that a chunk may be satisfy ok: "received" is written like "she throws".
func (c *chunk) anyVerb(ok func(lang.Feat) bool) bool {
	if ok(c.word.Feat) {
		return true
	}
	return slices.ContainsFunc(c.senses, func(s *sense) bool { return s.kind == senseWord && s.word.POS == "verb" && ok(s.word.Feat) })
}

// gender returns the grammatical gender of a noun phrase, 0 where it is not known.
func (d *document) gender(np *chunk, a []*entity) lang.Feat {
	if len(a) == 0 || np.kind == chunkRef && np.title == nil {
		return 0
	}
	first := d.tokens[np.from].Norm
	e := a[0]
	switch {
	case np.kind == chunkRef && np.title != nil:
		return d.titleGender(np)
	case e.label == "State" && np.def && np.to-np.from == 1:
		return 0 // the people of a state: a name carries its article itself
	case e.label == "Person" && e.id != "":
		if r := d.eng.world.g.Record(e.id); r != nil && r.Leader != nil && r.Leader.Gender == "f" {
			return lang.Feminine
		}
		return d.titleGender(np)
	case e.label == "Person":
		return d.titleGender(np)
	case e.label == "State" && np.to-np.from == 1 || e.label == "State" && !np.weak && d.eng.feminine(first) == 0:
		if d.eng.masculine[np.stem] {
			return lang.Masculine
		}
		return lang.Feminine
	}
	return d.eng.feminine(first)
}

func (d *document) titleGender(np *chunk) lang.Feat {
	if np.title != nil && np.title.feminine {
		return lang.Feminine
	}
	if np.title != nil {
		return lang.Masculine
	}
	return 0
}
