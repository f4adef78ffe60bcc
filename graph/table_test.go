package graph

import (
	"regexp"
	"slices"
	"testing"
)

func TestTables(t *testing.T) {
	var labels, prefixes []string
	for _, k := range Kinds() {
		if slices.Contains(labels, k.Label) || k.Meaning == "" {
			t.Errorf("kind %s stands twice or has no meaning", k.Label)
		}
		if k.Derived && (k.Prefix == "" || slices.Contains(prefixes, k.Prefix)) {
			t.Errorf("kind %s: prefix %q is missing or stands twice", k.Label, k.Prefix)
		}
		labels, prefixes = append(labels, k.Label), append(prefixes, k.Prefix)
	}
	var names []string
	for _, r := range Relations() {
		if !regexp.MustCompile(`^[A-Z]+(_[A-Z]+)*$`).MatchString(r.Name) || slices.Contains(names, r.Name) || r.Meaning == "" {
			t.Errorf("relation %q: the name is not in capitals or stands twice, or the meaning is missing", r.Name)
		}
		names = append(names, r.Name)
		for _, label := range slices.Concat(r.Subjects, r.Objects) {
			if !slices.Contains(labels, label) {
				t.Errorf("relation %s: no kind of node %q", r.Name, label)
			}
		}
		if r.Symmetric && !slices.Equal(r.Subjects, r.Objects) {
			t.Errorf("relation %s is symmetric and its ends differ", r.Name)
		}
	}
	types := RelationshipTypes()
	if len(types) < 20 || slices.Contains(types, Mentions) || !slices.Contains(types, "PLANNED") {
		t.Errorf("relationship types: %q", types)
	}
}

func TestTablesAreCopies(t *testing.T) {
	Relations()[0].Name = "X"
	Kinds()[0].Label = "X"
	if Relations()[0].Name == "X" || Kinds()[0].Label == "X" {
		t.Error("a caller can change the tables")
	}
}

func TestKeyOf(t *testing.T) {
	for _, test := range []struct {
		relation, a, b string
		status         Status
		class, want    string
	}{
		{"MET", "RUS", "CHN", Asserted, "", "MET|CHN|RUS|asserted"},
		{"MET", "CHN", "RUS", Planned, "", "MET|CHN|RUS|planned"},
		{"AIDS", "RUS", "CHN", Asserted, "", "AIDS|RUS|CHN|asserted"},
		{"HOLDS_OFFICE", "person/x", "CHN", Denied, "minister", "HOLDS_OFFICE|person/x|CHN|denied|minister"},
	} {
		key, subject, object := KeyOf(test.relation, test.a, test.b, test.status, test.class)
		if key != test.want {
			t.Errorf("key %q, want %q", key, test.want)
		}
		f := factFromKey(key)
		if f.Key != key || f.Type != test.relation || f.Subject != subject || f.Object != object || f.Status != test.status || f.Class != test.class {
			t.Errorf("%q is taken apart as %+v", key, f)
		}
	}
}
