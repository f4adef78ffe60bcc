package e2e

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"mithaq/internal/neo4jtest"
)

// root is the folder of the project, seen from here.
const root = "../.."

var server neo4jtest.Shared

// build makes the binary once for all tests, as `make build` does.
var build = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "mithaq-e2e-")
	if err != nil {
		return "", err
	}
	path := filepath.Join(dir, "mithaq")
	cmd := exec.Command("go", "build", "-trimpath", "-o", path, "./cmd/mithaq")
	cmd.Dir = root
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("build mithaq: %w\n%s", err, out)
	}
	return path, nil
})

func TestMain(m *testing.M) {
	if err := watch("cmd", "extract", "graph", "queries", "go.mod"); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	code := m.Run()
	if path, err := build(); err == nil {
		os.RemoveAll(filepath.Dir(path))
	}
	os.Exit(code)
}

// watch looks at every file that the binary is made of, so that the go command does not take an old result of the test for a
// new program: what a subprocess reads it does not see.
func watch(names ...string) error {
	for _, name := range names {
		err := filepath.WalkDir(filepath.Join(root, name), func(path string, _ fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			_, err = os.Stat(path)
			return err
		})
		if err != nil {
			return fmt.Errorf("watch %s: %w", name, err)
		}
	}
	return nil
}

// program is the binary with a graph of its own.
type program struct {
	path string
	env  []string // leads to the graph
}

// run returns what the program prints on both streams and its exit code.
func (p program) run(tb testing.TB, args ...string) (out, messages string, code int) {
	tb.Helper()
	cmd := exec.Command(p.path, args...)
	cmd.Dir = root
	cmd.Env = append(clean(os.Environ()), p.env...)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err := cmd.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		tb.Fatalf("run mithaq %q: %v", args, err)
	}
	return stdout.String(), stderr.String(), cmd.ProcessState.ExitCode()
}

// must is run for commands that have to succeed.
func (p program) must(tb testing.TB, args ...string) string {
	tb.Helper()
	out, messages, code := p.run(tb, args...)
	if code != 0 {
		tb.Fatalf("mithaq %q: exit code %d: %s", args, code, messages)
	}
	return out
}

// row is one row of an answer in JSON.
type row map[string]any

// text returns a cell as text, lists joined.
func (r row) text(column string) string {
	switch v := r[column].(type) {
	case nil:
		return ""
	case []any:
		var parts []string
		for _, x := range v {
			parts = append(parts, fmt.Sprint(x))
		}
		return strings.Join(parts, "; ")
	default:
		return fmt.Sprint(v)
	}
}

// ask returns the rows of a question.
func (p program) ask(tb testing.TB, name string, params ...string) []row {
	tb.Helper()
	out := p.must(tb, append([]string{"query", "--format", "json", name}, params...)...)
	var rows []row
	if err := json.Unmarshal([]byte(out), &rows); err != nil {
		tb.Fatalf("query %s %q: %v in %s", name, params, err, out)
	}
	return rows
}

// clean takes the variables away by which a user's own graph could be reached, and those by which the make that runs the tests
// would speak to the make of the README.
func clean(env []string) []string {
	var out []string
	for _, v := range env {
		name, _, _ := strings.Cut(v, "=")
		if name != "MITHAQ_STORE" && !strings.HasPrefix(name, "NEO4J_") && !slices.Contains([]string{"MAKEFLAGS", "MAKELEVEL", "MFLAGS"}, name) {
			out = append(out, v)
		}
	}
	return out
}

// stores runs a test on an empty embedded store and on an empty Neo4j.
func stores(t *testing.T, test func(*testing.T, program)) {
	t.Helper()
	path, err := build()
	if err != nil {
		t.Fatal(err)
	}
	t.Run("embedded", func(t *testing.T) {
		test(t, program{path, []string{"MITHAQ_STORE=" + filepath.Join(t.TempDir(), "mithaq.db")}})
	})
	t.Run("neo4j", func(t *testing.T) {
		db := server.Get(t, neo4jtest.Options{})
		db.Wipe(t)
		test(t, program{path, db.Env()})
	})
}
