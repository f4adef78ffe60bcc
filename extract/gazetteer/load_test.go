package gazetteer

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
)

// world is a small gazetteer that tests break in one place at a time.
func world() fstest.MapFS {
	return files(map[string]string{
		"states.jsonl": `{"id":"AAA","names":{"ar":["ألفا"],"en":["Alpha"]},"nationality":{"ar":["ألفي"]},"capital":"place/one-AAA","status":"un_member","source":["test"]}
{"id":"BBB","names":{"ar":["بيتا"],"en":["Beta"]},"status":"un_member","source":["test"]}
`,
		"places.jsonl": `{"id":"place/one-AAA","type":"capital","state":"AAA","lat":1,"lon":2.5,"names":{"en":["One"]},"source":["test"]}
`,
		"orgs.jsonl": `{"id":"org/union","kind":"igo","names":{"en":["Union"]},"members":[{"id":"AAA","from":"2001-02-03"},{"id":"BBB","from":"2001","to":"2010-01-01"}],"source":["test"]}
{"id":"org/union-council","kind":"igo","names":{"en":["Union Council"]},"parent":"org/union","source":["test"]}
`,
		"offices.jsonl": `{"id":"minister","class":"minister","needs":"state","names":{"ar":["وزير"],"en":["minister"]},"pattern":{"ar":"وزير {}","en":"{} minister"},"source":["test"]}
{"id":"portfolio/finance","class":"portfolio","gives":"minister","single":true,"names":{"ar":["المالية"],"en":["finance"]},"source":["test"]}
{"id":"president","class":"head_of_state","single":true,"names":{"ar":["رئيس"],"en":["president"]},"feminine":{"ar":["رئيسة"]},"plural":{"ar":["رؤساء"]},"source":["test"]}
`,
		"leaders.jsonl": `{"id":"person/ada-first","names":{"en":["Ada First"]},"family":{"en":["First"]},"offices":[{"office":"president","of":"AAA","from":"2001-01-01","to":"2005-06-01"}],"source":["test"]}
{"id":"person/bob-second","names":{"en":["Bob Second"]},"offices":[{"office":"president","of":"AAA","from":"2005-06-01"},{"office":"minister:finance","of":"AAA","from":"2000","to":"2003"}],"source":["test"]}
{"id":"person/cem-third","names":{"en":["Cem Third"]},"offices":[{"office":"president","of":"AAA","from":"2012-03"}],"source":["test"]}
`,
		"nationality.jsonl": `{"lang":"ar","article":"ال","ending":"ي","feminine":["ة"],"plural":["ون"]}
`,
		"weak.jsonl": `{"name":"ألفي","lang":"ar","word":true,"never":["before:عام"],"readings":[{"id":"AAA","needs":["title","in"]}]}
`,
	})
}

func files(text map[string]string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for name, data := range text {
		fsys[name] = &fstest.MapFile{Data: []byte(data)}
	}
	return fsys
}

func loadWorld(tb testing.TB, overlays ...fstest.MapFS) (*Gazetteer, Problems) {
	tb.Helper()
	layers := []fs.FS{world()}
	for _, o := range overlays {
		layers = append(layers, o)
	}
	g, ps, err := load(layers)
	if err != nil {
		tb.Fatal(err)
	}
	return g, append(ps, g.check()...)
}

func TestWorldIsValid(t *testing.T) {
	g, ps := loadWorld(t)
	if len(ps) > 0 {
		t.Fatal(ps)
	}
	if got := g.lint(nil); len(got) > 0 {
		t.Error(Problems(got))
	}
}

func TestLoadRefuses(t *testing.T) {
	tests := []struct{ why, file, line, want string }{
		{"broken line", "places_x.jsonl", `{"id":"place/x"`, `places_x.jsonl:1: column 16: expected ','`},
		{"text behind the record", "places_x.jsonl", `{"id":"place/x","type":"city","names":{"en":["X"]}} x`, "text after the record"},
		{"unknown field", "places_x.jsonl", `{"id":"place/x","type":"city","names":{"en":["X"]},"height":3}`, `unknown field "height"`},
		{"field twice", "places_x.jsonl", `{"id":"place/x","type":"city","type":"sea","names":{"en":["X"]}}`, `field "type" given twice`},
		{"unknown file", "planets.jsonl", `{"id":"mars"}`, `unknown kind of file "planets"`},
		{"bad id", "places_x.jsonl", `{"id":"place/Big City","type":"city","names":{"en":["X"]}}`, "bad id for a place"},
		{"id of another kind", "places_x.jsonl", `{"id":"org/x","type":"city","names":{"en":["X"]}}`, "bad id for a place"},
		{"id twice", "states_x.jsonl", `{"id":"AAA","status":"un_member","names":{"en":["X"]}}`, "AAA: stands already in states.jsonl:1"},
		{"no names", "places_x.jsonl", `{"id":"place/x","type":"city"}`, "names missing"},
		{"closed vocabulary", "places_x.jsonl", `{"id":"place/x","type":"planet","names":{"en":["X"]}}`, `unknown type "planet"`},
		{"no such place on earth", "places_x.jsonl", `{"id":"place/x","type":"city","lat":91,"names":{"en":["X"]}}`, "no such place on earth"},
		{"reference to nothing", "orgs_x.jsonl", `{"id":"org/x","kind":"igo","names":{"en":["X"]},"members":[{"id":"CCC"}]}`, `members: no record "CCC"`},
		{"reference to another kind", "orgs_x.jsonl", `{"id":"org/x","kind":"igo","names":{"en":["X"]},"seat":"AAA"}`, `seat: "AAA" is a state`},
		{"bad date", "leaders_x.jsonl", `{"id":"person/x","names":{"en":["X"]},"offices":[{"office":"president","of":"BBB","from":"2001-13-01"}]}`, `bad date "2001-13-01"`},
		{"end before start", "leaders_x.jsonl", `{"id":"person/x","names":{"en":["X"]},"offices":[{"office":"president","of":"BBB","from":"2001-05-01","to":"2001-04-01"}]}`, "ends 2001-04-01 before it starts"},
		{"no office", "leaders_x.jsonl", `{"id":"person/x","names":{"en":["X"]},"offices":[{"office":"king","of":"BBB"}]}`, `no office "king"`},
		{"no portfolio", "leaders_x.jsonl", `{"id":"person/x","names":{"en":["X"]},"offices":[{"office":"minister:magic","of":"BBB"}]}`, `no portfolio "magic"`},
		{"historic without end", "states_x.jsonl", `{"id":"CCC","status":"historic","names":{"en":["X"]}}`, "a historic state has an end"},
		{"need that nobody knows", "weak_x.jsonl", `{"name":"x","lang":"en","readings":[{"id":"AAA","needs":["luck"]}]}`, `unknown need "luck"`},
		{"weak name of nothing", "weak_x.jsonl", `{"name":"x","lang":"en","readings":[{"id":"CCC","needs":["in"]}]}`, `no record "CCC"`},
		{"empty line", "places_x.jsonl", "", "empty line"},
		{"only overlays hide", "states_x.jsonl", `{"id":"AAA","hide":true}`, "only overlays hide or add"},
	}
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			fsys := world()
			fsys[test.file] = files(map[string]string{"f": test.line + "\n"})["f"]
			g, ps, err := load([]fs.FS{fsys})
			if err != nil {
				t.Fatal(err)
			}
			ps = append(ps, g.check()...)
			if !strings.Contains(ps.Error(), test.want) {
				t.Errorf("problems %+q, want %+q", ps.Error(), test.want)
			}
			if !strings.HasPrefix(ps.Error(), test.file+":1: ") {
				t.Errorf("problems %+q do not begin with file and line", ps.Error())
			}
		})
	}
}

func TestOverlay(t *testing.T) {
	over := files(map[string]string{
		"states.jsonl": `{"id":"AAA","add":true,"names":{"en":["Alphaland"]}}
{"id":"BBB","hide":true}
{"id":"CCC","status":"de_facto","names":{"en":["Gamma"]}}
`,
		"orgs.jsonl": `{"id":"org/union","kind":"igo","names":{"en":["League"]}}
`,
		"weak.jsonl": `{"name":"ألفي","lang":"ar","hide":true}
`,
	})
	g, ps := loadWorld(t, over)
	if len(ps) > 0 {
		t.Fatal(ps)
	}
	if got := g.Record("AAA").Names("en"); len(got) != 2 || got[1] != "Alphaland" {
		t.Errorf("names of AAA: %q", got)
	}
	if g.Record("BBB") != nil {
		t.Error("BBB is not hidden")
	}
	if got := g.Record("org/union").Canonical("en"); got != "League" {
		t.Errorf("org/union: %q", got)
	}
	var ids []string
	for r := range g.All(State) {
		ids = append(ids, r.ID)
	}
	if got := strings.Join(ids, " "); got != "AAA CCC" {
		t.Errorf("states: %s", got)
	}
	if g.Weak("ar", "الفي") != nil {
		t.Error("the weak name is not hidden")
	}
	bare, _ := loadWorld(t)
	if bare.Fingerprint() == g.Fingerprint() {
		t.Error("the overlay does not change the fingerprint")
	}
}

// TestOverlayWeak replaces a weak name from a file that is called like the built-in one.
func TestOverlayWeak(t *testing.T) {
	g, ps := loadWorld(t, files(map[string]string{"weak.jsonl": `{"name":"ألفي","lang":"ar","readings":[{"id":"BBB"}]}` + "\n"}))
	if len(ps) > 0 {
		t.Fatal(ps)
	}
	if w := g.Weak("ar", "الفي"); w == nil || w.Word || len(w.Readings) != 1 || w.Readings[0].ID != "BBB" {
		t.Errorf("weak name: %+v", w)
	}
	twice := `{"name":"بيتا","lang":"ar","readings":[{"id":"BBB"}]}` + "\n"
	if _, ps := loadWorld(t, files(map[string]string{"weak.jsonl": twice + twice})); !strings.Contains(ps.Error(), "stands already in") {
		t.Errorf("a name twice in one file: %v", ps)
	}
}

func TestOverlayRefuses(t *testing.T) {
	for line, want := range map[string]string{
		`{"id":"CCC","hide":true}`:                                     "CCC: no such record",
		`{"id":"CCC","add":true,"names":{"en":["X"]}}`:                 "CCC: no such record",
		`{"id":"org/union","status":"un_member","names":{"en":["X"]}}`: "is a organization",
	} {
		_, ps := loadWorld(t, files(map[string]string{"states.jsonl": line + "\n"}))
		if !strings.Contains(ps.Error(), want) {
			t.Errorf("%s: %q, want %q", line, ps.Error(), want)
		}
	}
}

func FuzzDecode(f *testing.F) {
	for name, file := range world() {
		f.Add(name, string(file.Data))
	}
	f.Add("orgs.jsonl", `{"id":"org/\u0041","members":[{"id":1e9}]}`)
	f.Fuzz(func(t *testing.T, name, data string) {
		s := source{name: name, data: data, parse: parsers[strings.TrimSuffix(name, ".jsonl")]}
		s.read(nil)
		again := source{name: name, data: data, parse: s.parse}
		again.read(nil)
		if len(s.entries) != len(again.entries) || len(s.problems) != len(again.problems) {
			t.Error("reading twice gives two results")
		}
	})
}
