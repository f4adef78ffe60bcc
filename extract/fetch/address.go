package fetch

import (
	"fmt"
	"net/url"
	"strings"
)

// IsAddress reports whether somebody who wrote s meant an address and not a path. Of addresses only those of the web can be fetched.
func IsAddress(s string) bool {
	scheme, _, ok := strings.Cut(s, "://")
	return ok && scheme != "" && strings.Trim(strings.ToLower(scheme), "abcdefghijklmnopqrstuvwxyz0123456789+.-") == ""
}

// parse returns an address that can be fetched.
func parse(address string) (*url.URL, error) {
	if len(address) > maxAddress {
		return nil, &Error{URL: "address", Err: fmt.Errorf("%w: it is longer than %d bytes", ErrAddress, maxAddress)}
	}
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil { // its text would show the address with the login
		return nil, &Error{URL: "address", Err: fmt.Errorf("%w: it cannot be read", ErrAddress), Advice: "write it like https://example.org/news"}
	}
	return u, check(u)
}

// check refuses what is no address of the web; a redirect may try others.
func check(u *url.URL) error {
	scheme := strings.ToLower(u.Scheme)
	switch {
	case scheme != "http" && scheme != "https":
		return &Error{URL: Shown(u.String()), Err: fmt.Errorf("%w: only http and https are", ErrAddress), Advice: "save what it has into a file and load that"}
	case u.Hostname() == "":
		return &Error{URL: Shown(u.String()), Err: fmt.Errorf("%w: it names no host", ErrAddress), Advice: "write it like https://example.org/news"}
	}
	return nil
}

// Shown returns an address without its login, as it may stand in messages and in the graph.
func Shown(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return "address"
	}
	u.User = nil
	return u.String()
}

// next returns where a redirect leads. The login stays with the host for which it was given.
func next(from *url.URL, location string) (*url.URL, error) {
	if location == "" {
		return nil, &Error{Err: fmt.Errorf("%w: a redirect that leads nowhere", ErrBroken), Advice: "check the address"}
	}
	if len(location) > maxAddress {
		return nil, &Error{Err: fmt.Errorf("%w: a redirect to more than %d bytes", ErrBroken, maxAddress), Advice: "check the address"}
	}
	ref, err := url.Parse(location)
	if err != nil {
		return nil, &Error{Err: fmt.Errorf("%w: a redirect to what cannot be read", ErrBroken), Advice: "check the address"}
	}
	to := from.ResolveReference(ref)
	if to.User = nil; to.Scheme == from.Scheme && to.Host == from.Host {
		to.User = from.User
	}
	return to, check(to)
}
