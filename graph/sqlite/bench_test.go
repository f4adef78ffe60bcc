package sqlite

import (
	"context"
	"fmt"
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

// BenchmarkGrowth shows how writing and removing change while the graph grows to 100,000 articles, in which the most named state has
// more than 200,000 relationships.
func BenchmarkGrowth(b *testing.B) {
	ctx := context.Background()
	s, err := Open(ctx, filepath.Join(b.TempDir(), "x.db"), synth.World{}, Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	stream := synth.New(1)
	var ids []string
	grow := func(b *testing.B) (relationships int) {
		batch := stream.Batch(200)
		b.StartTimer()
		defer b.StopTimer()
		if _, err := s.Upsert(ctx, batch); err != nil {
			b.Fatal(err)
		}
		for _, x := range batch {
			ids = append(ids, x.Article.ID)
			relationships += len(x.Mentions) + len(x.Claims)
		}
		return relationships
	}
	for _, size := range []int{1_000, 10_000, 100_000} {
		for len(ids) < size {
			grow(b)
		}
		b.Run(fmt.Sprintf("upsert/%d", size), func(b *testing.B) {
			total := 0
			for b.Loop() {
				b.StopTimer()
				total += grow(b)
				b.StartTimer()
			}
			b.ReportMetric(float64(total)/b.Elapsed().Seconds(), "mentions+claims/s")
		})
		b.Run(fmt.Sprintf("remove/%d", size), func(b *testing.B) {
			for b.Loop() {
				last := len(ids) - 1
				if _, err := s.Remove(ctx, ids[last:]); err != nil {
					b.Fatal(err)
				}
				ids = ids[:last]
			}
		})
	}
}
