package main

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"mithaq/internal/neo4jtest"
)

// same compares two exports and shows the first line that differs.
func same(t *testing.T, what, got, want string) {
	t.Helper()
	if got == want {
		return
	}
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			t.Errorf("%s: line %d\n got %s\nwant %s", what, i+1, g[i], w[i])
			return
		}
	}
	t.Errorf("%s: %d lines, want %d", what, len(g), len(w))
}

func TestLoad(t *testing.T) {
	e := store(t)
	e.feed(t, articles(250), "load", "-", seed).exits(exitDone).prints("articles: read 251, new 251, changed 0, unchanged 0, refused 0")
	want := e.exported(t)
	e.feed(t, articles(250), "load", seed, "-").exits(exitDone).prints("new 0, changed 0, unchanged 251", "facts: added 0, removed 0")
	same(t, "loaded twice", e.exported(t), want)

	other := store(t)
	lines := strings.SplitAfter(articles(250), "\n")
	for i := len(lines) - 1; i >= 0; i -= 30 {
		other.feed(t, strings.Join(lines[max(0, i-29):i+1], ""), "load", "-")
	}
	other.run(t, "load", seed).exits(exitDone)
	same(t, "loaded in another order", other.exported(t), want)
}

func TestRemove(t *testing.T) {
	alone := store(t)
	alone.run(t, "load", seed).exits(exitDone)
	e := store(t)
	e.feed(t, articles(3), "load", "-", seed).exits(exitDone)
	e.run(t, "remove", "invented-0", "invented-1", "no-such").exits(exitPart).prints("articles: removed 2, missing 1").says(`"no-such"`)
	e.run(t, "remove", "invented-2").exits(exitDone)
	same(t, "articles taken back", e.exported(t), alone.exported(t))
	e.run(t, "remove", "ar-seed").exits(exitDone)
	same(t, "nothing left", e.exported(t), "")
}

// TestRefresh upgrades the gazetteer by a folder of the user's own and extracts the stored texts again.
func TestRefresh(t *testing.T) {
	own := write(t, "orgs.jsonl", `{"id":"org/invented-league","kind":"igo","names":{"ar":["الرابطة المختلقة للتجربة"],"en":["Invented League"]},"source":["test"]}`+"\n")
	text := write(t, "news.txt", "خبر مختلق\nأعلنت الرابطة المختلقة للتجربة عن اجتماع في باريس.\n")
	e := store(t)
	e.run(t, "load", "--date", "2025-11-03", text).exits(exitDone)
	e.run(t, "refresh").exits(exitDone).prints("articles: read 0")
	e.run(t, "refresh", "--gazetteer", filepath.Dir(own)).exits(exitDone).prints("read 1, new 0, changed 1")
	fresh := store(t)
	fresh.run(t, "load", "--date", "2025-11-03", "--gazetteer", filepath.Dir(own), text).exits(exitDone)
	same(t, "refreshed", e.exported(t), fresh.exported(t))
	if !strings.Contains(e.exported(t), "org/invented-league") {
		t.Error("the new name was not found")
	}
	e.run(t, "refresh").exits(exitDone).prints("changed 1")
}

func TestExtractLines(t *testing.T) {
	r := store(t).feed(t, articles(40), "extract", "--format", "jsonl", "-", seed).exits(exitDone)
	lines := strings.Split(strings.TrimSpace(r.out), "\n")
	if len(lines) != 41 {
		t.Fatalf("%d lines, want 41", len(lines))
	}
	for i, line := range lines {
		var doc struct {
			ID        string            `json:"id"`
			Entities  []json.RawMessage `json:"entities"`
			Relations []json.RawMessage `json:"relations"`
		}
		if err := json.Unmarshal([]byte(line), &doc); err != nil {
			t.Fatalf("line %d: %v", i+1, err)
		}
		want := "ar-seed"
		if i < 40 {
			want = "invented-" + strings.TrimSpace(string(jsonInt(i)))
		}
		if doc.ID != want || len(doc.Entities) == 0 {
			t.Errorf("line %d: id %q with %d entities, want %q", i+1, doc.ID, len(doc.Entities), want)
		}
	}
	for _, stage := range []string{"article", "tokens", "mentions", "clauses", "dates", "events", "relations"} {
		r := store(t).run(t, "extract", "--format", "jsonl", "--explain", stage, seed).exits(exitDone)
		var notes map[string]any
		if err := json.Unmarshal([]byte(r.out), &notes); err != nil || notes["id"] != "ar-seed" || notes[stage] == nil {
			t.Errorf("stage %s: %v: %.200s", stage, err, r.out)
		}
		store(t).run(t, "extract", "--explain", stage, seed).exits(exitDone).prints("ar-seed: " + stage)
	}
	store(t).run(t, "extract", seed).exits(exitDone).prints("State        China  iso=CHN", "COOPERATES_WITH")
}

func jsonInt(n int) []byte { b, _ := json.Marshal(n); return b }

// TestQueryNames gives one state in every spelling.
func TestQueryNames(t *testing.T) {
	e := store(t)
	e.run(t, "load", seed).exits(exitDone)
	want := e.run(t, "query", "who_met", "state=CHN", "--format", "json").exits(exitDone).prints("person/li-qiang").out
	for _, name := range []string{"China", "china", "الصين", "صين", "中国", "Китай", "بكين", "CN"} {
		if got := e.run(t, "query", "who_met", "state="+name, "--format", "json").exits(exitDone).out; got != want {
			t.Errorf("state=%s: %s", name, got)
		}
	}
	e.run(t, "query", "who_met", "person=ميشوستين").exits(exitDone).prints("person/mikhail-mishustin")
	e.run(t, "query", "events_of", "organization=CHN", "--format", "csv").exits(exitDone).prints("day,event,kind")
	e.run(t, "query", "agreements", "topic=customs").exits(exitDone)
	e.run(t, "query", "who_met", "state=Atlantis").exits(exitUsage).says(`"Atlantis" is no state that is known`)
	e.run(t, "query", "who_met", "state=Putin").exits(exitUsage).says("is no state")
	e.run(t, "query", "who_met", "from=soon").exits(exitUsage).says("query who_met: from", "soon")
	e.run(t, "query", "who_met", "limit=3").exits(exitUsage).says(`no parameter "limit"`)
	e.run(t, "query", "relations_between", "a=China").exits(exitUsage).says("parameter b is missing")
	e.run(t, "query", "most_connected", "limit=-1").exits(exitUsage).says("want a number")
	e.run(t, "query").exits(exitDone).prints("who_met", "example: mithaq query", "[from=DATE]")
	var list []map[string]any
	if err := json.Unmarshal([]byte(e.run(t, "query", "--format", "json").exits(exitDone).out), &list); err != nil || len(list) < 16 {
		t.Errorf("%d questions, %v", len(list), err)
	}
}

func TestExplain(t *testing.T) {
	e := store(t)
	e.run(t, "load", seed).exits(exitDone)
	e.run(t, "explain", "COOPERATES_WITH|CHN|RUS|asserted").exits(exitDone).prints("support=1", "article ar-seed  2025-11-03", "rule ar.COOPERATES_WITH.", "extract/lang/ar/relations/COOPERATES_WITH.txt:")
	e.run(t, "explain", "ميشوستين").exits(exitDone).prints("person/mikhail-mishustin", "MENTIONS")
	e.run(t, "explain", "nothing-of-this").exits(exitFailed).says("not in the graph")
	e.run(t, "explain", "MET|A|B|asserted").exits(exitFailed).says("not in the graph")
	text := seedText(t)
	var x explanation
	r := e.run(t, "explain", "COOPERATES_WITH|CHN|RUS|asserted", "--format", "json").exits(exitDone)
	if err := json.Unmarshal([]byte(r.out), &x); err != nil || len(x.Evidence) == 0 {
		t.Fatalf("%v: %s", err, r.out)
	}
	for _, s := range x.Evidence {
		if s.File == "" || s.Line == 0 || s.Sentence == "" || text[s.Start:s.End] != s.Sentence {
			t.Errorf("evidence %+v", s)
		}
	}
}

func seedText(t *testing.T) string {
	t.Helper()
	data, err := os.ReadFile(seed)
	if err != nil {
		t.Fatal(err)
	}
	var a struct{ Title, Text string }
	if err := json.Unmarshal(data, &a); err != nil {
		t.Fatal(err)
	}
	return a.Title + "\n" + a.Text
}

func TestResolveCommand(t *testing.T) {
	r := store(t).feed(t, "Путин\n\nnobody at all\n", "resolve", "--date", "2011-05-01", "--format", "jsonl", "الرئيس الروسي", "-").exits(exitDone)
	want := []string{"person/dmitry-medvedev", "person/vladimir-putin", ""}
	lines := strings.Split(strings.TrimSpace(r.out), "\n")
	if len(lines) != len(want) {
		t.Fatalf("lines: %s", r.out)
	}
	for i, line := range lines {
		var m map[string]string
		if err := json.Unmarshal([]byte(line), &m); err != nil || m["id"] != want[i] || m["why"] == "" || len(m) != 7 {
			t.Errorf("line %d: %v: %s", i+1, err, line)
		}
	}
	store(t).run(t, "resolve", "China").exits(exitDone).prints("CHN", "الصين")
}

func TestStatusAndVersion(t *testing.T) {
	e := store(t)
	e.run(t, "load", seed).exits(exitDone)
	e.run(t, "status").exits(exitDone).prints("store     sqlite", "answers", "location  "+e["MITHAQ_STORE"], "State")
	var st map[string]any
	if err := json.Unmarshal([]byte(e.run(t, "status", "--format", "json").exits(exitDone).out), &st); err != nil || st["labels"] == nil {
		t.Errorf("%v: %v", err, st)
	}
	e.run(t, "version").exits(exitDone).prints("mithaq ")
	e.run(t).exits(exitDone).prints("Exit codes")
	flag := env{}
	flag.run(t, "status", "--store", e["MITHAQ_STORE"]).exits(exitDone).prints(e["MITHAQ_STORE"])
}

func TestLintCommand(t *testing.T) {
	good := write(t, "states.jsonl", `{"id":"CIV","add":true,"names":{"ar":["بلاد الفيلة"]},"source":["me"]}`+"\n")
	store(t).run(t, "lint", filepath.Dir(good)).exits(exitDone).prints("no problems")
	bad := write(t, "states.jsonl", `{"id":"CIV","add":true,"nmes":{}}`+"\n"+`{"id":"civ","names":{"ar":["x"]}}`+"\n")
	store(t).run(t, "lint", filepath.Dir(bad)).exits(exitFailed).prints("states.jsonl:1", "states.jsonl:2").says("problems")
	store(t).run(t, "load", "--gazetteer", filepath.Dir(bad), seed).exits(exitFailed).says("states.jsonl:1", "states.jsonl:2")
	store(t).run(t, "lint", filepath.Join(t.TempDir(), "none")).exits(exitFailed).says("open gazetteer")
	store(t).run(t, "lint", t.TempDir()).exits(exitFailed).prints("no *.jsonl file")
}

func TestBrowse(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	out := make(lineWriter, 20)
	a := &app{out: out, err: &bytes.Buffer{}, getenv: func(string) string { return "" }}
	done := make(chan int, 1)
	go func() { done <- a.main(ctx, []string{"browse", "--address", "127.0.0.1:0"}) }()
	var text string
	select {
	case text = <-out:
	case <-time.After(10 * time.Second):
		t.Fatal("browse prints nothing")
	}
	base := regexp.MustCompile(`http://127\.0\.0\.1:\d+`).FindString(text)
	for _, path := range []string{"/style-ar.grass", "/style-en.grass", "/guide.html", "/"} {
		resp, err := http.Get(base + path)
		if err != nil {
			t.Fatal(err)
		}
		resp.Body.Close()
		if resp.StatusCode != http.StatusOK {
			t.Errorf("%s: %s", path, resp.Status)
		}
	}
	env{}.run(t, "browse", "--address", strings.TrimPrefix(base, "http://")).exits(exitFailed).says("--address HOST:PORT takes another port")
	cancel()
	if code := <-done; code != exitDone {
		t.Errorf("exit code %d", code)
	}
}

type lineWriter chan string

func (w lineWriter) Write(p []byte) (int, error) { w <- string(p); return len(p), nil }

// TestNeo4j runs the commands on a real server: the same export and the same answers as from the embedded store.
func TestNeo4j(t *testing.T) {
	db := neo4jtest.Start(t, neo4jtest.Options{Auth: true})
	e := env{"MITHAQ_STORE": db.URI(), "NEO4J_PASSWORD": db.Password()} // the user is neo4j where none is given
	local := store(t)
	for _, s := range []env{e, local} {
		s.feed(t, articles(120), "load", "-", seed).exits(exitDone).prints("new 121")
	}
	export := func(s env) string { return s.run(t, "export").exits(exitDone).out }
	same(t, "export", export(e), export(local))
	for _, q := range [][]string{
		{"who_met", "state=الصين"}, {"relations_between", "a=China", "b=Russia"}, {"timeline", "person=Putin"}, {"agreements"}, {"article_events"}, {"article_people"},
		{"shortest_path", "a=لي تشيانغ", "b=بوتين"}, {"most_connected"}, {"offices_of", "person=Xi Jinping"}, {"office_holders", "of=CHN", "day=2025-11-03"},
	} {
		args := append(append([]string{"query"}, q...), "--format", "json")
		same(t, strings.Join(q, " "), e.run(t, args...).exits(exitDone).out, local.run(t, args...).exits(exitDone).out)
	}
	e.run(t, "explain", "MET|person/vladimir-putin|person/xi-jinping|asserted").exits(exitDone).prints("ar.MET.")
	e.run(t, "cypher", "MATCH (s:State {id: $id}) RETURN s.name_en AS name", "--param", "id=CHN").exits(exitDone).prints("China")
	e.run(t, "cypher", "MATCH (s:State) RETURN s LIMIT $n", "--param", "n=1", "--format", "json").exits(exitDone).prints(`"labels"`)
	e.run(t, "cypher", "CREATE (:Thing)").exits(exitFailed).says("only statements that read are allowed here")
	e.run(t, "cypher", "MATCH (").exits(exitFailed).says("Neo4j")
	e.run(t, "status").exits(exitDone).prints("store     neo4j", db.URI())
	e.run(t, "remove", "ar-seed").exits(exitDone)
	local.run(t, "remove", "ar-seed").exits(exitDone)
	same(t, "export after remove", export(e), export(local))
	e.run(t, "refresh").exits(exitDone).prints("read 0")
}
