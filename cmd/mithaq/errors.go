package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
)

// Exit codes.
const (
	exitDone   = 0
	exitFailed = 1
	exitUsage  = 2
	exitPart   = 3 // some articles were refused
)

// usageError says that the command line is wrong.
type usageError struct{ err error }

func (e usageError) Error() string { return e.err.Error() }
func (e usageError) Unwrap() error { return e.err }

func usagef(format string, args ...any) error { return usageError{fmt.Errorf(format, args...)} }

// partialError says that the work was done but for some items, each of which was named already.
type partialError struct {
	done, refused int
	what          string
	empty         int // folders and archives in which there was nothing
}

func (e partialError) Error() string {
	var parts []string
	if e.refused > 0 {
		parts = append(parts, fmt.Sprintf("%d of %d %s refused", e.refused, e.done+e.refused, e.what))
	}
	if e.empty > 0 {
		parts = append(parts, fmt.Sprintf("folders or archives without articles: %d", e.empty))
	}
	return strings.Join(parts, "; ")
}

// exitCode returns the exit code for the error of a command.
func exitCode(err error) int {
	var usage usageError
	var partial partialError
	switch {
	case err == nil:
		return exitDone
	case errors.As(err, &usage):
		return exitUsage
	case errors.As(err, &partial) && partial.done > 0:
		return exitPart
	}
	return exitFailed
}

// message is what the user reads.
func message(ctx context.Context, err error) string {
	var usage usageError
	switch {
	case errors.As(err, &usage):
		return err.Error() + "\nTry mithaq --help, or mithaq COMMAND --help."
	case errors.Is(err, context.Canceled) && ctx.Err() != nil:
		return "interrupted"
	}
	return err.Error()
}

// args wraps a check of positional arguments so that a failure is wrong usage.
func args(check cobra.PositionalArgs) cobra.PositionalArgs {
	return func(cmd *cobra.Command, list []string) error {
		if err := check(cmd, list); err != nil {
			return usagef("%s: %w; usage: %s", cmd.Name(), err, cmd.UseLine())
		}
		return nil
	}
}

// oneOf checks the value of a flag.
func oneOf(flag, value string, allowed ...string) error {
	for _, a := range allowed {
		if value == a {
			return nil
		}
	}
	return usagef("--%s %q: want %s", flag, value, strings.Join(allowed, ", "))
}
