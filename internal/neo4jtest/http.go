package neo4jtest

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"
)

// errOptions says that the external server cannot be changed as a test wants.
var errOptions = errors.New("the test needs a server with its own configuration")

// patience is how long a start may take: 6 s on 2 idle cores, more when other packages are tested at the same time.
const patience = 120 * time.Second

// external returns the server of MITHAQ_TEST_NEO4J, held for this process: others that were given the same one wait.
func external(address string, o Options) (*Server, error) {
	if o.Auth || len(o.Conf) > 0 {
		return nil, errOptions
	}
	u, err := url.Parse(address)
	if err != nil || u.Hostname() == "" {
		return nil, fmt.Errorf("MITHAQ_TEST_NEO4J=%s is no address like bolt://127.0.0.1:7687", address)
	}
	s := &Server{uri: address, user: os.Getenv("NEO4J_USERNAME"), password: os.Getenv("NEO4J_PASSWORD")}
	if s.password != "" {
		s.user = cmp.Or(s.user, "neo4j")
	}
	s.http = cmp.Or(os.Getenv("MITHAQ_TEST_NEO4J_HTTP"), "http://"+net.JoinHostPort(u.Hostname(), "7474"))
	if _, err := holdExternal(); err != nil {
		return nil, err
	}
	return s, s.await()
}

// holdExternal takes the lock on the external server once for the whole process, which keeps it to its end.
var holdExternal = sync.OnceValues(func() (*os.File, error) {
	cache, err := cacheDir()
	if err != nil {
		return nil, err
	}
	return lock(filepath.Join(cache, "external.lock"))
})

// await waits until Bolt and HTTP answer; Bolt opens about a second before HTTP.
func (s *Server) await() error {
	u, err := url.Parse(s.uri)
	if err != nil {
		return err
	}
	for begin := time.Now(); ; time.Sleep(100 * time.Millisecond) {
		if !s.External() && !s.process.running() {
			return errors.New("the server ended")
		}
		if err = shake(u.Host); err == nil {
			if err = s.greet(); err == nil {
				return nil
			}
		}
		if time.Since(begin) > patience {
			return fmt.Errorf("no answer for %v: %w", patience, err)
		}
	}
}

// shake does the handshake of Bolt.
func shake(address string) error {
	c, err := net.DialTimeout("tcp", address, time.Second)
	if err != nil {
		return err
	}
	defer c.Close()
	if err := c.SetDeadline(time.Now().Add(2 * time.Second)); err != nil {
		return err
	}
	hello := []byte{0x60, 0x60, 0xB0, 0x17, 0, 4, 4, 5, 0, 2, 4, 4, 0, 0, 1, 4, 0, 0, 0, 3}
	if _, err := c.Write(hello); err != nil {
		return err
	}
	var chosen [4]byte
	if _, err := io.ReadFull(c, chosen[:]); err != nil {
		return err
	}
	if chosen == [4]byte{} {
		return errors.New("the server speaks no Bolt 4 or 5")
	}
	return nil
}

// greet asks the database for an answer over HTTP; until it has a password of its own, a server only says hello.
func (s *Server) greet() error {
	if s.options.Auth && s.password == "" {
		r, err := http.Get(s.http)
		if err != nil {
			return err
		}
		return r.Body.Close()
	}
	_, err := s.ask("neo4j", "RETURN 1", nil)
	return err
}

// setPassword changes the password from old to the server's own.
func (s *Server) setPassword(old string) error {
	next := s.password
	s.password = old
	_, err := s.ask("system", "ALTER CURRENT USER SET PASSWORD FROM $old TO $next", map[string]any{"old": old, "next": next})
	s.password = next
	if err != nil {
		return fmt.Errorf("set the password: %w", err)
	}
	return s.await()
}

// Wipe deletes all nodes and relationships; constraints and indexes stay.
func (s *Server) Wipe(tb testing.TB) {
	tb.Helper()
	const small = 20000
	if n, ok := s.Cypher(tb, "MATCH ()-[r]->() RETURN count(r)", nil)[0][0].(float64); ok && n < small {
		s.Cypher(tb, "MATCH (n) DETACH DELETE n", nil)
		return
	}
	// Relationships first: a node with very many would take more memory than one transaction may.
	s.Cypher(tb, "MATCH ()-[r]->() CALL (r) { DELETE r } IN TRANSACTIONS OF 20000 ROWS", nil)
	s.Cypher(tb, "MATCH (n) CALL (n) { DELETE n } IN TRANSACTIONS OF 20000 ROWS", nil)
}

// Reset deletes constraints and indexes too, as in a new store.
func (s *Server) Reset(tb testing.TB) {
	tb.Helper()
	s.Wipe(tb)
	for _, row := range s.Cypher(tb, "SHOW CONSTRAINTS YIELD name", nil) {
		s.Cypher(tb, fmt.Sprintf("DROP CONSTRAINT `%v`", row[0]), nil)
	}
	for _, row := range s.Cypher(tb, "SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP'", nil) {
		s.Cypher(tb, fmt.Sprintf("DROP INDEX `%v`", row[0]), nil)
	}
}

// Cypher runs a statement over HTTP and returns its rows: a way to the data that does not go through the code under test.
// Numbers are float64, as JSON has them.
func (s *Server) Cypher(tb testing.TB, statement string, params map[string]any) [][]any {
	tb.Helper()
	rows, err := s.ask("neo4j", statement, params)
	if err != nil {
		tb.Fatalf("%s: %v", statement, err)
	}
	return rows
}

// answer is what the HTTP API sends.
type answer struct {
	Results []struct {
		Data []struct{ Row []any }
	}
	Errors []struct{ Code, Message string }
}

// ask runs one statement in a transaction of its own.
func (s *Server) ask(database, statement string, params map[string]any) ([][]any, error) {
	body, err := json.Marshal(map[string]any{"statements": []any{map[string]any{"statement": statement, "parameters": params}}})
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	q, err := http.NewRequestWithContext(ctx, http.MethodPost, s.http+"/db/"+database+"/tx/commit", bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	q.Header.Set("Content-Type", "application/json")
	if s.user != "" {
		q.SetBasicAuth(s.user, s.password)
	}
	r, err := http.DefaultClient.Do(q)
	if err != nil {
		return nil, err
	}
	defer r.Body.Close()
	var a answer
	if err := json.NewDecoder(r.Body).Decode(&a); err != nil {
		return nil, fmt.Errorf("read the answer (%s): %w", r.Status, err)
	}
	if len(a.Errors) > 0 {
		return nil, fmt.Errorf("%s: %s", a.Errors[0].Code, a.Errors[0].Message)
	}
	var rows [][]any
	for _, result := range a.Results {
		for _, d := range result.Data {
			rows = append(rows, d.Row)
		}
	}
	return rows, nil
}
