package main

import (
	"fmt"
	"os"
	"strings"
	"sync/atomic"
	"time"

	"github.com/schollz/progressbar/v3"
)

// clearLine takes the cursor to the beginning of a line without content.
const clearLine = "\r\x1b[K"

// How often progress is shown: on a terminal, and in a log, where lines stay.
const (
	watchedEvery = 250 * time.Millisecond
	loggedEvery  = 30 * time.Second
)

// progress tells of a long run on standard error: a line that is written over on a terminal, plain lines elsewhere.
type progress struct {
	a     *app
	what  string
	total int64        // bytes of the input; 0 if unknown
	bytes atomic.Int64 // of the input that were read
	now   func() time.Time
	start time.Time
	last  time.Time
	bar   *progressbar.ProgressBar
}

// newProgress makes one for input of a size; 0 means that nobody knows how much will come.
func newProgress(a *app, what string, total int64) *progress {
	now := time.Now()
	return &progress{a: a, what: what, total: total, now: time.Now, start: now, last: now}
}

// read counts bytes of the input; it may be called from any goroutine.
func (p *progress) read(n int) { p.bytes.Add(int64(n)) }

// show tells that n items are done, if it is time to say something.
func (p *progress) show(n int) {
	now := p.now()
	every := loggedEvery
	if p.a.watched {
		every = watchedEvery
	}
	if p.a.quiet || now.Sub(p.last) < every {
		return
	}
	p.last = now
	rate := float64(n) / now.Sub(p.start).Seconds()
	if p.a.watched {
		p.draw(fmt.Sprintf("%d %s, %.0f a second", n, p.what, rate))
		return
	}
	p.a.note("progress", fmt.Sprintf("%d %s, %.0f a second%s", n, p.what, rate, p.left(now)))
}

// draw writes the line over.
func (p *progress) draw(text string) {
	if p.bar == nil {
		p.bar = newBar(p.a, p.total)
	}
	p.bar.Describe(text)
	_ = p.bar.Set64(min(p.bytes.Load(), max(p.total-1, 0))) // a full bar would end its line; nothing hangs on the picture
}

func newBar(a *app, total int64) *progressbar.ProgressBar {
	if total == 0 {
		total = -1
	}
	return progressbar.NewOptions64(total, progressbar.OptionSetWriter(a.err), progressbar.OptionShowBytes(true), progressbar.OptionSetWidth(20),
		progressbar.OptionSetPredictTime(true), progressbar.OptionShowTotalBytes(true), progressbar.OptionClearOnFinish(),
		progressbar.OptionSpinnerType(9), progressbar.OptionSetSpinnerChangeInterval(0))
}

// left says how much of the input is done and how long the rest will take at the same speed.
func (p *progress) left(now time.Time) string {
	done := p.bytes.Load()
	if p.total == 0 || done == 0 {
		return ""
	}
	rest := time.Duration(float64(now.Sub(p.start)) * float64(p.total-min(done, p.total)) / float64(done))
	return fmt.Sprintf(", %d %% of the input, %s left", min(100*done/p.total, 100), rest.Round(time.Second))
}

// end takes the line away.
func (p *progress) end() {
	if p.bar != nil {
		fmt.Fprint(p.a.err, clearLine)
	}
}

// inputSize returns the bytes of files and folders, or 0 if there is input whose size nobody knows before.
func inputSize(paths []string) (total int64) {
	for _, path := range paths {
		info, err := os.Stat(path)
		switch {
		case err != nil:
			if strings.Contains(path, "://") || path == "-" {
				return 0
			}
		case info.IsDir():
			listFiles(path, func(_ string, info os.FileInfo) { total += info.Size() })
		case info.Mode().IsRegular():
			total += info.Size()
		default:
			return 0
		}
	}
	return total
}
