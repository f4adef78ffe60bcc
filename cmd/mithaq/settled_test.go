package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// edition is an invented article of which there are several.
func edition(id, date, text string) string {
	return fmt.Sprintf(`{"id":%q,"source":"test","date":%q,"lang":"ar","title":"خبر مختلق","text":%q}`+"\n", id, date, text)
}

// TestSettled loads versions in one input: what the store holds is skipped, and the graph is that of the articles one by one.
func TestSettled(t *testing.T) {
	first := edition("a", "2025-11-03", "التقى وزير الخارجية الروسي نظيره الصيني.")
	newer := edition("a", "2025-11-04", "زار وزير الخارجية الروسي بكين.")
	sameDay := edition("a", "2025-11-03", "زار وزير الخارجية الروسي القاهرة.")
	other := edition("b", "2025-11-03", "زار الرئيس الروسي بكين.")
	for _, test := range []struct {
		name          string
		before, after string // two loads
		want          string
	}{
		{"the same", first + other, other + first, "new 0, changed 0, unchanged 2, refused 0"},
		{"twice in one input", first, first + first, "new 0, changed 0, unchanged 2, refused 0"},
		{"a later version", first, newer, "new 0, changed 1, unchanged 0, refused 0"},
		{"an earlier version", newer, first, "new 0, changed 0, unchanged 0, older than stored 1, refused 0"},
		// The second article of the input is the stored one: it must not be taken for settled while the first is on its way.
		{"away and back", first, sameDay + first, "new 0, changed 2, unchanged 0, refused 0"},
		{"forward and back", first, newer + first, "new 0, changed 1, unchanged 0, older than stored 1, refused 0"},
		{"around a bad line", first + other, first + "{\n" + other, "new 0, changed 0, unchanged 2, refused 1"},
	} {
		t.Run(test.name, func(t *testing.T) {
			e, model := store(t), store(t)
			e.feed(t, test.before, "load", "-").exits(exitDone)
			e.feed(t, test.after, "load", "-").prints(test.want)
			for line := range strings.Lines(test.before + test.after) {
				if len(line) > 2 {
					model.feed(t, line, "load", "-").exits(exitDone)
				}
			}
			same(t, "the graph", e.exported(t), model.exported(t))
		})
	}
}

// TestSettledProgram reads an article again when the knowledge changed, although its text did not.
func TestSettledProgram(t *testing.T) {
	e := store(t)
	in := edition("a", "2025-11-03", "زار الرئيس الروسي بلاد الفيلة.")
	e.feed(t, in, "load", "-").exits(exitDone)
	record := write(t, "states.jsonl", `{"id":"CIV","add":true,"names":{"ar":["بلاد الفيلة"]},"source":["me"]}`+"\n")
	e.feed(t, in, "load", "--gazetteer", filepath.Dir(record), "-").exits(exitDone).prints("changed 1, unchanged 0")
}

// TestResume goes on after a run that ended in the middle of its input.
func TestResume(t *testing.T) {
	const total, done = 3*batchArticles + 7, batchArticles + 3
	all := articles(total)
	first := strings.Join(strings.SplitAfter(all, "\n")[:done], "")
	e, whole := store(t), store(t)
	e.feed(t, first, "load", "-").exits(exitDone)
	e.feed(t, all, "load", "-").exits(exitDone).prints(fmt.Sprintf("read %d, new %d, changed 0, unchanged %d,", total, total-done, done))
	whole.feed(t, all, "load", "-").exits(exitDone)
	same(t, "the graph", e.exported(t), whole.exported(t))
}

func TestRecent(t *testing.T) {
	r := newRecent(3)
	for _, s := range []string{"a", "b", "a", "c"} { // the first a falls out, the second stays
		r.add(s)
	}
	for s, want := range map[string]bool{"a": true, "b": true, "c": true, "d": false} {
		if r.holds(s) != want {
			t.Errorf("holds %s: %v", s, !want)
		}
	}
	r.add("d")
	if r.holds("b") {
		t.Error("b is still held")
	}
	if len(r.count) != 3 {
		t.Errorf("%d texts are held", len(r.count))
	}
}

// TestReport reads the report in both forms.
func TestReport(t *testing.T) {
	e := store(t)
	french := `{"id":"f","text":"Le ministre est arrivé dans la ville avec les autres."}` + "\n"
	in := edition("a", "2025-11-03", "زار الرئيس الروسي بكين.") + "{\n" + french
	dir := t.TempDir()
	file := filepath.Join(dir, "run.json")
	e.feed(t, in, "load", "--report", file, "-").exits(exitPart).prints("for want of a language pack: fr 1")
	var r runReport
	if err := json.Unmarshal([]byte(content(t, file)), &r); err != nil {
		t.Fatal(err)
	}
	if want := (articleCounts{Read: 3, New: 2, Refused: 1}); r.Articles != want || r.Command != "load" || r.Facts.Added == 0 ||
		r.Unread["fr"] != 1 || r.Seconds <= 0 || r.Rate <= 0 || r.Error != "" {
		t.Errorf("report: %+v", r)
	}
	if len(r.Refusals) != 1 || r.Refusals[0].Path != "stdin" || r.Refusals[0].Line != 2 || r.Refusals[0].Why == "" || r.Refusals[0].Advice == "" {
		t.Errorf("refused: %+v", r.Refusals)
	}
	file = filepath.Join(dir, "run.txt")
	e.feed(t, in, "load", "--report", file, "-").exits(exitPart)
	text := content(t, file)
	for _, part := range []string{"load, started 20", "unchanged 2, refused 1", "fr 1", "articles a second", "refused:\n  stdin:2: broken record", "(write one object a line"} {
		if !strings.Contains(text, part) {
			t.Errorf("the report lacks %q:\n%s", part, text)
		}
	}
	if names, _ := filepath.Glob(filepath.Join(dir, ".*")); len(names) > 0 {
		t.Errorf("left behind: %q", names)
	}
}

// TestReportOfFailure is written as well when the run ends early, and its folder is looked at before the work begins.
func TestReportOfFailure(t *testing.T) {
	file := filepath.Join(t.TempDir(), "run.json")
	e := env{"MITHAQ_STORE": filepath.Join(t.TempDir(), "no", "x.db")}
	e.run(t, "load", "--report", file, seed).exits(exitFailed)
	if names, _ := filepath.Glob(filepath.Join(filepath.Dir(file), ".*")); len(names) > 0 {
		t.Errorf("left behind: %q", names)
	}
	e = store(t)
	e.run(t, "load", "--report", filepath.Join(t.TempDir(), "no", "run.json"), seed).exits(exitFailed).says("write report", "check its folder")
	if _, err := os.Stat(e["MITHAQ_STORE"]); err == nil {
		t.Error("the run began")
	}
}

// TestQuiet prints nothing but what was refused.
func TestQuiet(t *testing.T) {
	in := edition("a", "once upon a time", "زار الرئيس الروسي بكين.") + "{\n"
	r := store(t).feed(t, in, "load", "--quiet", "-").exits(exitPart).says("refused: stdin:2")
	if r.out != "" || strings.Contains(r.err, "warning") {
		t.Errorf("printed %q and %q", r.out, r.err)
	}
}

func content(t *testing.T, file string) string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
