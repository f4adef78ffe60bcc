package fetch

import (
	"net/url"
	"strings"
	"testing"
	"time"
)

// FuzzAddress: an address that is taken is one of the web, and neither what is shown of it nor an error holds its login.
func FuzzAddress(f *testing.F) {
	for _, s := range []string{"example.org/a?b#c", "[::1]:80/", "example.org/" + strings.Repeat("a", maxAddress), "%zz", "example.org/@x"} {
		f.Add("https", s)
		f.Add("HTTP", s)
	}
	f.Fuzz(func(t *testing.T, scheme, rest string) {
		if strings.Contains(scheme+rest, secret) {
			return
		}
		address := scheme + "://reader:" + secret + "@" + rest
		u, err := parse(address)
		switch {
		case err != nil && strings.Contains(err.Error(), secret) && IsAddress(address):
			t.Errorf("%.80q: the error shows the login: %v", address, err)
		case err == nil && (u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == ""):
			t.Errorf("%+q is taken", address)
		case err == nil && u.User != nil && strings.Contains(Shown(address), secret):
			t.Errorf("%+q is shown as %q", address, Shown(address))
		}
	})
}

// FuzzNext: a redirect leads to an address of the web, and takes no login to another host.
func FuzzNext(f *testing.F) {
	for _, s := range []string{"/a", "//other.example/b", "https://x:y@other.example/", "javascript:alert(1)", "?q", "..", "http://example.org:81/"} {
		f.Add(s)
	}
	from, err := url.Parse("https://reader:" + secret + "@example.org/a/b")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, location string) {
		to, err := next(from, location)
		if err != nil {
			return
		}
		if to.Scheme != "http" && to.Scheme != "https" || to.Hostname() == "" || to.User != nil && (to.Scheme != from.Scheme || to.Host != from.Host) {
			t.Errorf("%+q leads to %s", location, to.Redacted())
		}
	})
}

// FuzzRetryAfter: the pause that a server asks for is never negative.
func FuzzRetryAfter(f *testing.F) {
	now := time.Date(2025, 11, 3, 9, 30, 0, 0, time.UTC)
	for _, s := range []string{"120", "-1", "99999999999999999999", "Mon, 03 Nov 2025 09:31:00 GMT", "soon"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, value string) {
		if d := retryAfter(value, now); d < 0 {
			t.Errorf("%+q: %s", value, d)
		}
	})
}
