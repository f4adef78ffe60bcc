package article

import (
	"errors"
	"fmt"
	"io"
	"strings"
)

func isSitemap(head []byte) bool { return rootName(head) == "urlset" }

func isSitemapIndex(head []byte) bool { return rootName(head) == "sitemapindex" }

// readSitemap reads a site's list of its pages, as it reads a list of addresses.
func readSitemap(s *source) bool {
	if refused, ok := s.refusesList("a sitemap"); refused {
		return ok
	}
	x := &xmlScanner{in: s.in, name: "loc", line: 1}
	found := false
	for {
		loc, line, err := x.element()
		switch {
		case errors.Is(err, io.EOF) && !found:
			return s.refuse(s.name, 0, fmt.Errorf("sitemap %w", ErrNoArticles), "it lists no addresses")
		case errors.Is(err, io.EOF):
			return true
		case errors.Is(err, ErrTooLong), errors.Is(err, errOpenElement), errors.Is(err, io.ErrUnexpectedEOF):
			found = true
			if !s.refuse(s.name, line, fmt.Errorf("%w: this address has no end", ErrRecord), "the addresses around it are read") {
				return false
			}
			continue
		case err != nil:
			return s.refusePath(s.name, err)
		}
		found = true
		address := inner{XML: betweenTags(string(loc))}.text()
		ok := false
		if isAddress([]byte(address)) && len(address) <= maxAddress {
			ok = s.fetch(address)
		} else {
			ok = s.refuse(s.name, line, fmt.Errorf("%w: no address", ErrRecord), "only http and https addresses are fetched")
		}
		if !ok {
			return false
		}
	}
}

// betweenTags returns what stands between the first and the last tag of an element.
func betweenTags(element string) string {
	from, to := strings.IndexByte(element, '>'), strings.LastIndex(element, "</")
	if from < 0 || to <= from {
		return ""
	}
	return element[from+1 : to]
}
