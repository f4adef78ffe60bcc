package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// newsroom is an invented site: a feed of summaries, their pages, and a page that robots.txt forbids.
type newsroom struct {
	*httptest.Server
	mu     sync.Mutex
	agents map[string]bool
}

func newNewsroom(t *testing.T) *newsroom {
	t.Helper()
	n := &newsroom{agents: map[string]bool{}}
	mux := http.NewServeMux()
	answer := func(path, text string) {
		mux.HandleFunc(path, func(w http.ResponseWriter, r *http.Request) {
			n.mu.Lock()
			n.agents[r.UserAgent()] = true
			n.mu.Unlock()
			w.Header().Set("ETag", fmt.Sprintf(`"%d"`, len(text)))
			if r.Header.Get("If-None-Match") != "" {
				w.WriteHeader(http.StatusNotModified)
				return
			}
			fmt.Fprint(w, text)
		})
	}
	n.Server = httptest.NewServer(mux)
	t.Cleanup(n.Close)
	answer("/robots.txt", "user-agent: *\ndisallow: /closed\nuser-agent: shut\ndisallow: /")
	for path, act := range map[string]string{"/one": "زار الرئيس الروسي فلاديمير بوتين بكين.", "/two": "زار الرئيس الصيني شي جين بينغ موسكو."} {
		answer(path, `<!doctype html><html lang="ar"><head><title>خبر مختلق</title></head><body><article><h1>خبر مختلق</h1><p>`+act+
			`</p>`+strings.Repeat("<p>هذا نص مختلق يملأ الصفحة، ولا يذكر أحدا ولا شيئا، وهو طويل بما يكفي ليعد متنا للخبر كله.</p>", 6)+`</article></body></html>`)
	}
	answer("/feed", n.feed())
	return n
}

func (n *newsroom) feed() string {
	var b strings.Builder
	for _, path := range []string{"/one", "/two"} {
		fmt.Fprintf(&b, "<item><title>خبر مختلق</title><link>%s%s</link><pubDate>Mon, 03 Nov 2025 09:30:00 +0300</pubDate><description>ملخص مختلق.</description></item>", n.URL, path)
	}
	return `<?xml version="1.0"?><rss version="2.0"><channel><title>وكالة مختلقة</title>` + b.String() + `</channel></rss>`
}

// at returns the arguments to ask the newsroom.
func (n *newsroom) at(paths ...string) []string {
	args := []string{"load", "--allow-private", "--delay", "0s"}
	for _, path := range paths {
		args = append(args, n.URL+path)
	}
	return args
}

// TestLoadAddresses loads a feed with its pages, twice, then what is refused.
func TestLoadAddresses(t *testing.T) {
	n, e := newNewsroom(t), store(t)
	e.run(t, n.at("/feed")...).exits(exitDone).prints("read 2, new 2, changed 0, unchanged 0, refused 0")
	e.run(t, n.at("/feed")...).exits(exitDone).prints("read 2, new 0, changed 0, unchanged 2, refused 0\nfacts: added 0")
	e.run(t, "query", "timeline", "person=Putin").exits(exitDone).prints("VISITED")
	r := e.run(t, n.at("/closed", "/none", "/one")...).exits(exitPart).prints("read 3, new 0, changed 0, unchanged 1, refused 2")
	r.says(n.URL+"/closed: the site's robots.txt forbids it (ask the site", n.URL+"/none: server answers 404 Not Found (check the address")
	e.run(t, append(n.at("/one"), "--user-agent", "shut/1.0")...).exits(exitFailed).says("robots.txt forbids it")
	if !n.agents["shut/1.0"] || !n.agents["mithaq"] {
		t.Errorf("user agents %v", n.agents)
	}
}

// TestLoadPrivate refuses this machine unless it is told otherwise, and shows no login.
func TestLoadPrivate(t *testing.T) {
	n, e := newNewsroom(t), store(t)
	address := strings.Replace(n.URL, "://", "://reader:geheim@", 1) + "/one"
	r := e.run(t, "load", "--delay", "0s", address).exits(exitFailed).says("address of a private network", "--allow-private")
	r2 := e.run(t, "load", "--allow-private", "--delay", "0s", address+"/none").exits(exitFailed).says("404")
	for _, r := range []result{r, r2, e.run(t, "load", "ftp://reader:geheim@example.org/a").exits(exitFailed).says("ftp://example.org/a: no address that can be fetched: only http and https are")} {
		if strings.Contains(r.err+r.out, "geheim") {
			t.Errorf("the login is shown: %s", r.err)
		}
	}
	e.run(t, "load", "--allow-private", "--delay", "0s", address).exits(exitDone).prints("new 1")
	if strings.Contains(e.exported(t), "geheim") {
		t.Error("the login is in the graph")
	}
	if len(n.agents) == 0 {
		t.Error("nothing was asked")
	}
}

// TestLoadLists reads addresses and feeds that stand in files.
func TestLoadLists(t *testing.T) {
	n, e := newNewsroom(t), store(t)
	list := write(t, "list.txt", "# invented\n"+n.URL+"/one\n"+n.URL+"/none\n"+n.URL+"/two\n")
	e.run(t, append(n.at(), list)...).exits(exitPart).prints("read 3, new 2, changed 0, unchanged 0, refused 1")
	e.run(t, append(n.at(), list)...).exits(exitPart).prints("read 3, new 0, changed 0, unchanged 2, refused 1")

	other := store(t)
	file := write(t, "feed.xml", n.feed())
	other.run(t, "load", "--follow", "--allow-private", "--delay", "0s", file).exits(exitDone).prints("new 2")
	for _, s := range []env{e, other} {
		s.run(t, "query", "timeline", "person=Putin", "--format", "csv").exits(exitDone).prints("VISITED|person/vladimir-putin|")
	}
	n.Close()
	offline := store(t)
	offline.run(t, "load", file).exits(exitDone).prints("new 2") // its summaries: nothing is asked for
	other.run(t, "load", "--follow", "--allow-private", "--delay", "0s", file).exits(exitDone).prints("unchanged 2")
}

// TestExtractAddress shows what a page says without a store.
func TestExtractAddress(t *testing.T) {
	n := newNewsroom(t)
	env{}.run(t, "extract", "--allow-private", n.URL+"/one").exits(exitDone).prints("Vladimir Putin", "VISITED")
	env{}.run(t, "extract", n.URL+"/one").exits(exitFailed).says("--allow-private")
}

// TestWatchFeed reads items as they come.
func TestWatchFeed(t *testing.T) {
	n, e := newNewsroom(t), store(t)
	w := e.watch(t, nil, n.URL+"/feed")
	w.prints(t, "read 2, new 2,")
	w.ends(t)
	if w.err.String() != "" {
		t.Errorf("said %s", w.err.String())
	}
}

// TestInterruptedFetch stops a load of many pages: the next one does not fetch again what was written.
func TestInterruptedFetch(t *testing.T) {
	const pages, until = 260, 220
	ctx, stop := context.WithCancel(t.Context())
	var served, unchanged atomic.Int32
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case r.URL.Path == "/robots.txt":
			http.NotFound(w, r)
			return
		case r.Header.Get("If-None-Match") != "":
			unchanged.Add(1)
			w.WriteHeader(http.StatusNotModified)
			return
		case served.Add(1) == until:
			stop()
		}
		w.Header().Set("ETag", `"1"`)
		fmt.Fprint(w, edition(strings.Trim(r.URL.Path, "/"), "2025-11-03", "زار الرئيس الروسي بكين. هذا النص من "+r.URL.Path))
	}))
	defer s.Close()
	var list strings.Builder
	for i := range pages {
		fmt.Fprintf(&list, "%s/%d\n", s.URL, i)
	}
	e, args := store(t), []string{"load", "--allow-private", "--delay", "0s", write(t, "addresses.txt", list.String())}
	var out, errs bytes.Buffer
	a := &app{out: &out, err: &errs, getenv: func(k string) string { return e[k] }}
	if code := a.main(ctx, args); code != exitFailed {
		t.Fatalf("exit code %d\n%s%s", code, out.String(), errs.String())
	}
	e.run(t, args...).exits(exitDone).prints("read 260,")
	if n := unchanged.Load(); n < batchEmbedded-1 || n >= until {
		t.Errorf("%d pages were not fetched again", n)
	}
}

// TestSlowInput writes what there is where more comes slowly.
func TestSlowInput(t *testing.T) {
	e := store(t)
	in, w := io.Pipe()
	var out lockedBuffer
	a := &app{in: in, out: &out, err: &out, getenv: func(k string) string { return e[k] }, patience: 50 * time.Millisecond}
	done := make(chan int, 1)
	go func() { done <- a.main(t.Context(), []string{"load", "-"}) }()
	held := func() string { return e.run(t, "status").out }
	for i := 0; i < 200 && !regexp.MustCompile(`Article +[1-9]`).MatchString(held()); i++ {
		if _, err := io.WriteString(w, edition(fmt.Sprint(i), "2025-11-03", "زار الرئيس الروسي بكين.")); err != nil {
			t.Fatal(err)
		}
		time.Sleep(20 * time.Millisecond)
		if i == 199 {
			t.Error("nothing is written although articles wait")
		}
	}
	w.Close()
	if code := <-done; code != exitDone {
		t.Errorf("exit code %d: %s", code, out.String())
	}
}
