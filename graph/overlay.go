package graph

import (
	"slices"
	"strings"
)

// What stands before the value in an entry of Claim.Overlay.
const (
	byMark    = "by:"
	joinMark  = "same:"
	apartMark = "own:"
)

// CorrectedBy is the entry of Claim.Overlay that says which line of a user's corrections changed the claim.
func CorrectedBy(line string) string { return byMark + line }

// JoinedWith is the entry that makes node claims with the same key one thing, whatever else they say.
func JoinedWith(key string) string { return joinMark + key }

// ApartWith is the entry that makes node claims with the same key one thing, and a thing that no other claim speaks of.
func ApartWith(key string) string { return apartMark + key }

// Corrections returns the lines of corrections that changed the claim.
func (c Claim) Corrections() []string { return marked(c.Overlay, byMark) }

func marked(overlay []string, mark string) (out []string) {
	for _, s := range overlay {
		if v, ok := strings.CutPrefix(s, mark); ok {
			out = append(out, v)
		}
	}
	return out
}

// ties returns what users said about the identity of a node claim: keys that it shares with the same thing, and the key of the only
// claims that may be the same.
func (c Claim) ties() (joined []string, apart string) {
	if len(c.Overlay) == 0 {
		return nil, ""
	}
	own := marked(c.Overlay, apartMark)
	slices.Sort(own)
	return marked(c.Overlay, joinMark), strings.Join(own, "\x00")
}
