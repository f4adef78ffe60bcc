package text

import (
	"fmt"
	"testing"
)

func TestRows(t *testing.T) {
	got := ""
	for line, cells := range Rows("# a comment\n\n a | b c |\r\n  # another\nd\n|") {
		got += fmt.Sprintf("%d%q ", line, cells)
	}
	if want := `3["a" "b c" ""] 5["d"] 6["" ""] `; got != want {
		t.Errorf("Rows = %s, want %s", got, want)
	}
}
