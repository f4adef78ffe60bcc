package e2e

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"

	"mithaq/graph"
	"mithaq/graph/neo4j"
	"mithaq/graph/sqlite"
)

// odd are invented texts whose bytes are not those of the words that the engine compares: every fold and every encoding.
var odd = map[string]string{
	"folds.txt":    "زيارة مُخْتَلَقَة إلى مسقط\n\nالتقـــى وزيرُ الخارجيّةِ العُمانيُّ بدر البوسعيديّ نظيرَهُ الفنلنديَّ في مسقط، الإثنين. و\u200fأكّد\u200e البوسعيدي دعم بلاده لفنلندا 🙂. وقال: «سنزور هلسنكي».\r\nﻭﺃﺩﺍﻥ ﺍﻟﻮﺯﻳﺮ ﺍﻟﻬﺠﻮﻡ.\r\n",
	"composed.txt": "خبر مختلق\n\nا\u0653كد وزير الخارجية المصري دعم ا\u0655يطاليا. زار الوزير رو\u0648ما\u064b\u0651.\n",
	"titled.jsonl": `{"id":"no-title","date":"2025-11-03","lang":"ar","text":"زار وزير الخارجية العماني فنلندا. \u0000\u202eوأدان الهجوم\u202c على ألمانيا."}` + "\n",
	"latin.txt":    "An invented visit\n\nThe Omani foreign minister visited Helsinki on Monday. Oman\u2019s “minister” — he said — supports Finland\u00a0\u2026 and Cote d’Ivoire.\n",
}

// unfolded writes the odd texts, and one in each of two other encodings, into a folder.
func unfolded(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	put := func(name string, data []byte) {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for name, text := range odd {
		put(name, []byte(text))
	}
	plain := "زيارة مختلقة\n\nالتقى وزير الخارجية العماني بدر البوسعيدي نظيره الفنلندي في مسقط. وقال الوزير إن بلاده تدعم فنلندا.\n"
	legacy, err := charmap.Windows1256.NewEncoder().String(plain)
	if err != nil {
		t.Fatal(err)
	}
	put("windows.txt", []byte(legacy))
	wide := []byte{0xff, 0xfe}
	for _, u := range utf16.Encode([]rune(plain)) {
		wide = append(wide, byte(u), byte(u>>8))
	}
	put("utf-16.txt", wide)
	return dir
}

// TestEvidenceToTheByte loads all articles that there are and cuts every sentence out of the stored text, on both stores.
func TestEvidenceToTheByte(t *testing.T) {
	stores(t, func(t *testing.T, p program) {
		args := []string{"load", "--quiet", "testdata/ar", unfolded(t)}
		for _, pattern := range []string{"pages/*.html", "feeds/*.xml", "feeds/*.rdf", "feeds/feed.json", "agency/*.xml"} {
			found, err := filepath.Glob(filepath.Join(root, "extract/article/testdata", pattern))
			if err != nil || len(found) == 0 {
				t.Fatalf("%s: no articles, %v", pattern, err)
			}
			for _, path := range found {
				args = append(args, strings.TrimPrefix(path, root+"/"))
			}
		}
		if _, messages, code := p.run(t, args...); code != 3 || !strings.Contains(messages, "1 of ") { // one is withdrawn by its agency
			t.Fatalf("load: exit code %d: %s", code, messages)
		}
		c := contents(t, p)
		c.checkSpans(t)
		c.checkTexts(t)
		c.checkExplained(t, p)
	})
}

// held is what a store exports.
type held struct {
	articles map[string]graph.Article
	entities []graph.Entity
	facts    []graph.Fact
	evidence []graph.Evidence
	links    []graph.Link
}

func contents(t *testing.T, p program) held {
	t.Helper()
	h := held{articles: map[string]graph.Article{}}
	s := p.open(t)
	err := s.Export(t.Context(), func(l graph.Line) error {
		switch {
		case l.Article != nil:
			h.articles[l.Article.ID] = *l.Article
		case l.Entity != nil:
			h.entities = append(h.entities, *l.Entity)
		case l.Fact != nil:
			h.facts = append(h.facts, *l.Fact)
		case l.Evidence != nil:
			h.evidence = append(h.evidence, *l.Evidence)
		case l.Link != nil:
			h.links = append(h.links, *l.Link)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return h
}

// open opens the graph of a program for reading.
func (p program) open(t *testing.T) graph.Store {
	t.Helper()
	where := ""
	for _, v := range p.env {
		if name, value, _ := strings.Cut(v, "="); name == "MITHAQ_STORE" {
			where = value
		}
	}
	var s graph.Store
	var err error
	if strings.Contains(where, "://") {
		s, err = neo4j.Open(context.Background(), where, neo4j.Auth{}, "", nil, neo4j.Options{})
	} else {
		s, err = sqlite.Open(context.Background(), where, nil, sqlite.Options{ReadOnly: true})
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// checkSpans cuts the sentences of all claims and mentions out.
func (h held) checkSpans(t *testing.T) {
	t.Helper()
	if len(h.articles) < 40 || len(h.evidence) < 300 || len(h.links) < 300 {
		t.Errorf("only %d articles, %d claims, %d links were loaded", len(h.articles), len(h.evidence), len(h.links))
	}
	for _, e := range h.evidence {
		full := h.articles[e.Article].Full()
		if e.Start < 0 || e.End > len(full) || e.Start >= e.End || full[e.Start:e.End] != e.Sentence {
			t.Errorf("%s: bytes %d-%d are not %+q", e.ID(), e.Start, e.End, e.Sentence)
		}
		if e.Rule == "" || e.Status == "" {
			t.Errorf("%s: rule %q, status %q", e.ID(), e.Rule, e.Status)
		}
	}
	sentences := map[string][]string{}
	for _, l := range h.links {
		if l.Type != graph.Mentions {
			continue
		}
		full := h.articles[l.Article].Full()
		if l.Start < 0 || l.End > len(full) || l.Start >= l.End {
			t.Errorf("%s mentions %s in bytes %d-%d of %d", l.Article, l.Node, l.Start, l.End, len(full))
			continue
		}
		sentences[l.Node] = append(sentences[l.Node], full[l.Start:l.End])
	}
	for _, e := range h.entities {
		if len(sentences[e.ID]) == 0 {
			t.Errorf("%s: no sentence mentions it", e.ID)
		}
	}
}

// checkTexts demands that what is stored is what stands in the file, letter by letter.
func (h held) checkTexts(t *testing.T) {
	t.Helper()
	stored := map[string]bool{}
	for _, a := range h.articles {
		stored[a.Full()] = true
	}
	files, err := filepath.Glob(filepath.Join(root, "testdata/ar/*.jsonl"))
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(data)) {
			var a struct{ Title, Text string }
			if err := json.Unmarshal([]byte(line), &a); err != nil {
				t.Fatal(err)
			}
			if !stored[a.Title+"\n"+a.Text] {
				t.Errorf("%s: title and text are stored otherwise", file)
			}
		}
	}
	for name, text := range odd {
		if !strings.HasSuffix(name, ".jsonl") && !stored[text] { // the first line is the title
			t.Errorf("%s: title and text are stored otherwise", name)
		}
	}
}

// checkExplained asks the program what is behind some facts and nodes, and behind all facts asks the store.
func (h held) checkExplained(t *testing.T, p program) {
	t.Helper()
	var keys []string
	of := map[string]int{}
	for _, e := range h.evidence {
		of[e.Fact]++
	}
	for _, f := range h.facts {
		if f.Mentions != of[f.Key] || f.Support > f.Mentions || f.Support == 0 && !f.Reference {
			t.Errorf("%s: support %d, mentions %d, %d claims", f.Key, f.Support, f.Mentions, of[f.Key])
		}
		if f.Support > 0 {
			keys = append(keys, f.Key)
		}
	}
	for _, e := range h.entities {
		keys = append(keys, e.ID)
	}
	slices.Sort(keys)
	for i := 0; i < len(keys); i += max(1, len(keys)/60) {
		h.checkExplanation(t, keys[i], p.must(t, "explain", "--format", "json", keys[i]))
	}
}

func (h held) checkExplanation(t *testing.T, key, out string) {
	t.Helper()
	var x struct {
		Evidence []struct {
			Article, Sentence, Says, Rule, File string
			Start, End, Line                    int
		}
	}
	if err := json.Unmarshal([]byte(out), &x); err != nil {
		t.Fatalf("explain %s: %v in %s", key, err, out)
	}
	if len(x.Evidence) == 0 {
		t.Errorf("explain %s: no sentence", key)
	}
	for _, e := range x.Evidence {
		full := h.articles[e.Article].Full()
		if e.Start < 0 || e.End > len(full) || e.Start >= e.End || full[e.Start:e.End] != e.Sentence {
			t.Errorf("explain %s: bytes %d-%d of %s are not %+q", key, e.Start, e.End, e.Article, e.Sentence)
		}
		if e.Says == graph.Mentions {
			continue
		}
		if rule, err := os.ReadFile(filepath.Join(root, e.File)); err != nil || e.Line < 1 || strings.Count(string(rule), "\n") < e.Line {
			t.Errorf("explain %s: rule %s stands in %q line %d: %v", key, e.Rule, e.File, e.Line, err)
		}
	}
}
