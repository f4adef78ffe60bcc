// Package importtest checks in which direction imports go.
package importtest

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const module = "mithaq"

// rule says what the packages under a path may import. A pattern that ends in "/..." covers the package and all below
// it; the first rule whose pattern fits a package counts.
type rule struct {
	packages string
	local    []string // packages of this module, besides those below its own path
	foreign  []string // packages of other modules
	tests    []string // what the tests may import beyond this, in either list
}

var rules = []rule{
	{"cmd/...", []string{"extract/...", "graph/...", "queries/...", "internal/..."}, []string{"github.com/spf13/cobra/...", "github.com/schollz/progressbar/v3/...", "golang.org/x/text/..."}, nil},
	{"extract/article/...", nil, []string{"*"}, []string{"extract/..."}}, // the libraries that read formats
	{"extract/fetch/...", []string{"extract/article", "graph"}, nil, []string{"graph/memory"}},
	{"extract/gazetteer/...", []string{"extract/text/...", "extract/lang/..."}, []string{"golang.org/x/text/..."}, []string{"extract/..."}},
	{"extract/...", []string{"extract/...", "graph"}, []string{"golang.org/x/text/..."}, []string{"graph/memory"}},
	{"graph/sqlite/...", []string{"graph", "queries/..."}, []string{"modernc.org/sqlite/..."}, []string{"graph/storetest", "graph/memory", "internal/..."}},
	{"graph/neo4j/...", []string{"graph", "queries/..."}, []string{"github.com/neo4j/neo4j-go-driver/v5/..."}, []string{"graph/storetest", "graph/memory", "internal/..."}},
	{"graph/storetest/...", []string{"graph", "graph/memory", "extract/overlay"}, nil, nil}, // corrections are steps of its random walks
	{"graph/...", []string{"graph", "graph/memory"}, nil, []string{"graph/storetest", "internal/testenv"}},
	{"queries/...", nil, nil, []string{"graph/...", "extract/...", "internal/...", "modernc.org/sqlite/..."}},
	// Helpers of tests and of developers stand outside of the program.
	{"internal/...", []string{"extract/...", "graph/...", "queries/..."}, []string{"golang.org/x/sys/..."}, []string{"*", "cmd/..."}},
}

// only names packages that have a single importer.
var only = map[string]string{
	"github.com/spf13/cobra/...":              "cmd/...",
	"modernc.org/sqlite/...":                  "graph/sqlite/...",
	"codeberg.org/readeck/go-readability/...": "extract/article",
	"github.com/neo4j/neo4j-go-driver/v5/...": "graph/neo4j/...",
	"github.com/mattn/go-sqlite3/...":         "nobody",
	"github.com/neo4j/neo4j-go-driver/v4/...": "nobody",
}

// network names the standard packages that talk to other machines, and who may import them: reading and the model are pure.
var network = map[string][]string{
	"net/http": {"cmd/...", "extract/fetch/...", "queries/browser", "internal/..."},
	"net":      {"cmd/...", "extract/fetch/...", "graph/neo4j/...", "queries/browser", "internal/..."},
}

type pkg struct {
	ImportPath                         string
	Imports, TestImports, XTestImports []string
}

func list(t *testing.T) []pkg {
	t.Helper()
	watch(t)
	cmd := exec.Command("go", "list", "-e", "-json=ImportPath,Imports,TestImports,XTestImports", module+"/...")
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, stderr.Bytes())
	}
	var all []pkg
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var p pkg
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
}

// watch reads the directories of the module, so that the go command does not take an old result of the test for a new tree:
// what a subprocess reads it does not see.
func watch(t *testing.T) {
	t.Helper()
	err := filepath.WalkDir(filepath.Join("..", ".."), func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return nil // a file of another test that came and went
		}
		if d.IsDir() && len(d.Name()) > 2 && d.Name()[0] == '.' {
			return filepath.SkipDir
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func fits(path string, patterns ...string) bool {
	return slices.ContainsFunc(patterns, func(pattern string) bool {
		base, tree := strings.CutSuffix(pattern, "/...")
		return pattern == "*" || path == base || tree && strings.HasPrefix(path, base+"/")
	})
}

// standard reports whether a package is of the standard library: its first element has no dot.
func standard(path string) bool {
	first, _, _ := strings.Cut(path, "/")
	return !strings.Contains(first, ".")
}

func TestImports(t *testing.T) {
	for _, p := range list(t) {
		name := strings.TrimPrefix(p.ImportPath, module+"/")
		i := slices.IndexFunc(rules, func(r rule) bool { return fits(name, r.packages) })
		if i < 0 {
			t.Errorf("%s: the table of import directions has no rule for it", name)
			continue
		}
		r := rules[i]
		for _, path := range p.Imports {
			if !r.allows(path, nil) {
				t.Errorf("%s imports %s", name, path)
			}
		}
		for _, path := range slices.Concat(p.TestImports, p.XTestImports) {
			if !r.allows(path, r.tests) {
				t.Errorf("a test of %s imports %s", name, path)
			}
		}
	}
}

func (r rule) allows(path string, more []string) bool {
	if local, ok := strings.CutPrefix(path, module+"/"); ok {
		return fits(local, r.packages) || fits(local, r.local...) || slices.ContainsFunc(more, func(p string) bool { return p != "*" && fits(local, p) })
	}
	return standard(path) || fits(path, r.foreign...) || fits(path, more...)
}

func TestSingleImporter(t *testing.T) {
	for _, p := range list(t) {
		for _, path := range p.Imports {
			for pattern, importer := range only {
				if fits(path, pattern) && !fits(p.ImportPath, module+"/"+importer) {
					t.Errorf("%s imports %s, which only %s may", p.ImportPath, path, importer)
				}
			}
		}
	}
}

func TestNetwork(t *testing.T) {
	for _, p := range list(t) {
		name := strings.TrimPrefix(p.ImportPath, module+"/")
		for _, path := range p.Imports {
			if allowed, ok := network[path]; ok && !fits(name, allowed...) {
				t.Errorf("%s imports %s, which only %q may", name, path, allowed)
			}
		}
	}
}

func TestRules(t *testing.T) {
	graph, sqlite := rules[7], rules[5]
	for _, test := range []struct {
		r    rule
		path string
		want bool
	}{
		{graph, "strings", true},
		{graph, module + "/graph", true},
		{graph, module + "/queries", false},
		{graph, module + "/extract", false},
		{graph, "golang.org/x/text/unicode/norm", false},
		{sqlite, "modernc.org/sqlite", true},
		{sqlite, module + "/graph", true},
		{sqlite, module + "/extract/lang", false},
	} {
		if got := test.r.allows(test.path, nil); got != test.want {
			t.Errorf("%s may import %s: %v, want %v", test.r.packages, test.path, got, test.want)
		}
	}
}
