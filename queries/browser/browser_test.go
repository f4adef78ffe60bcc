package browser

import (
	"io"
	"net/http"
	"net/http/httptest"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// labels and types are those of the model; graph checks that none is missing here (see its tests of the model).
var labels = strings.Fields("State Person Leader Organization Place Agreement Event Topic Article Evidence")

var types = strings.Fields(`HOLDS_OFFICE MEMBER_OF MET VISITED COOPERATES_WITH SUPPORTS AIDS DEMANDS CRITICIZES REJECTS THREATENS SANCTIONS
	COERCES ATTACKS PROTESTS CONCEDES SIGNED PARTICIPATED_IN HELD_IN ABOUT RESULTED_IN LOCATED_IN PART_OF MENTIONS REPORTS EVIDENCE
	SAME_TEXT PLANNED ALLEGED DENIED`)

var rule = regexp.MustCompile(`(?m)^(node|relationship)(?:\.(\w+))? \{$`)

func TestStyleCoversTheModel(t *testing.T) {
	for _, lang := range Languages() {
		text, err := Style(lang)
		if err != nil {
			t.Fatal(err)
		}
		style := string(text)
		var nodes, relations []string
		for _, m := range rule.FindAllStringSubmatch(style, -1) {
			if m[2] == "" {
				continue
			}
			if m[1] == "node" {
				nodes = append(nodes, m[2])
			} else {
				relations = append(relations, m[2])
			}
		}
		if nodes[0] != "Entity" {
			t.Errorf("%s: the first label is %s: Browser would cover the others with a colour for Entity", lang, nodes[0])
		}
		sameSet(t, lang+" labels", nodes[1:], labels)
		sameSet(t, lang+" types", relations, types)
		if slices.Index(nodes, "Leader") < slices.Index(nodes, "Person") {
			t.Errorf("%s: Person covers Leader", lang)
		}
		if !strings.Contains(style, `caption: "{name_`+lang+`}"`) || strings.Contains(style, "{{") {
			t.Errorf("%s: captions are not the names in that language:\n%s", lang, style)
		}
		if open, end := strings.Count(style, " {\n"), strings.Count(style, "\n}\n"); open != end {
			t.Errorf("%s: %d rules begin, %d end", lang, open, end)
		}
	}
}

func sameSet(t *testing.T, what string, got, want []string) {
	t.Helper()
	got, want = slices.Sorted(slices.Values(got)), slices.Sorted(slices.Values(want))
	if !slices.Equal(got, want) {
		t.Errorf("%s: %v, want %v", what, got, want)
	}
}

func TestFavourites(t *testing.T) {
	all, err := Favourites()
	if err != nil {
		t.Fatal(err)
	}
	if len(all) < 7 {
		t.Errorf("%d favourites", len(all))
	}
	for _, f := range all {
		if !strings.HasPrefix(f.Text, "// "+f.Name+"\n") {
			t.Errorf("%s: Browser takes the first comment as the name", f.File)
		}
		if regexp.MustCompile(`(?i)\b(create|merge|set|delete|remove)\b`).MatchString(f.Statement) {
			t.Errorf("%s writes: %s", f.File, f.Statement)
		}
	}
	for _, bad := range []string{"", "// name\nRETURN 1", "// name\n// en: a\n// ar: b\n", "// name\n// other\n// en: a\n// ar: b\nRETURN 1"} {
		if f, err := parseFavourite("bad.cypher", bad); err == nil {
			t.Errorf("%q was accepted: %+v", bad, f)
		}
	}
}

func TestHandler(t *testing.T) {
	fixed := httptest.NewServer(Handler("http://127.0.0.1:1234"))
	defer fixed.Close()
	open := httptest.NewServer(Handler(""))
	defer open.Close()
	tests := []struct {
		method, url, kind, want string
		code                    int
	}{
		{"GET", fixed.URL + "/style-ar.grass", "text/plain; charset=utf-8", "{name_ar}", 200},
		{"GET", fixed.URL + "/style-en.grass", "text/plain; charset=utf-8", "{name_en}", 200},
		{"GET", fixed.URL + "/guide.html", "text/html; charset=utf-8", `:style http://127.0.0.1:1234/style-ar.grass<`, 200},
		{"GET", open.URL + "/guide.html", "text/html; charset=utf-8", `:style ` + open.URL + `/style-en.grass<`, 200},
		{"GET", fixed.URL + "/favourites/01-who-met-whom.cypher", "text/plain; charset=utf-8", "MATCH", 200},
		{"GET", fixed.URL + "/", "text/plain; charset=utf-8", ":play http://127.0.0.1:1234/guide.html", 200},
		{"GET", fixed.URL + "/favourites/none.cypher", "", "", 404},
		{"GET", fixed.URL + "/style-fr.grass", "", "", 404},
		{"GET", fixed.URL + "/style.grass", "", "", 404},
		{"POST", fixed.URL + "/guide.html", "", "", 405},
		{"OPTIONS", fixed.URL + "/guide.html", "", "", 204},
	}
	for _, test := range tests {
		q, err := http.NewRequest(test.method, test.url, nil)
		if err != nil {
			t.Fatal(err)
		}
		r, err := http.DefaultClient.Do(q)
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(r.Body)
		r.Body.Close()
		if err != nil {
			t.Fatal(err)
		}
		kind := r.Header.Get("Content-Type")
		if r.StatusCode != test.code || !strings.Contains(string(body), test.want) || test.kind != "" && kind != test.kind {
			t.Errorf("%s %s: %s, %s, %+q", test.method, test.url, r.Status, kind, body)
		}
		if got := r.Header.Get("Access-Control-Allow-Origin"); got != "*" {
			t.Errorf("%s %s: origin header %q", test.method, test.url, got)
		}
	}
}

func TestGuideHoldsEveryFavourite(t *testing.T) {
	guide, err := Guide("http://127.0.0.1:1")
	if err != nil {
		t.Fatal(err)
	}
	all, err := Favourites()
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Count(string(guide), "<slide "); got != len(all)+2 {
		t.Errorf("%d slides for %d favourites", got, len(all))
	}
	for _, f := range all {
		if !strings.Contains(string(guide), f.Arabic) || !strings.Contains(string(guide), f.Name) {
			t.Errorf("%s is not in the guide", f.File)
		}
	}
}
