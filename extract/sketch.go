package extract

import (
	"hash/fnv"
	"slices"
	"strings"

	"mithaq/extract/text"
	"mithaq/graph"
)

const (
	sketchWords  = 120  // words at the beginning of a text that its sketch is made of: a cut end leaves them as they are
	shingleWords = 3    // words of a shingle
	sketchBytes  = 2400 // that hold as many words
)

// sketch describes the beginning of a text by the hashes of all runs of three folded words, each once, in order (shingles, after
// Broder, "On the resemblance and containment of documents", 1997). What is no word is left out.
func sketch(fold *text.Folder, body string) string {
	if len(body) > sketchBytes {
		body = body[:sketchBytes]
		body = body[:max(strings.LastIndexByte(body, ' '), 0)]
	}
	var words [][]byte
	for _, t := range fold.Tokens(body, nil) {
		if len(words) == sketchWords {
			break
		}
		if t.Kind != text.Punct {
			words = append(words, []byte(t.Norm))
		}
	}
	var set []uint32
	for i := 0; i+shingleWords <= len(words); i++ {
		h := fnv.New64a()
		for _, w := range words[i : i+shingleWords] {
			h.Write(w)
			h.Write([]byte{0})
		}
		sum := h.Sum64()
		set = append(set, uint32(sum^sum>>32))
	}
	slices.Sort(set)
	return graph.SketchOf(slices.Compact(set))
}
