package fetch

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
)

// Condition is what a server said to tell whether its answer changed; empty if it said nothing.
type Condition struct {
	ETag     string `json:"etag,omitempty"`
	Modified string `json:"modified,omitempty"`
}

// Page is what stands at an address.
type Page struct {
	URL         string // where it was found, after redirects, without login
	ContentType string
	Body        []byte
	Condition   // to ask with the next time
}

// Get fetches an address. Where the server says that its answer is the one of the condition, the error is [ErrNotModified]; every
// other failure is an [*Error], or that of the context.
func (c *Client) Get(ctx context.Context, address string, known Condition) (Page, error) {
	u, err := parse(address)
	if err != nil {
		return Page{}, err
	}
	a, at, err := c.follow(ctx, u, known)
	switch {
	case ctx.Err() != nil:
		return Page{}, ctx.Err()
	case err != nil:
		e := *explain(err)
		e.URL = Shown(address)
		if from := Shown(at.String()); from != e.URL {
			e.Err = fmt.Errorf("redirected to %s: %w", from, e.Err)
		}
		return Page{}, &e
	case a.status == http.StatusNotModified && known != Condition{}:
		return Page{}, ErrNotModified
	case a.status != http.StatusOK:
		e := statusError(a.status, a.after)
		e.URL = Shown(address)
		return Page{}, e
	}
	return Page{URL: Shown(at.String()), ContentType: a.contentType, Body: a.body, Condition: a.Condition}, nil
}

// follow asks for an address and where it leads to. Each step takes the turn of its host and is checked like the first.
func (c *Client) follow(ctx context.Context, u *url.URL, known Condition) (answer, *url.URL, error) {
	for hop := 0; ; hop++ {
		a, err := c.step(ctx, u, known)
		if err != nil || !a.isRedirect() {
			return a, u, err
		}
		if hop == c.opts.Redirects {
			return a, u, &Error{Err: fmt.Errorf("%w: more than %d", ErrRedirects, c.opts.Redirects), Advice: "check the address; some sites send programs around in circles"}
		}
		to, err := next(u, a.location)
		if err != nil {
			return a, u, err
		}
		u = to
	}
}

func (c *Client) step(ctx context.Context, u *url.URL, known Condition) (answer, error) {
	h := c.host(u)
	h.turn.Lock()
	defer h.turn.Unlock()
	if err := c.allowed(ctx, h, u); err != nil {
		return answer{}, err
	}
	return c.once(ctx, h, request{url: u, known: known, limit: c.opts.MaxBytes})
}
