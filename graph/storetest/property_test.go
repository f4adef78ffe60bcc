package storetest

import (
	"context"
	"slices"
	"strings"
	"testing"

	"mithaq/graph"
	"mithaq/graph/memory"
)

// forgetful is a store with a bug: what a correction took out of an article comes back when another article is removed after it.
type forgetful struct {
	graph.Store
	removed bool
}

func (f *forgetful) Remove(ctx context.Context, ids []string) (graph.Report, error) {
	r, err := f.Store.Remove(ctx, ids)
	f.removed = f.removed || r.Removed > 0
	return r, err
}

func (f *forgetful) Upsert(ctx context.Context, batch []graph.Extraction) (graph.Report, error) {
	batch = slices.Clone(batch)
	for i := range batch {
		if f.removed && batch[i].Article.Corrected != "" {
			batch[i].Article.Corrected = ""
		}
	}
	return f.Store.Upsert(ctx, batch)
}

// TestFailureIsCutDown lets the random walk find a bug: it must tell a handful of steps and the seed.
func TestFailureIsCutDown(t *testing.T) {
	s := Suite{Open: func(_ testing.TB, o Options) graph.Store {
		return &forgetful{Store: memory.New(o.World, memory.Options{})}
	}}
	r := NewRandom(3)
	w := Walk{Random: r, Articles: walkArticles, Corrects: true}
	var all []Step
	for range walkSteps {
		all = append(all, w.Next())
	}
	_, err := s.replay(t, r, all, checkEvery)
	if err == nil {
		t.Fatal("the bug was not found")
	}
	said := s.failure(t, r, all, err)
	t.Log(said)
	if n := strings.Count(said, "\n  load ") + strings.Count(said, "\n  remove ") + strings.Count(said, "\n  correct") + strings.Count(said, "\n  refresh"); n < 3 || n > 5 {
		t.Errorf("it is told in %d steps, want 3 to 5 (load, remove, correct and load or refresh)", n)
	}
	if !strings.Contains(said, seedVariable+"=3") || !strings.Contains(said, "differ:\n") {
		t.Error("seed or difference is missing")
	}
}

// TestWalkCorrects demands that the walks of the suite have corrections of every kind that act.
func TestWalkCorrects(t *testing.T) {
	acted := map[string]int{}
	for seed := range uint64(4) {
		w := Walk{Random: NewRandom(seed), Articles: walkArticles, Corrects: true}
		for range walkSteps {
			step := w.Next()
			if bad := w.shelf.reader.bad; bad != nil {
				t.Fatalf("seed %d: %v: %v", seed, step, bad)
			}
			acted[step.Do]++
			for _, x := range w.Present() {
				for _, line := range strings.Fields(x.Article.Corrected) {
					acted[line]++
				}
			}
			acted["alias"] += len(w.shelf.reader.random.Known)
		}
	}
	for _, what := range []string{doLoad, doRemove, doCorrect, doRefresh, "alias", "block", "same", "different", "fix", "retype"} {
		if acted[what] < 20 {
			t.Errorf("%s: only %d times", what, acted[what])
		}
	}
}
