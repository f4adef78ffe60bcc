//go:build !linux

package testenv

import "testing"

// SmallDisk skips tb loudly: only Linux has disks in memory that can be mounted in passing.
func SmallDisk(tb testing.TB, _ string) string {
	tb.Helper()
	Skip(tb, "a small disk can be made on Linux only")
	return ""
}
