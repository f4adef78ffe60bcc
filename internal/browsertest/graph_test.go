package browsertest

import (
	"context"
	"fmt"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/chromedp/chromedp"
	"go.yaml.in/yaml/v3"

	"mithaq/internal/neo4jtest"
	"mithaq/queries/browser"
)

// question draws the whole graph of the seed article but the article itself.
const question = "MATCH p = (:Entity)-[]->(:Entity) RETURN p LIMIT 200"

// seed is the article of the picture; the others have something for every question of the guide.
const seed, all = "testdata/ar/seed.jsonl", "testdata/ar"

// load reads articles into the server with the program itself.
func load(t *testing.T, db *neo4jtest.Server, articles ...string) {
	t.Helper()
	cmd := exec.Command("go", append([]string{"run", "./cmd/mithaq", "load"}, articles...)...)
	cmd.Dir = "../.."
	cmd.Env = append(os.Environ(), db.Env()...)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("mithaq load %q: %v\n%s", articles, err, out)
	}
}

// serve starts a server with the settings of docker-compose.yml, by which its Browser loads style and guide.
func serve(t *testing.T) *neo4jtest.Server {
	t.Helper()
	web := httptest.NewServer(browser.Handler(""))
	t.Cleanup(web.Close)
	db := neo4jtest.Start(t, neo4jtest.Options{Conf: settings(t, web.URL)})
	load(t, db, seed)
	return db
}

// settings returns what docker-compose.yml sets for the server as lines of neo4j.conf, with base in the place of the address of
// `mithaq browse`. The server refuses names that it does not know. Memory and password are left out.
func settings(t *testing.T, base string) []string {
	t.Helper()
	text, err := os.ReadFile("../../docker-compose.yml")
	if err != nil {
		t.Fatal(err)
	}
	var file struct {
		Services map[string]struct{ Environment map[string]string }
	}
	if err := yaml.Unmarshal(text, &file); err != nil {
		t.Fatal(err)
	}
	// The image turns NEO4J_a_b__c into a.b_c.
	name := strings.NewReplacer("__", "_", "_", ".")
	var lines []string
	for variable, value := range file.Services["neo4j"].Environment {
		if strings.Contains(value, "${") {
			continue
		}
		line := name.Replace(strings.TrimPrefix(variable, "NEO4J_")) + "=" + value
		lines = append(lines, strings.ReplaceAll(line, "http://127.0.0.1:7478", base))
	}
	if !slices.ContainsFunc(lines, func(l string) bool { return strings.HasPrefix(l, "browser.post_connect_cmd=style "+base) }) {
		t.Fatalf("docker-compose.yml does not set Browser up: %q", lines)
	}
	return lines
}

func TestBrowser(t *testing.T) {
	page := newPage(t)
	db := serve(t)
	if *screenshot != "" {
		t.Run("picture", func(t *testing.T) { draw(t, newPage(t), db) })
	}
	open(t, page, db, question)

	t.Run("arabic", func(t *testing.T) {
		run(t, page)
		got := drawn(t, page)
		checkNames(t, got.Nodes, names(t, db, "name_ar"))
		checkTypes(t, got.Relations, types(t, db))
		if !slices.ContainsFunc(got.Nodes, hasArabic) {
			t.Errorf("no Arabic caption: %+q", got.Nodes)
		}
	})
	t.Run("english", func(t *testing.T) {
		choose(t, page, ":style ", "style-en.grass")
		run(t, page)
		wait(t, page, "the English style", `document.querySelector('[data-testid=frame]').textContent.includes('{name_en}')`)
		choose(t, page, "MATCH", ":State")
		run(t, page)
		got := drawn(t, page)
		checkSome(t, got.Nodes, names(t, db, "name_en"))
		if slices.ContainsFunc(got.Nodes, hasArabic) {
			t.Errorf("an Arabic caption with the English style: %+q", got.Nodes)
		}
	})
	t.Run("favourites", func(t *testing.T) { askFavourites(t, db) })
}

// askFavourites runs every question of the guide: each must be valid Cypher and find something in the graph.
func askFavourites(t *testing.T, db *neo4jtest.Server) {
	articles, err := filepath.Glob(filepath.Join("..", "..", all, "*.jsonl"))
	if err != nil || len(articles) < 2 {
		t.Fatalf("few articles in %s: %q, %v", all, articles, err)
	}
	for i, a := range articles {
		articles[i] = filepath.Join(all, filepath.Base(a))
	}
	load(t, db, articles...)
	list, err := browser.Favourites()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range list {
		if rows := db.Cypher(t, f.Statement, nil); len(rows) == 0 {
			t.Errorf("%s finds nothing", f.File)
		}
	}
}

// names returns the distinct values of a name property of all nodes that the question draws.
func names(t *testing.T, db *neo4jtest.Server, property string) []string {
	t.Helper()
	return column(db.Cypher(t, "MATCH (n:Entity)--(:Entity) RETURN DISTINCT n[$p] ORDER BY n[$p]", map[string]any{"p": property}))
}

// types returns the captions that the relationships of the question must have.
func types(t *testing.T, db *neo4jtest.Server) []string {
	t.Helper()
	return column(db.Cypher(t, "MATCH (:Entity)-[r]->(:Entity) RETURN DISTINCT CASE WHEN r.act IS NULL THEN type(r) ELSE toLower(type(r)) + ' ' + r.act END", nil))
}

func column(rows [][]any) []string {
	var all []string
	for _, row := range rows {
		if s, ok := row[0].(string); ok && s != "" {
			all = append(all, s)
		}
	}
	return all
}

// checkNames demands that every name is drawn and every caption is a name.
func checkNames(t *testing.T, captions, names []string) {
	t.Helper()
	if len(names) == 0 {
		t.Fatal("the graph has no names")
	}
	checkSome(t, captions, names)
	for _, name := range names {
		if !slices.ContainsFunc(captions, func(c string) bool { return shows(c, name) }) {
			t.Errorf("no caption for %+q in %+q", name, captions)
		}
	}
}

// checkSome demands that every caption is one of the names.
func checkSome(t *testing.T, captions, names []string) {
	t.Helper()
	if len(captions) == 0 {
		t.Error("nothing was drawn")
	}
	for _, c := range captions {
		if !slices.ContainsFunc(names, func(name string) bool { return shows(c, name) }) {
			t.Errorf("caption %+q is none of %+q", c, names)
		}
	}
}

// checkTypes demands that the relationships carry exactly the types.
func checkTypes(t *testing.T, captions, types []string) {
	t.Helper()
	checkNames(t, captions, types)
	if !slices.Contains(captions, "MET") {
		t.Errorf("no relationship is called MET: %q", captions)
	}
}

// shows reports whether caption is name, or the beginning of it where Browser had no room for more.
func shows(caption, name string) bool {
	name = strings.Join(strings.Fields(name), " ")
	start := strings.TrimSpace(strings.TrimRight(caption, "….\u200f\u200e"))
	return caption == name || len([]rune(start)) >= 2 && strings.HasPrefix(name, start)
}

func hasArabic(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Arabic, r) })
}

// run runs what stands in the editor.
func run(t *testing.T, page context.Context) {
	t.Helper()
	click(t, page, "the button Run", `[data-testid="editor-Run"]`)
}

// choose clicks the line of the guide that has both texts and waits until it stands in the editor.
func choose(t *testing.T, page context.Context, begin, part string) {
	t.Helper()
	line := fmt.Sprintf(`[...document.querySelectorAll('[data-testid=carousel] pre.runnable')].find(
		e => e.textContent.trim().startsWith(%q) && e.textContent.includes(%q))`, begin, part)
	wait(t, page, part+" in the guide", line+" !== undefined")
	do(t, page, "click "+part, chromedp.Evaluate[chromedp.Void](line+".click()"))
	wait(t, page, part+" in the editor", fmt.Sprintf(`document.querySelector('[data-testid=activeEditor]').textContent.includes(%q)`, part))
}

// captions are the texts of the newest drawing, lines joined.
type captions struct{ Nodes, Relations []string }

// drawn waits until a drawing is there and at rest, and returns its captions.
func drawn(t *testing.T, page context.Context) captions {
	t.Helper()
	wait(t, page, "the drawing", `document.querySelector('[data-testid=frame] [data-testid=vizInspector]') !== null`)
	wait(t, page, "the drawing at rest", `(() => {
		const now = [...document.querySelector('[data-testid=frame]').querySelectorAll('g.node')].map(n => n.getAttribute('transform')).join();
		const rest = now !== '' && now === window.mithaqLast;
		window.mithaqLast = now;
		return rest;
	})()`)
	return get(t, page, "read the captions", chromedp.Evaluate[captions](`(() => {
		const frame = document.querySelector('[data-testid=frame]');
		const texts = group => [...frame.querySelectorAll(group)].map(g =>
			[...g.querySelectorAll('text')].map(x => x.textContent.trim()).join(' ').replace(/\s+/g, ' ').trim());
		return {Nodes: texts('g.node'), Relations: texts('g.relationship')};
	})()`))
}
