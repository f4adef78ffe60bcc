package e2e

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestNotice demands that NOTICE names the licence of every source of the gazetteer.
func TestNotice(t *testing.T) {
	notice, err := os.ReadFile(filepath.Join(root, "NOTICE"))
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(root, "extract", "gazetteer", "data", "*.jsonl"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no gazetteer: %v", err)
	}
	missing := map[string]string{}
	for _, file := range files {
		for _, s := range sources(t, file) {
			if !strings.Contains(string(notice), "\n  "+s+"  ") {
				missing[s] = filepath.Base(file)
			}
		}
	}
	for s, file := range missing {
		t.Errorf("NOTICE has no line for the source %q, which %s names", s, file)
	}
}

// sources returns what the records of a file name as their sources.
func sources(t *testing.T, file string) []string {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var all []string
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var record struct{ Source []string }
		if err := json.Unmarshal(lines.Bytes(), &record); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		all = append(all, record.Source...)
	}
	if err := lines.Err(); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	return all
}
