package browsertest

import (
	"context"
	"net/url"
	"os/exec"
	"strconv"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"mithaq/internal/testenv"
)

// patience is how long a page may take for one step; a slow machine that tests other packages at the same time needs much of it.
const patience = 90 * time.Second

// chromium returns the command of a Chromium or ends tb.
func chromium(tb testing.TB) string {
	tb.Helper()
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	testenv.Missing(tb, "no chromium")
	return ""
}

// newPage starts a Chromium with a fresh profile that ends with tb and returns the context of its page.
func newPage(tb testing.TB) context.Context {
	tb.Helper()
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(chromium(tb)),
		chromedp.NoSandbox, // Chromium's sandbox refuses root and most containers
		chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("disable-component-update", true),
		chromedp.WindowSize(1600, 1000),
	)
	ctx, cancel := chromedp.NewExecAllocator(context.Background(), options...)
	tb.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	tb.Cleanup(cancel)
	// The first call starts the browser, which lives as long as the context of that call: no timeout here.
	if err := chromedp.Do(ctx, chromedp.Navigate("about:blank")); err != nil {
		tb.Fatalf("start chromium: %v", err)
	}
	return ctx
}

// do runs steps on the page and ends tb if they do not come through in time.
func do(tb testing.TB, page context.Context, what string, steps ...chromedp.Action[chromedp.Void]) {
	tb.Helper()
	ctx, cancel := context.WithTimeout(page, patience)
	defer cancel()
	if err := chromedp.Do(ctx, steps...); err != nil {
		tb.Fatalf("%s: %v", what, err)
	}
}

// get runs an action that returns a value.
func get[T any](tb testing.TB, page context.Context, what string, a chromedp.Action[T]) T {
	tb.Helper()
	ctx, cancel := context.WithTimeout(page, patience)
	defer cancel()
	v, err := chromedp.Run(ctx, a)
	if err != nil {
		tb.Fatalf("%s: %v", what, err)
	}
	return v
}

// wait asks the page every half second until the JavaScript condition holds.
func wait(tb testing.TB, page context.Context, what, condition string) {
	tb.Helper()
	for begin := time.Now(); ; time.Sleep(500 * time.Millisecond) {
		if get(tb, page, "look for "+what, chromedp.Evaluate[bool](condition)) {
			return
		}
		if time.Since(begin) > patience {
			body := get(tb, page, "read the page", chromedp.Evaluate[string](`document.body.innerText`))
			tb.Fatalf("%s did not appear in %v; the page says:\n%s", what, patience, body)
		}
	}
}

// click clicks the first element that the selector finds, once it is there, whether or not something covers it.
func click(tb testing.TB, page context.Context, what, selector string) {
	tb.Helper()
	element := "document.querySelector(" + strconv.Quote(selector) + ")"
	wait(tb, page, what, element+" !== null")
	do(tb, page, "click "+what, chromedp.Evaluate[chromedp.Void](element+".click()"))
}

// address is where Browser opens, connects by itself with authentication off, and has the statement in its editor.
func address(http, bolt, statement string) string {
	q := url.Values{"preselectAuthMethod": {"NO_AUTH"}, "dbms": {bolt}, "cmd": {"edit"}, "arg": {statement}}
	return http + "/browser/?" + q.Encode()
}
