package main

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"
)

// runFlags are those of commands that may run long.
type runFlags struct{ path string }

func (f *runFlags) add(a *app, cmd *cobra.Command) {
	f.addReport(cmd, "file for a report of the run")
	cmd.Flags().BoolVarP(&a.quiet, "quiet", "q", false, "no progress, warnings and summary; refused articles and errors are still named")
}

func (f *runFlags) addReport(cmd *cobra.Command, usage string) {
	cmd.Flags().StringVar(&f.path, "report", "", usage+": JSON if its name ends in .json, else text")
}

// runReport is what a run did.
type runReport struct {
	Command  string         `json:"command"`
	Started  string         `json:"started"`
	Seconds  float64        `json:"seconds"`
	Rate     float64        `json:"articles_per_second"`
	Rounds   int            `json:"rounds,omitempty"` // of a watch
	Articles articleCounts  `json:"articles"`
	Facts    factCounts     `json:"facts"`
	Unread   map[string]int `json:"languages_without_pack"`
	Refusals []refusal      `json:"refused"`
	Unlisted int            `json:"refused_not_listed,omitempty"`
	Error    string         `json:"error,omitempty"`
}

type articleCounts struct {
	Read       int `json:"read"`
	New        int `json:"new"`
	Changed    int `json:"changed"`
	Unchanged  int `json:"unchanged"`
	Older      int `json:"older_than_stored"`
	Refused    int `json:"refused"`
	NotWritten int `json:"not_written"`
}

type factCounts struct {
	Added   int `json:"added"`
	Removed int `json:"removed"`
}

// report tells what was done so far; err is what ended the run.
func (w *writer) report(command string, err error) runReport {
	t, seconds := w.total, time.Since(w.start).Seconds()
	r := runReport{
		Command: command, Started: w.start.UTC().Format(time.RFC3339), Seconds: seconds, Rate: float64(w.read) / seconds,
		Articles: articleCounts{Read: w.read, New: t.New, Changed: t.Changed, Unchanged: t.Unchanged, Older: t.Older, Refused: w.refused},
		Facts:    factCounts{t.FactsAdded, t.FactsRemoved}, Unread: w.unread, Refusals: append([]refusal{}, w.refusals...),
	}
	r.Articles.NotWritten = w.read - w.refused - t.New - t.Changed - t.Unchanged - t.Older
	if w.keep {
		r.Unlisted = w.refused + w.empty - len(w.refusals)
	}
	var partial partialError
	if err != nil && !errors.As(err, &partial) {
		r.Error = err.Error()
	}
	return r
}

// summary is what everybody reads after a run: the same for the same input, so it tells no times.
func (r runReport) summary() string {
	var b strings.Builder
	c := r.Articles
	fmt.Fprintf(&b, "articles: read %d, new %d, changed %d, unchanged %d", c.Read, c.New, c.Changed, c.Unchanged)
	if c.Older > 0 {
		fmt.Fprintf(&b, ", older than stored %d", c.Older)
	}
	fmt.Fprintf(&b, ", refused %d", c.Refused)
	if c.NotWritten > 0 {
		fmt.Fprintf(&b, ", not written %d", c.NotWritten)
	}
	fmt.Fprintf(&b, "\nfacts: added %d, removed %d\n", r.Facts.Added, r.Facts.Removed)
	if len(r.Unread) > 0 {
		var parts []string
		for _, lang := range slices.Sorted(maps.Keys(r.Unread)) {
			parts = append(parts, fmt.Sprintf("%s %d", cmp.Or(lang, "unknown"), r.Unread[lang]))
		}
		fmt.Fprintf(&b, "kept but not read, for want of a language pack: %s\n", strings.Join(parts, ", "))
	}
	return b.String()
}

// text is the report for people.
func (r runReport) text() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s, started %s\n%stime: %.1f s, %.0f articles a second\n", r.Command, r.Started, r.summary(), r.Seconds, r.Rate)
	if r.Rounds > 0 {
		fmt.Fprintf(&b, "rounds: %d\n", r.Rounds)
	}
	if r.Error != "" {
		fmt.Fprintf(&b, "ended by: %s\n", safe(r.Error))
	}
	if len(r.Refusals) > 0 {
		b.WriteString("refused:\n")
	}
	for _, x := range r.Refusals {
		b.WriteString("  " + safe(x.String()) + "\n")
	}
	if r.Unlisted > 0 {
		fmt.Fprintf(&b, "  and %d more\n", r.Unlisted)
	}
	return b.String()
}

// String returns "path:line: why (advice)".
func (x refusal) String() string {
	s := x.Path
	if x.Line > 0 {
		s += fmt.Sprintf(":%d", x.Line)
	}
	if s += ": " + x.Why; x.Advice != "" {
		s += " (" + x.Advice + ")"
	}
	return s
}

// reportFile is where a report goes; nil if none is wanted. It is written beside its place and renamed, so that a report is
// there whole or not at all.
type reportFile struct {
	run  string
	path string
	tmp  *os.File
}

// open makes sure before a long run that the report can be written.
func (f runFlags) open(command string) (*reportFile, error) {
	if f.path == "" {
		return nil, nil
	}
	// One name, so that a run that is killed leaves one file at most, which the next one takes.
	name := filepath.Join(filepath.Dir(f.path), "."+filepath.Base(f.path)+".part")
	tmp, err := os.OpenFile(name, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o644)
	if err != nil {
		return nil, fmt.Errorf("write report %s: %w: check its folder", f.path, err)
	}
	return &reportFile{command, f.path, tmp}, nil
}

func (f *reportFile) command() string {
	if f == nil {
		return ""
	}
	return f.run
}

// close takes the file away where the run did not come to its report.
func (f *reportFile) close() {
	if f != nil && f.tmp != nil {
		_ = f.tmp.Close()
		_ = os.Remove(f.tmp.Name())
	}
}

// write writes the report, if one is wanted.
func (f *reportFile) write(r runReport) error {
	if f == nil {
		return nil
	}
	content := []byte(r.text())
	if strings.EqualFold(filepath.Ext(f.path), ".json") {
		data, err := json.MarshalIndent(r, "", "  ")
		if err != nil {
			return fmt.Errorf("write report %s: %w", f.path, err)
		}
		content = append(data, '\n')
	}
	_, err := f.tmp.Write(content)
	if err = errors.Join(err, f.tmp.Sync()); err == nil {
		err = os.Rename(f.tmp.Name(), f.path)
	}
	if err != nil {
		return fmt.Errorf("write report %s: %w", f.path, err)
	}
	_ = f.tmp.Close()
	f.tmp = nil
	return nil
}
