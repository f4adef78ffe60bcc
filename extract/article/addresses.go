package article

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/url"
)

// maxAddress is longer than any address that a server takes.
const maxAddress = 16 << 10

const addressAdvice = "write one http or https address a line; lines that begin with # are comments"

// ListsAddresses reports whether a file that begins so is a list of addresses or a sitemap: what it gives may change while it does not.
func ListsAddresses(head []byte) bool {
	return utf16Order(head) == "" && (isAddresses(head[:min(len(head), headSize)]) || isSitemap(head))
}

// isAddresses looks for a text whose complete lines are all addresses: an article may begin with one, but goes on in words.
func isAddresses(head []byte) bool {
	lines := bytes.Split(head, []byte("\n"))
	if len(head) == headSize {
		lines = lines[:len(lines)-1] // the last one may be cut
	}
	found := 0
	for _, line := range lines {
		line = bytes.TrimSpace(line)
		switch {
		case isComment(line):
		case isAddress(line):
			found++
		default:
			return false
		}
	}
	return found > 0
}

func isComment(line []byte) bool { return len(line) == 0 || line[0] == '#' }

func isAddress(line []byte) bool {
	if bytes.ContainsAny(line, " \t<>\"") {
		return false
	}
	u, err := url.Parse(string(line))
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Hostname() != ""
}

// readAddresses reads a list of addresses. A list that came from the network is not followed: whoever serves it would decide
// what this machine asks for.
func readAddresses(s *source) bool {
	if refused, ok := s.refusesList("a list of addresses"); refused {
		return ok
	}
	lines := &lineReader{in: s.in, max: maxAddress}
	for {
		line, err := lines.next()
		line = bytes.TrimSpace(line)
		switch {
		case errors.Is(err, io.EOF):
			return true
		case err != nil && !errors.Is(err, ErrTooLong):
			return s.refusePath(s.name, err)
		case err == nil && isComment(line):
		case err == nil && isAddress(line):
			if !s.fetch(string(line)) {
				return false
			}
		default:
			if !s.refuse(s.name, lines.line, fmt.Errorf("%w: no address", ErrRecord), addressAdvice) {
				return false
			}
		}
	}
}

// refusesList refuses a list that is not to be followed, and reports whether it did and whether to go on.
func (s *source) refusesList(what string) (refused, ok bool) {
	switch {
	case s.remote:
		return true, s.refuse(s.name, 0, errors.New(what+" from the network is not followed"), "save it and load the file")
	case s.opts.Fetch == nil:
		return true, s.refuse(s.name, 0, errors.New(what+", and nothing is fetched here"), "load it with mithaq load, or give the saved pages")
	}
	return false, true
}

func (s *source) fetch(address string) bool {
	for a, err := range s.opts.Fetch(s.ctx, address) {
		if !s.emit(a, err) {
			return false
		}
	}
	return true
}
