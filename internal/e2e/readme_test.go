package e2e

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"mithaq/internal/neo4jtest"
)

// The README cannot rot: what stands in its fences is run and compared.
//
//	```console          the commands after "$ " are run by a shell in a copy of the project, one graph for all; the lines below each are its output
//	```console neo4j    the same with the graph of the README in Neo4j
//	```cypher           a statement, run by `mithaq cypher` on the graph of the seed article; the fence ```text behind it is its answer
//
// Other fences are shown only. go test ./internal/e2e -run README -update writes what is printed now.
const readme = "README.md"

// fence is a block of code of a page.
type fence struct {
	info  string
	from  int // first line inside, from 0
	lines []string
}

func fences(t *testing.T, lines []string) []fence {
	t.Helper()
	var all []fence
	inside := false
	for i, l := range lines {
		switch {
		case strings.HasPrefix(l, "```") && !inside:
			all = append(all, fence{info: strings.TrimPrefix(l, "```"), from: i + 1})
			inside = true
		case l == "```":
			inside = false
		case inside:
			last := &all[len(all)-1]
			last.lines = append(last.lines, l)
		}
	}
	if inside || len(all) == 0 {
		t.Fatalf("%s: fences do not match", readme)
	}
	return all
}

// page is the README with what becomes of it.
type page struct {
	lines []string
	edits map[int][]string // by the first line of a fence
}

func openPage(t *testing.T) (*page, []fence) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(root, readme))
	if err != nil {
		t.Fatal(err)
	}
	p := &page{strings.Split(string(text), "\n"), map[int][]string{}}
	return p, fences(t, p.lines)
}

// hold compares a fence with what it should be, or takes it over with -update.
func (p *page) hold(t *testing.T, f fence, now []string) {
	t.Helper()
	want, got := strings.Join(f.lines, "\n"), strings.Join(now, "\n")
	if want == got {
		return
	}
	if *update {
		p.edits[f.from] = now
		return
	}
	t.Errorf("%s:%d (-written +printed; -update takes what is printed now):\n%s", readme, f.from+1, difference(want, got))
}

func (p *page) save(t *testing.T, all []fence) {
	t.Helper()
	if len(p.edits) == 0 {
		return
	}
	var out []string
	next := 0
	for _, f := range all {
		if now, ok := p.edits[f.from]; ok {
			out = append(append(out, p.lines[next:f.from]...), now...)
			next = f.from + len(f.lines)
		}
	}
	out = append(out, p.lines[next:]...)
	if err := os.WriteFile(filepath.Join(root, readme), []byte(strings.Join(out, "\n")), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestREADME(t *testing.T) {
	if _, err := exec.LookPath("make"); err != nil {
		t.Skip("no make")
	}
	p, all := openPage(t)
	dir := clone(t)
	for _, f := range all {
		if f.info == "console" {
			p.hold(t, f, play(t, dir, nil, f.lines))
		}
	}
	p.save(t, all)
}

func TestREADMENeo4j(t *testing.T) {
	p, all := openPage(t)
	path, err := build()
	if err != nil {
		t.Fatal(err)
	}
	db := server.Get(t, neo4jtest.Options{})
	db.Wipe(t)
	m := program{path, db.Env()}
	m.must(t, "load", "testdata/ar/seed.jsonl")
	for i, f := range all {
		switch {
		case f.info == "console neo4j":
			p.hold(t, f, play(t, linked(t, path), db.Env(), f.lines))
		case f.info == "cypher" && i+1 < len(all) && all[i+1].info == "text":
			out := m.must(t, "cypher", strings.Join(f.lines, "\n"))
			p.hold(t, all[i+1], trimmed(out))
		}
	}
	p.save(t, all)
}

// play runs the commands of a fence and returns it with what they print. Messages are shown as a terminal shows them.
func play(t *testing.T, dir string, env, lines []string) []string {
	t.Helper()
	var out []string
	for _, l := range lines {
		command, ok := strings.CutPrefix(l, "$ ")
		if !ok {
			continue
		}
		cmd := exec.Command("bash", "-c", command)
		cmd.Dir = dir
		cmd.Env = append(clean(os.Environ()), env...)
		var printed bytes.Buffer
		cmd.Stdout, cmd.Stderr = &printed, &printed
		var exit *exec.ExitError
		if err := cmd.Run(); err != nil && !errors.As(err, &exit) {
			t.Fatalf("%s: %v", command, err)
		}
		out = append(append(out, l), trimmed(printed.String())...)
	}
	return out
}

func trimmed(out string) []string {
	if out = strings.TrimRight(out, "\n"); out == "" {
		return nil
	}
	lines := strings.Split(out, "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return lines
}

// clone copies what a build needs.
func clone(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range []string{"cmd", "extract", "graph", "internal", "queries", "testdata"} {
		if err := os.CopyFS(filepath.Join(dir, name), os.DirFS(filepath.Join(root, name))); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"go.mod", "go.sum", "Makefile"} {
		text, err := os.ReadFile(filepath.Join(root, name))
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), text, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// linked is a folder with the binary and the articles.
func linked(t *testing.T, path string) string {
	t.Helper()
	dir := t.TempDir()
	articles, err := filepath.Abs(filepath.Join(root, "testdata"))
	if err != nil {
		t.Fatal(err)
	}
	for name, target := range map[string]string{"mithaq": path, "testdata": articles} {
		if err := os.Symlink(target, filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}
