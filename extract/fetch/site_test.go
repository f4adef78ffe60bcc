package fetch

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"

	"mithaq/extract/article"
	"mithaq/graph"
	"mithaq/graph/memory"
)

// noWorld knows nothing.
type noWorld struct{}

func (noWorld) Entity(string) (graph.Entity, bool)    { return graph.Entity{}, false }
func (noWorld) Related(string) []string               { return nil }
func (noWorld) Reference(string, string) []graph.Fact { return nil }

// site is a small website: pages by path, with an ETag each, and what was asked for.
type site struct {
	*httptest.Server
	mu     sync.Mutex
	pages  map[string]string
	status map[string]int
	log    []string
}

func newSite(t *testing.T) *site {
	t.Helper()
	s := &site{pages: map[string]string{}, status: map[string]int{}}
	s.Server = httptest.NewServer(s)
	t.Cleanup(s.Close)
	return s
}

func (s *site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	page, ok := s.pages[r.URL.Path]
	tag := fmt.Sprintf(`"%s"`, itemHash(page))
	what := r.URL.Path
	switch {
	case s.status[r.URL.Path] != 0:
		w.WriteHeader(s.status[r.URL.Path])
	case !ok:
		w.WriteHeader(http.StatusNotFound)
	case r.Header.Get("If-None-Match") == tag:
		what += "="
		w.WriteHeader(http.StatusNotModified)
	default:
		w.Header().Set("ETag", tag)
		fmt.Fprint(w, page)
	}
	if what != "/robots.txt" {
		s.log = append(s.log, what)
	}
}

// asked returns what was asked for since the last call; "=" marks what had not changed.
func (s *site) asked() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	got := strings.Join(s.log, " ")
	s.log = nil
	return got
}

func (s *site) set(path, page string, status int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.pages[path], s.status[path] = page, status
}

// htmlPage is an invented page.
func htmlPage(title string) string {
	text := strings.Repeat("<p>وصل الوزير إلى المدينة صباح الأحد في زيارة رسمية تستغرق يومين، وكان في استقباله عدد من المسؤولين. هذا نص مختلق.</p>", 6)
	return `<!doctype html><html lang="ar"><head><title>` + title + `</title></head><body><article><h1>` + title + `</h1>` + text + `</article></body></html>`
}

// rss is an invented feed of summaries.
func (s *site) rss(items ...string) string {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>وكالة مختلقة</title><link>` + s.URL + `</link>`)
	for _, path := range items {
		fmt.Fprintf(&b, `<item><title>خبر %s</title><link>%s%s</link><pubDate>Mon, 03 Nov 2025 09:30:00 +0300</pubDate><description>ملخص الخبر المختلق %s</description></item>`, path, s.URL, path, path)
	}
	return b.String() + `</channel></rss>`
}

// newReader reads a site with a store of its own.
func newReader(t *testing.T, s *site) *Reader {
	b := newBench(t, Options{Delay: -1}, s.Server)
	return &Reader{Client: b.Client, Memory: memory.New(noWorld{}, memory.Options{}), Program: "p1"}
}

// take reads to the end, writes the articles into the store and returns them by the ends of their ids: "=" marks what was
// unchanged, "!" what was refused, "~" what is only a summary.
func take(t *testing.T, r *Reader, all iter.Seq2[article.Article, error]) string {
	t.Helper()
	var got []string
	var batch []graph.Extraction
	for a, err := range all {
		id := a.ID[strings.LastIndex(a.ID, "/")+1:]
		var refused *article.Error
		switch {
		case errors.Is(err, ErrUnchanged):
			got = append(got, id+"=")
		case errors.As(err, &refused):
			got = append(got, "!")
		case err != nil:
			t.Fatal(err)
		default:
			if strings.Contains(strings.Join(a.Warnings, " "), "only the summary") {
				id += "~"
			}
			got = append(got, id)
			batch = append(batch, graph.Extraction{Article: graph.Article{ID: a.ID, Title: a.Title, Text: a.Text, Published: a.Date, Hash: itemHash(a.Text), Program: "p1"}})
		}
	}
	if s, ok := r.Memory.(graph.Store); ok {
		if _, err := s.Upsert(context.Background(), batch); err != nil {
			t.Fatal(err)
		}
	}
	return strings.Join(got, " ")
}

// round reads an address, keeps what was learnt, and compares articles and questions.
func (s *site) round(t *testing.T, what string, r *Reader, path, articles, asked string) {
	t.Helper()
	got := take(t, r, r.Read(t.Context(), s.URL+path, article.Options{}))
	if err := r.Keep(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got != articles {
		t.Errorf("%s: articles %q, want %q", what, got, articles)
	}
	if log := s.asked(); log != asked {
		t.Errorf("%s: asked for %q, want %q", what, log, asked)
	}
}
