package graph

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// How sure it is that two people are one, by their names.
const (
	familyName  = 1 // only the family name is known of one, and he holds the same office
	likeName    = 2 // a letter more or less, and the same office
	soundedName = 3 // the same consonants, or the name of the father left out
	sameName    = 4
)

// longSound is the number of consonants from which two names of whose bearers nothing else is known hardly ever sound alike by chance.
const longSound = 7

// rareFamily is the number of consonants of a single name that is not one of the many given names.
const rareFamily = 4

// servesOne returns the one state of some posts; "" if there is none or several.
func servesOne(posts []string) Ref {
	state := ""
	for _, p := range posts {
		_, of, _ := strings.Cut(p, "@")
		if labelOfID(of) != LabelState {
			continue
		}
		if state != "" && state != of {
			return ""
		}
		state = of
	}
	return Ref(state)
}

// full tells whether more than one name of a person is known.
func (t *looks) full() bool { return t.fold != "" && len(t.sound) > 1 }

func (t *looks) ends() (first, last string) { return t.sound[0], t.sound[len(t.sound)-1] }

// soundsLike compares two people whose names are written differently.
func (t *looks) soundsLike(o *looks) int {
	if len(t.sound) == 0 || len(o.sound) == 0 {
		return 0
	}
	post := overlap(t.posts, o.posts)
	nation := t.nation != "" && t.nation == o.nation
	switch {
	case t.full() && o.full():
		return t.fullSoundsLike(o, nation, post)
	case t.full() == o.full() || !nation || !post:
		return 0
	}
	_, a := t.ends()
	_, b := o.ends()
	return familyName * truth(a == b && utf8.RuneCountInString(a) >= rareFamily)
}

func (t *looks) fullSoundsLike(o *looks, nation, post bool) int {
	a, b := strings.Join(t.sound, ""), strings.Join(o.sound, "")
	switch {
	case a == b && (nation && post || utf8.RuneCountInString(a) >= longSound):
		return soundedName
	case !nation || !post:
		return 0
	case t.shortens(o) || o.shortens(t):
		return soundedName
	case t.sound[0] == o.sound[0] && min(utf8.RuneCountInString(a), utf8.RuneCountInString(b)) >= longSound && oneLetterOff([]rune(a), []rune(b)):
		return likeName
	}
	return 0
}

// shortens tells whether a name has the first and the last of another and leaves out some between.
func (t *looks) shortens(o *looks) bool {
	if len(t.sound) >= len(o.sound) {
		return false
	}
	first, last := t.ends()
	f, l := o.ends()
	return first == f && last == l && !slices.ContainsFunc(t.sound, func(w string) bool { return !slices.Contains(o.sound, w) })
}

// otherName tells whether two full names cannot be those of one person.
func (t *looks) otherName(o *looks) bool {
	if !t.full() || !o.full() || t.fold == o.fold || strings.Join(t.sound, "") == strings.Join(o.sound, "") {
		return false
	}
	a, b := []rune(strings.Join(t.sound, "")), []rune(strings.Join(o.sound, ""))
	return !t.shortens(o) && !o.shortens(t) && !(t.sound[0] == o.sound[0] && oneLetterOff(a, b))
}

// oneLetterOff tells whether a letter added, left out or changed makes one word of another.
func oneLetterOff(a, b []rune) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) == len(b) {
		return i == len(a) || slices.Equal(a[i+1:], b[i+1:])
	}
	return slices.Equal(a[i:], b[i+1:])
}

// personBlocks are the keys of a person: the sound of the name, and each office with the first name, and with the last.
func (t *looks) personBlocks() []string {
	first, last := t.ends()
	var keys []string
	if t.full() {
		keys = append(keys, block(t.label, "sound", strings.Join(t.sound, "")))
	}
	for _, post := range t.posts {
		if t.full() {
			keys = append(keys, block(t.label, "first", post, first))
		}
		keys = append(keys, block(t.label, "last", post, last))
	}
	return sortedSet(keys)
}
