package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// asProcess makes the test binary the program, for tests that need a process of its own.
const asProcess = "MITHAQ_TEST_AS_PROCESS"

func TestMain(m *testing.M) {
	if os.Getenv(asProcess) != "" {
		main()
	}
	os.Exit(m.Run())
}

const seed = "../../testdata/ar/seed.jsonl"

// result is what a command line did.
type result struct {
	testing.TB
	line     string
	out, err string
	code     int
}

// env is the environment of a command under test.
type env map[string]string

// store returns an environment with a store of its own.
func store(t testing.TB) env {
	t.Helper()
	return env{"MITHAQ_STORE": filepath.Join(t.TempDir(), "x.db")}
}

// run runs a command line in this process.
func (e env) run(t testing.TB, args ...string) result { return e.feed(t, "", args...) }

// feed is run with something on standard input.
func (e env) feed(t testing.TB, in string, args ...string) result {
	t.Helper()
	var out, errs bytes.Buffer
	a := &app{in: strings.NewReader(in), out: &out, err: &errs, getenv: func(k string) string { return e[k] }}
	code := a.main(context.Background(), args)
	return result{t, "mithaq " + strings.Join(args, " "), out.String(), errs.String(), code}
}

// process prepares a command line in a process of its own.
func (e env) process(t testing.TB, args ...string) *exec.Cmd {
	t.Helper()
	cmd := exec.Command(os.Args[0], args...)
	cmd.Env = append(os.Environ(), asProcess+"=1")
	for k, v := range e {
		cmd.Env = append(cmd.Env, k+"="+v)
	}
	return cmd
}

// exits checks the exit code.
func (r result) exits(code int) result {
	r.Helper()
	if r.code != code {
		r.Errorf("%s: exit code %d, want %d\nstdout:\n%s\nstderr:\n%s", r.line, r.code, code, r.out, r.err)
	}
	return r
}

// says checks parts of standard error.
func (r result) says(parts ...string) result {
	r.Helper()
	for _, p := range parts {
		if !strings.Contains(r.err, p) {
			r.Errorf("%s: standard error lacks %q:\n%s", r.line, p, r.err)
		}
	}
	return r
}

// prints checks parts of standard output.
func (r result) prints(parts ...string) result {
	r.Helper()
	for _, p := range parts {
		if !strings.Contains(r.out, p) {
			r.Errorf("%s: standard output lacks %q:\n%s", r.line, p, r.out)
		}
	}
	return r
}

// write makes a file in a new folder and returns its path.
func write(t testing.TB, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// articles makes JSON lines of n invented articles.
func articles(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `{"id":"invented-%d","lang":"ar","date":"2025-11-%02d","title":"خبر مختلق رقم %d","text":"التقى الرئيس الروسي فلاديمير بوتين نظيره الصيني شي جين بينغ في موسكو. هذا النص رقم %d مختلق."}`+"\n", i, 1+i%28, i, i)
	}
	return b.String()
}

// writeTo writes a file into a folder and returns its path.
func writeTo(t testing.TB, dir, name, content string) string {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}
