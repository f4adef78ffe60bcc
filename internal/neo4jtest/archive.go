package neo4jtest

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
)

// fastStart returns the flag of Java that lets a server start from an archive of its loaded classes: 2.5 s instead of 6 s, and the gain
// is larger on a busy machine. The archive (120 MB) is made once per Java runtime by a first run of the server, which takes about 15 s.
// Java does without an archive that does not fit, and so do the tests: no failure here is an error.
func fastStart(lib string) []string {
	path, err := archive(lib)
	if err != nil {
		fmt.Fprintln(os.Stderr, "neo4jtest: the server will start slowly:", err)
		return nil
	}
	return []string{"-XX:SharedArchiveFile=" + path}
}

// archive returns the archive for this Java runtime and makes it if it is not there. Several processes may call it.
func archive(lib string) (string, error) {
	key, err := runtimeKey()
	if err != nil {
		return "", err
	}
	path := lib + "-" + key + ".jsa"
	held, err := lock(lib + ".jsa.lock")
	if err != nil {
		return "", err
	}
	defer held.Close()
	if _, err := os.Stat(path); err == nil {
		return path, nil
	}
	old, err := filepath.Glob(lib + "-*.jsa")
	if err != nil {
		return "", err
	}
	for _, file := range old { // of a Java runtime before an upgrade
		os.Remove(file)
	}
	return path, train(lib, path)
}

// runtimeKey tells Java runtimes apart.
func runtimeKey() (string, error) {
	command, err := java()
	if err != nil {
		return "", err
	}
	real, err := filepath.EvalSymlinks(command)
	if err != nil {
		return "", err
	}
	info, err := os.Stat(real)
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(fmt.Append(nil, real, info.Size(), info.ModTime().UnixNano()))
	return fmt.Sprintf("%x", sum[:6]), nil
}

// train runs a server once and lets Java write the classes that it used to path.
func train(lib, path string) error {
	home, err := os.MkdirTemp("", "mithaq-neo4j-")
	if err != nil {
		return err
	}
	fresh := path + ".new"
	s := &Server{home: home, lib: lib, flags: []string{"-XX:ArchiveClassesAtExit=" + fresh}}
	defer s.close()
	if err := s.launch(); err != nil {
		return err
	}
	for _, statement := range []string{
		"CREATE CONSTRAINT c FOR (n:A) REQUIRE n.id IS UNIQUE",
		"UNWIND range(1, 9) AS i MERGE (a:A {id: i}) CREATE (a)-[:R {key: i}]->(:B)",
		"MATCH p = (a:A)-[r]-(b) WITH a, count(p) AS n RETURN a.id, n ORDER BY n",
		"MATCH (n) DETACH DELETE n",
	} {
		if _, err := s.ask("neo4j", statement, nil); err != nil {
			return err
		}
	}
	if err := s.process.stop(); err != nil {
		return err
	}
	return os.Rename(fresh, path)
}
