package neo4jtest

import (
	"bufio"
	"context"
	"errors"
	"net/http"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"
)

func TestServer(t *testing.T) {
	s := Start(t, Options{})
	s.Cypher(t, "CREATE CONSTRAINT c FOR (n:Entity) REQUIRE n.id IS UNIQUE", nil)
	s.Cypher(t, "UNWIND range(1, 50) AS i CREATE (:Entity {id: i})-[:KNOWS]->(:Other)", nil)
	if got := count(t, s); got != 100 {
		t.Fatalf("%v nodes, want 100", got)
	}
	if _, err := s.ask("neo4j", "CREATE (:Entity {id: 1})", nil); err == nil {
		t.Error("a second node with the same id was accepted")
	}
	t.Run("external", func(t *testing.T) { testExternal(t, s) })
	s.Kill(t)
	s.Restart(t)
	if got := count(t, s); got != 100 {
		t.Errorf("%v nodes after a kill, want 100", got)
	}
	s.Cypher(t, "UNWIND range(1, 25000) AS i CREATE (:Other)-[:KNOWS]->(:Other)", nil)
	s.Wipe(t)
	if got := count(t, s); got != 0 {
		t.Errorf("%v nodes after a wipe, want none", got)
	}
	s.Reset(t)
	if got := s.Cypher(t, "SHOW CONSTRAINTS YIELD name", nil); len(got) != 0 {
		t.Errorf("constraints after a reset: %v", got)
	}
	s.Restart(t, ReadOnly)
	if _, err := s.ask("neo4j", "CREATE (:Entity)", nil); err == nil || !strings.Contains(err.Error(), "read-only") {
		t.Errorf("a write on a read-only server: %v", err)
	}
	s.Stop(t)
	if err := shake(strings.TrimPrefix(s.URI(), "bolt://")); err == nil {
		t.Error("a stopped server answers")
	}
}

// testExternal uses s as a server that was started by somebody else.
func testExternal(t *testing.T, s *Server) {
	t.Setenv("MITHAQ_TEST_NEO4J", s.URI())
	t.Setenv("MITHAQ_TEST_NEO4J_HTTP", s.HTTP())
	t.Setenv("NEO4J_PASSWORD", "")
	var shared Shared
	for range 2 {
		e := shared.Get(t, Options{})
		if !e.External() || count(t, e) != 100 {
			t.Errorf("not the given server: %+v", e)
		}
	}
	if _, err := start(Options{Auth: true}); !errors.Is(err, errOptions) {
		t.Errorf("another configuration for an external server: %v", err)
	}
	Start(t, Options{}).close()
	if !s.process.running() {
		t.Error("a test stopped the external server")
	}
}

func TestAuth(t *testing.T) {
	s := Start(t, Options{Auth: true})
	if got := count(t, s); got != 0 {
		t.Errorf("%v nodes in a new server", got)
	}
	r, err := http.Post(s.HTTP()+"/db/neo4j/tx/commit", "application/json", strings.NewReader(`{"statements":[]}`))
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	if r.StatusCode != http.StatusUnauthorized {
		t.Errorf("without a password: %s", r.Status)
	}
}

// TestNoLeak starts this test binary again, lets it start a server and kills it: the server must go, and its folder.
func TestNoLeak(t *testing.T) {
	if os.Getenv("NEO4JTEST_CHILD") != "" {
		var shared Shared
		s := shared.Get(t, Options{})
		os.Stdout.WriteString("\nready " + strconv.Itoa(s.process.cmd.Process.Pid) + " " + s.home + "\n")
		select {}
	}
	if _, err := java(); err != nil || os.Getenv("MITHAQ_TEST_NEO4J") != "" {
		Start(t, Options{}) // says what is missing
		t.Skip("no server of its own")
	}
	ctx, cancel := context.WithTimeout(context.Background(), 2*patience)
	defer cancel()
	child := exec.CommandContext(ctx, os.Args[0], "-test.run=^TestNoLeak$")
	child.Env = append(os.Environ(), "NEO4JTEST_CHILD=1")
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	var pid, home string
	for lines := bufio.NewScanner(out); pid == "" && lines.Scan(); {
		if f := strings.Fields(lines.Text()); len(f) == 3 && f[0] == "ready" {
			pid, home = f[1], f[2]
		}
	}
	child.Process.Kill()
	child.Wait()
	if pid == "" {
		t.Fatal("the child started no server")
	}
	for range 100 {
		_, errHome := os.Stat(home)
		if errHome != nil && exec.Command("kill", "-0", pid).Run() != nil {
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
	t.Errorf("the server %s or its folder %s outlived the test that started it", pid, home)
}

func count(t *testing.T, s *Server) float64 {
	t.Helper()
	return s.Cypher(t, "MATCH (n) RETURN count(n)", nil)[0][0].(float64)
}

func BenchmarkWipe(b *testing.B) {
	s := Start(b, Options{})
	for b.Loop() {
		s.Cypher(b, "UNWIND range(1, 50) AS i CREATE (:Entity {id: i})-[:KNOWS]->(:Other)", nil)
		s.Wipe(b)
	}
}
