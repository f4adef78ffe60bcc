package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"mithaq/internal/testenv"
)

func TestReadOnlyStore(t *testing.T) {
	dir, err := os.MkdirTemp("", "mithaq-ro-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.Chmod(dir, 0o755); os.RemoveAll(dir) })
	e := env{"MITHAQ_STORE": filepath.Join(dir, "x.db")}
	e.run(t, "load", seed).exits(exitDone)
	want := e.exported(t)
	load := e.process(t, "load", "-")
	load.Stdin = strings.NewReader(articles(1))
	if os.Getuid() == 0 { // whom no permission stops
		asNobody(t, load, dir)
	}
	for path, mode := range map[string]os.FileMode{filepath.Join(dir, "x.db"): 0o444, dir: 0o555} {
		if err := os.Chmod(path, mode); err != nil {
			t.Fatal(err)
		}
	}
	out, err := load.CombinedOutput()
	if code := load.ProcessState.ExitCode(); code != exitFailed || !strings.Contains(string(out), "check the permissions") {
		t.Errorf("load into a read-only store: %v, exit code %d: %s", err, code, out)
	}
	if got := e.exported(t); got != want {
		t.Errorf("the store was changed:\n%s", got)
	}
}

// asNobody runs a command as a user without rights; the program must be where that user may read it.
func asNobody(t *testing.T, cmd *exec.Cmd, dir string) {
	t.Helper()
	program, err := os.ReadFile(cmd.Path)
	if err != nil {
		t.Fatal(err)
	}
	cmd.Path = filepath.Join(dir, "mithaq")
	if err := os.WriteFile(cmd.Path, program, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	cmd.Dir = dir
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
}

func TestDiskFull(t *testing.T) {
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=1m"); err != nil {
		testenv.Skip(t, "a small disk cannot be made here: %v", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(dir, 0); err != nil {
			t.Error(err)
		}
	})
	e := env{"MITHAQ_STORE": filepath.Join(dir, "x.db")}
	e.run(t, "load", seed).exits(exitDone)
	want := e.exported(t)
	e.feed(t, articles(2000), "load", "-").exits(exitFailed).says("no space left", "nothing of this batch was written")
	e.run(t, "status").exits(exitDone)
	if got := e.exported(t); !strings.HasPrefix(want, "article ar-seed") || strings.Count(got, "\narticle ")%batchEmbedded != 0 {
		t.Errorf("the store holds a part of a batch:\n%.500s", got)
	}
}
