package testenv

import (
	"fmt"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
)

// SmallDisk returns an empty folder on a disk of its own with a size like "16m", which ends with the test. It skips tb loudly where
// this user may not mount one, neither itself nor by sudo without a password.
func SmallDisk(tb testing.TB, size string) string {
	tb.Helper()
	dir, err := os.MkdirTemp("", "mithaq-disk-") // no parent that the test removes before the disk is away
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { os.Remove(dir) })
	own := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size="+size)
	if own == nil {
		tb.Cleanup(func() {
			if err := syscall.Unmount(dir, syscall.MNT_DETACH); err != nil {
				tb.Errorf("unmount %s: %v", dir, err)
			}
		})
		return dir
	}
	options := fmt.Sprintf("size=%s,uid=%d,gid=%d,mode=700", size, os.Getuid(), os.Getgid())
	if out, err := exec.Command("sudo", "-n", "mount", "-t", "tmpfs", "-o", options, "tmpfs", dir).CombinedOutput(); err != nil {
		Skip(tb, "a small disk cannot be made here: mount: %v; sudo: %v %s", own, err, strings.TrimSpace(string(out)))
	}
	tb.Cleanup(func() {
		if out, err := exec.Command("sudo", "-n", "umount", "-l", dir).CombinedOutput(); err != nil {
			tb.Errorf("unmount %s: %v %s", dir, err, out)
		}
	})
	return dir
}
