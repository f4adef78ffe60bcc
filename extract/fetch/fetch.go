// Package fetch gets pages and feeds from the web: politely, with bounds on everything a server decides, and never from the inside
// of a network.
//
// The way of an address, in the order of the code:
//
//	Reader.Read    a page or a feed becomes articles; what a server or a feed did not change is not read again   reader.go, item.go
//	Client.Get     one address, followed through redirects, each of which is checked like the first              get.go, address.go
//	allowed        what the robots.txt of the host says                                                          host.go, robots.go
//	once           one request at a time to a host, with a pause before the next; busy servers are asked again   once.go
//	guard          the address that a name was resolved to, looked at before the connection is made              guard.go
//
// What cannot be fetched is an [*Error], whose text never holds the login of an address.
package fetch

import (
	"cmp"
	"context"
	"net/http"
	"net/netip"
	"sync"
	"time"
)

// Options say how to ask servers; the zero value is right for most.
type Options struct {
	// UserAgent is how the program names itself; the part before "/" or a space is looked for in robots.txt.
	UserAgent string
	// AllowPrivate allows addresses on this machine and in private networks.
	AllowPrivate bool
	// Delay is the least time between two requests to one host; zero means a second, a negative value none. A longer one in
	// robots.txt counts, up to a minute.
	Delay time.Duration
	// Timeout is how long one answer may take, from the connection to its last byte; zero means a minute.
	Timeout time.Duration
	// MaxBytes is how long an answer may be after decompression; zero means 16 MB.
	MaxBytes int64
	// Redirects is how many are followed; zero means 5.
	Redirects int

	sleep func(context.Context, time.Duration) error // for tests; nil means to wait
	now   func() time.Time
	pass  func(netip.AddrPort) bool // for tests: addresses that the guard lets through
}

// DefaultUserAgent is the name under which the program asks if it is given none.
const DefaultUserAgent = "mithaq"

// What a server decides is bounded by these.
const (
	defaultDelay     = time.Second
	maxDelay         = time.Minute
	defaultTimeout   = time.Minute
	headerTimeout    = 20 * time.Second
	connectTimeout   = 10 * time.Second
	defaultMaxBytes  = 16 << 20
	maxHeaderBytes   = 256 << 10
	defaultRedirects = 5
	maxAddress       = 8 << 10
)

// Client asks servers. It is safe for concurrent use; requests to one host wait for one another.
type Client struct {
	opts  Options
	http  *http.Transport // not an http.Client: follow checks every step, and errors must not show addresses
	mu    sync.Mutex
	hosts map[string]*host
}

// New returns a client.
func New(o Options) *Client {
	o.UserAgent = cmp.Or(o.UserAgent, DefaultUserAgent)
	o.Delay = max(cmp.Or(o.Delay, defaultDelay), 0)
	o.Timeout = cmp.Or(o.Timeout, defaultTimeout)
	o.MaxBytes = cmp.Or(o.MaxBytes, defaultMaxBytes)
	o.Redirects = cmp.Or(o.Redirects, defaultRedirects)
	if o.sleep == nil {
		o.sleep = wait
	}
	if o.now == nil {
		o.now = time.Now
	}
	c := &Client{opts: o, hosts: map[string]*host{}}
	c.http = c.transport()
	return c
}

// Close drops connections that wait for more requests.
func (c *Client) Close() { c.http.CloseIdleConnections() }

func wait(ctx context.Context, d time.Duration) error {
	if d <= 0 {
		return ctx.Err()
	}
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-t.C:
		return nil
	}
}
