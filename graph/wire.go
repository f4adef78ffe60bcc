package graph

import (
	"encoding/base64"
	"encoding/binary"
	"strconv"
)

// One wire text comes in many papers: with another headline, a byline, a cut end, other letters. The extractor gives each
// article a sketch, the hashes of the runs of words with which it begins; two articles have one text if most of the shorter sketch stands
// in the longer (containment, after Broder 1997). Candidates are found by keys made of the least of the hashes under a dozen orders,
// two by two (min-wise hashing with banding, after Broder and others 1998, Indyk and Motwani 1998), so that looking them up costs the same
// however many articles there are.

const (
	TextBands   = 8    // keys of an article beside its hash, each with one digit
	HashKey     = "h"  // what the key begins with that is the hash
	bandRows    = 2    // orders in each
	leastSketch = 12   // hashes: a shorter text is only like itself
	oneText     = 0.65 // share of the shorter sketch that two articles of one text have in common
)

// TextKeys returns the keys under which articles of one text are found: the hash, and one of each band, which begins with the
// number of the band.
func TextKeys(a Article) []string {
	set := hashesOfSketch(a.Sketch)
	keys := []string{HashKey + a.Hash}
	if len(set) < leastSketch {
		return keys
	}
	for band := range TextBands {
		key := uint64(band)
		for row := range bandRows {
			key = mix(key<<32 ^ uint64(least(set, uint64(band*bandRows+row+1))))
		}
		keys = append(keys, strconv.Itoa(band)+strconv.FormatUint(key, 36))
	}
	return keys
}

// least returns the hash that is first in the order with a number.
func least(set []uint32, order uint64) uint32 {
	best, at := ^uint64(0), uint32(0)
	for _, h := range set {
		if m := mix(uint64(h) ^ order<<40); m < best {
			best, at = m, h
		}
	}
	return at
}

// mix scatters the bits of a number (the finalizer of SplitMix64, Steele and others 2014).
func mix(x uint64) uint64 {
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// SketchOf writes a sorted set of hashes as a sketch.
func SketchOf(set []uint32) string {
	b := make([]byte, 0, 4*len(set))
	for _, h := range set {
		b = binary.BigEndian.AppendUint32(b, h)
	}
	return base64.RawStdEncoding.EncodeToString(b)
}

func hashesOfSketch(sketch string) []uint32 {
	b, err := base64.RawStdEncoding.DecodeString(sketch)
	if err != nil {
		return nil
	}
	set := make([]uint32, len(b)/4)
	for i := range set {
		set[i] = binary.BigEndian.Uint32(b[4*i:])
	}
	return set
}

// OneText reports whether two articles have one text: their sketches are alike and share a key. It is symmetric and looks at nothing but
// the two.
func OneText(a, b Article) bool {
	return a.Hash == b.Hash || overlap(TextKeys(a), TextKeys(b)) && alike(hashesOfSketch(a.Sketch), hashesOfSketch(b.Sketch))
}

// alike compares two sorted sets.
func alike(a, b []uint32) bool {
	if len(a) < leastSketch || len(b) < leastSketch {
		return false
	}
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			n, i, j = n+1, i+1, j+1
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return float64(n) >= oneText*float64(min(len(a), len(b)))
}
