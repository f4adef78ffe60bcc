package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"mithaq/graph"
	"mithaq/graph/neo4j"
	"mithaq/graph/sqlite"
	"mithaq/internal/neo4jtest"
)

// lockedBuffer is written by a command while a test looks at it.
type lockedBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *lockedBuffer) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *lockedBuffer) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

// watching is a watch command at work.
type watching struct {
	out, err lockedBuffer
	stop     context.CancelFunc
	done     chan int
}

func (e env) watch(t *testing.T, change func(*app), args ...string) *watching {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	w := &watching{stop: cancel, done: make(chan int, 1)}
	a := &app{out: &w.out, err: &w.err, getenv: func(k string) string { return e[k] }}
	if change != nil {
		change(a)
	}
	go func() {
		w.done <- a.main(ctx, append([]string{"watch", "--every", "50ms", "--settle", "100ms", "--allow-private", "--delay", "0s"}, args...))
	}()
	t.Cleanup(func() { cancel() })
	return w
}

func (w *watching) until(t *testing.T, what string, condition func() bool) {
	t.Helper()
	for start := time.Now(); !condition(); time.Sleep(10 * time.Millisecond) {
		if time.Since(start) > 30*time.Second {
			t.Fatalf("%s: never\nstdout:\n%s\nstderr:\n%s", what, w.out.String(), w.err.String())
		}
	}
}

func (w *watching) prints(t *testing.T, part string) {
	t.Helper()
	w.until(t, "prints "+part, func() bool { return strings.Contains(w.out.String(), part) })
}

func (w *watching) says(t *testing.T, part string) {
	t.Helper()
	w.until(t, "says "+part, func() bool { return strings.Contains(w.err.String(), part) })
}

// ends interrupts the command and wants it to end well.
func (w *watching) ends(t *testing.T) {
	t.Helper()
	w.stop()
	select {
	case code := <-w.done:
		if code != exitDone {
			t.Errorf("exit code %d\n%s", code, w.err.String())
		}
	case <-time.After(20 * time.Second):
		t.Fatal("it does not end")
	}
}

// TestWatchFiles lets files come, change, be refused and go.
func TestWatchFiles(t *testing.T) {
	e, dir := store(t), t.TempDir()
	writeTo(t, dir, "a.jsonl", edition("a", "2025-11-03", "زار الرئيس الروسي بكين."))
	w := e.watch(t, nil, dir)
	w.prints(t, "read 1, new 1,")
	writeTo(t, dir, "b.jsonl", edition("b", "2025-11-03", "زار الرئيس الصيني موسكو."))
	writeTo(t, dir, ".hidden.jsonl", edition("h", "2025-11-03", "زار الرئيس الصيني موسكو."))
	w.until(t, "reads the new file alone", func() bool { return strings.Count(w.out.String(), "read 1, new 1,") == 2 })
	writeTo(t, dir, "a.jsonl", edition("a", "2025-11-04", "زار الرئيس الروسي القاهرة."))
	w.prints(t, "new 0, changed 1")
	bad := writeTo(t, dir, "bad.jsonl", "{\"text\": 1}\n{\n")
	w.says(t, "refused: "+bad+":2")
	if err := os.Remove(filepath.Join(dir, "b.jsonl")); err != nil {
		t.Fatal(err)
	}
	time.Sleep(300 * time.Millisecond)
	w.ends(t)
	if n := strings.Count(w.err.String(), bad+":2"); n != 1 {
		t.Errorf("refused %d times:\n%s", n, w.err.String())
	}
	e.run(t, "load", filepath.Join(dir, "a.jsonl")).prints("unchanged 1")
	e.run(t, "remove", "test/b").exits(exitDone).prints("removed 1") // what was deleted is still there
	e.run(t, "remove", "test/h").prints("missing 1")
}

// TestWatchHalfWritten writes a file slowly: nothing of it is read before it is whole.
func TestWatchHalfWritten(t *testing.T) {
	e, dir := store(t), t.TempDir()
	w := e.watch(t, nil, "--settle", "400ms", dir)
	path := filepath.Join(dir, "slow.jsonl")
	for i := range 8 {
		line := edition(fmt.Sprint(i), "2025-11-03", "زار الرئيس الروسي بكين.")
		for _, part := range []string{line[:len(line)/2], line[len(line)/2:]} {
			appendTo(t, path, part)
			time.Sleep(60 * time.Millisecond)
		}
	}
	w.prints(t, "read 8, new 8, changed 0, unchanged 0, refused 0")
	w.ends(t)
	if w.err.String() != "" {
		t.Errorf("read while it was written: %s", w.err.String())
	}
}

func appendTo(t *testing.T, path, text string) {
	t.Helper()
	f, err := os.OpenFile(path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if _, err := f.WriteString(text); err != nil {
		t.Fatal(err)
	}
}

// feed is a page that changes, on a server that may fail.
type feed struct {
	mu            sync.Mutex
	text          string
	status        int
	asked, served int
}

func (f *feed) set(text string, status int) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.text, f.status = text, status
}

func (f *feed) counts() (asked, served int) {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.asked, f.served
}

func (f *feed) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if r.URL.Path == "/robots.txt" {
		http.NotFound(w, r)
		return
	}
	f.asked++
	tag := fmt.Sprintf(`"%d"`, len(f.text))
	w.Header().Set("ETag", tag)
	switch {
	case f.status != 0:
		w.WriteHeader(f.status)
	case r.Header.Get("If-None-Match") == tag:
		w.WriteHeader(http.StatusNotModified)
	default:
		f.served++
		fmt.Fprint(w, f.text)
	}
}

// TestWatchAddress asks for a page again and again: the server sends it once a version, and failures are told once.
func TestWatchAddress(t *testing.T) {
	e, f := store(t), &feed{}
	f.set(edition("a", "2025-11-03", "زار الرئيس الروسي بكين."), 0)
	s := httptest.NewServer(f)
	defer s.Close()
	w := e.watch(t, nil, s.URL+"/news")
	w.prints(t, "read 1, new 1,")
	w.until(t, "asks again", func() bool { asked, _ := f.counts(); return asked > 3 })
	if _, served := f.counts(); served != 1 {
		t.Errorf("served %d times", served)
	}
	f.set("", http.StatusForbidden)
	w.says(t, "refused: "+s.URL+"/news: server answers 403")
	now, _ := f.counts()
	w.until(t, "asks again", func() bool { asked, _ := f.counts(); return asked > now+3 })
	f.set(edition("a", "2025-11-03", "زار الرئيس الروسي بكين.")+edition("b", "2025-11-04", "زار الرئيس الصيني موسكو."), 0)
	w.prints(t, "read 2, new 1, changed 0, unchanged 1, refused 0")
	w.ends(t)
	if n := strings.Count(w.err.String(), "403"); n != 1 {
		t.Errorf("told %d times:\n%s", n, w.err.String())
	}
	// What was kept in the store holds for a later load, too.
	_, before := f.counts()
	e.run(t, "load", "--allow-private", s.URL+"/news").exits(exitDone).prints("read 2, new 0, changed 0, unchanged 2")
	if _, served := f.counts(); served != before {
		t.Error("the server had to send it again")
	}
	e.run(t, "remove", "test/a").exits(exitDone)
	e.run(t, "load", "--allow-private", s.URL+"/news").exits(exitDone).prints("read 2, new 1, changed 0, unchanged 1")
}

// TestWatchList asks again for the addresses of a list that does not change.
func TestWatchList(t *testing.T) {
	e, f := store(t), &feed{}
	f.set(edition("a", "2025-11-03", "زار الرئيس الروسي بكين."), 0)
	s := httptest.NewServer(f)
	defer s.Close()
	list := writeTo(t, t.TempDir(), "addresses.txt", "# news\n"+s.URL+"/news\n")
	w := e.watch(t, nil, list)
	w.prints(t, "read 1, new 1,")
	f.set(edition("a", "2025-11-03", "زار الرئيس الروسي بكين.")+edition("b", "2025-11-04", "زار الرئيس الصيني موسكو."), 0)
	w.prints(t, "read 2, new 1, changed 0, unchanged 1, refused 0")
	w.until(t, "asks again", func() bool { asked, served := f.counts(); return asked > served+3 })
	w.ends(t)
	if _, served := f.counts(); served != 2 {
		t.Errorf("served %d times", served)
	}
}

// brittle is a store that can be made to fail.
type brittle struct {
	graph.Store
	broken *atomic.Bool
}

var errAway = fmt.Errorf("on purpose: %w", neo4j.ErrUnreachable)

func (b brittle) Upsert(ctx context.Context, batch []graph.Extraction) (graph.Report, error) {
	if b.broken.Load() {
		return graph.Report{}, errAway
	}
	return b.Store.Upsert(ctx, batch)
}

func (b brittle) Versions(ctx context.Context, ids []string) ([]graph.Version, error) {
	if b.broken.Load() {
		return nil, errAway
	}
	return b.Store.Versions(ctx, ids)
}

// breaking lets a program open a store that is away as long as broken is set.
func (e env) breaking(broken *atomic.Bool) func(*app) {
	return func(a *app) {
		a.open = func(ctx context.Context, world graph.World) (graph.Store, error) {
			if broken.Load() {
				return nil, errAway
			}
			s, err := sqlite.Open(ctx, e["MITHAQ_STORE"], world, sqlite.Options{})
			return brittle{s, broken}, err
		}
	}
}

// TestWatchStoreAway breaks the store while files come: it is told once that it is away and once that it is back, and nothing is lost.
func TestWatchStoreAway(t *testing.T) {
	e, dir := store(t), t.TempDir()
	var broken atomic.Bool
	broken.Store(true) // also before the first file
	w := e.watch(t, e.breaking(&broken), dir)
	w.says(t, "waiting: on purpose: the server does not answer; it is looked for until it is back\n")
	broken.Store(false)
	w.says(t, "waiting: it is back\n")
	writeTo(t, dir, "a.jsonl", edition("a", "2025-11-03", "زار الرئيس الروسي بكين."))
	w.prints(t, "new 1,")
	broken.Store(true)
	writeTo(t, dir, "b.jsonl", edition("b", "2025-11-03", "زار الرئيس الصيني موسكو."))
	w.until(t, "away", func() bool { return strings.Count(w.err.String(), "looked for") == 2 })
	time.Sleep(500 * time.Millisecond)
	broken.Store(false)
	w.prints(t, "read 2, new 1, changed 0, unchanged 1")
	w.ends(t)
	if n := strings.Count(w.err.String(), "\n"); n != 4 {
		t.Errorf("%d lines:\n%s", n, w.err.String())
	}
}

// TestWatchReport keeps a report of all rounds: what was refused stands in it once, and it says when the store is away.
func TestWatchReport(t *testing.T) {
	e, dir := store(t), t.TempDir()
	path := filepath.Join(t.TempDir(), "watch.json")
	read := func() (r runReport) {
		b, err := os.ReadFile(path)
		if err == nil {
			err = json.Unmarshal(b, &r)
		}
		if err != nil && !errors.Is(err, os.ErrNotExist) {
			t.Fatalf("%v in %s", err, b)
		}
		return r
	}
	var broken atomic.Bool
	w := e.watch(t, e.breaking(&broken), "--report", path, dir)
	writeTo(t, dir, "a.jsonl", edition("a", "2025-11-03", "زار الرئيس الروسي بكين.")+"{\n")
	w.until(t, "the first article is in the report", func() bool { return read().Articles.New == 1 })
	writeTo(t, dir, "b.jsonl", edition("b", "2025-11-03", "زار الرئيس الصيني موسكو."))
	w.until(t, "so is the second", func() bool { return read().Articles.New == 2 })
	broken.Store(true)
	writeTo(t, dir, "c.jsonl", edition("c", "2025-11-03", "زار الرئيس الصيني موسكو."))
	w.until(t, "the store is away", func() bool { return strings.Contains(read().Error, "does not answer") })
	broken.Store(false)
	w.until(t, "it is back, and all is read again", func() bool { r := read(); return r.Articles.New == 3 && r.Error == "" })
	w.ends(t)
	r := read()
	if r.Command != "watch" || r.Rounds < 3 || r.Articles.Changed != 0 || len(r.Refusals) != 1 || !strings.HasSuffix(r.Refusals[0].Path, "a.jsonl") || r.Refusals[0].Line != 2 {
		t.Errorf("report %+v", r)
	}
	e.run(t, "watch", "--report", filepath.Join(dir, "none", "r.json"), dir).exits(exitFailed).says("check its folder")
}

// TestWatchHopeless ends where waiting would not help.
func TestWatchHopeless(t *testing.T) {
	dir := t.TempDir()
	other := write(t, "other.db", strings.Repeat("this is no store ", 100))
	env{"MITHAQ_STORE": other}.run(t, "watch", dir).exits(exitFailed).says("not a store of this program")
	env{"MITHAQ_STORE": filepath.Join(dir, "no", "x.db")}.run(t, "watch", dir).exits(exitFailed).says("does not exist")
	e := store(t)
	e.run(t, "watch").exits(exitUsage)
	e.run(t, "watch", "-").exits(exitUsage).says("use mithaq load -")
	e.run(t, "watch", "--every", "0s", dir).exits(exitUsage).says("--every")
	e.run(t, "watch", "--timeout", "0s", dir).exits(exitUsage).says("--timeout")
	e.run(t, "watch", "--delay", "-1s", dir).exits(exitUsage).says("--delay")
	e.run(t, "watch", filepath.Join(dir, "none")).exits(exitFailed).says("check the spelling")
}

// TestWatchSignals ends a process with both signals that ask for it.
func TestWatchSignals(t *testing.T) {
	for _, signal := range []os.Signal{os.Interrupt, syscall.SIGTERM} {
		e, dir := store(t), t.TempDir()
		writeTo(t, dir, "a.jsonl", edition("a", "2025-11-03", "زار الرئيس الروسي بكين."))
		cmd := e.process(t, "watch", "--every", "100ms", "--settle", "0s", dir)
		var out, errs lockedBuffer
		cmd.Stdout, cmd.Stderr = &out, &errs
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		(&watching{}).until(t, "the first article", func() bool { return strings.Contains(out.String(), "new 1,") })
		if err := cmd.Process.Signal(signal); err != nil {
			t.Fatal(err)
		}
		if err := cmd.Wait(); err != nil || errs.String() != "" {
			t.Errorf("%s: %v, %s", signal, err, errs.String())
		}
	}
}

// TestWatchServer takes a real server away and starts it again.
func TestWatchServer(t *testing.T) {
	db := neo4jtest.Start(t, neo4jtest.Options{Auth: true})
	e, dir := env{"MITHAQ_STORE": db.URI(), "NEO4J_PASSWORD": db.Password()}, t.TempDir()
	writeTo(t, dir, "a.jsonl", edition("a", "2025-11-03", "زار الرئيس الروسي بكين."))
	w := e.watch(t, nil, dir)
	w.prints(t, "read 1, new 1,")
	db.Stop(t)
	writeTo(t, dir, "b.jsonl", edition("b", "2025-11-03", "زار الرئيس الصيني موسكو."))
	w.says(t, "the server does not answer")
	db.Restart(t)
	w.says(t, "it is back")
	w.prints(t, "read 2, new 1, changed 0, unchanged 1")
	w.ends(t)
}
