package graph

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
)

// Same reports whether two node claims may speak of the same thing. It is symmetric and looks at nothing but the two; two
// claims that are the same share one of their [Blocks]. The README of this package says it in prose.
func Same(a, b Evidence) bool { return likeness(looksOf(a), looksOf(b)) > 0 }

// Differ reports whether two node claims cannot speak of one thing, whatever others say of it. It is symmetric, and no two claims
// are the same and differ.
func Differ(a, b Evidence) bool { return differ(looksOf(a), looksOf(b)) }

// likeness tells how sure it is that two mentions are of one thing; 0 = they are not the same.
func likeness(a, b *looks) int {
	switch {
	case tied(a, b):
		return asUsersSay
	case differ(a, b):
		return 0
	case a.label == LabelEvent || a.label == LabelAgreement:
		return a.meets(b)
	}
	return a.named(b)
}

// asUsersSay is the likeness of two mentions that a user's corrections make one.
const asUsersSay = 1000

// tied tells whether users said that two mentions are one thing.
func tied(a, b *looks) bool {
	return a.label == b.label && a.apart == b.apart && (a.apart != "" || overlap(a.joined, b.joined))
}

func differ(a, b *looks) bool {
	switch {
	case tied(a, b):
		return false
	case a.label != b.label || a.apart != b.apart:
		return true
	case a.label == LabelEvent:
		return eventsDiffer(a, b)
	case a.label == LabelAgreement:
		return agreementsDiffer(a, b)
	}
	return a.nation != "" && b.nation != "" && a.nation != b.nation || a.label == LabelPerson && a.otherName(b)
}

// named compares people, organizations and places by their names.
func (t *looks) named(o *looks) int {
	switch {
	case t.fold != "" && t.fold == o.fold && slices.Equal(t.sound, o.sound):
		return sameName + truth(t.nation == o.nation)
	case t.label == LabelPerson && t.fold != "" && strings.ReplaceAll(t.fold, " ", "") == strings.ReplaceAll(o.fold, " ", ""):
		return soundedName + truth(t.nation == o.nation)
	case t.label == LabelPerson:
		return t.soundsLike(o)
	}
	return 0
}

// block hashes the parts: names and lists of participants can be long, and keys stand in an index.
func block(parts ...string) string { return digest(strings.Join(parts, "\x01"), 12) }

func digest(s string, bytes int) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:bytes])
}

// idBytes of a hash name a derived node: 64 bits keep a million nodes apart.
const idBytes = 8

// nodeID is the id of the derived node whose smallest member is e.
func nodeID(e Evidence) string {
	k, _ := KindOf(e.Type)
	return k.Prefix + "/" + digest(e.ID(), idBytes)
}
