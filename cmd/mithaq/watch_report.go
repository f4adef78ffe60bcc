package main

import (
	"time"
)

// watchReport gathers what the rounds of a watch did, and keeps it in a file.
type watchReport struct {
	flags  runFlags
	start  time.Time
	total  runReport
	listed map[string]bool // refusals that are in it: the same items come again and again
	failed bool            // somebody was told that it cannot be written
}

func newWatchReport(f runFlags) *watchReport {
	r := &watchReport{flags: f, start: time.Now(), listed: map[string]bool{}}
	r.total = runReport{Command: "watch", Started: r.start.UTC().Format(time.RFC3339), Unread: map[string]int{}, Refusals: []refusal{}}
	return r
}

// add adds what one round did.
func (w *watchReport) add(r runReport) {
	t := &w.total
	t.Rounds++
	t.Articles.add(r.Articles)
	t.Facts.Added += r.Facts.Added
	t.Facts.Removed += r.Facts.Removed
	for lang, n := range r.Unread {
		t.Unread[lang] += n
	}
	for _, x := range r.Refusals {
		switch s := x.String(); {
		case w.listed[s]:
		case len(t.Refusals) == listed:
			t.Unlisted++
		default:
			w.listed[s] = true
			t.Refusals = append(t.Refusals, x)
		}
	}
}

func (c *articleCounts) add(o articleCounts) {
	c.Read += o.Read
	c.New += o.New
	c.Changed += o.Changed
	c.Unchanged += o.Unchanged
	c.Older += o.Older
	c.Refused += o.Refused
	c.NotWritten += o.NotWritten
}

// write writes the report as it is now; away is why the store cannot be reached, if so. A report that cannot be written does not end
// the watch: it is told once.
func (w *watchReport) write(a *app, away error) {
	if w.flags.path == "" {
		return
	}
	w.total.Seconds = time.Since(w.start).Seconds()
	w.total.Rate = float64(w.total.Articles.Read) / w.total.Seconds
	w.total.Error = ""
	if away != nil {
		w.total.Error = away.Error()
	}
	file, err := w.flags.open("watch")
	if err == nil {
		err = file.write(w.total)
		file.close()
	}
	if err != nil && !w.failed {
		a.note("warning", err.Error())
	}
	w.failed = err != nil
}
