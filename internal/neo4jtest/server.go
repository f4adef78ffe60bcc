package neo4jtest

import (
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"

	"mithaq/internal/testenv"
)

// Options say what a test needs of its server. The zero value is a server without authentication.
type Options struct {
	Auth bool     // authentication on, user neo4j with a random password
	Conf []string // further lines of neo4j.conf, each name=value
	Full bool     // the full compiler of Java and 1 GB of heap, for benchmarks: a quick start is not all
}

// Server is a running Neo4j server.
type Server struct {
	uri, http, user, password string

	options Options
	lib     string   // folder of the jars
	flags   []string // of Java, for a fast start
	home    string   // of a server that was started here; empty for an external one
	process *process // nil while it is stopped
	bolt    int
	web     int
}

// URI returns the Bolt address, like bolt://127.0.0.1:7687.
func (s *Server) URI() string { return s.uri }

// HTTP returns the address of Browser and HTTP API without a slash at the end, like http://127.0.0.1:7474.
func (s *Server) HTTP() string { return s.http }

// Username returns the user for a login, empty without authentication.
func (s *Server) Username() string { return s.user }

// Password returns the password for a login, empty without authentication.
func (s *Server) Password() string { return s.password }

// Env returns the variables that lead mithaq to the server, like MITHAQ_STORE=bolt://127.0.0.1:7687, for a command under test.
func (s *Server) Env() []string {
	return []string{"MITHAQ_STORE=" + s.uri, "NEO4J_USERNAME=" + s.user, "NEO4J_PASSWORD=" + s.password, "NEO4J_DATABASE="}
}

// External reports whether the server was given by MITHAQ_TEST_NEO4J.
func (s *Server) External() bool { return s.home == "" }

// Start starts a server for tb alone and stops it when tb ends. It skips tb loudly where no server can be had.
func Start(tb testing.TB, o Options) *Server {
	tb.Helper()
	s, err := start(o)
	if err != nil {
		refuse(tb, err)
	}
	tb.Cleanup(s.close)
	return s
}

// refuse ends tb for want of a server: loudly skipped where the machine lacks something, failed otherwise.
func refuse(tb testing.TB, err error) {
	tb.Helper()
	if errors.Is(err, errNoJava) || errors.Is(err, errNoMaven) || errors.Is(err, errOptions) {
		testenv.Missing(tb, "%v, and MITHAQ_TEST_NEO4J names no running server", err)
	}
	tb.Fatalf("start Neo4j: %v", err)
}

// Shared is one server for all tests of a package. It ends with the test binary. The zero value is ready.
type Shared struct {
	mu     sync.Mutex
	server *Server
	err    error
}

// Get returns the server and starts it for the first test that asks; the options of that call hold. A server that was stopped is started again.
func (s *Shared) Get(tb testing.TB, o Options) *Server {
	tb.Helper()
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.server == nil && s.err == nil {
		s.server, s.err = start(o)
	}
	if s.err != nil {
		refuse(tb, s.err)
	}
	if !s.server.External() && !s.server.process.running() {
		s.server.Restart(tb)
	}
	return s.server
}

// start returns a running server that answers on Bolt and HTTP.
func start(o Options) (*Server, error) {
	if address := os.Getenv("MITHAQ_TEST_NEO4J"); address != "" {
		return external(address, o)
	}
	lib, err := install()
	if err != nil {
		return nil, err
	}
	flags := fastStart(lib)
	if o.Full {
		flags = append(flags, fullJVM...)
		o.Conf = append(slices.Clone(fullConf), o.Conf...)
	}
	home, err := os.MkdirTemp("", "mithaq-neo4j-")
	if err != nil {
		return nil, err
	}
	s := &Server{home: home, options: o, lib: lib, flags: flags}
	if err := s.launch(); err != nil {
		s.close()
		return nil, err
	}
	if !o.Auth {
		return s, nil
	}
	s.user, s.password = "neo4j", rand.Text()
	if err := s.setPassword("neo4j"); err != nil {
		s.close()
		return nil, err
	}
	return s, nil
}

// launch runs the server on free ports; another process can take a free port first, so it tries thrice.
func (s *Server) launch() error {
	var err error
	for range 3 {
		if s.bolt, s.web, err = freePorts(); err != nil {
			return err
		}
		if err = s.run(nil); err == nil || !s.portTaken() {
			return err
		}
	}
	return err
}

// run starts the process on the server's ports and waits until it answers.
func (s *Server) run(extra []string) error {
	s.uri = fmt.Sprintf("bolt://127.0.0.1:%d", s.bolt)
	s.http = fmt.Sprintf("http://127.0.0.1:%d", s.web)
	conf := append(append([]string{}, s.options.Conf...), extra...)
	if err := writeConf(s.home, s.bolt, s.web, s.options.Auth, conf); err != nil {
		return err
	}
	var err error
	if s.process, err = spawn(s.lib, s.home, s.flags); err != nil {
		return err
	}
	if err := s.await(); err != nil {
		s.process.kill()
		return fmt.Errorf("%w\n%s", err, s.log())
	}
	return nil
}

// Stop stops the server in an orderly way and keeps its data.
func (s *Server) Stop(tb testing.TB) {
	tb.Helper()
	s.mustOwn(tb)
	if err := s.process.stop(); err != nil {
		tb.Fatalf("stop Neo4j: %v", err)
	}
}

// Kill ends the server at once, as a crash does, and keeps its data.
func (s *Server) Kill(tb testing.TB) {
	tb.Helper()
	s.mustOwn(tb)
	s.process.kill()
}

// Restart stops the server if it runs and starts it on the same ports and data, with further lines of neo4j.conf for this run.
func (s *Server) Restart(tb testing.TB, conf ...string) {
	tb.Helper()
	s.mustOwn(tb)
	if err := s.process.stop(); err != nil {
		tb.Fatalf("restart Neo4j: %v", err)
	}
	if err := s.run(conf); err != nil {
		tb.Fatalf("restart Neo4j: %v", err)
	}
}

func (s *Server) mustOwn(tb testing.TB) {
	tb.Helper()
	if s.External() {
		testenv.Skip(tb, "the server of MITHAQ_TEST_NEO4J cannot be stopped by a test")
	}
}

// close ends the server and removes its data.
func (s *Server) close() {
	if s.External() {
		return
	}
	s.process.kill()
	os.RemoveAll(s.home)
}

// log returns the end of what the server printed.
func (s *Server) log() string {
	out, err := os.ReadFile(filepath.Join(s.home, "logs", "console.log"))
	if err != nil {
		return err.Error()
	}
	const most = 3000
	return string(out[max(0, len(out)-most):])
}
