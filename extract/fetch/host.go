package fetch

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"
)

// How long a robots.txt is believed, and one that could not be read.
const (
	robotsTTL  = time.Hour
	failureTTL = time.Minute
)

// maxHosts bounds what is remembered of hosts in a long run.
const maxHosts = 10_000

// host is what is known of one host.
type host struct {
	turn   sync.Mutex // one request at a time
	next   time.Time  // not before
	robots robots
	denied *Error // robots.txt could not be read
	until  time.Time
}

func (c *Client) host(u *url.URL) *host {
	key := strings.ToLower(u.Scheme + "://" + u.Host)
	c.mu.Lock()
	defer c.mu.Unlock()
	h, ok := c.hosts[key]
	if !ok {
		if len(c.hosts) >= maxHosts {
			clear(c.hosts)
		}
		h = &host{}
		c.hosts[key] = h
	}
	return h
}

// allowed asks the robots.txt of the host whether the address may be fetched. The caller has the host's turn.
func (c *Client) allowed(ctx context.Context, h *host, u *url.URL) error {
	if c.opts.now().After(h.until) {
		if err := c.readRobots(ctx, h, u); err != nil {
			return err
		}
	}
	if h.denied != nil {
		return h.denied
	}
	path := u.EscapedPath()
	if path == "" {
		path = "/"
	}
	if u.RawQuery != "" {
		path += "?" + u.RawQuery
	}
	if !h.robots.allows(path) {
		return &Error{Err: ErrRobots, Advice: "ask the site, or save the page with a browser and load the file"}
	}
	return nil
}

// readRobots fetches robots.txt. By RFC 9309 a host that has none (4xx) allows everything, one that cannot say (5xx, no answer) nothing.
func (c *Client) readRobots(ctx context.Context, h *host, u *url.URL) error {
	at := &url.URL{Scheme: u.Scheme, Host: u.Host, User: u.User, Path: "/robots.txt"}
	a, err := c.robotsAnswer(ctx, h, at)
	h.robots, h.denied, h.until = robots{}, nil, c.opts.now().Add(robotsTTL)
	var failed *Error
	switch {
	case ctx.Err() != nil:
		h.until = time.Time{}
		return ctx.Err()
	case err == nil && a.status == http.StatusOK:
		h.robots = parseRobots(string(a.body), token(c.opts.UserAgent))
	case err == nil && a.status >= 400 && a.status < 500 && a.status != http.StatusTooManyRequests:
	case err == nil:
		failed = statusError(a.status, a.after)
	default:
		failed = explain(err)
	}
	if failed != nil && !errors.Is(failed, ErrPrivate) {
		failed = &Error{Err: fmt.Errorf("robots.txt: %w", failed.Err), Advice: failed.Advice, Later: failed.Later}
	}
	if failed != nil {
		h.denied, h.until = failed, c.opts.now().Add(failureTTL)
	}
	return nil
}

// robotsAnswer follows redirects: a site may keep one robots.txt for all its hosts.
func (c *Client) robotsAnswer(ctx context.Context, h *host, u *url.URL) (answer, error) {
	for hop := 0; ; hop++ {
		a, err := c.once(ctx, h, request{url: u, limit: maxRobots, cut: true})
		if err != nil || !a.isRedirect() {
			return a, err
		}
		if hop == c.opts.Redirects {
			return answer{status: http.StatusNotFound}, nil // by the RFC as if there were none
		}
		if u, err = next(u, a.location); err != nil {
			return a, err
		}
	}
}
