//go:build unix

package neo4jtest

import (
	"os"
	"os/exec"
	"syscall"
)

// lock takes an exclusive lock on the file at path, made if needed, and waits for it. It ends with the process or with Close.
func lock(path string) (*os.File, error) {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o644)
	if err != nil {
		return nil, err
	}
	for {
		err = syscall.Flock(int(f.Fd()), syscall.LOCK_EX)
		if err != syscall.EINTR {
			break
		}
	}
	if err != nil {
		f.Close()
		return nil, &os.PathError{Op: "flock", Path: path, Err: err}
	}
	return f, nil
}

// detach puts cmd into its own process group: an interrupt typed at the terminal reaches the test binary alone.
func detach(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} }

// terminate asks p to end.
func terminate(p *os.Process) error { return p.Signal(syscall.SIGTERM) }

// reaper returns a command that kills process pid and removes folder home once its standard input ends, which happens when the
// process that holds the other end of the pipe is gone: this is what keeps a killed test from leaving a server behind.
func reaper(pid, home string) *exec.Cmd {
	cmd := exec.Command("/bin/sh", "-c", `cat >/dev/null; kill -9 "$1" 2>/dev/null
n=0; while kill -0 "$1" 2>/dev/null && [ $n -lt 50 ]; do sleep 0.1; n=$((n+1)); done; rm -rf "$2"`, "reaper", pid, home)
	detach(cmd)
	return cmd
}
