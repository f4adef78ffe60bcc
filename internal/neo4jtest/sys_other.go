//go:build !unix

package neo4jtest

import (
	"errors"
	"os"
	"os/exec"
)

var errSystem = errors.New("starting a server is only known for Unix; set MITHAQ_TEST_NEO4J to a running one")

func lock(string) (*os.File, error) { return nil, errSystem }

func detach(*exec.Cmd) {}

func terminate(p *os.Process) error { return p.Kill() }

func reaper(string, string) *exec.Cmd { return exec.Command("") }
