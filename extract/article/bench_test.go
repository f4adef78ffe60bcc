package article

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// BenchmarkRead gives MB/s for a directory of 100 articles, one a file, whose ids
// are hashes, and for a file of 100 lines.
func BenchmarkRead(b *testing.B) {
	for _, e := range []struct {
		name string
		set  encoding.Encoding
	}{{"UTF-8", encoding.Nop}, {"UTF-16LE", unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)}, {"windows-1256", charmap.Windows1256}} {
		text, line := encodedSeed(b, e.set, ".txt", 1), encodedSeed(b, e.set, ".jsonl", 100)
		plain, lines := b.TempDir(), b.TempDir()
		for i := range 100 {
			write(b, plain, fmt.Sprint(i), text)
		}
		write(b, lines, "lines", line)
		b.Run("plain/"+e.name, func(b *testing.B) { benchmark(b, plain, 100*len(text)) })
		b.Run("JSONLines/"+e.name, func(b *testing.B) { benchmark(b, lines, len(line)) })
	}
}

func encodedSeed(b *testing.B, set encoding.Encoding, ext string, times int) string {
	b.Helper()
	text, err := os.ReadFile(seed + ext)
	if err != nil {
		b.Fatal(err)
	}
	return encode(b, set, strings.Repeat(strings.ReplaceAll(string(text), "–", "-"), times))
}

func benchmark(b *testing.B, dir string, size int) {
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, err := range Read(b.Context(), []string{dir}, Options{}) {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
}
