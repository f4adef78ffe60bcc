package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Two invented articles about an invented man, who is called by two forms of his name.
const twoNames = `{"id":"a1","lang":"ar","date":"2026-03-02","source":"خبر","title":"اجتماع في مسقط","text":"التقى وزير الخارجية العماني بدر البوسعيدي نظيره الفنلندي في مسقط الاثنين. وقال سالم بن راشد الحارثي، رئيس هيئة الموانئ العمانية، إن بلاده تدعم فنلندا."}
{"id":"a2","lang":"ar","date":"2026-03-05","source":"خبر","title":"الحارثي يزور هلسنكي","text":"زار سالم الحارثي رئيس هيئة الموانئ العمانية هلسنكي. وأدان الحارثي ألمانيا."}
`

const sameMan = `{"do":"same","of":[{"article":"a1","name":"سالم بن راشد الحارثي"},{"article":"a2","name":"سالم الحارثي"}]}
{"do":"fix","article":"a2","wrong":{"type":"CRITICIZES","subject":"الحارثي","object":"DEU"},"note":"a slip of the paper"}
{"do":"alias","id":"FIN","names":{"ar":["هلسنكي"]}}
{"do":"fix","article":"a9","wrong":{"type":"MET","subject":"x","object":"y"}}
`

// TestOverlay corrects a loaded graph, rebuilds it, and takes the corrections back.
func TestOverlay(t *testing.T) {
	e := store(t)
	articles := write(t, "articles.jsonl", twoNames)
	e.run(t, "load", articles).exits(0)
	plain := e.run(t, "export").exits(0).out

	beside := writeTo(t, filepath.Dir(e["MITHAQ_STORE"]), "overlay.jsonl", sameMan)
	e.run(t, "lint").exits(0)
	e.run(t, "refresh").exits(0).says("overlay.jsonl:4: no article is called \"a9\"")
	corrected := e.run(t, "export").exits(0).out
	if n := strings.Count(corrected, "\nentity person/"); n != 2 {
		t.Errorf("%d people after the correction, want 2:\n%s", n, corrected)
	}
	for _, wrong := range []string{"CRITICIZES", "place/helsinki-FIN"} {
		if strings.Contains(corrected, wrong) {
			t.Errorf("the corrected graph has %s", wrong)
		}
	}
	explained := e.run(t, "explain", "VISITED|"+between(corrected, "fact VISITED|", "|FIN")+"|FIN|asserted").exits(0).out
	for _, part := range []string{"هلسنكي", "corrected in خبر/a2: overlay.jsonl:2 fix, overlay.jsonl:1 same"} {
		if !strings.Contains(explained, part) {
			t.Errorf("explain lacks %q:\n%s", part, explained)
		}
	}

	fresh := store(t)
	fresh["MITHAQ_OVERLAY"] = beside
	fresh.run(t, "load", articles).exits(0)
	if got := fresh.run(t, "export").exits(0).out; got != corrected {
		t.Error("a rebuilt graph is not the refreshed one")
	}
	flag := store(t)
	flag.run(t, "--overlay", beside, "load", articles).exits(0)
	if got := flag.run(t, "export").exits(0).out; got != corrected {
		t.Error("--overlay and the file beside the store differ")
	}

	if err := os.Remove(beside); err != nil {
		t.Fatal(err)
	}
	e.run(t, "refresh").exits(0)
	if got := e.run(t, "export").exits(0).out; got != plain {
		t.Error("without its corrections the graph is not what it was before")
	}
}

// TestOverlayProblems shows that a wrong file stops a load before anything is written, and what lint says.
func TestOverlayProblems(t *testing.T) {
	e := store(t)
	dir := t.TempDir()
	bad := writeTo(t, dir, "bad.jsonl", "{\"do\":\"erase\"}\n{\"do\":\"alias\",\"id\":\"FIN\"}\n")
	e.run(t, "--overlay", bad, "load", seed).exits(1).says("bad.jsonl:1: erase: do \"erase\" is none of", "bad.jsonl:2: alias: names is missing")
	if _, err := os.Stat(e["MITHAQ_STORE"]); err == nil {
		t.Error("a store was made")
	}
	lint := e.run(t, "lint", bad).exits(1)
	if strings.Count(lint.out, "\n") != 2 {
		t.Errorf("lint prints:\n%s", lint.out)
	}
	unknown := writeTo(t, dir, "unknown.jsonl", `{"do":"alias","id":"person/nobody-at-all","names":{"ar":["اسم"]}}`)
	if out := e.run(t, "lint", unknown).exits(1).out; !strings.Contains(out, "is no record of the gazetteer") {
		t.Errorf("lint prints:\n%s", out)
	}
	e.run(t, "--overlay", filepath.Join(dir, "none.jsonl"), "load", seed).exits(1).says("open overlay", "no such file")
	unfit := writeTo(t, dir, "unfit.jsonl", `{"do":"block","article":"ar-seed","name":"لا أحد"}`)
	e.run(t, "--overlay", unfit, "load", seed).exits(0).says("unfit.jsonl:1: article ar-seed: nothing in it is called")
}

// between returns what stands between two marks.
func between(s, from, to string) string {
	_, s, _ = strings.Cut(s, from)
	s, _, _ = strings.Cut(s, to)
	return s
}

// TestLintOnce names a problem once, also where the file of corrections is the one beside the store.
func TestLintOnce(t *testing.T) {
	e := store(t)
	file := writeTo(t, filepath.Dir(e["MITHAQ_STORE"]), "overlay.jsonl", `{"do":"same","of":[{"article":"a1","name":"x"}],"as":"N"}`+"\n")
	if r := e.run(t, "lint", file).exits(exitFailed); strings.Count(r.out, "is no record of the gazetteer") != 1 {
		t.Errorf("printed\n%s", r.out)
	}
}
