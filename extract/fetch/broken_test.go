package fetch

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"
	"time"
)

func zipped(s string) []byte {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	w.Write([]byte(s))
	w.Close()
	return b.Bytes()
}

// zeros is what a bomb unpacks to: 64 MB out of 64 kB.
func zeros() []byte {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	for range 64 {
		w.Write(make([]byte, 1<<20))
	}
	w.Close()
	return b.Bytes()
}

func header(w http.ResponseWriter, key, value string) { w.Header().Set(key, value) }

// badAnswer is an answer that is refused: why, and a part of the message.
type badAnswer struct {
	name   string
	answer http.HandlerFunc
	cause  error
	part   string
}

// refuses asks servers that misbehave. None may be waited for longer than the time-out, kept in memory beyond the limit, or panic.
func refuses(t *testing.T, all []badAnswer) {
	t.Helper()
	for _, test := range all {
		t.Run(test.name, func(t *testing.T) {
			s := serve(t, test.answer)
			b := newBench(t, Options{MaxBytes: 1 << 20, Timeout: time.Second}, s)
			start := time.Now()
			b.fails(t, s.URL+"/start", test.cause, test.part)
			if d := time.Since(start); d > 10*time.Second {
				t.Errorf("it took %s", d)
			}
		})
	}
}

// TestBadBodies: what is too long, too slow or cut.
func TestBadBodies(t *testing.T) {
	refuses(t, []badAnswer{
		{"headers never come", func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }, ErrTimeout, "try again later"},
		{"a body that stops", func(w http.ResponseWriter, r *http.Request) {
			w.Write([]byte("begin"))
			w.(http.Flusher).Flush()
			<-r.Context().Done()
		}, ErrTimeout, ""},
		{"a body that never ends", func(w http.ResponseWriter, r *http.Request) {
			for r.Context().Err() == nil {
				if _, err := w.Write(make([]byte, 1<<16)); err != nil {
					return
				}
			}
		}, ErrTooLarge, "more than 1 MB (download it"},
		{"a length beyond the limit", func(w http.ResponseWriter, _ *http.Request) {
			header(w, "Content-Length", "99999999")
			w.Write(make([]byte, 2<<20))
		}, ErrTooLarge, ""},
		{"a length beyond the body", func(w http.ResponseWriter, _ *http.Request) {
			header(w, "Content-Length", "100")
			w.Write([]byte("short"))
		}, ErrCut, "answer ends in the middle (try again)"},
	})
}

// TestBadCompression: what is not compressed as it says, or in a way that was not asked for.
func TestBadCompression(t *testing.T) {
	bomb := zeros()
	refuses(t, []badAnswer{
		{"a gzip bomb", func(w http.ResponseWriter, _ *http.Request) {
			header(w, "Content-Encoding", "gzip")
			w.Write(bomb)
		}, ErrTooLarge, ""},
		{"gzip that is none", func(w http.ResponseWriter, _ *http.Request) {
			header(w, "Content-Encoding", "gzip")
			w.Write([]byte("plain text"))
		}, ErrBroken, ""},
		{"gzip cut off", func(w http.ResponseWriter, _ *http.Request) {
			header(w, "Content-Encoding", "gzip")
			z := zipped(strings.Repeat("text ", 100))
			w.Write(z[:len(z)/2])
		}, ErrCut, ""},
		{"another compression", func(w http.ResponseWriter, _ *http.Request) {
			header(w, "Content-Encoding", "compress")
			w.Write([]byte("x"))
		}, ErrBroken, `not asked for ("compress")`},
		{"two compressions", func(w http.ResponseWriter, _ *http.Request) {
			header(w, "Content-Encoding", "br, gzip")
			w.Write(bomb)
		}, ErrBroken, `not asked for ("br, gzip")`},
		{"a page that says it is compressed", func(w http.ResponseWriter, _ *http.Request) {
			header(w, "Content-Encoding", "br")
			w.Write([]byte("<html>"))
		}, ErrBroken, `not compressed as it says`},
		{"an empty answer that says it is compressed", func(w http.ResponseWriter, _ *http.Request) { header(w, "Content-Encoding", "gzip") }, ErrBroken, `not compressed as it says`},
	})
}

// TestBadRedirects: what leads nowhere, or elsewhere than to the web.
func TestBadRedirects(t *testing.T) {
	refuses(t, []badAnswer{
		{"redirects in a circle", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/other", http.StatusFound) }, ErrRedirects, "more than 5"},
		{"redirects without end", func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, r.URL.Path+"x", http.StatusMovedPermanently)
		}, ErrRedirects, ""},
		{"a redirect to a file", func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "file:///etc/passwd", http.StatusFound)
		}, ErrAddress, "only http and https"},
		{"a redirect to nowhere", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusFound) }, ErrBroken, "leads nowhere"},
		{"a redirect to noise", func(w http.ResponseWriter, _ *http.Request) {
			header(w, "Location", "http://[::1")
			w.WriteHeader(http.StatusFound)
		}, ErrBroken, "cannot be read"},
		{"a redirect to a long address", func(w http.ResponseWriter, _ *http.Request) {
			header(w, "Location", "/"+strings.Repeat("a", maxAddress))
			w.WriteHeader(http.StatusFound)
		}, ErrBroken, "more than 8192 bytes"},
	})
}

// TestBadStatus: what is no page, and connections that break.
func TestBadStatus(t *testing.T) {
	refuses(t, []badAnswer{
		{"headers without end", func(w http.ResponseWriter, _ *http.Request) {
			for i := range 10_000 {
				header(w, "X-"+strconv.Itoa(i), strings.Repeat("x", 100))
			}
		}, ErrBroken, ""},
		{"not modified, unasked", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNotModified) }, ErrStatus, "304"},
		{"no content", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) }, ErrStatus, "204"},
		{"a part", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusPartialContent) }, ErrStatus, "206"},
		{"not found", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNotFound) }, ErrStatus, "404 Not Found (check the address"},
		{"gone", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusGone) }, ErrStatus, "taken away"},
		{"forbidden", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusForbidden) }, ErrStatus, "save the page with a browser"},
		{"an odd status", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(799) }, ErrStatus, "799"},
		{"always busy", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusServiceUnavailable) }, ErrStatus, "503"},
		{"a connection that is dropped", func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }, ErrCut, ""},
		{"a connection that is dropped in the body", func(w http.ResponseWriter, _ *http.Request) {
			w.Write([]byte("begin"))
			w.(http.Flusher).Flush()
			panic(http.ErrAbortHandler)
		}, ErrCut, ""},
	})
}

// TestRawServers asks what is no web server, or stops being one in the middle.
func TestRawServers(t *testing.T) {
	for _, test := range []struct {
		name, answer string
		cause        error
	}{
		{"silence", "", ErrCut},
		{"another protocol", "SSH-2.0-OpenSSH\r\n", ErrBroken},
		{"half of the headers", "HTTP/1.1 200 OK\r\nContent-Type: text/html", ErrCut},
		{"a header that is none", "HTTP/1.1 200 OK\r\nno colon\r\n\r\n", ErrBroken},
		{"two lengths", "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 5\r\n\r\nabcde", ErrBroken},
		{"a negative length", "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\nabc", ErrBroken},
		{"a chunk without end", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab", ErrCut},
		{"a chunk that is none", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nab\r\n", ErrBroken},
		{"no status", "HTTP/1.1 \r\n\r\n", ErrBroken},
	} {
		t.Run(test.name, func(t *testing.T) {
			b := newBench(t, Options{Timeout: time.Second, pass: passAll})
			b.fails(t, "http://"+serveRaw(t, test.answer)+"/a", test.cause)
		})
	}
}

// TestNobodyThere asks a port at which nothing listens.
func TestNobodyThere(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	l.Close()
	newBench(t, Options{pass: passAll}).fails(t, "http://"+l.Addr().String(), ErrUnreachable, "refused")
}

// TestTLS does not trust whoever says to be the host.
func TestTLS(t *testing.T) {
	s := httptest.NewTLSServer(http.NotFoundHandler())
	defer s.Close()
	s.Config.ErrorLog = log.New(io.Discard, "", 0)
	b := newBench(t, Options{pass: passAll})
	b.fails(t, s.URL, ErrUnreachable, "certificate")
	plain := serve(t, func(http.ResponseWriter, *http.Request) {})
	b.fails(t, strings.Replace(plain.URL, "http://", "https://", 1), ErrUnreachable)
	b.fails(t, strings.Replace(s.URL, "https://", "http://", 1), ErrStatus, "400")
}

// TestNoHost explains what a resolver says without asking one.
func TestNoHost(t *testing.T) {
	err := explain(&net.OpError{Op: "dial", Err: &net.DNSError{Name: "nowhere.example", IsNotFound: true}})
	if !errors.Is(err, ErrUnreachable) || !strings.Contains(err.Error(), `no host "nowhere.example" (check the spelling`) || err.Later {
		t.Errorf("%v", err)
	}
}

// TestBusy asks again when a server says when, and not when that is long.
func TestBusy(t *testing.T) {
	for _, test := range []struct {
		name, after string
		status      int
		busy        int // answers before the good one
		tries       int
		part        string // of the error; empty if it succeeds
		least       time.Duration
	}{
		{"a pause in seconds", "7", http.StatusTooManyRequests, 1, 2, "", 7 * time.Second},
		{"a pause until a date", "date", http.StatusServiceUnavailable, 1, 2, "", 30 * time.Second},
		{"no pause given", "", http.StatusBadGateway, 2, 3, "", 3 * time.Second},
		{"a pause that is none", "soon", http.StatusTooManyRequests, 1, 2, "", time.Second},
		{"a negative pause", "-5", http.StatusTooManyRequests, 1, 2, "", time.Second},
		{"a long pause", "3600", http.StatusTooManyRequests, 1, 1, "come back in 1h0m0s", 0},
		{"an endless pause", "99999999999999999999", http.StatusTooManyRequests, 9, 3, "429", 0},
		{"too often", "", http.StatusTooManyRequests, 9, 3, "429 Too Many Requests (try again later)", 3 * time.Second},
	} {
		t.Run(test.name, func(t *testing.T) {
			tries := 0
			var b *bench
			s := serve(t, func(w http.ResponseWriter, _ *http.Request) {
				if tries++; tries <= test.busy {
					after := test.after
					if after == "date" {
						after = b.opts.now().Add(40 * time.Second).UTC().Format(http.TimeFormat)
					}
					header(w, "Retry-After", after)
					w.WriteHeader(test.status)
					return
				}
				fmt.Fprint(w, "good")
			})
			b = newBench(t, Options{Delay: -1}, s)
			p, err := b.Get(t.Context(), s.URL, Condition{})
			if test.part == "" && (err != nil || string(p.Body) != "good") || test.part != "" && (err == nil || !strings.Contains(err.Error(), test.part)) {
				t.Errorf("%q, %v", p.Body, err)
			}
			if tries != test.tries || b.slept() < test.least || b.slept() > 2*maxPause {
				t.Errorf("%d tries, %v", tries, b.pauses)
			}
		})
	}
}
