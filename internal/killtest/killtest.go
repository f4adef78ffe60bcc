// Package killtest kills a process at a chosen point of its work. The test binary runs itself once more as the victim:
//
//	func TestMain(m *testing.M) { killtest.Main(m, func() error { ... work, calling killtest.Fault ... }) }
//
//	func TestKill(t *testing.T) { killtest.Run(t, "commit", 2, "STORE="+path) ... look at what is left ... }
package killtest

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

// variable holds POINT:N of a victim.
const variable = "MITHAQ_TEST_KILL"

// Main runs the tests, or work if this process is a victim.
func Main(m *testing.M, work func() error) {
	if os.Getenv(variable) == "" {
		os.Exit(m.Run())
	}
	if err := work(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(0)
}

// Fault returns a hook that kills this process without a chance to clean up when the chosen point is reached for the
// chosen time.
func Fault() func(point string) error {
	point, n, _ := strings.Cut(os.Getenv(variable), ":")
	left := new(atomic.Int64)
	times, _ := strconv.ParseInt(n, 10, 64)
	left.Store(times)
	return func(reached string) error {
		if reached != point || left.Add(-1) != 0 {
			return nil
		}
		p, err := os.FindProcess(os.Getpid())
		if err != nil {
			return err
		}
		if err := p.Kill(); err != nil {
			return err
		}
		select {} // until the signal is there
	}
}

// Run starts a victim that dies when it reaches point for the nth time, and waits until it is dead.
func Run(t *testing.T, point string, nth int, env ...string) {
	t.Helper()
	cmd, output := victim(t, fmt.Sprintf("%s:%d", point, nth), env)
	err := cmd.Run()
	if !killed(err) {
		t.Fatalf("the process was to be killed at %s: %v\n%s", point, err, output)
	}
}

// RunFor starts a victim and kills it after a time, if it still runs then. It reports whether it did.
func RunFor(t *testing.T, d time.Duration, env ...string) bool {
	t.Helper()
	cmd, output := victim(t, "never:1", env)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	timer := time.AfterFunc(d, func() { _ = cmd.Process.Kill() })
	defer timer.Stop()
	err := cmd.Wait()
	if err != nil && !killed(err) {
		t.Fatalf("the process failed by itself: %v\n%s", err, output)
	}
	return err != nil
}

func victim(t *testing.T, spec string, env []string) (*exec.Cmd, *strings.Builder) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	t.Cleanup(cancel)
	cmd := exec.CommandContext(ctx, os.Args[0])
	cmd.Env = append(append(os.Environ(), variable+"="+spec), env...)
	output := new(strings.Builder)
	cmd.Stdout, cmd.Stderr = output, output
	return cmd, output
}

// killed reports whether a process ended by a signal and not by itself.
func killed(err error) bool {
	var exit *exec.ExitError
	return errors.As(err, &exit) && exit.ExitCode() == -1
}
