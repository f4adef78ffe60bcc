// Package testenv says loudly what a test run leaves out.
//
// go test hides the output of packages that pass, a skip included. A test that needs something from outside (a Java
// runtime, a browser, an evaluation set) calls [Missing] or [Skip]: the message goes to standard error and, when the
// variable MITHAQ_TEST_SKIPS names a file, as `make test` sets it, into that file, which make prints after the run.
package testenv

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"
)

// CI reports whether the run must be complete: the variable CI is set and not false.
func CI() bool {
	v := os.Getenv("CI")
	on, err := strconv.ParseBool(v)
	return v != "" && (err != nil || on)
}

// Missing ends tb because the machine lacks something that `.ci/run` installs: a failure with CI=true, else a loud skip.
func Missing(tb testing.TB, format string, args ...any) {
	tb.Helper()
	if CI() {
		tb.Fatalf(format, args...)
	}
	Skip(tb, format, args...)
}

// Skip skips tb loudly. It is for what even a complete run may lack.
func Skip(tb testing.TB, format string, args ...any) {
	tb.Helper()
	message := fmt.Sprintf(format, args...)
	line := fmt.Sprintf("SKIPPED %s: %s\n", tb.Name(), strings.TrimSpace(message))
	fmt.Fprint(os.Stderr, line)
	if path := os.Getenv("MITHAQ_TEST_SKIPS"); path != "" {
		if err := note(path, line); err != nil {
			tb.Errorf("note the skip: %v", err)
		}
	}
	tb.Skip(message)
}

// note appends line in one write, so that lines of parallel test binaries do not mix.
func note(path, line string) error {
	f, err := os.OpenFile(path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	if _, err := f.WriteString(line); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}
