package article

import (
	"bufio"
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
		in, err := Decompress(name, bufio.NewReaderSize(bytes.NewReader(body), bufferSize))
		if err != nil {
			return nil, fmt.Errorf("%w: %w", ErrArchive, err)
		}
		if in == nil {
			continue
		}
		out, err := io.ReadAll(io.LimitReader(&inflated{&w.budget, in}, MaxRecord+1))
		in.Close()
		if err != nil && (len(out) == 0 || errors.Is(err, ErrBomb)) {
			return nil, err
		}
		body = out // of a page that the crawler cut, what is there
	}
	return body, nil
}

// answerWindow is how far back a Zstandard stream in an answer may refer: RFC 9659 allows servers no more.
const answerWindow = 8 << 20

// Codings are the ways to compress an answer of a server that Decompress takes back, as a client asks for them.
const Codings = "gzip, br, zstd, deflate"

// Decompress returns what a server compressed, as it comes; nil where the coding is none of these or the bytes are not compressed
// that way.
func Decompress(coding string, in *bufio.Reader) (io.ReadCloser, error) {
	head, err := in.Peek(headSize)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	switch coding {
	case "gzip", "x-gzip":
		if bytes.HasPrefix(head, []byte("\x1f\x8b")) {
			return gzip.NewReader(in)
		}
	case "deflate": // with the frame of zlib, as it should be, or without
		switch {
		case looksLikeText(head):
		case len(head) > 1 && head[0]&0x0f == 8 && (uint(head[0])<<8|uint(head[1]))%31 == 0:
			return zlib.NewReader(in)
		default:
			return flate.NewReader(in), nil
		}
	case "zstd":
		if bytes.HasPrefix(head, []byte("\x28\xb5\x2f\xfd")) {
			z, err := zstd.NewReader(in, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(answerWindow), zstd.WithDecoderLowmem(true))
			if err != nil {
				return nil, err
			}
			return z.IOReadCloser(), nil
		}
	case "br":
		if !looksLikeText(head) {
			return io.NopCloser(brotli.NewReader(in)), nil
		}
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
