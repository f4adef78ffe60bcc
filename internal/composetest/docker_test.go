package composetest

import (
	"go/version"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"mithaq/internal/testenv"
)

func TestDockerfile(t *testing.T) {
	text := read(t, "Dockerfile")
	base := regexp.MustCompile(`(?m)^FROM golang:([0-9.]+)`).FindStringSubmatch(text)
	needed := regexp.MustCompile(`(?m)^go ([0-9.]+)$`).FindStringSubmatch(read(t, "go.mod"))
	if base == nil || needed == nil {
		t.Fatal("Dockerfile or go.mod names no version of Go")
	}
	if version.Compare(version.Lang("go"+base[1]), version.Lang("go"+needed[1])) < 0 {
		t.Errorf("Dockerfile builds with Go %s, go.mod asks for %s", base[1], needed[1])
	}
	for _, want := range []string{"CGO_ENABLED=0", "FROM scratch", `ENTRYPOINT ["/mithaq"]`} {
		if !strings.Contains(text, want) {
			t.Errorf("Dockerfile lacks %s", want)
		}
	}
}

// TestDockerignore checks that every folder with Go code reaches the build.
func TestDockerignore(t *testing.T) {
	allowed := strings.Fields(read(t, ".dockerignore"))
	entries, err := os.ReadDir(root)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if !e.IsDir() || strings.HasPrefix(e.Name(), ".") || slices.Contains(allowed, "!"+e.Name()) {
			continue
		}
		if file := firstGo(filepath.Join(root, e.Name())); file != "" {
			t.Errorf(".dockerignore keeps %s from the build", file)
		}
	}
}

// firstGo returns a Go file below dir, if there is one.
func firstGo(dir string) string {
	var found string
	filepath.WalkDir(dir, func(path string, _ os.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(path, ".go") {
			found = path
			return filepath.SkipAll
		}
		return nil
	})
	return found
}

// tool returns the compose command of this machine, 2 or newer: version 1 does not know all of the format.
func tool(t *testing.T) []string {
	t.Helper()
	for _, command := range [][]string{{"docker", "compose"}, {"docker-compose"}} {
		out, err := exec.Command(command[0], append(slices.Clone(command[1:]), "version", "--short")...).Output()
		if v := strings.TrimPrefix(strings.TrimSpace(string(out)), "v"); err == nil && v != "" && !strings.HasPrefix(v, "1.") {
			return command
		}
	}
	testenv.Skip(t, "no docker compose: only this package has read docker-compose.yml")
	return nil
}

// TestCompose lets the compose tool of the machine read the file, with a password and without.
func TestCompose(t *testing.T) {
	command := tool(t)
	config := func(password string) (string, error) {
		env := filepath.Join(t.TempDir(), "env")
		if err := os.WriteFile(env, []byte("NEO4J_PASSWORD="+password+"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		args := append(slices.Clone(command[1:]), "--env-file", env, "--profile", "tools", "-f", "docker-compose.yml", "config")
		cmd := exec.Command(command[0], args...)
		cmd.Dir = root
		cmd.Env = slices.DeleteFunc(os.Environ(), func(v string) bool { return strings.HasPrefix(v, "NEO4J_") })
		out, err := cmd.CombinedOutput()
		return string(out), err
	}
	if out, err := config("only-for-this-test"); err != nil || !strings.Contains(out, "neo4j/only-for-this-test") {
		t.Errorf("with a password: %v\n%s", err, out)
	}
	if out, err := config(""); err == nil || !strings.Contains(out, "Set NEO4J_PASSWORD to a password") {
		t.Errorf("without a password: %v\n%s", err, out)
	}
}
