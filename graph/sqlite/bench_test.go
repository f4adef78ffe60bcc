package sqlite

import (
	"context"
	"path/filepath"
	"testing"

	"mithaq/internal/synth"
)

// BenchmarkUpsert loads a synthetic stream in batches of 200 articles. relationships/s counts what is new in the graph:
// facts, mentions, reports and evidence. Making the articles is not part of the time.
func BenchmarkUpsert(b *testing.B) {
	s, err := Open(context.Background(), filepath.Join(b.TempDir(), "x.db"), synth.World{}, Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	stream := synth.New(1)
	for b.Loop() {
		b.StopTimer()
		batch := stream.Batch(200)
		b.StartTimer()
		if _, err := s.Upsert(context.Background(), batch); err != nil {
			b.Fatal(err)
		}
	}
	b.StopTimer()
	st, err := s.Status(context.Background())
	if err != nil {
		b.Fatal(err)
	}
	total := 0
	for _, n := range st.Types {
		total += n
	}
	b.ReportMetric(float64(total)/b.Elapsed().Seconds(), "relationships/s")
	b.ReportMetric(float64(st.Labels["Article"])/b.Elapsed().Seconds(), "articles/s")
	b.ReportMetric(float64(total)/float64(st.Labels["Article"]), "relationships/article")
}

// BenchmarkRemove takes single articles back out of a graph of 4,000.
func BenchmarkRemove(b *testing.B) {
	s, err := Open(context.Background(), filepath.Join(b.TempDir(), "x.db"), synth.World{}, Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	var ids []string
	stream := synth.New(1)
	for range 20 {
		batch := stream.Batch(200)
		for _, x := range batch {
			ids = append(ids, x.Article.ID)
		}
		if _, err := s.Upsert(context.Background(), batch); err != nil {
			b.Fatal(err)
		}
	}
	for b.Loop() {
		if len(ids) == 0 {
			b.Skip("all articles are gone")
		}
		if _, err := s.Remove(context.Background(), ids[len(ids)-1:]); err != nil {
			b.Fatal(err)
		}
		ids = ids[:len(ids)-1]
	}
}

// BenchmarkGrowth writes to stores of 1,000, 10,000 and 100,000 articles in turn, so that all meet the same machine, and removes single articles
// from them. In the largest the most named state has more than 200,000 relationships. Filling it takes minutes: -short leaves it out.
func BenchmarkGrowth(b *testing.B) {
	sizes := []int{1_000, 10_000, 100_000}
	if testing.Short() {
		sizes = sizes[:2]
	}
	var all []*synth.Grown
	for _, size := range sizes {
		s, err := Open(context.Background(), filepath.Join(b.TempDir(), "x.db"), synth.World{}, Options{})
		if err != nil {
			b.Fatal(err)
		}
		defer s.Close()
		g := synth.NewGrown(s, 1)
		g.Grow(b, size)
		all = append(all, g)
	}
	for b.Loop() {
		for _, g := range all {
			g.Turn(b, 100, 10)
		}
	}
	for _, g := range all {
		g.Report(b, all[0])
	}
}
