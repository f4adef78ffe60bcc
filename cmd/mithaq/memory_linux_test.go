package main

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"mithaq/internal/testenv"
)

// memoryGoal is what the program may take at most while it reads, however long the input is.
const memoryGoal = 300 << 20

// stream writes article n of a long input, and returns its size before compression.
type stream func(w io.Writer, n int) (int, error)

// sentencesOf returns the sentences of the test articles.
func sentencesOf(tb testing.TB) (all []string) {
	tb.Helper()
	files, err := filepath.Glob("../../testdata/ar/*.txt")
	if err != nil || len(files) == 0 {
		tb.Fatalf("no articles: %v", err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			tb.Fatal(err)
		}
		for _, s := range regexp.MustCompile(`[^.\n]+\.`).FindAllString(string(data), -1) {
			all = append(all, strings.TrimSpace(s))
		}
	}
	return all
}

func mixed(sentences []string, n int) []string {
	var out []string
	for k := range 12 {
		out = append(out, sentences[(n*7+k*(1+n%5))%len(sentences)])
	}
	return append(out, fmt.Sprintf("هذا النص رقم %d.", n))
}

func arabicLine(sentences []string) stream {
	return func(w io.Writer, n int) (int, error) {
		return fmt.Fprintf(w, `{"id":"m%d","source":"test","lang":"ar","date":"2025-11-03","title":"خبر مختلق رقم %d","text":%q}`+"\n", n, n, strings.Join(mixed(sentences, n), " "))
	}
}

// foreignLine is an article in a language without a pack, of words that no two articles have in the same order.
func foreignLine(w io.Writer, n int) (int, error) {
	random := rand.New(rand.NewPCG(1, uint64(n)))
	var text strings.Builder
	for range 400 {
		for range 2 + random.IntN(3) {
			text.WriteString([]string{"ca", "de", "li", "mo", "nu", "ra", "so", "ti", "va", "po"}[random.IntN(10)])
		}
		text.WriteByte(' ')
	}
	return fmt.Fprintf(w, `{"id":"m%d","source":"test","lang":"pt","date":"2025-11-03","title":"Noticia %d","text":%q}`+"\n", n, n, text.String())
}

// archivePage is a record of a web archive: a page in a gzip member of its own.
func archivePage(sentences []string) stream {
	return func(w io.Writer, n int) (int, error) {
		page := fmt.Sprintf(`<!DOCTYPE html><html lang="ar"><head><meta charset="utf-8"><title>خبر مختلق رقم %d</title></head><body><nav><a href="/">الرئيسية</a></nav><article><h1>خبر مختلق رقم %d</h1><p>`, n, n) +
			strings.Join(mixed(sentences, n), "</p>\n<p>") + "</p></article><footer>موقع مختلق</footer></body></html>"
		block := "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
		z := gzip.NewWriter(w)
		size, _ := fmt.Fprintf(z, "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/%d\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", n, len(block), block)
		return size, z.Close()
	}
}

// peak runs the program over so many bytes of a stream and returns the most memory that it had.
func (e env) peak(tb testing.TB, s stream, size int64, args ...string) int64 {
	tb.Helper()
	cmd := e.process(tb, args...)
	in, err := cmd.StdinPipe()
	if err != nil {
		tb.Fatal(err)
	}
	var errs strings.Builder
	cmd.Stderr = &errs
	if err := cmd.Start(); err != nil {
		tb.Fatal(err)
	}
	out := bufio.NewWriterSize(in, 1<<20)
	for n, written := 0, int64(0); written < size; n++ {
		more, err := s(out, n)
		if err != nil {
			tb.Fatalf("%v\n%s", err, errs.String())
		}
		written += int64(more)
	}
	if err := out.Flush(); err != nil {
		tb.Fatal(err)
	}
	in.Close()
	if err := cmd.Wait(); err != nil {
		tb.Fatalf("%v\n%s", err, errs.String())
	}
	return cmd.ProcessState.SysUsage().(*syscall.Rusage).Maxrss << 10
}

// BenchmarkMemory measures the most memory that the program takes (peak-MB) over long inputs through a pipe: as many megabytes
// before compression as $MITHAQ_BENCH_MB says, else 64. The README names the size of each of its figures.
func BenchmarkMemory(b *testing.B) {
	size := int64(64)
	if s := os.Getenv("MITHAQ_BENCH_MB"); s != "" {
		n, err := strconv.ParseInt(s, 10, 32)
		if err != nil || n <= 0 {
			b.Fatalf("MITHAQ_BENCH_MB=%s: want a number of megabytes", s)
		}
		size = n
	}
	sentences := sentencesOf(b)
	for _, test := range []struct {
		name  string
		s     stream
		twice bool // the store holds the articles already
		args  []string
	}{
		{"extract/JSONLines", arabicLine(sentences), false, []string{"extract", "--format", "jsonl", "-"}},
		{"extract/WARC", archivePage(sentences), false, []string{"extract", "--format", "jsonl", "-"}},
		{"load/unread", foreignLine, false, []string{"load", "--quiet", "-"}},
		{"load/unchanged", foreignLine, true, []string{"load", "--quiet", "-"}},
	} {
		b.Run(test.name, func(b *testing.B) {
			var most int64
			for b.Loop() {
				e := store(b)
				if test.twice {
					e.peak(b, test.s, size<<20, test.args...)
				}
				most = max(most, e.peak(b, test.s, size<<20, test.args...))
			}
			b.ReportMetric(float64(most)/(1<<20), "peak-MB")
			if most > memoryGoal {
				b.Errorf("%d MB, more than %d", most>>20, memoryGoal>>20)
			}
		})
	}
}

// TestMemory holds the goal over inputs that are long enough to show memory that grows with them.
func TestMemory(t *testing.T) {
	if testing.Short() {
		t.Skip("long")
	}
	if testenv.Race {
		t.Skip("the race detector takes several times the memory: make runs this once more without it")
	}
	const short, long = 1 << 20, 8 << 20
	s := arabicLine(sentencesOf(t))
	args := []string{"extract", "--format", "jsonl", "-"}
	a, b := store(t).peak(t, s, short, args...), store(t).peak(t, s, long, args...)
	if b > memoryGoal || b > a+a/2 {
		t.Errorf("%d MB of input take %d MB of memory, %d MB take %d", short>>20, a>>20, long>>20, b>>20)
	}
	t.Logf("%d MB of input take %d MB of memory, %d MB take %d", short>>20, a>>20, long>>20, b>>20)
}
