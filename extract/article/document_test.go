package article

import (
	"strings"
	"testing"
)

// TestDocument reads what was opened elsewhere like a file.
func TestDocument(t *testing.T) {
	doc := Document{Name: "https://example.org/a", Body: strings.NewReader(`{"id": 7, "text": "A visit"}` + "\n{")}
	var got []string
	for a, err := range ReadDocument(t.Context(), doc, Options{Source: "Agency"}) {
		if err != nil {
			got = append(got, err.Error())
			continue
		}
		got = append(got, a.ID+" "+a.Path)
	}
	want := "Agency/7 https://example.org/a|https://example.org/a:2: broken record: it ends at byte 1 in the middle (" + jsonAdvice + ")"
	if joined := strings.Join(got, "|"); joined != want {
		t.Errorf("got %q, want %q", joined, want)
	}
}
