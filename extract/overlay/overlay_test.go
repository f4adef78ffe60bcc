package overlay

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"mithaq/extract/gazetteer"
	"mithaq/extract/text"
	"mithaq/graph"
	"mithaq/graph/memory"
)

// world knows two states and a person.
type world struct{}

func (world) Entity(id string) (graph.Entity, bool) {
	labels := map[string][]string{"OMN": {"State"}, "FIN": {"State"}, "person/badr": {"Leader", "Person"}}[id]
	return graph.Entity{ID: id, Labels: labels, Name: id, NameEn: "Name of " + id}, labels != nil
}
func (world) Related(string) []string               { return nil }
func (world) Reference(string, string) []graph.Fact { return nil }

const body = "Badr met Salim in Salala. Salim praised Finland. Finland waits."

// example is an article in which Badr, whom the world knows, meets Salim, whom it does not.
func example() graph.Extraction {
	a := graph.Article{ID: "paper/1", Record: "1", URL: "https://example.org/1", Title: "News", Text: body, Hash: "h", Published: "2026-03-02", Program: "p"}
	full := a.Full()
	cut := func(from, to string) (string, graph.Span) {
		start := strings.Index(full, from)
		end := strings.Index(full, to) + len(to)
		return full[start:end], graph.Span{Start: start, End: end}
	}
	first, firstSpan := cut("Badr", "Salala.")
	second, secondSpan := cut("Salim praised", "Finland.")
	node := func(n int, label, name, kind string) graph.Claim {
		return graph.Claim{N: n, Type: label, NameEn: name, Fold: strings.ToLower(name), Kind: kind, Status: graph.Asserted, Sentence: first, Span: firstSpan, Rule: "name"}
	}
	event := node(2, "Event", "Meeting in Salala", "meeting")
	event.Fold, event.Participants, event.Place = "", []graph.Ref{"person/badr", "#1"}, "#3"
	fact := func(n int, typ string, s, o graph.Ref, sentence string, span graph.Span) graph.Claim {
		return graph.Claim{N: n, Type: typ, Subject: s, Object: o, Status: graph.Asserted, Sentence: sentence, Span: span, Rule: "r"}
	}
	mention := func(node graph.Ref, surfaces ...string) graph.Mention {
		return graph.Mention{Node: node, Count: len(surfaces), Surfaces: surfaces, Sentence: first, Span: firstSpan}
	}
	return graph.Extraction{Article: a,
		Mentions: []graph.Mention{mention("person/badr", "Badr"), mention("#1", "Salim", "Mr Salim"), mention("#2", "met"), mention("#3", "Salala"), mention("FIN", "Finland")},
		Claims: []graph.Claim{node(1, "Person", "Salim", ""), event, node(3, "Place", "Salala", "city"),
			fact(4, "MET", "#1", "person/badr", first, firstSpan), fact(5, "PARTICIPATED_IN", "#1", "#2", first, firstSpan),
			fact(6, "PARTICIPATED_IN", "person/badr", "#2", first, firstSpan), fact(7, "HELD_IN", "#2", "#3", first, firstSpan),
			fact(8, "SUPPORTS", "#1", "FIN", second, secondSpan)},
	}
}

// read parses corrections that have no problems.
func read(t *testing.T, lines ...string) *Overlay {
	t.Helper()
	file := filepath.Join(t.TempDir(), File)
	if err := os.WriteFile(file, []byte(strings.Join(lines, "\n")), 0o600); err != nil {
		t.Fatal(err)
	}
	o, err := Open(file)
	if err != nil {
		t.Fatal(err)
	}
	return o
}

// facts of an extraction in a short form that shows names instead of numbers.
func facts(x graph.Extraction) string {
	names := map[graph.Ref]string{}
	for _, c := range x.Claims {
		if k, ok := graph.KindOf(c.Type); ok && k.Derived {
			names[graph.LocalRef(c.N)] = c.Type + ":" + c.NameEn
		}
	}
	name := func(r graph.Ref) string {
		if n := names[r]; n != "" {
			return n
		}
		return string(r)
	}
	var out []string
	for _, c := range x.Claims {
		if c.Subject != "" {
			out = append(out, c.Type+"("+name(c.Subject)+", "+name(c.Object)+") "+string(c.Status))
		}
	}
	return strings.Join(out, "\n")
}

func TestApply(t *testing.T) {
	const met, took, badrTook, held, praised = "MET(Person:Salim, person/badr) asserted", "PARTICIPATED_IN(Person:Salim, Event:Meeting in Salala) asserted",
		"PARTICIPATED_IN(person/badr, Event:Meeting in Salala) asserted", "HELD_IN(Event:Meeting in Salala, Place:Salala) asserted", "SUPPORTS(Person:Salim, FIN) asserted"
	list := func(facts ...string) string { return strings.Join(facts, "\n") }
	as := func(name string, facts ...string) string {
		return strings.ReplaceAll(list(facts...), "Person:Salim", name)
	}
	all := list(met, took, badrTook, held, praised)
	tests := []struct{ name, line, want, warning string }{
		{"another article", `{"do":"block","article":"2","name":"Salim"}`, all, ""},
		{"block here", `{"do":"block","article":"1","name":"Salala"}`, list(met, took, badrTook, praised), ""},
		{"block one of two names", `{"do":"block","article":"paper/1","name":"Mr Salim"}`, all, ""},
		{"block everywhere", `{"do":"block","name":"Salala"}`, list(met, took, badrTook, praised), ""},
		{"block everywhere leaves records alone", `{"do":"block","name":"Finland"}`, all, ""},
		{"block nothing", `{"do":"block","article":"1","name":"Nobody"}`, all, `nothing in it is called "Nobody"`},
		{"wrong", `{"do":"fix","article":"https://example.org/1","wrong":{"type":"MET","subject":"person/badr","object":"mr salim"}}`, list(took, badrTook, held, praised), ""},
		{"wrong status", `{"do":"fix","article":"1","wrong":{"type":"MET","subject":"Badr","object":"Salim","status":"planned"}}`, all, "it has no fact MET"},
		{"wrong participant", `{"do":"fix","article":"1","wrong":{"type":"PARTICIPATED_IN","subject":"Salim","object":"Meeting in Salala"}}`, list(met, badrTook, held, praised), ""},
		{"missing", `{"do":"fix","article":"1","missing":{"type":"SUPPORTS","subject":"Salim","object":"OMN","status":"alleged"},"sentence":"Finland waits."}`,
			list(all, "SUPPORTS(Person:Salim, OMN) alleged"), ""},
		{"missing without sentence", `{"do":"fix","article":"1","missing":{"type":"SUPPORTS","subject":"Salim","object":"OMN"},"sentence":"Finland sleeps."}`, all, "it does not have the sentence"},
		{"missing that cannot be", `{"do":"fix","article":"1","missing":{"type":"VISITED","subject":"Salim","object":"Badr"},"sentence":"Finland waits."}`, all, "may not stand between"},
		{"missing with nobody", `{"do":"fix","article":"1","missing":{"type":"MET","subject":"Salim","object":"ATL"},"sentence":"Finland waits."}`, all, `nothing in it is called "ATL"`},
		{"status", `{"do":"retype","article":"1","fact":{"type":"SUPPORTS","subject":"Salim","object":"Finland"},"to":{"status":"planned"}}`,
			list(met, took, badrTook, held, "SUPPORTS(Person:Salim, FIN) planned"), ""},
		{"type", `{"do":"retype","article":"1","fact":{"type":"SUPPORTS","subject":"Salim","object":"FIN"},"to":{"type":"CRITICIZES","date":"2026-03-01"}}`,
			list(met, took, badrTook, held, "CRITICIZES(Person:Salim, FIN) asserted"), ""},
		{"label", `{"do":"retype","article":"1","name":"Salim","label":"Organization","kind":"company"}`, as("Organization:Salim", met, took, badrTook, held, praised), ""},
		{"label that ends facts", `{"do":"retype","article":"1","name":"Salim","label":"Place"}`, list(badrTook, held), ""},
		{"label of a record", `{"do":"retype","article":"1","name":"Badr","label":"Place"}`, all, "is person/badr of the gazetteer"},
		{"same as a record", `{"do":"same","of":[{"article":"1","name":"Salim"}],"as":"OMN"}`, as("OMN", met, took, badrTook, held, praised), ""},
		{"same as who is there", `{"do":"same","of":[{"article":"1","name":"Salim"}],"as":"person/badr"}`, list(badrTook, badrTook, held, "SUPPORTS(person/badr, FIN) asserted"), ""},
		{"same", `{"do":"same","of":[{"article":"1","name":"Salim"},{"article":"7","name":"Salim"}]}`, all, ""},
		{"same of a record", `{"do":"same","of":[{"article":"1","name":"Badr"},{"article":"7","name":"Salim"}]}`, all, `is person/badr of the gazetteer: give "as"`},
		{"different from a record", `{"do":"different","of":[{"article":"1","name":"Badr"}]}`, strings.ReplaceAll(all, "person/badr", "Person:Name of person/badr"), ""},
		{"different from a state", `{"do":"different","of":[{"article":"1","name":"Finland"}]}`, all, "one thing everywhere"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			x, warnings := read(t, test.line).Apply(world{}, example())
			if err := graph.Check(world{}, x); err != nil {
				t.Fatal(err)
			}
			if got := facts(x); sorted(got) != sorted(test.want) {
				t.Errorf("facts:\n%s\nwant:\n%s", got, test.want)
			}
			said := strings.Join(warnings, "; ")
			if (test.warning == "") != (said == "") || !strings.Contains(said, test.warning) {
				t.Errorf("warnings %q, want %q", said, test.warning)
			}
		})
	}
}

func sorted(s string) string {
	l := strings.Split(s, "\n")
	for i := range l {
		for j := range i {
			if l[i] < l[j] {
				l[i], l[j] = l[j], l[i]
			}
		}
	}
	return strings.Join(l, "\n")
}

// TestMarks looks at what corrections leave on claims and article.
func TestMarks(t *testing.T) {
	x, _ := read(t, "# why", `{"do":"same","of":[{"article":"1","name":"Salim"},{"article":"7","name":"S."}]}`,
		`{"do":"fix","article":"1","wrong":{"type":"MET","subject":"Badr","object":"Salim"}}`).Apply(world{}, example())
	if got, want := x.Article.Corrected, "overlay.jsonl:3 fix\noverlay.jsonl:2 same"; got != want {
		t.Errorf("Corrected = %q, want %q", got, want)
	}
	y, _ := read(t, `{"do":"same","of":[{"article":"7","name":"S."},{"article":"1","name":"Salim"}]}`).Apply(world{}, example())
	if len(x.Claims[0].Overlay) != 2 || x.Claims[0].Overlay[0] != y.Claims[0].Overlay[0] {
		t.Errorf("the key depends on the order of the mentions or on the line: %q, %q", x.Claims[0].Overlay, y.Claims[0].Overlay)
	}
	if got := x.Claims[0].Corrections(); len(got) != 1 || got[0] != "overlay.jsonl:2" {
		t.Errorf("Corrections = %q", got)
	}
}

// TestTies loads articles whose people are tied together and apart, in both orders.
func TestTies(t *testing.T) {
	second := example()
	second.Article.ID, second.Article.Record, second.Article.URL, second.Article.Hash = "paper/2", "2", "", "h2"
	third := example()
	third.Article.ID, third.Article.Record, third.Article.URL, third.Article.Hash = "paper/3", "3", "", "h3"
	third.Claims[0].NameEn, third.Claims[0].Fold, third.Mentions[1].Surfaces = "Selim", "selim", []string{"Selim", "S."}
	tests := []struct {
		name, line string
		want       int // people that articles made
	}{
		{"nothing said", `{"do":"block","article":"9","name":"x"}`, 2},
		{"same", `{"do":"same","of":[{"article":"2","name":"Salim"},{"article":"3","name":"Selim"}]}`, 1},
		{"different", `{"do":"different","of":[{"article":"2","name":"Salim"}]}`, 3},
		{"different together", `{"do":"different","of":[{"article":"2","name":"Salim"},{"article":"3","name":"Selim"}]}`, 2},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			o := read(t, test.line)
			for _, order := range [][]graph.Extraction{{example(), second, third}, {third, second, example()}} {
				store := memory.New(world{}, memory.Options{})
				for _, x := range order {
					x, _ = o.Apply(world{}, x)
					if _, err := store.Upsert(t.Context(), []graph.Extraction{x}); err != nil {
						t.Fatal(err)
					}
				}
				people := 0
				err := store.Export(t.Context(), func(l graph.Line) error {
					if l.Entity != nil && l.Entity.ID != "person/badr" && strings.HasPrefix(l.Entity.ID, "person/") {
						people++
					}
					return nil
				})
				if err != nil || people != test.want {
					t.Errorf("%d people, want %d (%v)", people, test.want, err)
				}
			}
		})
	}
}

func TestProblems(t *testing.T) {
	tests := []struct{ line, want string }{
		{`{"do":"same","of":[{"article":"1","name":"x"}]}`, "same: of names 1 mentions, want two or more, or one and as"},
		{`{"do":"same","of":[{"article":"1"},{"article":"1","name":"y"}]}`, "same: name of a mention is missing"},
		{`{"do":"different"}`, "different: of names 0 mentions, want two or more, or one and as"},
		{`{"do":"alias","names":{"ar":["x"]}}`, "alias: id is missing"},
		{`{"do":"alias","id":"FIN"}`, `alias: names is missing: {"ar":["..."]}`},
		{`{"do":"block"}`, "block: name is missing"},
		{`{"do":"block","name":"x","kind":"party"}`, "block: kind has no meaning here"},
		{`{"do":"fix","article":"1"}`, "fix: give either wrong or missing"},
		{`{"do":"fix","article":"1","wrong":{"type":"LIKES","subject":"a","object":"b"}}`, `fix: wrong.type "LIKES" is no relation that an article can state`},
		{`{"do":"fix","article":"1","wrong":{"type":"MENTIONS","subject":"a","object":"b"}}`, `fix: wrong.type "MENTIONS" is no relation that an article can state`},
		{`{"do":"fix","article":"1","missing":{"type":"MET","subject":"a","object":"b"}}`, "fix: sentence is missing"},
		{`{"do":"retype","article":"1","fact":{"type":"MET","subject":"a","object":"b"}}`, `retype: to is missing: {"type":..., "status":..., "date":...}`},
		{`{"do":"retype","article":"1","fact":{"type":"MET","subject":"a","object":"b"},"to":{"status":"sure"}}`, `retype: to.status "sure" is none of asserted, planned, alleged, denied`},
		{`{"do":"retype","article":"1","name":"x"}`, "retype: label or kind is missing"},
		{`{"do":"retype","article":"1","name":"x","label":"Event"}`, `retype: label "Event" is none of Person, Organization, Place`},
		{`{"do":"erase"}`, `erase: do "erase" is none of alias, block, same, different, fix, retype`},
		{`{"name":"x"}`, ": do is missing: one of alias, block, same, different, fix, retype"},
		{`{"do":"block","name":"x"} {}`, "read JSON: more than one object on the line"},
		{`{"do":"block","naem":"x"}`, `read JSON: json: unknown field "naem"`},
		{`block x`, "read JSON: invalid character 'b' looking for beginning of value"},
	}
	for _, test := range tests {
		file := filepath.Join(t.TempDir(), "c.jsonl")
		if err := os.WriteFile(file, []byte("\n"+test.line+"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		_, err := Open(file)
		var ps gazetteer.Problems
		if !errors.As(err, &ps) || ps[0].String() != "c.jsonl:2: "+test.want {
			t.Errorf("%s\n got %v\nwant c.jsonl:2: %s", test.line, err, test.want)
		}
	}
}

func TestGazetteer(t *testing.T) {
	o := read(t, `{"do":"alias","id":"FIN","names":{"en":["Suomiland","Mali"]}}`, `{"do":"block","name":"Fatah"}`)
	g, err := o.Gazetteer()
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"suomiland": "FIN", "mali": "FIN", "fatah": ""} {
		w := g.Weak("en", name)
		if w == nil {
			t.Errorf("%s: not in the table of names", name)
		} else if got := len(w.Readings) > 0 && w.Readings[0].ID == want; got != (want != "") {
			t.Errorf("%s: readings %v, want %q", name, w.Readings, want)
		}
	}
	if _, err := read(t, `{"do":"alias","id":"person/nobody-at-all","names":{"en":["X Y"]}}`).Gazetteer(); err == nil || !strings.Contains(err.Error(), "no record of the gazetteer") {
		t.Errorf("unknown id: %v", err)
	}
	if read(t, "").Fingerprint() != "" || o.Fingerprint() == read(t, `{"do":"block","name":"Fatah"}`).Fingerprint() {
		t.Error("the fingerprint does not tell overlays apart")
	}
}

// TestMeantOnly makes a node of its own of somebody whom the article means without writing the name.
func TestMeantOnly(t *testing.T) {
	x := example()
	x.Mentions[0].Surfaces = nil
	got, warnings := read(t, `{"do":"different","of":[{"article":"1","name":"person/badr"}]}`).Apply(world{}, x)
	if len(warnings) == 0 || !strings.Contains(warnings[0], "stands nowhere in it") || !reflect.DeepEqual(got, x) {
		t.Errorf("warnings %q", warnings)
	}
}

func FuzzApply(f *testing.F) {
	for _, line := range []string{`{"do":"alias","id":"FIN","names":{"en":["Suomi land"]}}`, `{"do":"block","name":"Mali"}`, `{"do":"block","article":"1","name":"Salala"}`, `{"do":"same","of":[{"article":"1","name":"Salim"}],"as":"OMN"}`,
		`{"do":"different","of":[{"article":"1","name":"Badr"}]}`, `{"do":"fix","article":"1","missing":{"type":"MET","subject":"Salim","object":"OMN"},"sentence":"Finland"}`,
		`{"do":"retype","article":"1","name":"Salim","label":"Place"}`, `{"do":"retype","article":"1","fact":{"type":"MET","subject":"Badr","object":"Salim"},"to":{"type":"SIGNED"}}`} {
		f.Add([]byte(line))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		o := &Overlay{by: map[string][]*Entry{}, fold: text.NewFolder()}
		if ps := o.read(File, data); len(ps) > 0 {
			return
		}
		for _, e := range o.entries {
			if _, known := (world{}).Entity(e.As); e.As != "" && !known {
				return // Check refuses it
			}
		}
		o.index()
		x, warnings := o.Apply(world{}, example())
		if err := graph.Check(world{}, x); err != nil {
			t.Errorf("%s: %v", data, err)
		}
		again, more := o.Apply(world{}, example())
		if !reflect.DeepEqual(x, again) || !slices.Equal(warnings, more) {
			t.Errorf("%s: corrected twice, the article is another", data)
		}
		o.Watch().See(x.Article)
		if layer := o.Layer(); layer != nil { // names in general: the gazetteer takes them or says which line is wrong
			if _, err := o.Gazetteer(); err != nil && !strings.Contains(err.Error(), File+":") {
				t.Errorf("%s: the problem names no line: %v", data, err)
			}
		}
	})
}
