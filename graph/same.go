package graph

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
)

// signature is all that [Same] looks at: mentions with one signature are interchangeable.
type signature struct {
	label, kind, date, ordinal, fold, actors, topics string
	nation                                           Ref
	joined, apart                                    string // what users said: see ties
}

func signatureOf(e Evidence) signature {
	s := signature{label: e.Type}
	joined, apart := e.ties()
	s.joined, s.apart = strings.Join(joined, "\x00"), apart
	switch e.Type {
	case LabelEvent, LabelAgreement:
		s.kind, s.date, s.ordinal, s.actors = e.Kind, e.Date, e.Ordinal, strings.Join(e.Actors, "\x00")
		if e.Type == LabelAgreement {
			s.topics = strings.Join(e.Topics, "\x00")
		}
	default:
		s.fold, s.nation = e.Fold, e.Nation
	}
	return s
}

// Same reports whether two node claims speak of the same thing. It is symmetric and looks at nothing but the two; two
// claims that are the same share one of their [Blocks]. The README of this package says it in prose.
func Same(a, b Evidence) bool { return sameSignature(signatureOf(a), signatureOf(b)) }

func sameSignature(a, b signature) bool {
	if a.label != b.label || a.apart != b.apart {
		return false
	}
	if a.apart != "" || a.joined != "" && b.joined != "" && shareOne(a.joined, b.joined) {
		return true // a user said so
	}
	if a.label != LabelEvent && a.label != LabelAgreement {
		return a.fold != "" && a.fold == b.fold && (a.nation == "" || b.nation == "" || a.nation == b.nation)
	}
	if a.kind != b.kind || a.actors == "" || b.actors == "" {
		return false
	}
	if a.ordinal != "" && b.ordinal != "" {
		return a.ordinal == b.ordinal && sameYear(a.date, b.date) && shareOne(a.actors, b.actors)
	}
	return sameDay(a, b)
}

func sameYear(a, b string) bool {
	return a == "" || b == "" || a[:yearLen] == b[:yearLen]
}

func sameDay(a, b signature) bool {
	return len(a.date) == dayLen && a.date == b.date && a.actors == b.actors && a.topics == b.topics
}

// shareOne reports whether two joined lists have an element in common.
func shareOne(a, b string) bool {
	return overlap(strings.Split(a, "\x00"), strings.Split(b, "\x00"))
}

// Blocks returns the keys under which claims that could be the same are found: one for the name, or one for the day with
// its participants, and one for each participant of an event with an ordinal.
func Blocks(e Evidence) []string {
	joined, apart := e.ties()
	if apart != "" {
		return []string{block(e.Type, "apart", apart)}
	}
	keys := ownBlocks(e)
	for _, key := range joined {
		keys = append(keys, block(e.Type, "joined", key))
	}
	slices.Sort(keys)
	return keys
}

// ownBlocks are the keys for what the claim itself says.
func ownBlocks(e Evidence) []string {
	if e.Type != LabelEvent && e.Type != LabelAgreement {
		if e.Fold == "" {
			return nil
		}
		return []string{block(e.Type, "name", e.Fold)}
	}
	if len(e.Actors) == 0 {
		return nil
	}
	var keys []string
	if len(e.Date) == dayLen {
		keys = append(keys, block(e.Type, "day", e.Kind, e.Date, strings.Join(e.Actors, "\x00")))
	}
	if e.Ordinal != "" {
		for _, actor := range e.Actors {
			keys = append(keys, block(e.Type, "ordinal", e.Kind, e.Ordinal, actor))
		}
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
