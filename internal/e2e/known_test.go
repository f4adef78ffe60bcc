package e2e

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// known is a line of testdata/LANGUAGE/README.md: a fact that an article does not give, or gives and should not.
var known = regexp.MustCompile("^\\| ([a-z-]+) \\| (missing|wrong) \\| `([^`]+)` \\|")

// TestKnownMisses keeps the list of what is wrong in the goldens true.
func TestKnownMisses(t *testing.T) {
	pages, err := filepath.Glob(filepath.Join(root, "testdata", "*", "README.md"))
	if err != nil || len(pages) == 0 {
		t.Fatalf("no list of misses in testdata: %v", err)
	}
	for _, page := range pages {
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range strings.Split(string(text), "\n") {
			if m := known.FindStringSubmatch(line); m != nil {
				checkMiss(t, filepath.Join(filepath.Dir(page), m[1]+".golden"), m[2], strings.ReplaceAll(m[3], `\|`, "|"))
			}
		}
	}
}

func checkMiss(t *testing.T, golden, is, fact string) {
	t.Helper()
	text, err := os.ReadFile(golden)
	if err != nil {
		t.Error(err)
		return
	}
	there := regexp.MustCompile(`(?m)^` + regexp.QuoteMeta(fact) + `( |$)`).Match(text)
	if there != (is == "wrong") {
		t.Errorf("%s: %s is listed as %s: no more true, take it out of the list", golden, fact, is)
	}
}
