package main

import (
	"os"
	"syscall"
)

// memory returns the most memory that a process had, in MB.
func memory(p *os.ProcessState) float64 {
	if u, ok := p.SysUsage().(*syscall.Rusage); ok {
		return float64(u.Maxrss) / 1024
	}
	return 0
}
