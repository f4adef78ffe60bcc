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

// TestDiskFull takes the room away under a load: whole batches are kept, the report counts what was read, and with room again the
// same load ends where an undisturbed one does.
func TestDiskFull(t *testing.T) {
	dir := testenv.SmallDisk(t, "32m")
	const given = 10 * batchEmbedded
	undisturbed := store(t)
	undisturbed.feed(t, articles(given), "load", "-").exits(exitDone)

	e, report := env{"MITHAQ_STORE": filepath.Join(dir, "x.db")}, filepath.Join(t.TempDir(), "report.json")
	e.feed(t, articles(2*batchEmbedded), "load", "-").exits(exitDone)
	rest := writeTo(t, dir, "rest", strings.Repeat("x", 1<<20))
	free := testenv.Fill(t, dir)
	e.run(t, "load", seed).exits(exitFailed).says("no space left")
	if err := os.Remove(rest); err != nil { // enough to begin with
		t.Fatal(err)
	}
	e.feed(t, articles(given), "load", "--report", report, "-").exits(exitFailed).says("no space left", "nothing of this batch was written")
	countsAdd(t, report)
	e.run(t, "status").exits(exitDone)
	if n := strings.Count("\n"+e.exported(t), "\narticle "); n < 2*batchEmbedded || n%batchEmbedded != 0 {
		t.Errorf("the store holds a part of a batch: %d articles", n)
	}
	free()
	e.feed(t, articles(given), "load", "-").exits(exitDone)
	if e.exported(t) != undisturbed.exported(t) {
		t.Error("with room again the graph is not that of an undisturbed load")
	}
}
