package synth

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"time"

	"mithaq/graph"
)

// Grown is a store that was filled with articles of the stream, and how long it takes to write and to remove more.
type Grown struct {
	Size int // articles before the measuring

	store   graph.Store
	stream  *Stream
	ids     []string
	written int // mentions and claims
	removed int // articles
	upserts time.Duration
	removes time.Duration
}

// NewGrown returns an empty store's account. Stores of one seed get the same articles.
func NewGrown(s graph.Store, seed uint64) *Grown { return &Grown{store: s, stream: New(seed)} }

// growing is how many articles a batch has while a store is filled.
const growing = 200

// Grow fills the store up to a number of articles and begins to measure anew.
func (g *Grown) Grow(b *testing.B, size int) {
	b.Helper()
	for len(g.ids) < size {
		g.upsert(b, min(growing, size-len(g.ids)))
	}
	*g = Grown{Size: size, store: g.store, stream: g.stream, ids: g.ids}
}

func (g *Grown) upsert(b *testing.B, articles int) {
	b.Helper()
	batch := g.stream.Batch(articles)
	at := time.Now()
	if _, err := g.store.Upsert(context.Background(), batch); err != nil {
		b.Fatal(err)
	}
	g.upserts += time.Since(at)
	for _, x := range batch {
		g.ids = append(g.ids, x.Article.ID)
		g.written += len(x.Mentions) + len(x.Claims)
	}
}

// Turn writes a batch and removes single articles from anywhere in the store.
func (g *Grown) Turn(b *testing.B, articles, removals int) {
	b.Helper()
	g.upsert(b, articles)
	for range removals {
		i := g.stream.rng.IntN(len(g.ids))
		at := time.Now()
		if _, err := g.store.Remove(context.Background(), g.ids[i:i+1]); err != nil {
			b.Fatal(err)
		}
		g.removes += time.Since(at)
		g.removed++
		g.ids[i] = g.ids[len(g.ids)-1]
		g.ids = g.ids[:len(g.ids)-1]
	}
}

// Empty removes all articles.
func (g *Grown) Empty(b *testing.B) {
	b.Helper()
	for part := range slices.Chunk(g.ids, growing) {
		if _, err := g.store.Remove(context.Background(), part); err != nil {
			b.Fatal(err)
		}
	}
	g.ids = nil
}

func (g *Grown) speed() float64    { return float64(g.written) / g.upserts.Seconds() }
func (g *Grown) removeMs() float64 { return g.removes.Seconds() * 1000 / float64(max(g.removed, 1)) }

// Report adds the figures to those of a benchmark: mentions and claims written a second, milliseconds to remove an article, and
// what part of the speed of a first, smaller store is left.
func (g *Grown) Report(b *testing.B, first *Grown) {
	b.ReportMetric(g.speed(), fmt.Sprintf("mentions+claims/s@%d", g.Size))
	b.ReportMetric(g.removeMs(), fmt.Sprintf("ms/remove@%d", g.Size))
	if g.Size != first.Size {
		b.ReportMetric(g.speed()/first.speed(), fmt.Sprintf("ratio@%d", g.Size))
	}
}
