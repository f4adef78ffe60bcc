package article

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// hashSize is the length of a text hash in bytes: 80 bits keep two texts among a
// hundred million apart.
const hashSize = 10

// MaxID bounds what stores keep in an index: ids, record ids and sources, in bytes. What is longer keeps its beginning and a hash.
const MaxID = 512

// maxURL bounds an address, in bytes: stores look articles up by it.
const maxURL = 2000

// identify returns the id of an article: its canonical URL, else its source and
// record id, else its record id, else a hash of its text.
func identify(canonical string, a *Article) string { return bounded(visible(given(canonical, a))) }

// visible writes what cannot be seen, such as a direction mark, in the way of addresses.
func visible(s string) string {
	if strings.IndexFunc(s, invisible) < 0 {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if invisible(r) {
			b.WriteString(url.PathEscape(string(r)))
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// invisible reports characters that a reader of an id would miss.
func invisible(r rune) bool {
	return unicode.IsControl(r) || unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp) || r == utf8.RuneError
}

// bounded cuts a text that is longer than MaxID, and names the rest by a hash.
func bounded(s string) string {
	if len(s) <= MaxID {
		return s
	}
	end := MaxID - 2*hashSize - 1
	for !utf8.RuneStart(s[end]) {
		end--
	}
	sum := sha256.Sum256([]byte(s))
	return strings.TrimSpace(s[:end]) + "~" + hex.EncodeToString(sum[:hashSize])
}

func given(canonical string, a *Article) string {
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
	buf := make([]byte, 0, 4096)
	for part := range strings.FieldsSeq(title + "\n" + text) {
		if !isNFKC(part) {
			part = norm.NFKC.String(part)
		}
		if len(buf)+len(part) >= cap(buf) {
			h.Write(buf)
			buf = buf[:0]
		}
		buf = append(append(buf, part...), ' ')
	}
	h.Write(buf)
	return hex.EncodeToString(h.Sum(nil)[:hashSize])
}

// isNFKC knows words of ASCII and of the plain letters and digits U+0620 to U+064A
// and U+0660 to U+066F without asking the tables: nearly
// all words of Arabic news.
func isNFKC(word string) bool {
	for i := 0; i < len(word); i++ {
		c := word[i]
		if c < utf8.RuneSelf {
			continue
		}
		if i++; i == len(word) {
			return false
		}
		next := word[i]
		if !(c == 0xd8 && next >= 0xa0) && !(c == 0xd9 && (next <= 0x8a || 0xa0 <= next && next <= 0xaf)) {
			return false
		}
	}
	return true
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
		return "", errors.New("url is no http or https address") // its text might hold a password
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
