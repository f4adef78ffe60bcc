package fetch

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// rfcRobots is the example of RFC 9309.
const rfcRobots = `User-Agent: *
Disallow: *.gif$
Disallow: /example/
Allow: /publications/

User-Agent: foobot
Disallow:/
Allow:/example/page.html
Allow:/example/allowed.gif

User-Agent: barbot
User-Agent: bazbot
Disallow: /example/page.html

User-Agent: quxbot
`

var robotsCases = []struct {
	text, name string
	allowed    string // paths
	forbidden  string
}{
	{rfcRobots, "foobot", "/example/page.html /example/allowed.gif", "/ /other"},
	{rfcRobots, "bazbot", "/ /example/ /a.gif", "/example/page.html /example/page.html5"},
	{rfcRobots, "quxbot", "/ /example/ /a.gif", ""},
	{rfcRobots, "other", "/ /publications/a /a.gif.html /example", "/example/ /a.gif"},
	{"user-agent: MITHAQ/2\ndisallow: /a", "mithaq", "/b", "/a /a/b"},
	{"user-agent: mithaq-image\ndisallow: /", "mithaq", "/", ""},
	{"user-agent: mithaq\ndisallow: /a\nuser-agent: *\ndisallow: /b\nuser-agent: mithaq\ndisallow: /c", "mithaq", "/b", "/a /c"},
	{"user-agent: a\nsitemap: https://example.org/s.xml\nuser-agent: mithaq\ndisallow: /x", "mithaq", "/y", "/x"},
	{"disallow: /", "mithaq", "/", ""}, // belongs to nobody
	{"user-agent: *\ndisallow:\n", "mithaq", "/", ""},
	{"user-agent: *\ndisallow: /\nallow: /\n", "mithaq", "/a", ""}, // of two as long the one that allows
	{"user-agent: *\nallow: /p\ndisallow: /", "mithaq", "/page", "/a"},
	{"user-agent: *\nallow: /folder\ndisallow: /folder", "mithaq", "/folder/page", ""},
	{"user-agent: *\nallow: /page\ndisallow: /*.htm", "mithaq", "", "/page.htm"},
	{"user-agent: *\nallow: /$\ndisallow: /", "mithaq", "/", "/page.htm"},
	{"user-agent: *\ndisallow: /fish*.php$", "mithaq", "/fish.php?x /Fish.php /fish", "/fish.php /fishheads/catfish.php"},
	{"user-agent: *\ndisallow: /*?print=", "mithaq", "/a?b=1", "/a?print=1 /a/b?print="},
	{"user-agent: *\ndisallow: /a$b", "mithaq", "/ab", "/a$b"},
	{"user-agent: *\ndisallow: /خبر", "mithaq", "/", "/%D8%AE%D8%A8%D8%B1 /%d8%ae%d8%a8%d8%b1/1 /خبر"},
	{"user-agent: *\ndisallow: /a%3cd", "mithaq", "/a", "/a%3Cd /a%3cd.html"},
	{"user-agent: *\ndisallow: /%7Ejoe", "mithaq", "/joe", "/~joe /%7ejoe/x"},
	{"\ufeffUser-agent : * # all\r\nDisallow : /a # not this\r\n", "mithaq", "/b", "/a"},
	{"<!doctype html><html><body>User-agent: none</body></html>", "mithaq", "/", ""},
	{"user-agent: *\nno colon\ncrawl-delay: x\ndisallow: /a", "mithaq", "/b", "/a"},
	{"", "mithaq", "/", ""},
}

// TestRobots follows RFC 9309 and its examples.
func TestRobots(t *testing.T) {
	for _, test := range robotsCases {
		r := parseRobots(test.text, test.name)
		for path := range strings.FieldsSeq(test.allowed) {
			if !r.allows(path) {
				t.Errorf("%q forbids %q %+q", test.text, test.name, path)
			}
		}
		for path := range strings.FieldsSeq(test.forbidden) {
			if r.allows(path) {
				t.Errorf("%q allows %q %+q", test.text, test.name, path)
			}
		}
	}
}

func TestCrawlDelay(t *testing.T) {
	for value, want := range map[string]time.Duration{"2": 2 * time.Second, "0.5": time.Second / 2, "-1": 0, "x": 0, "1e300": maxDelay, "NaN": 0, "Inf": maxDelay} {
		if got := parseRobots("user-agent: *\ncrawl-delay: "+value, "mithaq").delay; got != want {
			t.Errorf("crawl-delay %s: %s, want %s", value, got, want)
		}
	}
}

func FuzzRobots(f *testing.F) {
	f.Add("user-agent: *\ndisallow: /*a*b$\nallow: /%4", "/a%b?c")
	f.Fuzz(func(t *testing.T, text, path string) {
		r := parseRobots(text, "mithaq")
		r.allows(path)
		if once := encodePath(path); !strings.Contains(path, "%") && encodePath(once) != once {
			t.Errorf("%q becomes %q, then %q", path, once, encodePath(once))
		}
		if r.delay < 0 || r.delay > maxDelay {
			t.Errorf("delay %s", r.delay)
		}
	})
}

// TestRobotsAnswers looks at what becomes of an address for every answer to the question for robots.txt.
func TestRobotsAnswers(t *testing.T) {
	text := func(s string) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, s) }
	}
	status := func(n int) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(n) }
	}
	for _, test := range []struct {
		name   string
		robots http.HandlerFunc
		want   string // part of the error; empty if it may be fetched
	}{
		{"forbids", text("user-agent: mithaq\ndisallow: /private"), "robots.txt forbids it (ask the site"},
		{"allows", text("user-agent: mithaq\ndisallow: /other"), ""},
		{"is meant for others", text("user-agent: other\ndisallow: /"), ""},
		{"empty", text(""), ""},
		{"not there", status(404), ""},
		{"forbidden", status(403), ""},
		{"server fails", status(500), "robots.txt: server answers 500"},
		{"server is busy", status(429), "robots.txt: server answers 429"},
		{"never comes", func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }, "robots.txt: server takes too long"},
		{"in a circle", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/robots.txt", http.StatusFound) }, ""},
		{"elsewhere", func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "/real-robots.txt", http.StatusFound)
		}, "forbids"},
		{"endless", func(w http.ResponseWriter, r *http.Request) {
			fmt.Fprint(w, "user-agent: *\ndisallow: /private\n")
			for r.Context().Err() == nil {
				if _, err := w.Write([]byte(strings.Repeat("#", 1<<16) + "\n")); err != nil {
					return
				}
			}
		}, "forbids"},
	} {
		t.Run(test.name, func(t *testing.T) {
			mux := http.NewServeMux()
			mux.HandleFunc("/robots.txt", test.robots)
			mux.HandleFunc("/real-robots.txt", text("user-agent: *\ndisallow: /"))
			asked := false
			mux.HandleFunc("/private/page", func(http.ResponseWriter, *http.Request) { asked = true })
			s := httptest.NewServer(mux)
			defer s.Close()
			b := newBench(t, Options{Timeout: time.Second}, s)
			_, err := b.Get(t.Context(), s.URL+"/private/page", Condition{})
			if (err == nil) != (test.want == "") || err != nil && !strings.Contains(err.Error(), test.want) {
				t.Errorf("error %v, want %q", err, test.want)
			}
			if asked != (test.want == "") {
				t.Errorf("the page was asked for: %v", asked)
			}
		})
	}
}

// TestRobotsOnTheWay holds for where a redirect leads, too.
func TestRobotsOnTheWay(t *testing.T) {
	other := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, "user-agent: *\ndisallow: /") }))
	defer other.Close()
	s := serve(t, func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, other.URL+"/x", http.StatusFound) })
	newBench(t, Options{}, s, other).fails(t, s.URL, ErrRobots, "redirected to "+other.URL)
}

// TestRobotsOnce asks for robots.txt once for many pages, and again when it is old.
func TestRobotsOnce(t *testing.T) {
	asked := 0
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/robots.txt" {
			asked++
			fmt.Fprint(w, "user-agent: *\ncrawl-delay: 3")
		}
	}))
	defer s.Close()
	b := newBench(t, Options{}, s)
	for range 5 {
		if _, err := b.Get(t.Context(), s.URL, Condition{}); err != nil {
			t.Fatal(err)
		}
	}
	if asked != 1 || b.slept() < 4*3*time.Second {
		t.Errorf("asked %d times, paused %v", asked, b.pauses)
	}
	b.clock = b.clock.Add(robotsTTL + time.Second)
	if _, err := b.Get(t.Context(), s.URL, Condition{}); err != nil || asked != 2 {
		t.Errorf("asked %d times, %v", asked, err)
	}
}

// TestOneAtATime asks a host from many goroutines: it has never more than one request at once, and a pause between any two.
func TestOneAtATime(t *testing.T) {
	var now, most, all atomic.Int32
	s := serve(t, func(http.ResponseWriter, *http.Request) {
		most.Store(max(most.Load(), now.Add(1)))
		time.Sleep(2 * time.Millisecond)
		now.Add(-1)
		all.Add(1)
	})
	b := newBench(t, Options{Delay: 2 * time.Second}, s)
	var wg sync.WaitGroup
	for i := range 10 {
		wg.Go(func() {
			if _, err := b.Get(t.Context(), fmt.Sprintf("%s/%d", s.URL, i), Condition{}); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if most.Load() != 1 || all.Load() != 10 || len(b.pauses) < 9 {
		t.Errorf("%d at once, %d in all, pauses %v", most.Load(), all.Load(), b.pauses)
	}
}
