package graph

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// randomText is a sketch of n hashes from a universe of which two texts hardly share any.
func randomText(r *rand.Rand, n int) []uint32 {
	set := make([]uint32, n)
	for i := range set {
		set[i] = r.Uint32()
	}
	slices.Sort(set)
	return slices.Compact(set)
}

func TestOneText(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 7))
	article := func(hash string, set []uint32) Article { return Article{Hash: hash, Sketch: SketchOf(set)} }
	found, chance := 0, 0
	for range 2000 {
		whole := randomText(r, 118)
		part := slices.DeleteFunc(slices.Clone(whole), func(uint32) bool { return r.IntN(5) == 0 })
		a, b, c := article("a", whole), article("b", part), article("c", randomText(r, 118))
		if OneText(a, b) != OneText(b, a) {
			t.Fatal("not symmetric")
		}
		if OneText(a, b) {
			found++
		}
		if OneText(a, c) {
			chance++
		}
	}
	if found < 1960 || chance > 0 {
		t.Errorf("of 2000 texts with a fifth cut out %d were found, and %d strangers", found, chance)
	}
	short := article("x", randomText(r, leastSketch-1))
	if OneText(short, article("y", hashesOfSketch(short.Sketch))) || !OneText(short, article("x", nil)) {
		t.Error("a short text is like those of the same hash and no others")
	}
	if got := hashesOfSketch("no base64!"); got != nil {
		t.Errorf("a sketch that is none has hashes %v", got)
	}
}

// TestTextKeys: every key begins with its band, and has room in the index of that band.
func TestTextKeys(t *testing.T) {
	r := rand.New(rand.NewPCG(8, 8))
	keys := TextKeys(Article{Hash: "abc", Sketch: SketchOf(randomText(r, 100))})
	if len(keys) != TextBands+1 || keys[0] != "habc" {
		t.Fatalf("keys %q", keys)
	}
	for i, key := range keys[1:] {
		if int(key[0]-'0') != i || len(key) > 14 {
			t.Errorf("key %d is %q", i, key)
		}
	}
}
