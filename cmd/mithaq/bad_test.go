package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"mithaq/internal/neo4jtest"
)

// exported returns the graph of a store; an absent one is empty.
func (e env) exported(t testing.TB) string {
	t.Helper()
	if _, err := os.Stat(e["MITHAQ_STORE"]); errors.Is(err, os.ErrNotExist) {
		return ""
	}
	return e.run(t, "export").exits(exitDone).out
}

// TestBadFiles loads what is no article beside the seed: the rest of the batch is done, the graph is that of the seed alone.
func TestBadFiles(t *testing.T) {
	alone := store(t)
	alone.run(t, "load", seed).exits(exitDone)
	want := alone.exported(t)
	broken := articles(2) + `{"id":"x","text":` + "\n"
	for _, test := range []struct{ name, path, says string }{
		{"empty file", write(t, "empty.txt", ""), "empty.txt: file is empty"},
		{"blank file", write(t, "blank.txt", " \n\n"), "blank.txt"},
		{"binary file", write(t, "b.bin", "\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00"), "b.bin: not a text file"},
		{"no such file", filepath.Join(t.TempDir(), "no.txt"), "no.txt"},
		{"unknown encoding", "../../testdata/bad/windows-1251.input", "windows-1251.input: "},
		{"a line of 200 MB", longLine(t), "long.jsonl:1: record is longer than 16 MB"},
	} {
		t.Run(test.name, func(t *testing.T) {
			e := store(t)
			e.run(t, "load", test.path, seed).exits(exitPart).says("mithaq: refused: ", test.says, "mithaq: 1 of 2 articles refused").
				prints("articles: read 2, new 1, changed 0, unchanged 0, refused 1")
			if got := e.exported(t); got != want {
				t.Errorf("the graph is not that of the seed alone:\n%s", got)
			}
			none := store(t)
			none.run(t, "load", test.path).exits(exitFailed).says(test.says)
			if got := none.exported(t); got != "" {
				t.Errorf("something was written:\n%s", got)
			}
		})
	}
	t.Run("folder without articles", func(t *testing.T) {
		e, empty := store(t), t.TempDir()
		e.run(t, "load", empty, seed).exits(exitPart).prints("articles: read 1, new 1, changed 0, unchanged 0, refused 0").
			says("directory without articles (put text or JSON lines files into it", "mithaq: folders or archives without articles: 1")
		e.run(t, "load", empty).exits(exitFailed).prints("articles: read 0,")
	})
	t.Run("broken JSON in the middle", func(t *testing.T) {
		e := store(t)
		path := write(t, "broken.jsonl", broken+`{"id":"y","text":"نص مختلق"}`+"\n")
		e.run(t, "load", path).exits(exitPart).says("broken.jsonl:3: ").prints("read 4, new 3", "refused 1")
	})
	t.Run("extract", func(t *testing.T) {
		path := write(t, "broken.jsonl", broken)
		r := store(t).run(t, "extract", "--format", "jsonl", path).exits(exitPart).says("broken.jsonl:3: ")
		if n := strings.Count(r.out, "\n"); n != 2 {
			t.Errorf("%d lines, want 2:\n%s", n, r.out)
		}
	})
	t.Run("unreadable date", func(t *testing.T) {
		e := store(t)
		path := write(t, "date.jsonl", `{"id":"d","date":"the day before","text":"نص مختلق"}`+"\n")
		e.run(t, "load", path).exits(exitDone).says("mithaq: warning: ", "date.jsonl", "the day before")
	})
}

// longLine makes a JSON line of 200 MB followed by nothing.
func longLine(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "long.jsonl")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	chunk := bytes.Repeat([]byte("abcdefg "), 1<<17)
	if _, err := f.WriteString(`{"text":"`); err != nil {
		t.Fatal(err)
	}
	for range 200 {
		if _, err := f.Write(chunk); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := f.WriteString("\"}\n"); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestWrongUsage(t *testing.T) {
	e := store(t)
	for _, test := range []struct {
		args []string
		says string
	}{
		{[]string{"--nonsense"}, "unknown flag: --nonsense"},
		{[]string{"load", "--nonsense", "x"}, "mithaq load: unknown flag: --nonsense"},
		{[]string{"laod", "x"}, `there is no command "laod" (do you mean load?)`},
		{[]string{"load"}, "requires at least 1 arg"},
		{[]string{"load", "--date", "tomorrow", "x"}, "tomorrow"},
		{[]string{"load", "--lang", "klingonish", "x"}, "klingonish"},
		{[]string{"extract", "--format", "xml", "x"}, `--format "xml": want text, jsonl`},
		{[]string{"extract", "--explain", "magic", "x"}, `--explain "magic": want article, tokens`},
		{[]string{"export", "--format", "xml"}, `--format "xml"`},
		{[]string{"query", "no_such"}, `there is no question "no_such"`},
		{[]string{"query", "who_met", "state"}, `"state": want key=value`},
		{[]string{"query", "--format", "xml"}, `--format "xml"`},
		{[]string{"query", "who_met", "--raw"}, "--raw: it is for --format csv"},
		{[]string{"cypher"}, "accepts 1 arg(s)"},
		{[]string{"cypher", "RETURN 1"}, "Cypher needs a graph in Neo4j"},
		{[]string{"remove"}, "requires at least 1 arg"},
		{[]string{"resolve", "--date", "tomorrow", "x"}, "tomorrow"},
		{[]string{"browse", "--address", "nowhere"}, "want HOST:PORT"},
		{[]string{"status", "extra"}, "unknown command"},
	} {
		e.run(t, test.args...).exits(exitUsage).says("mithaq: ", test.says, "--help")
	}
	if _, err := os.Stat(e["MITHAQ_STORE"]); err == nil {
		t.Error("wrong usage made a store")
	}
}

func TestStoreThatIsNone(t *testing.T) {
	text := write(t, "notes.txt", strings.Repeat("no database, only words of somebody. ", 40))
	other := filepath.Join(t.TempDir(), "other.db")
	if out, err := exec.Command("sqlite3", other, "CREATE TABLE t (a); INSERT INTO t VALUES (1);").CombinedOutput(); err != nil {
		other = ""
		t.Logf("no sqlite3 to make the database of another program: %v %s", err, out)
	}
	for _, test := range []struct{ where, says string }{
		{text, "not a store of this program"},
		{other, "not a store of this program"},
		{t.TempDir(), "it is a folder"},
		{filepath.Join(t.TempDir(), "no", "such", "x.db"), "does not exist"},
	} {
		if test.where == "" {
			continue
		}
		before, _ := os.ReadFile(test.where)
		e := env{"MITHAQ_STORE": test.where}
		e.run(t, "load", seed).exits(exitFailed).says("mithaq: open store "+test.where, test.says)
		e.run(t, "status").exits(exitFailed).says(test.where)
		if after, _ := os.ReadFile(test.where); !bytes.Equal(before, after) {
			t.Errorf("%s was changed", test.where)
		}
	}
	e := store(t)
	for _, args := range [][]string{{"status"}, {"query", "who_met"}, {"export"}, {"refresh"}, {"explain", "CHN"}} {
		e.run(t, args...).exits(exitFailed).says("load articles first")
	}
	if _, err := os.Stat(e["MITHAQ_STORE"]); err == nil {
		t.Error("reading made a store")
	}
}

// TestInterrupt stops a load that waits for more input after its first batch.
func TestInterrupt(t *testing.T) {
	e := store(t)
	const given = batchEmbedded + batchEmbedded/2
	cmd := e.process(t, "load", "-")
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if _, err := in.Write([]byte(articles(given))); err != nil {
		t.Fatal(err)
	}
	for start := time.Now(); !e.holds(t, batchEmbedded); time.Sleep(50 * time.Millisecond) {
		if time.Since(start) > 30*time.Second {
			t.Fatal("the first batch was never written")
		}
	}
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	err = cmd.Wait()
	if code := cmd.ProcessState.ExitCode(); code != exitFailed || !strings.Contains(errs.String(), "interrupted") {
		t.Errorf("%v, exit code %d: %s", err, code, errs.String())
	}
	if !strings.Contains(out.String(), fmt.Sprintf("new %d", batchEmbedded)) || !strings.Contains(out.String(), "not written") {
		t.Errorf("the report: %s", out.String())
	}
	if !e.holds(t, batchEmbedded) {
		t.Error("the store holds something else than the first batch")
	}
	e.feed(t, articles(given), "load", "-").exits(exitDone).prints(fmt.Sprintf("new %d, changed 0, unchanged %d", given-batchEmbedded, batchEmbedded))
}

// holds tells whether a store answers and has so many articles.
func (e env) holds(t *testing.T, n int) bool {
	t.Helper()
	var out bytes.Buffer
	a := &app{out: &out, err: &bytes.Buffer{}, getenv: func(k string) string { return e[k] }}
	a.main(context.Background(), []string{"query", "articles_about", "what=RUS", "--format", "csv"})
	return strings.Count(out.String(), "\n") == n+1
}

func TestServerThatIsDown(t *testing.T) {
	e := env{"MITHAQ_STORE": "bolt://127.0.0.1:1", "NEO4J_USERNAME": "neo4j", "NEO4J_PASSWORD": "very-secret-word"}
	for _, args := range [][]string{{"load", seed}, {"status"}, {"query", "who_met"}, {"cypher", "RETURN 1"}} {
		start := time.Now()
		r := e.run(t, args...).exits(exitFailed).says("bolt://127.0.0.1:1", "the server does not answer", "docker compose up -d")
		if strings.Contains(r.out+r.err, "very-secret-word") {
			t.Errorf("%s shows the password", r.line)
		}
		if d := time.Since(start); d > 20*time.Second {
			t.Errorf("%s took %v to say so", r.line, d)
		}
	}
	e["MITHAQ_STORE"] = "bolt://neo4j:very-secret-word@127.0.0.1:1"
	if r := e.run(t, "status").exits(exitFailed).says("a login does not belong there"); strings.Contains(r.err, "very-secret-word") {
		t.Errorf("the password is shown: %s", r.err)
	}
	e["MITHAQ_STORE"] = "http://127.0.0.1:1"
	e.run(t, "status").exits(exitFailed).says("want bolt://")
}

func TestWrongPassword(t *testing.T) {
	db := neo4jtest.Start(t, neo4jtest.Options{Auth: true})
	e := env{"MITHAQ_STORE": db.URI(), "NEO4J_USERNAME": db.Username(), "NEO4J_PASSWORD": "not-the-right-word"}
	r := e.run(t, "load", seed).exits(exitFailed).says(db.URI(), "the server refuses the login", "NEO4J_USERNAME and NEO4J_PASSWORD")
	if strings.Contains(r.out+r.err, "not-the-right-word") {
		t.Errorf("the password is shown: %s", r.err)
	}
	e["NEO4J_PASSWORD"], e["NEO4J_DATABASE"] = db.Password(), "nosuch"
	r = e.run(t, "load", seed).exits(exitFailed).says("no such database", "NEO4J_DATABASE")
	if strings.Contains(r.out+r.err, db.Password()) {
		t.Errorf("the password is shown: %s", r.err)
	}
}
