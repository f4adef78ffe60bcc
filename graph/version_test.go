package graph

import (
	"reflect"
	"testing"
)

// TestDigest changes one field after the other: the digest changes with each that makes another version.
func TestDigest(t *testing.T) {
	base := Article{ID: "a", Published: "2025-11-03"}
	v := Version{ID: "a", Digest: base.Digest(), Published: base.Published}
	for i := range reflect.TypeFor[Article]().NumField() {
		name := reflect.TypeFor[Article]().Field(i).Name
		other := base
		reflect.ValueOf(&other).Elem().Field(i).SetString("2025-11-04")
		want := name == "Hash" || name == "Sketch" || name == "Wire" || name == "LoadedAt" || name == "Corrected" // they follow from text and program, or make no version
		if v.Holds(other) != want {
			t.Errorf("%s changed: held %v, want %v", name, v.Holds(other), want)
		}
	}
	if (Article{Title: "ab"}).Digest() == (Article{Title: "a", Text: "b"}).Digest() {
		t.Error("fields run into one another")
	}
	if (Version{ID: "a"}).Holds(base) {
		t.Error("a version without digest holds an article")
	}
}

// TestOutdates follows supersedes.
func TestOutdates(t *testing.T) {
	for _, test := range []struct {
		stored, comes string
		want          bool
	}{
		{"2025-11-03", "2025-11-02", true},
		{"2025-11-03", "2025-11-03", false},
		{"2025-11-03", "2025-11-04", false},
		{"2025-11-03", "", true},
		{"", "", false},
	} {
		if got := (Version{Published: test.stored}).Outdates(Article{Published: test.comes}); got != test.want {
			t.Errorf("stored %q, comes %q: %v", test.stored, test.comes, got)
		}
	}
}
