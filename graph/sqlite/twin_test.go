package sqlite

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"testing"

	"mithaq/graph"
	"mithaq/graph/memory"
	"mithaq/graph/storetest"
)

// named makes articles that all name one person whom the world does not know, every third with another office, and every fifth
// by a longer name that sounds the same in part.
func named(from, to int) (all []graph.Extraction) {
	for i := from; i < to; i++ {
		b := storetest.Article(fmt.Sprintf("t%03d", i), "2025-11-03", fmt.Sprintf("text %d", i)).Mention("CHN", "RUS")
		fold := "salim karim"
		if i%5 == 0 {
			fold = "salim amin karim"
		}
		person := b.Person(fold, "CHN")
		if i%3 == 0 {
			b.Claim("HOLDS_OFFICE", person, "CHN")
		}
		b.Claim("SUPPORTS", person, "RUS")
		all = append(all, b.Extraction())
	}
	return all
}

// TestTwins: of a person in hundreds of articles a few claims are read, whichever articles come and go, and the graph is that of a store
// that reads all of them.
func TestTwins(t *testing.T) {
	ctx := context.Background()
	world := storetest.NewWorld()
	s, err := Open(ctx, filepath.Join(t.TempDir(), "x.db"), world, Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	plain := memory.New(world, memory.Options{})
	all := named(0, 300)
	step := func(what string, do func(graph.Store) (graph.Report, error)) {
		t.Helper()
		for _, store := range []graph.Store{s, plain} {
			if _, err := do(store); err != nil {
				t.Fatalf("%s: %v", what, err)
			}
		}
		if storetest.Export(t, s) != storetest.Export(t, plain) {
			t.Fatalf("%s: the stores differ", what)
		}
	}
	load := func(part []graph.Extraction) func(graph.Store) (graph.Report, error) {
		return func(x graph.Store) (graph.Report, error) { return x.Upsert(ctx, part) }
	}
	remove := func(ids ...string) func(graph.Store) (graph.Report, error) {
		return func(x graph.Store) (graph.Report, error) { return x.Remove(ctx, ids) }
	}
	step("the last articles", load(all[100:]))
	step("the first, whose ids are smaller", load(all[:100]))
	if n := within(t, s, all[7]); n == 0 || n > 8 {
		t.Errorf("%d claims are read to place one of %d", n, len(all))
	}
	step("remove the smallest", remove("t000"))
	step("remove the next", remove("t001", "t002", "t003"))
	step("one again", load(all[:1]))
	var ids []string
	for _, x := range all {
		ids = append(ids, x.Article.ID)
	}
	for part := range slices.Chunk(ids, 150) {
		step("remove", remove(part...))
	}
	var left int
	if err := s.conn.QueryRowContext(ctx, "SELECT count(*) FROM alike").Scan(&left); err != nil || left != 0 {
		t.Errorf("%d profiles are left in an empty store, %v", left, err)
	}
}

// within counts the claims that a write reads for the persons of an article.
func within(t *testing.T, s *Store, x graph.Extraction) (n int) {
	t.Helper()
	_, err := s.transact(context.Background(), func(r *tx) (graph.Report, error) {
		own, err := r.EvidenceOf([]string{x.Article.ID})
		if err != nil {
			return graph.Report{}, err
		}
		for _, e := range own {
			found, err := r.Blocked(graph.Reaches(e), nil)
			if err != nil {
				return graph.Report{}, err
			}
			n += len(found)
		}
		return graph.Report{}, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return n
}
