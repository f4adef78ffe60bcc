package main

import (
	"encoding/json"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"mithaq/internal/neo4jtest"
)

// hostile are texts that would do harm if they became part of a statement, a path or a line on a terminal.
var hostile = []string{
	`'; DROP TABLE article; --`, `"}) DETACH DELETE n //`, "`x`) MATCH (n) DETACH DELETE n RETURN count(`n", `{{TYPE}} $rows %s %[1]d {id: 1}`,
	"\x1b[2J\x1b]0;title\x07", "\u202eesrever\u202c \u2066isolate", "line\u2028separator\u0085next", `../../etc/passwd`, `<script>alert(1)</script>`, "=cmd|' /C calc'!A0",
	`\u0000 \x00 ` + "\\", "a|b|c\tcolumn", strings.Repeat("ا", 5000),
}

// TestHostileTexts puts them where texts from strangers come in: id, source, title, URL, and names within sentences. The graph is the
// same on both stores, holds them as they are, answers afterwards, and prints nothing that a terminal obeys.
func TestHostileTexts(t *testing.T) {
	var b strings.Builder
	for i, h := range hostile {
		line, err := json.Marshal(map[string]string{
			"id": h, "lang": "ar", "date": "2025-11-03", "source": h, "url": "https://example.org/" + strconv.Itoa(i) + "?q=" + h, "title": "خبر مختلق " + h,
			"text": "التقى وزير الخارجية العماني بدر البوسعيدي رئيس حزب " + h + " في مسقط. وقال فلان بن " + h + "، رئيس هيئة " + h + "، إن عمان تدعم فنلندا.",
		})
		if err != nil {
			t.Fatal(err)
		}
		b.Write(append(line, '\n'))
	}
	db := neo4jtest.Start(t, neo4jtest.Options{Auth: true})
	exports := map[string]string{}
	for name, e := range map[string]env{"sqlite": store(t), "neo4j": {"MITHAQ_STORE": db.URI(), "NEO4J_PASSWORD": db.Password()}} {
		e.feed(t, b.String(), "load", "-").exits(exitDone).prints("new " + strconv.Itoa(len(hostile)))
		for _, args := range [][]string{
			{"export"}, {"export", "--format", "jsonl"}, {"query", "articles_about", "what=Oman"},
			{"query", "article_people", "--format", "json"}, {"query", "article_people", "--format", "csv"}, {"query", "find", "name=" + hostile[0]}, {"explain", "Oman"}, {"explain", "SUPPORTS|OMN|FIN|asserted"}, {"status"},
		} {
			r := e.run(t, args...)
			if i := strings.IndexFunc(r.out+r.err, func(c rune) bool { return c != '\n' && c != '\t' && unsafe(c) }); i >= 0 {
				t.Errorf("%s: %s prints %+q", name, r.line, (r.out + r.err)[i:min(i+20, len(r.out+r.err))])
			}
		}
		exports[name] = e.run(t, "export").exits(exitDone).out
		for _, h := range hostile {
			e.run(t, "query", "sources", "key="+h).exits(exitDone)
			e.run(t, "remove", h)
		}
	}
	same(t, "export", exports["neo4j"], exports["sqlite"])
	if n := strings.Count(exports["sqlite"], "\narticle ") + 1; n != len(hostile) {
		t.Errorf("%d articles are kept, want %d", n, len(hostile))
	}
	if strings.ContainsFunc(exports["sqlite"], func(r rune) bool { return unicode.IsControl(r) && r != '\n' }) {
		t.Error("the export has control characters")
	}
}
