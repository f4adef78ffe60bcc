package fetch

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"slices"
	"syscall"
)

// inside are the ranges that are no public hosts (IANA's registries of special addresses). Those of IPv6 that hold an
// address of IPv4 are looked at by that.
func inside() []netip.Prefix {
	var all []netip.Prefix
	for _, s := range []string{
		"0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
		"192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
		"::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
	} {
		all = append(all, netip.MustParsePrefix(s))
	}
	return all
}

// embedded are ranges of IPv6 with the byte at which an address of IPv4 begins: a gateway would connect to that.
var embedded = []struct {
	prefix string
	at     int
}{{"64:ff9b::/96", 12}, {"2002::/16", 2}}

// isPrivate reports whether an address is not one of the public network: this machine, a private network, the services of a
// cloud's hosts, several hosts at once.
func isPrivate(a netip.Addr, inside []netip.Prefix) bool {
	a = a.Unmap().WithZone("")
	if !a.IsValid() || slices.ContainsFunc(inside, func(p netip.Prefix) bool { return p.Contains(a) }) {
		return true
	}
	for _, e := range embedded {
		if p, err := netip.ParsePrefix(e.prefix); err == nil && p.Contains(a) {
			b := a.As16()
			return isPrivate(netip.AddrFrom4([4]byte(b[e.at:e.at+4])), inside)
		}
	}
	return false
}

// transport connects only where the guard lets it. The guard sees the address that a connection is made to, after the name was
// resolved: a name that resolves otherwise the second time cannot get around it, nor can a redirect.
func (c *Client) transport() *http.Transport {
	t := &http.Transport{
		ForceAttemptHTTP2: true, MaxIdleConns: 16, MaxIdleConnsPerHost: 1, IdleConnTimeout: connectTimeout,
		DisableCompression:  true, // ask asks for more ways to compress than the transport knows
		TLSHandshakeTimeout: connectTimeout, ResponseHeaderTimeout: headerTimeout, MaxResponseHeaderBytes: maxHeaderBytes,
	}
	dialer := &net.Dialer{Timeout: connectTimeout}
	if c.opts.AllowPrivate {
		t.Proxy = http.ProxyFromEnvironment // elsewhere a proxy would connect to what nobody looked at
	} else {
		dialer.Control = c.guard(inside())
	}
	t.DialContext = func(ctx context.Context, network, address string) (net.Conn, error) {
		return dialer.DialContext(ctx, network, address)
	}
	return t
}

func (c *Client) guard(inside []netip.Prefix) func(network, address string, _ syscall.RawConn) error {
	return func(network, address string, _ syscall.RawConn) error {
		to, err := netip.ParseAddrPort(address)
		switch {
		case network != "tcp4" && network != "tcp6":
			return fmt.Errorf("%w: network %s", ErrPrivate, network)
		case err != nil:
			return fmt.Errorf("%w: %w", ErrPrivate, err)
		case isPrivate(to.Addr(), inside) && (c.opts.pass == nil || !c.opts.pass(to)):
			return fmt.Errorf("%w: %s", ErrPrivate, to.Addr())
		}
		return nil
	}
}
