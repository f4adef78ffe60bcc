package article

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the .want files")

// TestBad reads every input of testdata/bad: the messages stand beside it.
func TestBad(t *testing.T) {
	t.Chdir("../../testdata/bad")
	inputs, err := filepath.Glob("*.input")
	if err != nil || len(inputs) == 0 {
		t.Fatalf("no inputs: %v", err)
	}
	for _, input := range inputs {
		t.Run(input, func(t *testing.T) {
			_, errs := collect(t, Options{}, input)
			var got strings.Builder
			for _, err := range errs {
				got.WriteString(err.Error() + "\n")
			}
			compare(t, strings.TrimSuffix(input, ".input")+".want", got.String())
		})
	}
}

func compare(t *testing.T, golden, got string) {
	t.Helper()
	if got == "" {
		t.Fatal("nothing was refused")
	}
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestRestIsRead looks at what stands around the broken lines.
func TestRestIsRead(t *testing.T) {
	for file, want := range map[string]string{
		"broken-middle":     "one:1 three:3 five:5",
		"broken-first":      "two:2",
		"wrong-fields":      "one:1 two:2 three:3",
		"json-array":        "one:2 six:7",
		"windows-1251-line": "one:1",
	} {
		articles, _ := collect(t, Options{}, "../../testdata/bad/"+file+".input")
		if got := idsAndLines(articles); got != want {
			t.Errorf("%s: read %q, want %q", file, got, want)
		}
	}
}
