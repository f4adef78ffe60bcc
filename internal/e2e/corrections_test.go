package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const (
	correctable = "internal/e2e/testdata/corrections/articles.jsonl"
	corrections = "internal/e2e/testdata/corrections/overlay.jsonl"
)

// TestCorrections corrects a loaded graph, rebuilds it in two other ways and takes the corrections back: on both stores, which end
// with the same bytes at every stage.
func TestCorrections(t *testing.T) {
	stages := map[string]map[string]string{}
	stores(t, func(t *testing.T, p program) {
		stages[t.Name()] = correctedStages(t, p)
	})
	embedded, server := stages["TestCorrections/embedded"], stages["TestCorrections/neo4j"]
	if server == nil { // skipped, and said so
		return
	}
	for name, want := range embedded {
		if diff := difference(want, server[name]); diff != "" {
			t.Errorf("%s: embedded store (-) and Neo4j (+) differ:\n%s", name, diff)
		}
	}
}

// correctedStages returns the exports after each stage.
func correctedStages(t *testing.T, p program) map[string]string {
	t.Helper()
	p.must(t, "load", correctable)
	plain := p.must(t, "export")
	if out := p.must(t, "--overlay", corrections, "refresh"); !strings.Contains(out, "changed 4") {
		t.Errorf("refresh: %s", out)
	}
	corrected := p.must(t, "export")
	if out := p.must(t, "--overlay", corrections, "refresh"); !strings.Contains(out, "articles: read 0") {
		t.Errorf("second refresh: %s", out)
	}
	checkActed(t, p, corrected)

	var ids []string
	for line := range strings.Lines(corrected) {
		if rest, ok := strings.CutPrefix(line, "article "); ok {
			_, record, _ := strings.Cut(rest, " record=")
			record, _, _ = strings.Cut(record, " ")
			ids = append(ids, record)
		}
	}
	p.must(t, append([]string{"remove"}, ids...)...)
	if left := p.must(t, "export"); left != "" {
		t.Errorf("after all articles are removed, there is:\n%s", left)
	}
	for _, one := range slices.Backward(oneByOne(t)) {
		p.must(t, "--overlay", corrections, "load", one)
	}
	if diff := difference(corrected, p.must(t, "export")); diff != "" {
		t.Errorf("rebuilt one by one, last first (+), the graph is not the refreshed one (-):\n%s", diff)
	}
	p.must(t, "refresh")
	if diff := difference(plain, p.must(t, "export")); diff != "" {
		t.Errorf("without corrections (+) the graph is not what it was before them (-):\n%s", diff)
	}
	return map[string]string{"plain": plain, "corrected": corrected}
}

// checkActed demands that each line of the corrections did what it is for, and that explain says so.
func checkActed(t *testing.T, p program, corrected string) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(root, corrections))
	if err != nil {
		t.Fatal(err)
	}
	for n, line := range strings.Split(string(data), "\n") {
		acts := strings.HasPrefix(line, "{") && !strings.Contains(line, `"alias"`) // an alias is a name like others
		if acts && !strings.Contains(corrected, fmt.Sprintf("overlay.jsonl:%d ", n+1)) {
			t.Errorf("overlay.jsonl:%d acted nowhere: %+q", n+1, line)
		}
	}
	for _, want := range []string{"|FIN|asserted relationship=VISITED", "fact COOPERATES_WITH|OMN|QAT|planned", "fact SUPPORTS|QAT|OMN|asserted", "kind=company"} {
		if !strings.Contains(corrected, want) {
			t.Errorf("the corrected graph lacks %s", want)
		}
	}
	for _, wrong := range []string{"CRITICIZES", "COOPERATES_WITH|OMN|QAT|asserted", "place/helsinki"} {
		if strings.Contains(corrected, wrong) {
			t.Errorf("the corrected graph has %s", wrong)
		}
	}
	if out := p.must(t, "explain", "--format", "json", "SUPPORTS|QAT|OMN|asserted"); !strings.Contains(out, `"overlay.jsonl:9"`) || !strings.Contains(out, `"rule":"overlay"`) {
		t.Errorf("explain does not say which correction stated it: %s", out)
	}
}

// oneByOne writes each article into a file of its own.
func oneByOne(t *testing.T) (files []string) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(root, correctable))
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for line := range strings.Lines(string(data)) {
		path := filepath.Join(dir, fmt.Sprintf("%d.jsonl", len(files)))
		if err := os.WriteFile(path, []byte(line), 0o600); err != nil {
			t.Fatal(err)
		}
		files = append(files, path)
	}
	return files
}
