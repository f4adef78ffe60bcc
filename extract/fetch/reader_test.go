package fetch

import (
	"fmt"
	"iter"
	"net/http"
	"strings"
	"testing"

	"mithaq/extract/article"
	"mithaq/graph"
)

// TestReadFeed follows a feed over several rounds.
func TestReadFeed(t *testing.T) {
	s := newSite(t)
	r := newReader(t, s)
	for _, path := range []string{"/one", "/two", "/three"} {
		s.set(path, htmlPage("عنوان "+path), 0)
	}
	s.set("/feed", s.rss("/one", "/two"), 0)
	s.round(t, "first", r, "/feed", "one two", "/feed /one /two")
	s.round(t, "nothing new", r, "/feed", "one= two=", "/feed=")
	s.set("/feed", s.rss("/three", "/one", "/two"), 0)
	s.round(t, "a new item", r, "/feed", "three one= two=", "/feed /three")
	s.set("/feed", strings.Replace(s.rss("/three", "/one", "/two"), "ملخص الخبر المختلق /one", "ملخص جديد", 1), 0)
	s.round(t, "an item that changed, its page did not", r, "/feed", "three= one= two=", "/feed /one=")
	s.set("/one", htmlPage("عنوان آخر"), 0)
	s.set("/feed", strings.Replace(s.rss("/three", "/one", "/two"), "ملخص الخبر المختلق /one", "ملخص أحدث", 1), 0)
	s.round(t, "an item and its page that changed", r, "/feed", "three= one two=", "/feed /one")
	if _, err := r.Memory.(graph.Store).Remove(t.Context(), []string{s.URL + "/two"}); err != nil {
		t.Fatal(err)
	}
	s.round(t, "an article was taken back", r, "/feed", "three= one= two", "/feed /two")
	r.Program = "p2"
	s.round(t, "another program", r, "/feed", "three one two", "/feed /three /one /two")
}

// TestReadFeedFailures takes the summary where a page cannot be had, and tries again only where that may help.
func TestReadFeedFailures(t *testing.T) {
	s := newSite(t)
	r := newReader(t, s)
	s.set("/feed", s.rss("/good", "/gone", "/later"), 0)
	s.set("/good", htmlPage("عنوان"), 0)
	s.set("/later", "", http.StatusServiceUnavailable)
	s.round(t, "first", r, "/feed", "good gone~ later~", "/feed /good /gone /later /later /later")
	s.set("/later", htmlPage("عنوان لاحق"), 0)
	s.round(t, "the page is back", r, "/feed", "good= gone~ later", "/feed /gone /later")
	s.round(t, "nothing more to do", r, "/feed", "good= gone= later=", "/feed=")
}

// TestReadPage reads a page, and what is no article.
func TestReadPage(t *testing.T) {
	s := newSite(t)
	r := newReader(t, s)
	s.set("/page", htmlPage("عنوان"), 0)
	s.set("/picture", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", 0)
	s.set("/list", s.URL+"/page\n"+s.URL+"/other\n", 0)
	s.set("/empty", "", 0)
	s.round(t, "first", r, "/page", "page", "/page")
	s.round(t, "second", r, "/page", "page=", "/page=")
	s.round(t, "a picture", r, "/picture", "!", "/picture")
	s.round(t, "a picture is not remembered", r, "/picture", "!", "/picture")
	s.round(t, "a list of addresses is not followed", r, "/list", "!", "/list")
	s.round(t, "an empty page", r, "/empty", "!", "/empty")
	s.round(t, "not there", r, "/none", "!", "/none")
}

// TestKeep remembers nothing of articles that were not written.
func TestKeep(t *testing.T) {
	s := newSite(t)
	r := newReader(t, s)
	s.set("/page", htmlPage("عنوان"), 0)
	take(t, r, r.Read(t.Context(), s.URL+"/page", article.Options{}))
	r.Forget()
	s.asked()
	s.round(t, "after Forget", r, "/page", "page", "/page")
	r.Memory = nil
	s.round(t, "without a memory", r, "/page", "page", "/page")
}

// TestKeepFirst remembers what belongs to the items that were written, and no more.
func TestKeepFirst(t *testing.T) {
	s := newSite(t)
	r := newReader(t, s)
	n := 0
	for _, path := range []string{"/one", "/two", "/three"} {
		s.set(path, htmlPage("عنوان "+path), 0)
		for a, err := range r.Read(t.Context(), s.URL+path, article.Options{}) {
			if err != nil {
				t.Fatal(err)
			}
			n++
			r.Mark(n)
			if _, err := r.Memory.(graph.Store).Upsert(t.Context(), []graph.Extraction{{Article: graph.Article{ID: a.ID, Text: a.Text, Hash: "h", Program: "p1"}}}); err != nil {
				t.Fatal(err)
			}
		}
	}
	s.asked()
	if err := r.KeepFirst(t.Context(), 2); err != nil { // what is known of the second page was noted behind its article
		t.Fatal(err)
	}
	r.Forget()
	s.round(t, "the first", r, "/one", "one=", "/one=")
	s.round(t, "the second", r, "/two", "two", "/two")
	s.round(t, "the third", r, "/three", "three", "/three")
}

// TestNoLogin keeps the login of an address out of articles, messages and notes.
func TestNoLogin(t *testing.T) {
	s := newSite(t)
	r := newReader(t, s)
	s.set("/page", htmlPage("عنوان"), 0)
	for _, path := range []string{"/page", "/none"} {
		for a, err := range r.Read(t.Context(), strings.Replace(s.URL, "://", "://reader:"+secret+"@", 1)+path, article.Options{}) {
			if shown := fmt.Sprintf("%+v %v", a, err); strings.Contains(shown, secret) || strings.Contains(shown, "reader:") {
				t.Errorf("%s shows the login: %s", path, shown)
			}
		}
	}
	if shown := fmt.Sprint(r.pending); len(r.pending) != 1 || strings.Contains(shown, secret) {
		t.Errorf("notes: %s", shown)
	}
}

// TestFollow reads the pages of a feed in a file.
func TestFollow(t *testing.T) {
	s := newSite(t)
	r := newReader(t, s)
	s.set("/one", htmlPage("عنوان"), 0)
	file := func() iter.Seq2[article.Article, error] {
		doc := article.Document{Name: "feed.xml", Body: strings.NewReader(s.rss("/one", "/none"))}
		return r.Follow(t.Context(), article.ReadDocument(t.Context(), doc, article.Options{}), article.Options{})
	}
	if got := take(t, r, file()); got != "one none~" {
		t.Errorf("articles %q", got)
	}
	if err := r.Keep(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got, log := take(t, r, file()), s.asked(); got != "one= none~" || log != "/one /none /none" {
		t.Errorf("again: articles %q, asked for %q", got, log)
	}
}
