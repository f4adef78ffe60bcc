package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"mithaq/internal/neo4jtest"
)

// reloaded is how many articles the comparison of loads takes.
const reloaded = 10_000

// reloadFile makes a file of articles as long as those of agencies: the sentences of the test articles, in other mixtures and
// with a number in each.
func reloadFile(tb testing.TB) string {
	tb.Helper()
	files, err := filepath.Glob("../../testdata/ar/*.txt")
	if err != nil || len(files) == 0 {
		tb.Fatalf("no articles: %v", err)
	}
	var sentences []string
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			tb.Fatal(err)
		}
		for _, s := range regexp.MustCompile(`[^.\n]+\.`).FindAllString(string(data), -1) {
			sentences = append(sentences, strings.TrimSpace(s))
		}
	}
	var b strings.Builder
	for i := range reloaded {
		var text []string
		for k := range 12 {
			text = append(text, sentences[(i*7+k*(1+i%5))%len(sentences)])
		}
		fmt.Fprintf(&b, `{"id":"r%d","source":"test","lang":"ar","date":"2025-%02d-%02d","title":"خبر مختلق رقم %d","text":%q}`+"\n",
			i, 1+i%12, 1+i%28, i, strings.Join(text, " ")+fmt.Sprintf(" هذا النص رقم %d.", i))
	}
	path := filepath.Join(tb.TempDir(), "articles.jsonl")
	if err := os.WriteFile(path, []byte(b.String()), 0o600); err != nil {
		tb.Fatal(err)
	}
	return path
}

// BenchmarkReload loads 10,000 articles twice in one run. What was loaded before should cost a twentieth of what is new, or less.
func BenchmarkReload(b *testing.B) {
	file := reloadFile(b)
	compare := func(b *testing.B, fresh func() env) {
		var first, second time.Duration
		for b.Loop() {
			e := fresh()
			first += e.timed(b, file, fmt.Sprintf("new %d,", reloaded))
			second += e.timed(b, file, fmt.Sprintf("unchanged %d,", reloaded))
		}
		b.ReportMetric(reloaded*float64(b.N)/first.Seconds(), "new/s")
		b.ReportMetric(reloaded*float64(b.N)/second.Seconds(), "unchanged/s")
		b.ReportMetric(first.Seconds()/second.Seconds(), "times-faster")
	}
	b.Run("sqlite", func(b *testing.B) { compare(b, func() env { return store(b) }) })
	b.Run("neo4j", func(b *testing.B) {
		db := neo4jtest.Start(b, neo4jtest.Options{Auth: true, Full: true})
		compare(b, func() env {
			db.Wipe(b)
			return env{"MITHAQ_STORE": db.URI(), "NEO4J_PASSWORD": db.Password()}
		})
	})
}

// timed loads a file and returns how long that took, the start of the program included.
func (e env) timed(b *testing.B, file, want string) time.Duration {
	b.Helper()
	var out, errs bytes.Buffer
	a := &app{out: &out, err: &errs, getenv: func(k string) string { return e[k] }}
	start := time.Now()
	code := a.main(context.Background(), []string{"load", file})
	if code != exitDone || !strings.Contains(out.String(), want) {
		b.Fatalf("exit code %d, printed %q and %q, want %q", code, out.String(), errs.String(), want)
	}
	return time.Since(start)
}
