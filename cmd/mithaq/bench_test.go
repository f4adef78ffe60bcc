package main

import (
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"
)

// BenchmarkStart runs the whole program as a user does: a command that needs no knowledge, one that needs the gazetteer, and one
// that reads an article. MB is the most memory that the process had.
func BenchmarkStart(b *testing.B) {
	program := filepath.Join(b.TempDir(), "mithaq")
	if runtime.GOOS == "windows" {
		program += ".exe"
	}
	build := exec.Command("go", "build", "-trimpath", "-ldflags", "-s -w", "-o", program, ".")
	if out, err := build.CombinedOutput(); err != nil {
		b.Fatalf("build: %v\n%s", err, out)
	}
	seed := filepath.Join("..", "..", "testdata", "ar", "seed.jsonl")
	for _, c := range []struct {
		name string
		args []string
	}{
		{"version", []string{"version"}},
		{"resolve", []string{"resolve", "UN"}},
		{"extract", []string{"extract", seed}},
	} {
		b.Run(c.name, func(b *testing.B) {
			most := 0.0
			for b.Loop() {
				cmd := exec.Command(program, c.args...)
				if err := cmd.Run(); err != nil {
					b.Fatalf("%v: %v", cmd, err)
				}
				most = max(most, memory(cmd.ProcessState))
			}
			if most > 0 {
				b.ReportMetric(most, "MB")
			}
		})
	}
}
