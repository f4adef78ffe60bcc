package article

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// Limits of a web archive: lines of headers, and how many of them.
const (
	maxHeaderLine  = 64 << 10
	maxHeaderLines = 1000
)

// leftOver is how many bytes behind a record are no damage: the lengths of a whole crawl (CC-MAIN-2018-34) are two short.
const leftOver = 2

// What is passed over in a web archive, in the words of the summary.
const (
	skippedNoArticle = "pages without an article"
	skippedStatus    = "redirects and pages not found"
	skippedNotHTML   = "pictures and other files that are no pages"
	skippedRevisit   = "revisits of unchanged pages"
)

// warc reads the records of a web archive as they come.
type warc struct {
	*source
	lines   *lineReader
	left    io.LimitedReader // what is still to come of one record
	block   *bufio.Reader    // of that record
	payload bytes.Buffer
	before  int // items yielded before
	skipped counts
}

// readWARC reads a web archive such as Common Crawl publishes. A page is read like a saved page of its address; records that
// are no pages are counted. After a damaged record it goes on with the next one.
func readWARC(s *source) bool {
	w := &warc{source: s, lines: &lineReader{in: s.in, max: maxHeaderLine}, block: bufio.NewReaderSize(nil, bufferSize), before: s.items, skipped: counts{}}
	for !s.budget.spent {
		ok, err := w.next()
		switch {
		case errors.Is(err, io.EOF) && s.items == w.before && len(w.skipped) == 0:
			return s.refuse(s.name, 0, fmt.Errorf("archive %w", ErrNoArticles), "it holds no answers of servers")
		case errors.Is(err, io.EOF):
			return s.tellSkipped(w.skipped)
		case err != nil:
			return s.refusePath(s.name, err) && s.tellSkipped(w.skipped)
		case !ok:
			return false
		}
	}
	return true
}

// next reads one record, and reports whether to go on. The error is of the archive as a whole.
func (w *warc) next() (bool, error) {
	damaged, err := w.toVersion()
	if err != nil {
		return w.refuseDamage(damaged), err
	}
	if !w.refuseDamage(damaged) {
		return false, nil
	}
	h, err := readHeader(w.lines)
	switch {
	case errors.Is(err, io.EOF):
		return w.refuse(w.name, w.lines.line, fmt.Errorf("%w: the file ends in the headers of a record", ErrArchive), archiveAdvice), nil
	case err != nil:
		return true, err
	}
	size, err := strconv.ParseInt(h["content-length"], 10, 64)
	if err != nil || size < 0 {
		return w.refuse(w.name, w.lines.line, fmt.Errorf("%w: a record without a length", ErrArchive), "the records after it are read"), nil
	}
	w.left = io.LimitedReader{R: w.in, N: size}
	w.block.Reset(&w.left)
	if !w.record(h) {
		return false, nil
	}
	if _, err := io.Copy(io.Discard, w.block); err != nil {
		return true, err
	}
	if w.left.N > 0 {
		return w.refuse(w.recordName(h), 0, fmt.Errorf("%w: the file ends in the middle of this record", ErrArchive), archiveAdvice), nil
	}
	return true, nil
}

// toVersion goes to the line that begins the next record, and says how many lines stand before it that belong to none.
func (w *warc) toVersion() (damaged int, err error) {
	for {
		line, err := w.lines.next()
		switch {
		case errors.Is(err, ErrTooLong):
			damaged++
		case err != nil:
			return damaged, err
		case bytes.HasPrefix(line, []byte("WARC/")):
			return damaged, nil
		case len(bytes.TrimSpace(line)) > leftOver:
			damaged++
		}
	}
}

func (w *warc) refuseDamage(lines int) bool {
	return lines == 0 || w.refuse(w.name, 0, fmt.Errorf("%w: %d lines between two records belong to neither", ErrArchive, lines), "the records after them are read")
}

// recordName names a record by the address of its page.
func (w *warc) recordName(h header) string { return w.name + "!" + h.address() }

func (w *warc) record(h header) bool {
	media := mediaType(h["content-type"])
	switch kind := strings.ToLower(h["warc-type"]); kind {
	case "response":
		if media != "" && media != "application/http" {
			w.skipped[skippedNotHTML]++
			return true
		}
		return w.response(h)
	case "resource", "conversion":
		if !isPage(media) && media != "text/plain" {
			w.skipped[skippedNotHTML]++
			return true
		}
		return w.page(h, h["content-type"], "")
	case "revisit":
		w.skipped[skippedRevisit]++
	case "warcinfo", "request", "metadata": // about the crawl
	case "":
		w.skipped["records without a type"]++
	default:
		w.skipped["records of type "+shorten(kind)]++
	}
	return true
}

// response reads the answer of a server: its headers, then the page.
func (w *warc) response(h header) bool {
	lines := &lineReader{in: w.block, max: maxHeaderLine}
	status, err := lines.next()
	fields := bytes.Fields(status)
	if err != nil || len(fields) == 0 || !bytes.HasPrefix(status, []byte("HTTP/")) && !isStatus(fields) {
		return w.refuse(w.recordName(h), 0, fmt.Errorf("%w: no answer of a server in this record", ErrArchive), "the records after it are read")
	}
	answer, err := readHeader(lines)
	switch {
	case errors.Is(err, io.EOF) && w.left.N > 0:
		return true // next says that the file ends here
	case err != nil:
		return w.refuse(w.recordName(h), 0, fmt.Errorf("%w: the headers of this page cannot be read", ErrArchive), "the records after it are read")
	}
	media := mediaType(answer["content-type"])
	switch {
	case len(fields) < 2 || string(fields[1]) != "200":
		w.skipped[skippedStatus]++
		return true
	case media != "" && !isPage(media):
		w.skipped[skippedNotHTML]++
		return true
	}
	return w.page(h, answer["content-type"], answer["transfer-encoding"]+","+answer["content-encoding"])
}

// isStatus reports whether the line of an answer is "h2 200" or the like, as crawlers write it that ask in newer ways.
func isStatus(fields [][]byte) bool {
	return len(fields) > 1 && len(fields[0]) <= 10 && len(fields[1]) == 3 && bytes.Trim(fields[1], "0123456789") == nil
}

// page reads the rest of the block as the page of its address.
func (w *warc) page(h header, contentType, codings string) bool {
	w.payload.Reset()
	if _, err := w.payload.ReadFrom(io.LimitReader(w.block, MaxRecord+1)); err != nil {
		return w.refusePath(w.recordName(h), err)
	}
	if w.payload.Len() <= MaxRecord && w.left.N > 0 {
		return true // next says that the file ends here
	}
	body, err := w.decodePayload(w.payload.Bytes(), codings)
	switch {
	case err != nil:
		return w.refusePath(w.recordName(h), err)
	case len(body) > MaxRecord:
		return w.refuse(w.recordName(h), 0, ErrTooLong, "a page of this size is no article")
	case mediaType(contentType) == "" && !isHTML(body):
		w.skipped[skippedNotHTML]++
		return true
	}
	cut := h["warc-truncated"]
	outer := w.yield
	defer func() { w.yield = outer }()
	w.yield = func(a Article, err error) bool {
		switch {
		case errors.Is(err, ErrNoArticle), errors.Is(err, ErrEmpty):
			w.skipped[skippedNoArticle]++
			return true
		case err == nil && cut != "":
			a.Warnings = append(a.Warnings, "the crawler cut the page: "+shorten(cut))
		}
		return outer(a, err)
	}
	return w.document(Document{Name: w.recordName(h), URL: h.address(), ContentType: contentType, Body: bytes.NewReader(body)})
}

func isPage(media string) bool { return media == "text/html" || media == "application/xhtml+xml" }

func mediaType(contentType string) string {
	media, _, _ := strings.Cut(contentType, ";")
	return strings.ToLower(strings.TrimSpace(media))
}

// header holds the fields of a record or of an answer, names in lower case.
type header map[string]string

func (h header) address() string { return strings.Trim(h["warc-target-uri"], "<>") }

// readHeader reads fields up to the blank line. Lines that are no fields are passed over.
func readHeader(lines *lineReader) (header, error) {
	h := header{}
	for range maxHeaderLines {
		line, err := lines.next()
		switch {
		case errors.Is(err, ErrTooLong):
			continue
		case err != nil:
			return nil, err
		}
		line = bytes.TrimSpace(line)
		if len(line) == 0 {
			return h, nil
		}
		if name, value, ok := bytes.Cut(line, []byte(":")); ok {
			h[strings.ToLower(string(bytes.TrimSpace(name)))] = strings.ToValidUTF8(string(bytes.TrimSpace(value)), lostChar)
		}
	}
	return nil, fmt.Errorf("%w: over %d lines of headers", ErrArchive, maxHeaderLines)
}
