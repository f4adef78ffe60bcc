package main

import (
	"bytes"
	"context"
	"path/filepath"
	"testing"

	"mithaq/graph"
	"mithaq/graph/neo4j"
	"mithaq/graph/sqlite"
	"mithaq/internal/neo4jtest"
	"mithaq/internal/synth"
)

// BenchmarkStart starts the program: without knowledge, with a store, with the gazetteer, with all that reading an article needs.
// The goal is 50 ms.
func BenchmarkStart(b *testing.B) {
	e := store(b)
	e.run(b, "load", seed).exits(exitDone)
	text := write(b, "one.txt", "خبر مختلق\nنص مختلق.\n")
	for _, test := range []struct {
		name string
		args []string
	}{
		{"version", []string{"version"}},
		{"status", []string{"status"}},
		{"query", []string{"query", "who_met", "state=CHN"}},
		{"resolve", []string{"resolve", "China"}},
		{"extract", []string{"extract", text}},
	} {
		b.Run(test.name, func(b *testing.B) {
			for b.Loop() {
				if out, err := e.process(b, test.args...).CombinedOutput(); err != nil {
					b.Fatalf("%v: %s", err, out)
				}
			}
		})
	}
}

// BenchmarkLoad1000 writes 1,000 synthetic articles in batches of 100 into an empty store.
func BenchmarkLoad1000(b *testing.B) {
	const total = 1000
	all := synth.New(1).Batch(total)
	load := func(b *testing.B, open func() graph.Store) {
		facts := 0
		for b.Loop() {
			b.StopTimer()
			s := open()
			b.StartTimer()
			for i := 0; i < total; i += batchArticles {
				r, err := s.Upsert(context.Background(), all[i:min(i+batchArticles, total)])
				if err != nil {
					b.Fatal(err)
				}
				facts += r.FactsAdded
			}
			b.StopTimer()
			if err := s.Close(); err != nil {
				b.Fatal(err)
			}
			b.StartTimer()
		}
		seconds := b.Elapsed().Seconds()
		b.ReportMetric(float64(total*b.N)/seconds, "articles/s")
		b.ReportMetric(float64(facts)/seconds, "facts/s")
	}
	b.Run("sqlite", func(b *testing.B) {
		load(b, func() graph.Store {
			s, err := sqlite.Open(context.Background(), filepath.Join(b.TempDir(), "x.db"), synth.World{}, sqlite.Options{})
			if err != nil {
				b.Fatal(err)
			}
			return s
		})
	})
	b.Run("neo4j", func(b *testing.B) {
		db := neo4jtest.Start(b, neo4jtest.Options{Full: true})
		load(b, func() graph.Store {
			db.Wipe(b)
			s, err := neo4j.Open(context.Background(), db.URI(), neo4j.Auth{User: db.Username(), Password: db.Password()}, "", synth.World{}, neo4j.Options{})
			if err != nil {
				b.Fatal(err)
			}
			return s
		})
	})
}

// BenchmarkLoadTexts loads 1,000 short texts with the command, from reading to the written graph.
func BenchmarkLoadTexts(b *testing.B) {
	in := articles(1000)
	for b.Loop() {
		e := store(b)
		a := &app{in: bytes.NewReader([]byte(in)), out: &bytes.Buffer{}, err: &bytes.Buffer{}, getenv: func(k string) string { return e[k] }}
		if code := a.main(context.Background(), []string{"load", "-"}); code != exitDone {
			b.Fatal(code)
		}
	}
	b.ReportMetric(float64(1000*b.N)/b.Elapsed().Seconds(), "articles/s")
}
