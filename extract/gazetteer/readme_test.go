package gazetteer

import (
	"os"
	"strings"
	"testing"
)

// TestReadmeExamples reads every example of the README with the parser of the file that it stands under.
func TestReadmeExamples(t *testing.T) {
	data, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	var parse parser
	examples := 0
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		if head, ok := strings.CutPrefix(line, "## "); ok {
			parse = parsers[strings.TrimSuffix(strings.Fields(head)[0], ".jsonl:")]
			if parse == nil {
				parse = parsers[strings.TrimSuffix(strings.Fields(head)[0], ".jsonl")]
			}
		}
		if !strings.HasPrefix(line, "{") {
			continue
		}
		use := parse
		switch { // the last section shows lines of several files
		case use == nil && strings.Contains(line, `"readings"`):
			use = parseWeak
		case use == nil:
			use = parseState
		}
		var d decoder
		d.start(line, Source{File: "README.md"})
		use(&d, &entry{})
		if d.end(); d.err != nil || len(d.problems) > 0 {
			t.Errorf("%s: %v %v", line, d.err, d.problems)
		}
		examples++
	}
	if examples < 15 {
		t.Errorf("only %d examples", examples)
	}
}
