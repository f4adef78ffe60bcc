package browsertest

import (
	"context"
	"flag"
	"fmt"
	"os"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"mithaq/internal/neo4jtest"
)

var screenshot = flag.String("screenshot", "", "save the picture of the graph with Arabic captions to this PNG file")

// portrait is the statement of the picture: what the article says of states, leaders, events and agreements.
const portrait = "MATCH p = (a:Entity)-[r]->(b:Entity) WHERE r.support > 0 AND NOT a:Organization AND NOT b:Organization RETURN p"

// draw saves the picture of the README.
func draw(t *testing.T, page context.Context, db *neo4jtest.Server) {
	t.Helper()
	// Lines that the statement does not return, such as terms of office in earlier years, would cross the others.
	open(t, page, db, ":config autoComplete: false")
	run(t, page)
	wait(t, page, "the setting", `document.querySelector('[data-testid=frame]').textContent.replace(/\s/g, '').includes('"autoComplete":false')`)
	do(t, page, "wait until it is kept", chromedp.Sleep(2*time.Second))
	open(t, page, db, portrait)
	run(t, page)
	drawn(t, page)
	click(t, page, "the button that hides the overview", `[data-testid=frame] [title^="Collapse the node"], [data-testid=frame] [aria-label^="Collapse the node"]`)
	click(t, page, "the button Fullscreen", `[data-testid=frame] button[title="Fullscreen"]`)
	do(t, page, "wait", chromedp.Sleep(2*time.Second))
	fit(t, page)
	arrange(t, page, db)
	fit(t, page)
	picture := get(t, page, "take the picture", chromedp.CaptureScreenshot())
	if err := os.WriteFile(*screenshot, picture, 0o644); err != nil {
		t.Fatal(err)
	}
}

// open opens Browser with a statement in its editor.
func open(t *testing.T, page context.Context, db *neo4jtest.Server, statement string) {
	t.Helper()
	do(t, page, "open Browser", chromedp.Navigate(address(db.HTTP(), db.URI(), statement)))
	wait(t, page, "the guide", `document.querySelector('[data-testid=carousel] pre.runnable') !== null`)
}

func fit(t *testing.T, page context.Context) {
	t.Helper()
	click(t, page, "the button that fits the drawing", `[aria-label="zoom-to-fit"]`)
	do(t, page, "wait", chromedp.Sleep(2*time.Second))
}

// places is where the nodes of the picture stand, in hundredths of width and height: by id, or by kind where an article describes them.
var places = map[string][2]int{
	"CHN": {33, 50}, "RUS": {67, 50}, "person/li-qiang": {30, 13}, "person/mikhail-mishustin": {70, 13},
	"person/xi-jinping": {10, 60}, "person/vladimir-putin": {90, 60}, "place/hangzhou-CHN": {56, 4},
	"meeting": {43, 37}, "signing": {56, 71}, "other": {80, 35}, "topic/culture": {94, 28},
	"joint_statement": {37, 72}, "agreement about customs": {73, 66}, "agreement": {50, 96}, "topic/customs": {87, 88}, "topic/satellite_navigation": {74, 95},
}

// arrange drags the nodes to their places, as a hand would: the layout by itself is another one every time.
func arrange(t *testing.T, page context.Context, db *neo4jtest.Server) {
	t.Helper()
	rows := db.Cypher(t, `MATCH (n:Entity) WHERE (n)--(:Entity) AND NOT n:Organization
		RETURN n.name_ar, CASE WHEN n:Event THEN n.kind WHEN EXISTS { (n:Agreement)-[:ABOUT]->(:Topic) } THEN n.kind + ' about customs' WHEN n:Agreement THEN n.kind ELSE n.id END`, nil)
	for _, row := range rows {
		name, _ := row[0].(string)
		key, _ := row[1].(string)
		if at, ok := places[key]; ok {
			drag(t, page, name, at)
		}
	}
}

// closer moves a place towards the middle: the smaller the drawing, the larger its nodes when it fits the page.
func closer(at int) int { return 50 + (at-50)*4/5 }

// drag moves the node whose caption begins the name.
func drag(t *testing.T, page context.Context, name string, at [2]int) {
	t.Helper()
	moved := get(t, page, "drag "+name, chromedp.Evaluate[bool](fmt.Sprintf(`(() => {
		const name = %q, svg = document.querySelector('[data-testid=frame] svg.neod3viz') || document.querySelector('g.node').ownerSVGElement;
		const node = [...svg.querySelectorAll('g.node')].find(n => {
			const caption = [...n.querySelectorAll('text')].map(x => x.textContent.trim()).join(' ').replace(/\s+/g, ' ').trim();
			return caption !== '' && (caption === name || caption.length > 8 && name.startsWith(caption.replace(/[….]+$/, '').trim()));
		});
		if (!node) return false;
		const from = node.querySelector('circle').getBoundingClientRect(), box = svg.getBoundingClientRect();
		const start = {x: from.left + from.width / 2, y: from.top + from.height / 2};
		const end = {x: box.left + box.width * %d / 100, y: box.top + box.height * %d / 100};
		const send = (target, type, p) => target.dispatchEvent(new MouseEvent(type, {bubbles: true, cancelable: true, view: window, button: 0, clientX: p.x, clientY: p.y}));
		send(node.querySelector('circle'), 'mousedown', start);
		send(window, 'mousemove', {x: start.x + 5, y: start.y + 5});
		send(window, 'mousemove', end);
		send(window, 'mouseup', end);
		return true;
	})()`, name, closer(at[0]), closer(at[1]))))
	if !moved {
		t.Logf("no node for %+q", name)
	}
	do(t, page, "wait", chromedp.Sleep(300*time.Millisecond))
}
