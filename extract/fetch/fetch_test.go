package fetch

import (
	"bytes"
	"compress/gzip"
	"compress/zlib"
	"context"
	"encoding/binary"
	"errors"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/zstd"
)

// secret is a password in an address: no message may show it.
const secret = "geheim"

// bench is a client whose pauses are noted and not waited for, and that may reach the test server alone.
type bench struct {
	*Client
	mu     sync.Mutex
	clock  time.Time
	pauses []time.Duration
}

func newBench(t *testing.T, o Options, servers ...*httptest.Server) *bench {
	t.Helper()
	b := &bench{clock: time.Now()}
	o.now = func() time.Time {
		b.mu.Lock()
		defer b.mu.Unlock()
		return b.clock
	}
	o.sleep = func(ctx context.Context, d time.Duration) error {
		b.mu.Lock()
		defer b.mu.Unlock()
		if d > 0 {
			b.pauses = append(b.pauses, d)
			b.clock = b.clock.Add(d)
		}
		return ctx.Err()
	}
	if o.pass == nil {
		o.pass = func(a netip.AddrPort) bool {
			for _, s := range servers {
				if s.Listener.Addr().String() == a.String() {
					return true
				}
			}
			return false
		}
	}
	b.Client = New(o)
	t.Cleanup(b.Close)
	return b
}

func (b *bench) slept() (sum time.Duration) {
	for _, d := range b.pauses {
		sum += d
	}
	return sum
}

// serve starts a server without a robots.txt.
func serve(t *testing.T, h http.HandlerFunc) *httptest.Server {
	t.Helper()
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/robots.txt" {
			http.NotFound(w, r)
			return
		}
		h(w, r)
	}))
	t.Cleanup(s.Close)
	return s
}

// serveRaw answers every connection with bytes and closes it; robots.txt is not there.
func serveRaw(t *testing.T, answer string) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			go func() {
				defer c.Close()
				buf := make([]byte, 4096)
				n, _ := c.Read(buf)
				if strings.HasPrefix(string(buf[:n]), "GET /robots.txt") {
					c.Write([]byte("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"))
					return
				}
				c.Write([]byte(answer))
			}()
		}
	}()
	return l.Addr().String()
}

func passAll(netip.AddrPort) bool { return true }

// fails fetches an address with a login, and checks cause and message.
func (b *bench) fails(t *testing.T, address string, cause error, parts ...string) {
	t.Helper()
	address = strings.Replace(address, "://", "://reader:"+secret+"@", 1)
	_, err := b.Get(t.Context(), address, Condition{})
	if !errors.Is(err, cause) {
		t.Fatalf("error %v, want %v", err, cause)
	}
	var e *Error
	if !errors.As(err, &e) || e.URL != Shown(address) {
		t.Errorf("the error names %+v", e)
	}
	for _, part := range parts {
		if !strings.Contains(err.Error(), part) {
			t.Errorf("error %q lacks %q", err, part)
		}
	}
	if strings.Contains(err.Error(), secret) || strings.Contains(err.Error(), "reader") {
		t.Errorf("the error shows the login: %q", err)
	}
}

func TestGet(t *testing.T) {
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if user, password, _ := r.BasicAuth(); user != "reader" || password != secret {
			t.Errorf("login %q %q", user, password)
		}
		if got := r.Header.Get("User-Agent"); got != "Tester/2 (somebody)" {
			t.Errorf("user agent %q", got)
		}
		w.Header().Set("Content-Type", "text/plain; charset=windows-1256")
		w.Header().Set("ETag", `"v1"`)
		w.Header().Set("Last-Modified", "Mon, 03 Nov 2025 09:30:00 GMT")
		w.Write([]byte("body"))
	})
	b := newBench(t, Options{UserAgent: "Tester/2 (somebody)"}, s)
	p, err := b.Get(t.Context(), strings.Replace(s.URL, "://", "://reader:"+secret+"@", 1)+"/a?b#c", Condition{})
	if err != nil || string(p.Body) != "body" || p.URL != s.URL+"/a?b#c" || p.ContentType != "text/plain; charset=windows-1256" ||
		p.Condition != (Condition{`"v1"`, "Mon, 03 Nov 2025 09:30:00 GMT"}) {
		t.Errorf("page %+v, %v", p, err)
	}
}

// packers compress in all the ways that are asked for.
var packers = map[string]func(io.Writer) io.WriteCloser{
	"gzip":    func(w io.Writer) io.WriteCloser { return gzip.NewWriter(w) },
	"GZIP":    func(w io.Writer) io.WriteCloser { return gzip.NewWriter(w) },
	"x-gzip":  func(w io.Writer) io.WriteCloser { return gzip.NewWriter(w) },
	"br":      func(w io.Writer) io.WriteCloser { return brotli.NewWriter(w) },
	"deflate": func(w io.Writer) io.WriteCloser { return zlib.NewWriter(w) },
	"zstd": func(w io.Writer) io.WriteCloser {
		z, _ := zstd.NewWriter(w)
		return z
	},
}

// TestCompressed reads what a server compressed; what unpacks to more than the limit is refused, what was cut too.
func TestCompressed(t *testing.T) {
	for coding, packer := range packers {
		pack := func(n int) []byte {
			var b bytes.Buffer
			w := packer(&b)
			w.Write(bytes.Repeat([]byte("text "), n))
			w.Close()
			return b.Bytes()
		}
		s := serve(t, func(w http.ResponseWriter, r *http.Request) {
			if asked := r.Header.Get("Accept-Encoding"); !strings.Contains(asked, strings.ToLower(strings.TrimPrefix(coding, "x-"))) {
				t.Errorf("asks for %q", asked)
			}
			w.Header().Set("Content-Encoding", coding)
			switch r.URL.Path {
			case "/bomb":
				w.Write(pack(4 << 20))
			case "/cut":
				z := pack(1000)
				w.Write(z[:len(z)/2])
			default:
				w.Write(pack(1000))
			}
		})
		b := newBench(t, Options{MaxBytes: 1 << 20}, s)
		if p, err := b.Get(t.Context(), s.URL, Condition{}); err != nil || len(p.Body) != 5000 {
			t.Errorf("%s: %d bytes, %v", coding, len(p.Body), err)
		}
		if _, err := b.Get(t.Context(), s.URL+"/bomb", Condition{}); !errors.Is(err, ErrTooLarge) {
			t.Errorf("%s: a bomb: %v", coding, err)
		}
		if _, err := b.Get(t.Context(), s.URL+"/cut", Condition{}); !errors.Is(err, ErrCut) {
			t.Errorf("%s: cut: %v", coding, err)
		}
	}
}

// TestWideWindow refuses a stream that would take more memory to unpack than servers may ask for.
func TestWideWindow(t *testing.T) {
	var packed bytes.Buffer
	z, err := zstd.NewWriter(&packed, zstd.WithWindowSize(64<<20), zstd.WithSingleSegment(false))
	if err != nil {
		t.Fatal(err)
	}
	noise := rand.New(rand.NewPCG(1, 2))
	for range 1 << 20 {
		var b [12]byte
		binary.LittleEndian.PutUint64(b[:], noise.Uint64())
		z.Write(b[:])
	}
	z.Close()
	s := serve(t, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", "zstd")
		w.Write(packed.Bytes())
	})
	if _, err := newBench(t, Options{}, s).Get(t.Context(), s.URL, Condition{}); !errors.Is(err, ErrBroken) || !strings.Contains(err.Error(), "window") {
		t.Errorf("error %v", err)
	}
}

func TestConditional(t *testing.T) {
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("ETag", `"v1"`)
		if r.Header.Get("If-None-Match") == `"v1"` || r.Header.Get("If-Modified-Since") == "then" {
			w.WriteHeader(http.StatusNotModified)
		}
	})
	b := newBench(t, Options{}, s)
	for known, want := range map[Condition]error{{ETag: `"v1"`}: ErrNotModified, {Modified: "then"}: ErrNotModified, {ETag: `"v0"`}: nil, {}: nil} {
		if _, err := b.Get(t.Context(), s.URL, known); !errors.Is(err, want) {
			t.Errorf("%+v: %v, want %v", known, err, want)
		}
	}
}

func TestAddresses(t *testing.T) {
	b := newBench(t, Options{})
	for address, part := range map[string]string{
		"ftp://example.org/a":     "only http and https",
		"file:///etc/passwd":      "only http and https",
		"https://":                "names no host",
		"https://:443/":           "names no host",
		"https://exa mple.org/":   "cannot be read",
		"https://example.org/%zz": "cannot be read",
		"https://example.org/" + strings.Repeat("a", maxAddress): "longer than",
		"news.txt": "only http and https",
	} {
		if _, err := b.Get(t.Context(), address, Condition{}); !errors.Is(err, ErrAddress) || !strings.Contains(err.Error(), part) {
			t.Errorf("%.40q: %v, want %q", address, err, part)
		}
	}
	for s, want := range map[string]bool{"https://example.org": true, "HTTP://example.org": true, "news.txt": false, "ftp://localhost": true, "://x": false, "a/b://c": false, "http:/x": false, "-": false} {
		if IsAddress(s) != want {
			t.Errorf("IsAddress(%q) = %v", s, !want)
		}
	}
}

// TestCancelled ends while a server does not answer.
func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	s := serve(t, func(_ http.ResponseWriter, r *http.Request) {
		cancel()
		<-r.Context().Done()
	})
	if _, err := newBench(t, Options{}, s).Get(ctx, s.URL, Condition{}); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}
