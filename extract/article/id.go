package article

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/url"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// hashSize is the length of a text hash in bytes: 80 bits keep two texts among a
// hundred million apart.
const hashSize = 10

// identify returns the id of an article: its canonical URL, else its source and
// record id, else its record id, else a hash of its text.
func identify(canonical string, a *Article) string {
	switch {
	case canonical != "":
		return canonical
	case a.Record != "" && a.Source != "":
		return a.Source + "/" + a.Record
	case a.Record != "":
		return a.Record
	}
	return "text/" + hash(a.Title, a.Text)
}

// hash does not see encoding, line ends, runs of white space or the way in which
// Unicode spells a letter, so that a copy of a text is the same text.
func hash(title, text string) string {
	h := sha256.New()
	for part := range strings.FieldsSeq(title + "\n" + text) {
		h.Write([]byte(norm.NFKC.String(part)))
		h.Write([]byte{' '})
	}
	return hex.EncodeToString(h.Sum(nil)[:hashSize])
}

// canonicalURL returns the address without what differs from visit to visit:
// scheme and host in lower case, no user, default port, fragment, tracking
// parameters or trailing slash. An empty address stays empty.
func canonicalURL(address string) (string, error) {
	if address == "" {
		return "", nil
	}
	u, err := url.Parse(address)
	if err != nil || u.Hostname() == "" || u.Scheme != "http" && u.Scheme != "https" {
		return "", fmt.Errorf("url %+q is no http or https address", shorten(address))
	}
	u.User, u.Fragment, u.RawFragment, u.ForceQuery = nil, "", "", false
	u.Host = strings.ToLower(u.Host)
	if port := map[string]string{"http": ":80", "https": ":443"}[u.Scheme]; strings.HasSuffix(u.Host, port) {
		u.Host = strings.TrimSuffix(u.Host, port)
	}
	u.RawQuery = withoutTracking(u.RawQuery)
	u.Path, u.RawPath = strings.TrimRight(u.Path, "/"), strings.TrimRight(u.RawPath, "/")
	if !strings.Contains(strings.ToLower(u.RawPath), "%2f") {
		u.RawPath = "" // one spelling of %d8, %D8 and the letter itself
	}
	return u.String(), nil
}

// withoutTracking drops the parameters that say how a reader came to a page and
// keeps the others in their order.
func withoutTracking(query string) string {
	if query == "" {
		return ""
	}
	var kept []string
	for p := range strings.SplitSeq(query, "&") {
		name, _, _ := strings.Cut(strings.ToLower(p), "=")
		if p != "" && !strings.HasPrefix(name, "utm_") && name != "fbclid" && name != "gclid" {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, "&")
}
