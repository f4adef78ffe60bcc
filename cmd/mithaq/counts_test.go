package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"mithaq/graph"
	"mithaq/graph/memory"
)

// failing is a store whose transactions fail from the nth on.
type failing struct {
	graph.Store
	left int
}

func (f *failing) Upsert(ctx context.Context, batch []graph.Extraction) (graph.Report, error) {
	if f.left--; f.left < 0 {
		return graph.Report{}, errors.New("broken on purpose")
	}
	return f.Store.Upsert(ctx, batch)
}

func (f *failing) Close() error { return nil }

// TestReportCounts lets a load fail at its first, second and last transaction, and not at all: each article that was read is counted once,
// as written, refused or not written.
func TestReportCounts(t *testing.T) {
	const given = 3*batchEmbedded + 10
	in := strings.Replace(articles(given), "\n", "\n{broken\n", 1) // one is refused
	for whole := range 5 {
		report := filepath.Join(t.TempDir(), "report.json")
		var out, errs bytes.Buffer
		a := &app{in: strings.NewReader(in), out: &out, err: &errs, getenv: func(string) string { return "" },
			open: func(_ context.Context, w graph.World) (graph.Store, error) {
				return &failing{memory.New(w, memory.Options{}), whole}, nil
			}}
		code := a.main(context.Background(), []string{"load", "--report", report, "-"})
		r := countsAdd(t, report)
		n := min(whole*batchEmbedded, given)
		if want := map[bool]int{true: exitPart, false: exitFailed}[whole > 3]; code != want || r.New != n || r.Refused != 1 {
			t.Errorf("%d whole batches: exit code %d, want %d; %+v\n%s", whole, code, want, r, &errs)
		}
		if whole <= 3 && (r.NotWritten == 0 || !strings.Contains(errs.String(), "broken on purpose")) {
			t.Errorf("%d whole batches: %+v\n%s", whole, r, &errs)
		}
		if whole > 3 && r.Read != given+1 {
			t.Errorf("read %d, want %d", r.Read, given+1)
		}
	}
}

// countsAdd reads a report and demands that its numbers add up.
func countsAdd(t *testing.T, file string) articleCounts {
	t.Helper()
	var r runReport
	if err := json.Unmarshal([]byte(content(t, file)), &r); err != nil {
		t.Fatal(err)
	}
	c := r.Articles
	if c.Read == 0 || c.New+c.Changed+c.Unchanged+c.Older+c.Refused+c.NotWritten != c.Read || c.NotWritten < 0 || len(r.Refusals)+r.Unlisted != c.Refused {
		t.Errorf("the counts do not add up: %+v, %d refusals named", c, len(r.Refusals))
	}
	return c
}
