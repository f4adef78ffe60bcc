package e2e

import (
	"context"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"mithaq/extract"
	"mithaq/extract/article"
	"mithaq/extract/overlay"
	"mithaq/graph"
	"mithaq/graph/memory"
	"mithaq/graph/neo4j"
	"mithaq/graph/sqlite"
	"mithaq/graph/storetest"
	"mithaq/internal/neo4jtest"
)

// TestWalk loads, changes and removes real texts at random, changes the corrections and refreshes: after each refresh and every few
// steps the graph is that of a fresh load. The walks of package storetest are longer; this one has the extractor and the gazetteer in it.
func TestWalk(t *testing.T) {
	t.Run("embedded", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "x.db")
		walk(t, 150, func(w graph.World) (graph.Store, error) {
			return sqlite.Open(t.Context(), path, w, sqlite.Options{})
		})
	})
	t.Run("neo4j", func(t *testing.T) {
		db := server.Get(t, neo4jtest.Options{})
		db.Wipe(t)
		walk(t, 50, func(w graph.World) (graph.Store, error) {
			return neo4j.Open(t.Context(), db.URI(), neo4j.Auth{User: db.Username(), Password: db.Password()}, "", w, neo4j.Options{})
		})
	})
}

// stroll is one random walk.
type stroll struct {
	*testing.T
	*rand.Rand
	open    func(graph.World) (graph.Store, error)
	store   graph.Store
	x       *extract.Extractor
	pool    []article.Article
	lines   []string // all corrections there are
	present map[string]article.Article
	done    []string // what was done, to tell
}

func walk(t *testing.T, steps int, open func(graph.World) (graph.Store, error)) {
	s := &stroll{T: t, Rand: rand.New(rand.NewPCG(5, 5)), open: open, present: map[string]article.Article{}}
	s.gather()
	s.correct(nil)
	for i := range steps {
		switch s.IntN(8) {
		case 0, 1:
			s.remove()
		case 2:
			s.correct(s.some())
			s.refresh()
			s.check()
		default:
			s.load()
		}
		if i%10 == 9 || i == steps-1 {
			s.check()
		}
	}
	if err := s.store.Close(); err != nil {
		t.Error(err)
	}
}

// gather reads the articles of testdata and the lines of corrections.
func (s *stroll) gather() {
	s.Helper()
	files, err := filepath.Glob(filepath.Join(root, "testdata/ar/*.jsonl"))
	if err != nil {
		s.Fatal(err)
	}
	for a, err := range article.Read(s.Context(), append(files, filepath.Join(root, correctable)), article.Options{}) {
		if err != nil {
			s.Fatal(err)
		}
		s.pool = append(s.pool, a)
	}
	data, err := os.ReadFile(filepath.Join(root, corrections))
	if err != nil {
		s.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		if strings.HasPrefix(line, "{") {
			s.lines = append(s.lines, strings.TrimSpace(line))
		}
	}
}

// some returns some of the corrections.
func (s *stroll) some() (lines []string) {
	for _, line := range s.lines {
		if s.IntN(3) > 0 {
			lines = append(lines, line)
		}
	}
	return lines
}

// correct opens the store anew as a program with these corrections does.
func (s *stroll) correct(lines []string) {
	s.Helper()
	s.done = append(s.done, "correct "+strings.Join(lines, "\n        "))
	o, err := overlay.Parse(overlay.File, []byte(strings.Join(lines, "\n")))
	if err != nil {
		s.Fatal(err)
	}
	if s.x, err = extract.OpenCorrected(o); err != nil {
		s.Fatal(err)
	}
	if s.store != nil {
		if err := s.store.Close(); err != nil {
			s.Fatal(err)
		}
	}
	if s.store, err = s.open(s.x.World()); err != nil {
		s.Fatal(err)
	}
}

func (s *stroll) refresh() {
	s.Helper()
	s.done = append(s.done, "refresh")
	var again []graph.Extraction
	err := s.store.EachArticle(s.Context(), s.x.Program(), func(g graph.Article) error {
		again = append(again, s.x.Extract(article.Article{ID: g.ID, Record: g.Record, Lang: g.Lang, Date: g.Published, Source: g.Source, URL: g.URL, Title: g.Title, Text: g.Text}))
		return nil
	})
	if err != nil {
		s.Fatal(err)
	}
	for part := range slices.Chunk(again, 4) {
		s.upsert(part)
	}
}

func (s *stroll) upsert(batch []graph.Extraction) {
	s.Helper()
	if _, err := s.store.Upsert(s.Context(), batch); err != nil {
		s.fatal(err)
	}
}

// load takes some articles in, some of them with another day of publication or with the end cut off.
func (s *stroll) load() {
	s.Helper()
	var batch []graph.Extraction
	for range 1 + s.IntN(3) {
		a := s.pool[s.IntN(len(s.pool))]
		version := s.IntN(4)
		if day, _, _ := strings.Cut(a.Date, "T"); len(day) == len("2025-11-03") {
			a.Date = fmt.Sprintf("%sT%02d:00:00Z", day, 10+version)
		}
		if at := strings.LastIndex(strings.TrimRight(a.Text, ".\n"), "."); version%2 == 1 && at > 0 {
			a.Text = a.Text[:at+1]
		}
		s.done = append(s.done, fmt.Sprintf("load %s version %d", a.ID, version))
		batch = append(batch, s.x.Extract(a))
		if old, ok := s.present[a.ID]; !ok || a.Date >= old.Date {
			s.present[a.ID] = a
		}
	}
	s.upsert(batch)
}

func (s *stroll) remove() {
	s.Helper()
	id := s.pool[s.IntN(len(s.pool))].ID
	s.done = append(s.done, "remove "+id)
	delete(s.present, id)
	if _, err := s.store.Remove(s.Context(), []string{id}); err != nil {
		s.fatal(err)
	}
}

// check compares with a fresh load, in the order of the ids.
func (s *stroll) check() {
	s.Helper()
	m := memory.New(s.x.World(), memory.Options{})
	for _, id := range slices.Sorted(maps.Keys(s.present)) {
		if _, err := m.Upsert(context.Background(), []graph.Extraction{s.x.Extract(s.present[id])}); err != nil {
			s.fatal(err)
		}
	}
	if diff := difference(storetest.Export(s, m), storetest.Export(s, s.store)); diff != "" {
		s.fatal(fmt.Errorf("the store (+) and a fresh load (-) differ:\n%s", diff))
	}
}

// fatal tells what was done up to the failure.
func (s *stroll) fatal(err error) {
	s.Helper()
	s.Fatalf("%v\nafter:\n  %s", err, strings.Join(s.done, "\n  "))
}
