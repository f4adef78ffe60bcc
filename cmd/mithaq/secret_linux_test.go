package main

import (
	"bytes"
	"encoding/base64"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/spf13/cobra"

	"mithaq/internal/neo4jtest"
)

// secret is a password in the forms in which it could slip out.
type secret struct{ forms []string }

func newSecret(user, password string) secret {
	return secret{[]string{password, url.QueryEscape(password), url.PathEscape(password), strconv.Quote(password),
		base64.StdEncoding.EncodeToString([]byte(user + ":" + password)), base64.StdEncoding.EncodeToString([]byte(password))}}
}

// hidden demands that a text does not show it.
func (s secret) hidden(t testing.TB, where string, text []byte) {
	t.Helper()
	for _, form := range s.forms {
		if bytes.Contains(text, []byte(form)) {
			t.Errorf("%s shows the password", where)
			return
		}
	}
}

// TestPasswordInNoList looks at the process list while a load into Neo4j runs, and at all that is printed and reported when the server
// is killed under it.
func TestPasswordInNoList(t *testing.T) {
	db := neo4jtest.Start(t, neo4jtest.Options{Auth: true})
	s := newSecret(db.Username(), db.Password())
	report := filepath.Join(t.TempDir(), "report.json")
	e := env{"MITHAQ_STORE": db.URI(), "NEO4J_USERNAME": db.Username(), "NEO4J_PASSWORD": db.Password()}
	cmd := e.process(t, "load", "--report", report, "-")
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(in, articles(batchArticles)); err != nil {
		t.Fatal(err)
	}
	for start := time.Now(); db.Cypher(t, "MATCH (a:Article) RETURN count(a)", nil)[0][0] == 0.0; time.Sleep(50 * time.Millisecond) {
		if time.Since(start) > 30*time.Second {
			t.Fatalf("nothing was loaded: %s", &out)
		}
	}
	s.hidden(t, "the process list", processList(t, cmd.Process.Pid))
	e.run(t, "status").exits(exitDone)
	db.Kill(t)
	if _, err := io.WriteString(in, articles(2 * batchArticles)[len(articles(batchArticles)):]); err != nil {
		t.Fatal(err)
	}
	time.Sleep(200 * time.Millisecond)
	if err := cmd.Process.Signal(os.Interrupt); err != nil { // it would wait half a minute for the server
		t.Fatal(err)
	}
	in.Close()
	if err := cmd.Wait(); err == nil {
		t.Error("the load went through without a server")
	}
	s.hidden(t, "the output", out.Bytes())
	said, err := os.ReadFile(report)
	if err != nil || !bytes.Contains(said, []byte(`"new": `+strconv.Itoa(batchArticles))) {
		t.Errorf("report: %v\n%s", err, said)
	}
	s.hidden(t, "the report", said)
}

// processList returns the command lines of all processes, as ps reads them; that of pid must be among them.
func processList(t *testing.T, pid int) []byte {
	t.Helper()
	files, err := filepath.Glob("/proc/[0-9]*/cmdline")
	if err != nil {
		t.Fatal(err)
	}
	var all []byte
	seen := false
	for _, file := range files {
		line, err := os.ReadFile(file)
		if err != nil {
			continue // a process that has ended
		}
		seen = seen || file == "/proc/"+strconv.Itoa(pid)+"/cmdline" && bytes.Contains(line, []byte("load\x00"))
		all = append(append(all, line...), '\n')
	}
	if !seen {
		t.Fatal("the process list has no load")
	}
	return all
}

// TestPasswordInNoMessage gives a password in all wrong places and to commands that fail.
func TestPasswordInNoMessage(t *testing.T) {
	const password = "très/secret&word'1"
	s := newSecret("neo4j", password)
	escaped := url.PathEscape(password)
	t.Chdir(t.TempDir())
	seedFile := write(t, "a.jsonl", articles(1))
	for _, where := range []string{
		"bolt://neo4j:" + escaped + "@127.0.0.1:1", "bolt://neo4j:" + password + "@127.0.0.1:1", "http://neo4j:" + escaped + "@127.0.0.1:1",
		"bolt://127.0.0.1:1?password=" + escaped, "bolt://127.0.0.1:1/#" + escaped, "bolt://127.0.0.1:" + escaped, "bolt://neo4j:" + escaped + "%zz@127.0.0.1:1",
		"neo4j:" + escaped + "@127.0.0.1", "bolt:neo4j:" + escaped + "@127.0.0.1:1", "bolt//neo4j:" + escaped + "@127.0.0.1:1",
	} {
		for _, args := range [][]string{{"load", seedFile}, {"status"}, {"query", "who_met", "state=CHN"}, {"cypher", "RETURN 1"}, {"export"}, {"browse", "--address", "nowhere"}} {
			r := env{"MITHAQ_STORE": where, "NEO4J_PASSWORD": password}.run(t, args...)
			if r.code == exitDone {
				t.Errorf("%s works with a store at %s", r.line, where)
			}
			s.hidden(t, r.line, []byte(r.out+r.err))
		}
	}
	left, err := filepath.Glob("*")
	if err != nil || len(left) > 0 {
		t.Errorf("files were made: %q, %v", left, err)
	}
}

// TestNoFlagTakesSecrets demands that no command has a flag or an argument for a login: others would see it.
func TestNoFlagTakesSecrets(t *testing.T) {
	var commands, flags int
	var look func(*cobra.Command)
	look = func(cmd *cobra.Command) {
		commands++
		for _, word := range strings.Fields(cmd.LocalFlags().FlagUsages()) {
			name, ok := strings.CutPrefix(word, "--")
			if !ok {
				continue
			}
			flags++
			for _, part := range []string{"pass", "secret", "token", "credential", "auth", "login", "user"} {
				if strings.Contains(name, part) && name != "user-agent" {
					t.Errorf("%s has a flag --%s", cmd.CommandPath(), name)
				}
			}
		}
		for _, c := range cmd.Commands() {
			look(c)
		}
	}
	look(newRootCmd(&app{}))
	if commands < 14 || flags < 20 {
		t.Errorf("only %d commands with %d flags were looked at", commands, flags)
	}
}
