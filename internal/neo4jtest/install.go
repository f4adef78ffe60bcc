package neo4jtest

import (
	_ "embed"
	"encoding/xml"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

//go:embed pom.xml
var pom []byte

// errNoJava and errNoMaven say what a machine lacks.
var (
	errNoJava  = errors.New("no java (a Java runtime, 17 or newer)")
	errNoMaven = errors.New("no mvn (Maven, for the first run)")
)

// version returns the version of the server that pom.xml names.
func version() (string, error) {
	var p struct {
		Server string `xml:"properties>neo4j.version"`
	}
	if err := xml.Unmarshal(pom, &p); err != nil {
		return "", fmt.Errorf("read pom.xml: %w", err)
	}
	return p.Server, nil
}

// cacheDir returns the folder that keeps jars and running servers, made if needed.
func cacheDir() (string, error) {
	base, err := os.UserCacheDir()
	if err != nil {
		return "", fmt.Errorf("find the cache folder: %w", err)
	}
	dir := filepath.Join(base, "mithaq")
	return dir, os.MkdirAll(dir, 0o755)
}

// java returns the Java command.
func java() (string, error) {
	if home := os.Getenv("JAVA_HOME"); home != "" {
		return exec.LookPath(filepath.Join(home, "bin", "java"))
	}
	path, err := exec.LookPath("java")
	if err != nil {
		return "", errNoJava
	}
	return path, nil
}

// install returns the folder with the server's jars and fetches them if it is not there. Several processes may call it.
func install() (string, error) {
	if _, err := java(); err != nil {
		return "", err
	}
	v, err := version()
	if err != nil {
		return "", err
	}
	cache, err := cacheDir()
	if err != nil {
		return "", err
	}
	lib := filepath.Join(cache, "neo4j-"+v)
	held, err := lock(lib + ".lock")
	if err != nil {
		return "", err
	}
	defer held.Close()
	if _, err := os.Stat(lib); err == nil {
		return lib, nil
	}
	return lib, fetch(lib)
}

// fetch lets Maven copy the jars beside lib and renames the folder when it is whole.
func fetch(lib string) error {
	mvn, err := exec.LookPath("mvn")
	if err != nil {
		return errNoMaven
	}
	work, err := os.MkdirTemp(filepath.Dir(lib), "fetch-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	file := filepath.Join(work, "pom.xml")
	if err := os.WriteFile(file, pom, 0o644); err != nil {
		return err
	}
	jars := filepath.Join(work, "jars")
	fmt.Fprintln(os.Stderr, "neo4jtest: fetching the Neo4j server (140 MB, once) into", lib)
	cmd := exec.Command(mvn, "-B", "-q", "-f", file, "dependency:copy-dependencies",
		"-DincludeScope=runtime", "-DoutputDirectory="+jars)
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("fetch the Neo4j server with %s: %w\n%s", mvn, err, out)
	}
	return os.Rename(jars, lib)
}
