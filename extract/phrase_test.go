package extract

import (
	"fmt"
	"slices"
	"testing"
)

// TestPhraseTable enters phrases past several growths of the table: each word has its own, the longest first, in order.
func TestPhraseTable(t *testing.T) {
	table := newPhraseTable(0)
	const words = 3*phraseChunk + 1
	for i := range words {
		first := fmt.Sprintf("word%d", i)
		for _, folded := range []string{first, first + " a", first + " b c", first + " d", ""} {
			table.add(folded, sense{id: folded})
		}
	}
	table.finish()
	for i := range words {
		first := fmt.Sprintf("word%d", i)
		var got []string
		for _, p := range table.phrases(first) {
			got = append(got, p.rest+"="+p.sense.id)
		}
		want := []string{"b c=" + first + " b c", "a=" + first + " a", "d=" + first + " d", "=" + first}
		if !slices.Equal(got, want) {
			t.Fatalf("%s: %q, want %q", first, got, want)
		}
	}
	if got := table.phrases("other"); got != nil {
		t.Errorf("a word that is not there has %d phrases", len(got))
	}
	if empty := newPhraseTable(10); empty.phrases("x") != nil {
		t.Error("an empty table has phrases")
	}
}
