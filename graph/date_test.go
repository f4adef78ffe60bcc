package graph

import "testing"

func TestValidDate(t *testing.T) {
	for s, want := range map[string]bool{
		"2025": true, "2025-11": true, "2025-11-03": true, "2025-02-29": false, "2025-13": false, "": false,
		"25-11-03": false, "2025-11-3": false, "2025-11-03T10:00:00Z": false, "٢٠٢٥": false,
	} {
		if got := validDate(s); got != want {
			t.Errorf("%+q is a date: %v, want %v", s, got, want)
		}
	}
}

func TestSupersedes(t *testing.T) {
	order := []string{"", "2024", "2025-01-02", "2025-11", "2025-11-03", "2025-11-03T10:00:00+03:00", "2025-11-03T08:00:00Z", "2026"}
	for i, a := range order {
		for j, b := range order {
			if got, want := supersedes(Article{Published: a}, Article{Published: b}), i >= j; got != want {
				t.Errorf("%q replaces %q: %v, want %v", a, b, got, want)
			}
		}
	}
	if !supersedes(Article{Published: "2025-11-03T00:00:00Z"}, Article{Published: "2025-11-03"}) {
		t.Error("of two versions of one time the last loaded wins")
	}
}
