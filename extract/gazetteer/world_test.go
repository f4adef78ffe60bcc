package gazetteer

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"
)

func TestHolders(t *testing.T) {
	g, _ := loadWorld(t)
	tests := []struct{ office, day, want, why string }{
		{"president", "2001-01-01", "ada-first", "the first day belongs to the term"},
		{"president", "2005-05-31", "ada-first", "the day before the end"},
		{"president", "2005-06-01", "bob-second", "the end belongs to the successor"},
		{"president", "2000-12-31", "", "nobody before the first"},
		{"president", "2011-01-01", "bob-second", "an open term lasts until the next begins"},
		{"president", "2013-01-01", "cem-third", "and not longer"},
		{"president", "2012-03-15", "cem-third? bob-second?", "a start in a month leaves the month open"},
		{"president", "2005", "bob-second? ada-first?", "a year may have two"},
		{"head_of_state", "2004-01-01", "ada-first", "by class"},
		{"minister:finance", "2001-06-01", "bob-second", "with portfolio"},
		{"minister", "2001-06-01", "bob-second", "by class of the portfolio's minister"},
		{"president", "", "cem-third bob-second ada-first", "no day gives all"},
	}
	for _, test := range tests {
		var got []string
		for _, h := range g.Holders(test.office, "AAA", test.day) {
			name := strings.TrimPrefix(h.Person.ID, "person/")
			if !h.Sure {
				name += "?"
			}
			got = append(got, name)
		}
		if s := strings.Join(got, " "); s != test.want {
			t.Errorf("%s on %q: %q, want %q: %s", test.office, test.day, s, test.want, test.why)
		}
	}
}

func TestTitle(t *testing.T) {
	g, _ := loadWorld(t)
	for id, want := range map[string]string{"president": "president", "minister:finance": "finance minister", "king": ""} {
		if got := g.Title(id, "en"); got != want {
			t.Errorf("Title(%s) = %q, want %q", id, got, want)
		}
	}
	if got, want := g.Title("minister:finance", "ar"), "وزير المالية"; got != want {
		t.Errorf("Title = %+q, want %+q", got, want)
	}
}

func TestReference(t *testing.T) {
	g, _ := loadWorld(t)
	tests := []struct {
		a, b string
		want []string
	}{
		{"AAA", "org/union", []string{"MEMBER_OF AAA org/union   2001-02-03 "}},
		{"org/union", "BBB", []string{"MEMBER_OF BBB org/union   2001 2010-01-01"}},
		{"place/one-AAA", "AAA", []string{"LOCATED_IN place/one-AAA AAA  capital  "}},
		{"org/union", "org/union-council", []string{"PART_OF org/union-council org/union    "}},
		{"person/bob-second", "AAA", []string{
			"HOLDS_OFFICE person/bob-second AAA وزير المالية minister 2000 2003",
			"HOLDS_OFFICE person/bob-second AAA رئيس head_of_state 2005-06-01 2012-03",
		}},
		{"AAA", "BBB", nil},
		{"AAA", "nothing", nil},
	}
	for _, test := range tests {
		var got []string
		for _, f := range g.Reference(test.a, test.b) {
			got = append(got, fmt.Sprintf("%s %s %s %s %s %s %s", f.Type, f.Subject, f.Object, f.Title, f.Class, f.From, f.To))
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("Reference(%s, %s) = %q, want %q", test.a, test.b, got, test.want)
		}
	}
	want := []string{"org/union", "person/ada-first", "person/bob-second", "person/cem-third", "place/one-AAA"}
	if got := g.Related("AAA"); !slices.Equal(got, want) {
		t.Errorf("Related(AAA) = %q, want %q", got, want)
	}
}

func TestNames(t *testing.T) {
	g, _ := loadWorld(t)
	var got []string
	for n := range g.NamesOf(g.Record("AAA")) {
		got = append(got, fmt.Sprintf("%s %s %d %d", n.Lang, n.Text, n.Role, n.Form))
	}
	want := []string{"ar ألفا 0 0", "en Alpha 0 0", "ar ألفي 4 0", "ar ألفية 4 1", "ar ألفيون 4 2"}
	if !slices.Equal(got, want) {
		t.Errorf("names %+q, want %+q", got, want)
	}
	n := 0
	for range g.Names {
		n++
	}
	if n < 20 {
		t.Errorf("only %d names", n)
	}
}

func TestWeak(t *testing.T) {
	g, _ := loadWorld(t)
	for _, folded := range []string{"الفي", "الالفي", "الفيه", "الفيون"} {
		w := g.Weak("ar", folded)
		if w == nil {
			t.Errorf("%+q is not weak", folded)
			continue
		}
		if !w.Word || len(w.Readings) != 1 || len(w.Never) != 1 || w.Readings[0].Needs[1] != (Need{Kind: "in"}) {
			t.Errorf("%+q: %+v", folded, w)
		}
	}
	if g.Weak("en", "alpha") != nil {
		t.Error("alpha is weak")
	}
}

func TestLintFinds(t *testing.T) {
	tests := []struct{ why, file, line, want string }{
		{"one name, two records", "states_x.jsonl", `{"id":"CCC","status":"un_member","names":{"en":["Alpha"]},"source":["test"]}`, `"Alpha" (en) is also a name of AAA`},
		{"letters of another language", "states_x.jsonl", `{"id":"CCC","status":"un_member","names":{"ar":["Gamma"]},"source":["test"]}`, "not in the letters of the language"},
		{"one name, written twice", "states_x.jsonl", `{"id":"CCC","status":"un_member","names":{"ar":["إيتا","ايتا"]},"source":["test"]}`, "are the same to the reader"},
		{"nationality that no rule inflects", "states_x.jsonl", `{"id":"CCC","status":"un_member","names":{"en":["Gamma"]},"nationality":{"ar":["روس"]},"source":["test"]}`, "does not end in"},
		{"no source", "states_x.jsonl", `{"id":"CCC","status":"un_member","names":{"en":["Gamma"]}}`, "source missing"},
		{"two presidents on a day", "leaders_x.jsonl", `{"id":"person/x","names":{"en":["X"]},"offices":[{"office":"president","of":"AAA","from":"2004-01-01","to":"2005-01-01"}],"source":["test"]}`, "president of AAA from 2004-01-01, but person/ada-first holds it"},
	}
	for _, test := range tests {
		fsys := world()
		fsys[test.file] = files(map[string]string{"f": test.line + "\n"})["f"]
		g, ps, err := load([]fs.FS{fsys})
		if err != nil || len(ps) > 0 {
			t.Fatal(err, ps)
		}
		if got := Problems(g.lint(nil)).Error(); !strings.Contains(got, test.want) {
			t.Errorf("%s: problems %+q, want %+q", test.why, got, test.want)
		}
	}
}
