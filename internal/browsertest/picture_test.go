package browsertest

import (
	"context"
	"flag"
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
	click(t, page, "the button that fits the drawing", `[aria-label="zoom-to-fit"]`)
	do(t, page, "wait", chromedp.Sleep(2*time.Second))
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
