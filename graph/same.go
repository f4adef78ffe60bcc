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

// Blocks returns the keys under which claims that could be the same are found: the name, as it sounds for people; or the month with each two of the
// parties, with each body, or with the place of an attack; and an ordinal with each party.
func Blocks(e Evidence) []string {
	t := looksOf(e)
	if t.apart != "" {
		return []string{block(t.label, "apart", t.apart)}
	}
	keys := t.blocks()
	for _, key := range t.joined {
		keys = append(keys, block(t.label, "joined", key))
	}
	return sortedSet(keys)
}

// blocks are the keys for what the claim itself says.
func (t *looks) blocks() []string {
	switch {
	case t.label == LabelPerson && len(t.sound) > 0:
		return t.personBlocks()
	case t.label == LabelEvent || t.label == LabelAgreement:
		return slices.Concat(t.monthBlocks(), t.ordinalBlocks())
	case t.fold == "":
		return nil
	}
	return []string{block(t.label, "name", t.fold)}
}

func (t *looks) monthBlocks() []string {
	month := t.when.month()
	if month == "" {
		return nil
	}
	var keys []string
	for i, p := range t.parties {
		for _, q := range t.parties[i+1:] {
			keys = append(keys, block(t.label, "pair", month, p, q))
		}
		if t.label == LabelAgreement {
			for _, topic := range t.topics {
				keys = append(keys, block(t.label, "topic", month, p, topic))
			}
		}
	}
	for _, p := range t.bodies() {
		keys = append(keys, block(t.label, "body", month, p))
	}
	if slices.Contains(sited, t.kind) && t.site != "" {
		keys = append(keys, block(t.label, "site", month, t.site))
	}
	return keys
}

func (t *looks) ordinalBlocks() []string {
	if t.ordinal == "" {
		return nil
	}
	var keys []string
	for _, p := range t.parties {
		keys = append(keys, block(t.label, "ordinal", t.ordinal, p))
	}
	return keys
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
