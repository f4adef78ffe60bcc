package article

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/zstd"
)

// decodePayload takes back what a server did to a page for the way: parts with their lengths, then compression. Crawlers that
// did so already often leave the headers as they were, so the bytes must show what the headers say. At most MaxRecord+1 bytes are
// returned.
func (w *warc) decodePayload(body []byte, codings string) ([]byte, error) {
	names := strings.FieldsFunc(strings.ToLower(codings), func(r rune) bool { return r == ',' || r == ' ' })
	for _, name := range names {
		if name == "chunked" {
			body = dechunk(body)
		}
	}
	for _, name := range names {
		in, err := decompressor(name, body)
		if err != nil {
			return nil, fmt.Errorf("%w: %w", ErrArchive, err)
		}
		if in == nil {
			continue
		}
		out, err := io.ReadAll(io.LimitReader(&inflated{&w.budget, in}, MaxRecord+1))
		if c, ok := in.(io.Closer); ok {
			c.Close()
		}
		if err != nil && (len(out) == 0 || errors.Is(err, ErrBomb)) {
			return nil, err
		}
		body = out // of a page that the crawler cut, what is there
	}
	return body, nil
}

// decompressor returns nil where the name is none or the bytes are not compressed that way.
func decompressor(name string, body []byte) (io.Reader, error) {
	switch name {
	case "gzip", "x-gzip":
		if !bytes.HasPrefix(body, []byte("\x1f\x8b")) {
			return nil, nil
		}
		return gzip.NewReader(bytes.NewReader(body))
	case "deflate":
		if looksLikeText(body) {
			return nil, nil
		}
		if z, err := zlib.NewReader(bytes.NewReader(body)); err == nil {
			return z, nil
		}
		return flate.NewReader(bytes.NewReader(body)), nil
	case "zstd":
		if !bytes.HasPrefix(body, []byte("\x28\xb5\x2f\xfd")) {
			return nil, nil
		}
		z, err := zstd.NewReader(bytes.NewReader(body), zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(maxWindow), zstd.WithDecoderLowmem(true))
		if err != nil {
			return nil, err
		}
		return z.IOReadCloser(), nil
	case "br":
		if looksLikeText(body) {
			return nil, nil
		}
		return brotli.NewReader(bytes.NewReader(body)), nil
	}
	return nil, nil
}

// looksLikeText tells a page that is decoded already: it begins with markup.
func looksLikeText(body []byte) bool {
	body = bytes.TrimLeft(bytes.TrimPrefix(body, []byte(utf8BOM)), " \t\r\n")
	return len(body) > 0 && body[0] == '<' && !looksBinary(body[:min(len(body), headSize)])
}

// dechunk joins the parts of a body; a body that is not in parts is returned as it is, a cut one up to the cut.
func dechunk(body []byte) []byte {
	var out []byte
	rest := body
	for {
		line, after, ok := bytes.Cut(rest, []byte("\n"))
		size, _, _ := bytes.Cut(line, []byte(";"))
		n, err := strconv.ParseUint(string(bytes.TrimSpace(size)), 16, 31)
		switch {
		case (err != nil || !ok) && out == nil:
			return body
		case err != nil || n == 0 || !ok:
			return out
		}
		if uint64(len(after)) <= n {
			return append(out, after...)
		}
		out = append(out, after[:n]...)
		rest = bytes.TrimPrefix(bytes.TrimPrefix(after[n:], []byte("\r")), []byte("\n"))
	}
}
