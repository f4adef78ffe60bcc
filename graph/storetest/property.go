package storetest

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"mithaq/graph"
)

// seedVariable names the one seed that the random walks start from, to repeat what failed.
const seedVariable = "MITHAQ_TEST_SEED"

// The shape of a random walk.
const (
	walkSteps    = 250 // a shorter walk is cut down sooner, and a new seed finds more than a longer walk
	walkArticles = 30
	checkEvery   = 20
	shrinkFor    = 2 * time.Minute
)

// testRandom loads, changes, removes, corrects and refreshes at random, and compares with a fresh load of what is left.
func testRandom(t *testing.T, s Suite) {
	if seed := os.Getenv(seedVariable); seed != "" {
		n, err := strconv.ParseUint(seed, 10, 64)
		if err != nil {
			t.Fatalf("%s: %v", seedVariable, err)
		}
		s.walk(t, n, walkSteps)
		return
	}
	for seed, left := uint64(1), s.Steps; left > 0; seed, left = seed+1, left-walkSteps {
		s.walk(t, seed, min(left, walkSteps))
	}
}

// walk makes a walk and cuts it down if it fails.
func (s Suite) walk(t *testing.T, seed uint64, steps int) {
	t.Helper()
	r := NewRandom(seed)
	r.Hot = 4 // more claims of one fact than a sample holds
	w := Walk{Random: r, Articles: walkArticles, Corrects: true}
	all := make([]Step, steps)
	for i := range all {
		all[i] = w.Next()
	}
	if _, err := s.replay(t, r, all, checkEvery); err != nil {
		t.Fatal(s.failure(t, r, all, err))
	}
}

// failure tells what failed, in as few steps as are found to fail.
func (s Suite) failure(t testing.TB, r *Random, all []Step, err error) string {
	few := shrink(all, time.Now().Add(shrinkFor), func(steps []Step) (int, bool) {
		at, again := s.replay(t, r, steps, 1)
		if again != nil {
			err = again
		}
		return at, again != nil
	})
	var b strings.Builder
	fmt.Fprintf(&b, "%s=%d repeats it: of %d steps these fail:\n", seedVariable, r.seed, len(all))
	for _, step := range few {
		fmt.Fprintf(&b, "  %v\n", step)
	}
	fmt.Fprintf(&b, "%v", err)
	return b.String()
}

// replay carries out steps on a new store and on the model. It compares after every so many, and returns the number of the step
// after which something differed.
func (s Suite) replay(t testing.TB, r *Random, steps []Step, every int) (at int, err error) {
	p := s.pair(t)
	shelf := newShelf(r)
	for i, step := range steps {
		if err := p.follow(shelf, step); err != nil {
			return i, err
		}
		if i%every == every-1 || i == len(steps)-1 {
			if _, err := p.compare(shelf.all()); err != nil {
				return i, err
			}
		}
	}
	return len(steps), nil
}

func (p pair) follow(s *shelf, step Step) error {
	batch := s.follow(step)
	var err error
	switch step.Do {
	case doCorrect:
		return s.reader.bad
	case doRemove:
		var ids []string
		for _, n := range step.Remove {
			ids = append(ids, idOf(n))
		}
		_, err = p.take(ids)
	case doLoad:
		_, err = p.upsert(batch)
	case doRefresh:
		if err := p.sameStale(s.reader.program, batch); err != nil {
			return err
		}
		for part := range slices.Chunk(batch, 7) {
			if _, err := p.upsert(part); err != nil {
				return err
			}
		}
	}
	return err
}

// sameStale compares the articles that the store says were read by another program with those that were.
func (p pair) sameStale(program string, want []graph.Extraction) error {
	var got, stale []string
	err := p.store.EachArticle(context.Background(), program, func(a graph.Article) error {
		got = append(got, a.ID)
		return nil
	})
	if err != nil {
		return fmt.Errorf("read the articles of another program: %w", err)
	}
	for _, x := range want {
		stale = append(stale, x.Article.ID)
	}
	if !slices.Equal(got, stale) {
		return fmt.Errorf("articles of another program: %q, want %q", got, stale)
	}
	return nil
}
