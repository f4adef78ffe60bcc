package queries_test

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"mithaq/graph"
	"mithaq/graph/memory"
	"mithaq/graph/neo4j"
	"mithaq/graph/sqlite"
	"mithaq/graph/storetest"
	"mithaq/internal/neo4jtest"
	"mithaq/queries"
)

var update = flag.Bool("update", false, "rewrite testdata/answers.txt")

var server neo4jtest.Shared

// questions says for each question what its answer must and must not hold. What must be absent is in the graph.
var questions = []struct {
	name    string
	params  map[string]any
	with    string // parts of rows, apart by blanks
	without string
}{
	{"label_counts", nil, "State Event Agreement", "Article Evidence Entity"},
	{"find", map[string]any{"name": "CHINA"}, "CHN", "RUS"},
	{"find", map[string]any{"name": "بكين"}, "CHN", "RUS"},
	{"find", map[string]any{"name": "nobody"}, "", "CHN"},
	{"who_met", nil, "MET|CHN|RUS|asserted MET|EGY|FRA|planned MET|person/amal|person/badr|asserted", "VISITED SUPPORTS MET|EGY|FRA|asserted"},
	{"who_met", map[string]any{"state": "CHN"}, "MET|CHN|RUS|asserted MET|person/amal|person/badr|asserted", "MET|EGY|FRA"},
	{"who_met", map[string]any{"person": "person/amal"}, "MET|person/amal|person/badr|asserted", "MET|CHN|RUS"},
	{"who_met", map[string]any{"state": "CHN", "from": "2025-11-04", "to": "2025-12"}, "2025-11-05", "2025-11-03 2024-05"},
	{"who_met", map[string]any{"to": "2024"}, "2024-05", "2025"},
	{"relations_between", map[string]any{"a": "CHN", "b": "RUS"}, "COOPERATES_WITH|CHN|RUS|asserted MET|person/amal|person/badr|asserted CRITICIZES|RUS|CHN|denied", "EGY MEMBER_OF"},
	{"relations_between", map[string]any{"a": "RUS", "b": "CHN", "from": "2025-11-05"}, "MET|person/amal|person/badr|asserted", "CRITICIZES|RUS|CHN|denied"},
	{"relations_between", map[string]any{"a": "CHN", "b": "CHN"}, "", "CHN"},
	{"timeline", map[string]any{"person": "person/amal"}, "VISITED|person/amal|EGY|asserted PARTICIPATED_IN|person/amal", "HOLDS_OFFICE person/dina"},
	{"timeline", map[string]any{"person": "person/amal", "to": "2025-10"}, "VISITED|person/amal|EGY|asserted", "PARTICIPATED_IN"},
	{"offices_of", map[string]any{"person": "person/amal"}, "head_of_government 2001-03-01/2005-03-01", "RUS"},
	{"office_holders", map[string]any{"of": "CHN", "day": "2002"}, "person/amal 2005-03-01", "person/badr 2020-03-01 person/dina"},
	{"office_holders", map[string]any{"of": "CHN", "day": "2005-03-01"}, "", "person/amal"},
	{"office_holders", map[string]any{"of": "CHN", "day": "2025-11-04"}, "person/amal 2020-03-01", "2005-03-01"},
	{"office_holders", map[string]any{"of": "FRA", "day": "2025-11-06", "class": "minister"}, "person/dina articles", "speaker"},
	{"agreements", nil, "agreement/", "event/"},
	{"agreements", map[string]any{"state": "CHN"}, "treaty", "memorandum"},
	{"agreements", map[string]any{"topic": "topic/energy"}, "memorandum", "treaty"},
	{"agreements", map[string]any{"from": "2025-11-04"}, "memorandum", "treaty"},
	{"members_of", map[string]any{"organization": "org/alpha"}, "CHN RUS EGY", "FRA"},
	{"members_of", map[string]any{"organization": "org/alpha", "day": "1999"}, "RUS", "CHN"},
	{"events_of", map[string]any{"organization": "org/alpha"}, "30 دلتا", "FRA summit"},
	{"events_of", map[string]any{"organization": "FRA"}, "planned", "30"},
	{"events_of", map[string]any{"organization": "org/alpha", "from": "2025-12"}, "", "30"},
	{"most_connected", nil, "CHN EGY person/amal", "org/beta"},
	{"most_connected", map[string]any{"limit": int64(2)}, "CHN", "FRA"},
	{"shortest_path", map[string]any{"a": "person/amal", "b": "FRA"}, "person/amal", "org/beta"},
	{"shortest_path", map[string]any{"a": "person/amal", "b": "person/amal"}, "", "person/amal"},
	{"shortest_path", map[string]any{"a": "person/amal", "b": "org/beta"}, "", "person/amal"},
	{"acts_by_class", map[string]any{"a": "CHN", "b": "RUS"}, "COOPERATE CONSULT ACCUSE", "SUPPORT"},
	{"acts_by_class", map[string]any{"a": "EGY", "b": "CHN"}, "SUPPORT", "ACCUSE"},
	{"planned", nil, "MET|EGY|FRA|planned VISITED|EGY|CHN|planned", "denied asserted"},
	{"planned", map[string]any{"actor": "CHN"}, "VISITED|EGY|CHN|planned", "FRA"},
	{"planned", map[string]any{"from": "2025-11-20"}, "MET|EGY|FRA|planned", "VISITED"},
	{"disputed", nil, "CRITICIZES|RUS|CHN|denied ATTACKS|RUS|FRA|alleged", "planned"},
	{"disputed", map[string]any{"actor": "FRA"}, "ATTACKS|RUS|FRA|alleged", "CRITICIZES"},
	{"conflicts", nil, "AIDS|RUS|EGY|asserted AIDS|RUS|EGY|denied", "CRITICIZES SUPPORTS"},
	{"conflicts", map[string]any{"actor": "FRA"}, "", "AIDS"},
	{"office_conflicts", nil, "HOLDS_OFFICE|person/dina|CHN|asserted|head_of_government 2020-03-01 HOLDS_OFFICE|person/badr|RUS", "2001-03-01 speaker HOLDS_OFFICE|person/amal"},
	{"office_conflicts", map[string]any{"of": "FRA"}, "", "HOLDS_OFFICE"},
	{"changed_since", map[string]any{"since": "2025-11-05"}, "SUPPORTS|EGY|CHN|asserted again COOPERATES_WITH|CHN|RUS", "VISITED|person/amal CRITICIZES"},
	{"changed_since", map[string]any{"since": "2025-11", "actor": "FRA"}, "ATTACKS|RUS|FRA|alleged", "COOPERATES_WITH"},
	{"sources", map[string]any{"key": "COOPERATES_WITH|CHN|RUS|asserted"}, "a1 a2", "a3"},
	{"articles_about", map[string]any{"what": "EGY"}, "a3 a4", "a1"},
	{"articles_about", map[string]any{"what": "EGY", "to": "2025-11-04"}, "a3", "a4"},
	{"article_events", nil, "record-a1 CHN", "topic/energy"},
	{"article_people", nil, "record-a1 person/amal Amal", "CHN"},
}

// answers is the graph that the questions are asked of.
func answers() []graph.Extraction {
	a1 := storetest.Article("a1", "2025-11-04", "one").Claim("HOLDS_OFFICE", "person/amal", "CHN").Claim("HOLDS_OFFICE", "person/badr", "RUS")
	a1.Claim("COOPERATES_WITH", "CHN", "RUS").Claim("MET", "CHN", "RUS")
	session := a1.Node(graph.Claim{Type: "Event", Kind: "session", Ordinal: "30", Date: "2025-11-03", State: "happened", Place: "place/delta-EGY",
		Participants: []graph.Ref{"CHN", "org/alpha", "person/amal"}})
	for _, p := range []graph.Ref{"CHN", "org/alpha", "person/amal"} {
		a1.Relation(graph.Claim{Type: "PARTICIPATED_IN", Subject: p, Object: session, Date: "2025-11-03"})
	}
	a1.Claim("HELD_IN", session, "place/delta-EGY")
	treaty := a1.Node(graph.Claim{Type: "Agreement", Kind: "treaty", NameEn: "treaty", Date: "2025-11-03", State: "signed", Participants: []graph.Ref{"CHN", "RUS"}, Topics: []string{"trade"}})
	a1.Claim("SIGNED", "CHN", treaty).Claim("ABOUT", treaty, "topic/trade")

	// The same text under another name, and a second meeting: it supports, but is one text.
	a2 := storetest.Article("a2", "2025-11-05T10:00:00Z", "one").Claim("COOPERATES_WITH", "CHN", "RUS").Claim("MET", "CHN", "RUS")
	a2.Relation(graph.Claim{Type: "MET", Subject: "person/amal", Object: "person/badr", Date: "2025-11-05"})

	a3 := storetest.Article("a3", "2025-11-04", "three")
	a3.Relation(graph.Claim{Type: "MET", Subject: "CHN", Object: "RUS", Date: "2024-05"})
	a3.Relation(graph.Claim{Type: "CRITICIZES", Subject: "RUS", Object: "CHN", Status: graph.Denied})
	a3.Relation(graph.Claim{Type: "VISITED", Subject: "person/amal", Object: "EGY", Date: "2025-10"})
	a3.Relation(graph.Claim{Type: "VISITED", Subject: "EGY", Object: "CHN", Status: graph.Planned, Date: "2025-11-10"})
	a3.Claim("SUPPORTS", "EGY", "CHN").Claim("MEMBER_OF", "EGY", "org/alpha")

	a4 := storetest.Article("a4", "2025-11-06", "four").Mention("FRA", "org/beta").Claim("SUPPORTS", "EGY", "CHN").Claim("SUPPORTS", "EGY", "FRA")
	a4.Relation(graph.Claim{Type: "MET", Subject: "EGY", Object: "FRA", Status: graph.Planned, Date: "2025-11-20"})
	a4.Relation(graph.Claim{Type: "ATTACKS", Subject: "RUS", Object: "FRA", Status: graph.Alleged})
	a4.Relation(graph.Claim{Type: "HOLDS_OFFICE", Subject: "person/dina", Object: "FRA", Class: "minister", Title: "وزيرة"})
	a4.Relation(graph.Claim{Type: "HOLDS_OFFICE", Subject: a4.Person("salim", "FRA"), Object: "FRA", Class: "speaker"})
	memo := a4.Node(graph.Claim{Type: "Agreement", Kind: "memorandum", State: "planned", Status: graph.Planned, Participants: []graph.Ref{"EGY", a4.Person("nur", "FRA")}, Topics: []string{"energy"}})
	a4.Relation(graph.Claim{Type: "ABOUT", Subject: memo, Object: "topic/energy"})
	summit := a4.Node(graph.Claim{Type: "Event", Kind: "summit", State: "planned", Status: graph.Planned, Date: "2026", Participants: []graph.Ref{"EGY", "FRA"}})
	a4.Relation(graph.Claim{Type: "PARTICIPATED_IN", Subject: "FRA", Object: summit, Status: graph.Planned, Date: "2026"})

	// Another voice: it denies what a6 asserts, and gives an office to somebody else than its holder.
	a5 := storetest.Article("a5", "2025-11-06", "five")
	a5.Relation(graph.Claim{Type: "AIDS", Subject: "RUS", Object: "EGY", Status: graph.Denied})
	a5.Relation(graph.Claim{Type: "HOLDS_OFFICE", Subject: "person/dina", Object: "CHN", Class: "head_of_government", Title: "رئيسة"})
	a6 := storetest.Article("a6", "1990-05-01", "six").Claim("AIDS", "RUS", "EGY")
	a6.Relation(graph.Claim{Type: "HOLDS_OFFICE", Subject: "person/badr", Object: "RUS", Class: "head_of_government"})
	return storetest.Batch(a1, a2, a3, a4, a5, a6)
}

// TestQuestions asks every question of both stores: the same cells, and in them what the table says.
func TestQuestions(t *testing.T) {
	stores := map[string]graph.Store{"sqlite": openSQLite(t), "neo4j": openNeo4j(t)}
	for name, s := range stores {
		if _, err := s.Upsert(t.Context(), answers()); err != nil {
			t.Fatalf("load into %s: %v", name, err)
		}
	}
	asked := map[string]bool{}
	var all strings.Builder
	for _, q := range questions {
		asked[q.name] = true
		call := q.name + " " + fmt.Sprint(q.params)
		got := ask(t, stores["sqlite"], q.name, q.params)
		if other := ask(t, stores["neo4j"], q.name, q.params); !reflect.DeepEqual(got, other) {
			t.Errorf("%s: the stores differ\nsqlite:\n%s\nneo4j:\n%s", call, show(got), show(other))
		}
		text := show(got)
		for part := range strings.FieldsSeq(q.with) {
			if !strings.Contains(text, part) {
				t.Errorf("%s: %+q is missing:\n%s", call, part, text)
			}
		}
		for part := range strings.FieldsSeq(q.without) {
			if strings.Contains(text, part) {
				t.Errorf("%s: %+q must not be there:\n%s", call, part, text)
			}
		}
		if q.with == "" && len(got.Rows) > 0 {
			t.Errorf("%s: want no rows:\n%s", call, text)
		}
		fmt.Fprintf(&all, "%s\n%s\n", call, text)
	}
	checkGolden(t, filepath.Join("testdata", "answers.txt"), all.String())
	known, err := queries.Questions()
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range known {
		if !asked[q.Name] {
			t.Errorf("question %s is not asked in this test", q.Name)
		}
	}
}

func ask(t *testing.T, s graph.Store, name string, params map[string]any) graph.Table {
	t.Helper()
	table, err := s.Ask(t.Context(), name, params)
	if err != nil {
		t.Errorf("%s %v: %v", name, params, err)
	}
	return table
}

func show(t graph.Table) string {
	var b strings.Builder
	for _, row := range t.Rows {
		for i, v := range row {
			if i > 0 {
				b.WriteString(" · ")
			}
			fmt.Fprint(&b, v)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func checkGolden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("the answers differ from %s (look, then run with -update):\n%s", path, got)
	}
}

func openSQLite(t *testing.T) graph.Store {
	t.Helper()
	s, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "x.db"), storetest.NewWorld(), sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func openNeo4j(t *testing.T) graph.Store {
	t.Helper()
	db := server.Get(t, neo4jtest.Options{})
	db.Wipe(t)
	s, err := neo4j.Open(context.Background(), db.URI(), neo4j.Auth{User: db.Username(), Password: db.Password()}, "", storetest.NewWorld(), neo4j.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// TestGraphIsValid keeps a mistake in the graph of the test from looking like one of a store.
func TestGraphIsValid(t *testing.T) {
	if _, err := memory.New(storetest.NewWorld(), memory.Options{}).Upsert(t.Context(), answers()); err != nil {
		t.Fatal(err)
	}
}
