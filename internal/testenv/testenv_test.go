package testenv

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestCI(t *testing.T) {
	for value, want := range map[string]bool{"": false, "true": true, "1": true, "yes": true, "false": false, "0": false} {
		t.Setenv("CI", value)
		if got := CI(); got != want {
			t.Errorf("CI=%q: %v, want %v", value, got, want)
		}
	}
}

func TestSkipIsNoted(t *testing.T) {
	file := filepath.Join(t.TempDir(), "skips")
	t.Setenv("MITHAQ_TEST_SKIPS", file)
	t.Setenv("CI", "")
	for range 2 {
		t.Run("inner", func(t *testing.T) {
			Missing(t, "no %s here", "engine")
			t.Error("went on after Missing")
		})
	}
	got, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(string(got), ": no engine here\n"); n != 2 {
		t.Errorf("%d notes, want 2: %q", n, got)
	}
}
