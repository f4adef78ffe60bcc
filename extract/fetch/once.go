package fetch

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"mithaq/extract/article"
)

// A server that is busy or fails is asked this often, if it wants no longer pause than that.
const (
	attempts = 3
	maxPause = 2 * time.Minute
)

type request struct {
	url   *url.URL
	known Condition
	limit int64
	cut   bool // what is beyond the limit is left, not refused
}

type answer struct {
	status      int
	contentType string
	location    string
	body        []byte
	Condition
	after time.Duration // Retry-After
}

func (a answer) isRedirect() bool {
	switch a.status {
	case http.StatusMovedPermanently, http.StatusFound, http.StatusSeeOther, http.StatusTemporaryRedirect, http.StatusPermanentRedirect:
		return true
	}
	return false
}

func (a answer) isBusy() bool {
	switch a.status {
	case http.StatusTooManyRequests, http.StatusInternalServerError, http.StatusBadGateway, http.StatusServiceUnavailable, http.StatusGatewayTimeout:
		return true
	}
	return false
}

// once gets one answer of a host whose turn the caller has, and asks again where that may help.
func (c *Client) once(ctx context.Context, h *host, r request) (a answer, err error) {
	pause := time.Second
	for try := 1; ; try++ {
		if err := c.opts.sleep(ctx, h.next.Sub(c.opts.now())); err != nil {
			return a, err
		}
		a, err = c.ask(ctx, r)
		h.next = c.opts.now().Add(max(c.opts.Delay, h.robots.delay))
		if !worthRepeating(a, err) || try == attempts || ctx.Err() != nil || a.after > maxPause {
			return a, err
		}
		if err := c.opts.sleep(ctx, max(pause, a.after)); err != nil {
			return a, err
		}
		pause *= 2
	}
}

func worthRepeating(a answer, err error) bool {
	if err == nil {
		return a.isBusy()
	}
	e := explain(err)
	return e.Later && !errors.Is(e, ErrTimeout) && !isTLS(err)
}

// ask sends one request and reads the answer.
func (c *Client) ask(ctx context.Context, r request) (a answer, err error) {
	ctx, cancel := context.WithTimeout(ctx, c.opts.Timeout)
	defer cancel()
	req, err := c.request(ctx, r)
	if err != nil {
		return a, err
	}
	resp, err := c.http.RoundTrip(req)
	if err != nil {
		return a, err
	}
	defer resp.Body.Close()
	a = answer{status: resp.StatusCode, contentType: resp.Header.Get("Content-Type"), location: resp.Header.Get("Location"),
		Condition: Condition{clip(resp.Header.Get("ETag")), clip(resp.Header.Get("Last-Modified"))},
		after:     retryAfter(resp.Header.Get("Retry-After"), c.opts.now())}
	if resp.StatusCode != http.StatusOK {
		return a, nil // a body would only tell people what the status says
	}
	body, err := unpacked(resp.Body, resp.Header.Get("Content-Encoding"))
	if err != nil {
		return a, err
	}
	defer body.Close()
	a.body, err = io.ReadAll(io.LimitReader(body, r.limit+1))
	if int64(len(a.body)) > r.limit {
		if a.body = a.body[:r.limit]; !r.cut {
			return a, &Error{Err: fmt.Errorf("%w: more than %s", ErrTooLarge, size(r.limit)), Advice: "download it with another program and load the file"}
		}
		err = nil
	}
	return a, err
}

// unpacked takes back how the server compressed its answer.
func unpacked(body io.ReadCloser, coding string) (io.ReadCloser, error) {
	coding = strings.ToLower(strings.TrimSpace(coding))
	if coding == "" || coding == "identity" {
		return body, nil
	}
	if !slices.Contains(strings.Split(article.Codings, ", "), strings.TrimPrefix(coding, "x-")) {
		return nil, &Error{Err: fmt.Errorf("%w: it is compressed in a way that was not asked for (%.20q)", ErrBroken, coding), Advice: "save the page with a browser and load the file"}
	}
	in, err := article.Decompress(coding, bufio.NewReaderSize(body, 64<<10))
	switch {
	case err != nil:
		return nil, err
	case in == nil:
		return nil, &Error{Err: fmt.Errorf("%w: it is not compressed as it says (%q)", ErrBroken, coding), Advice: "try again later", Later: true}
	}
	return in, nil
}

// request says who asks, for what, and what is known of it.
func (c *Client) request(ctx context.Context, r request) (*http.Request, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, r.url.String(), nil)
	if err != nil {
		return nil, &Error{Err: fmt.Errorf("%w: it cannot be asked for", ErrAddress), Advice: "check the address"}
	}
	req.Header.Set("User-Agent", c.opts.UserAgent)
	req.Header.Set("Accept-Encoding", article.Codings)
	req.Header.Set("Accept", "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.8")
	if r.known.ETag != "" {
		req.Header.Set("If-None-Match", r.known.ETag)
	}
	if r.known.Modified != "" {
		req.Header.Set("If-Modified-Since", r.known.Modified)
	}
	if u := r.url.User; u != nil {
		password, _ := u.Password()
		req.SetBasicAuth(u.Username(), password)
	}
	return req, nil
}

// clip drops what no honest server sends: it would be kept and sent back.
func clip(header string) string {
	if len(header) > 1000 {
		return ""
	}
	return header
}

// retryAfter reads seconds or a date; what cannot be read is no time.
func retryAfter(value string, now time.Time) time.Duration {
	if s, err := strconv.Atoi(strings.TrimSpace(value)); err == nil {
		return time.Duration(min(max(s, 0), 1<<30)) * time.Second
	}
	if t, err := http.ParseTime(value); err == nil {
		return max(t.Sub(now), 0)
	}
	return 0
}

// size writes a number of bytes.
func size(n int64) string {
	if n < 1<<20 {
		return fmt.Sprintf("%d bytes", n)
	}
	return fmt.Sprintf("%d MB", n>>20)
}
