package neo4jtest

import (
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
)

// process is a running server and the reaper that ends it if this process dies. A nil process is one that never ran.
type process struct {
	cmd    *exec.Cmd
	done   chan struct{} // closed when the server has ended
	reaper *exec.Cmd
	alive  io.Closer // the pipe that the reaper waits on
}

// spawn starts the server with the jars of lib and further flags of Java.
func spawn(lib, home string, flags []string) (*process, error) {
	command, err := java()
	if err != nil {
		return nil, err
	}
	out, err := os.Create(filepath.Join(home, "logs", "console.log"))
	if err != nil {
		return nil, err
	}
	defer out.Close()
	args := append(slices.Concat(jvm, flags), "-cp", filepath.Join(lib, "*"), "org.neo4j.server.CommunityEntryPoint",
		"--home-dir="+home, "--config-dir="+filepath.Join(home, "conf"), "--console-mode")
	p := &process{cmd: exec.Command(command, args...), done: make(chan struct{})}
	p.cmd.Stdout, p.cmd.Stderr = out, out
	detach(p.cmd)
	if err := p.cmd.Start(); err != nil {
		return nil, err
	}
	go func() {
		p.cmd.Wait() // how it ended is in the log; done says that it did
		close(p.done)
	}()
	p.reaper = reaper(strconv.Itoa(p.cmd.Process.Pid), home)
	if p.alive, err = p.reaper.StdinPipe(); err == nil {
		err = p.reaper.Start()
	}
	if err != nil {
		p.cmd.Process.Kill()
		<-p.done
		return nil, err
	}
	return p, nil
}

// running reports whether the server has not ended.
func (p *process) running() bool {
	if p == nil {
		return false
	}
	select {
	case <-p.done:
		return false
	default:
		return true
	}
}

// stop asks the server to end and waits for it; after a minute it kills it.
func (p *process) stop() error {
	if !p.running() {
		p.kill()
		return nil
	}
	if err := terminate(p.cmd.Process); err != nil {
		return err
	}
	select {
	case <-p.done:
	case <-time.After(time.Minute):
	}
	p.kill()
	return nil
}

// kill ends the server, if it still runs, and its reaper at once.
func (p *process) kill() {
	if p == nil {
		return
	}
	if p.running() {
		p.cmd.Process.Kill()
		<-p.done
	}
	// The reaper goes first, so that it never kills a stranger that got the same number.
	p.reaper.Process.Kill()
	p.alive.Close()
	p.reaper.Wait()
}

// freePorts returns two ports of the loopback address that nobody listens on.
func freePorts() (int, int, error) {
	var ports [2]int
	for i := range ports {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			return 0, 0, err
		}
		defer l.Close()
		ports[i] = l.Addr().(*net.TCPAddr).Port
	}
	return ports[0], ports[1], nil
}

// portTaken reports whether the last start failed because of a port.
func (s *Server) portTaken() bool {
	return strings.Contains(s.log(), "Address already in use") || strings.Contains(s.log(), "BindException")
}
