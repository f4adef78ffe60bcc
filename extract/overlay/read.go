package overlay

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"mithaq/extract/gazetteer"
	"mithaq/extract/text"
)

// File is the name under which corrections are found beside a store.
const File = "overlay.jsonl"

// Limits of a file: a longer line is a mistake.
const (
	maxLine    = 1 << 20
	maxEntries = 1 << 20
)

// Overlay is a set of corrections. It is safe for concurrent use once it is read.
type Overlay struct {
	entries []*Entry
	by      map[string][]*Entry // what entries call an article -> the entries, in their order
	always  []*Entry            // entries for all articles
	fold    *text.Folder
	sum     string
}

// document is a file of corrections.
type document struct {
	name string
	data []byte
}

// Open reads files of corrections; all of them hold. The error is a [gazetteer.Problems] with everything that is wrong.
func Open(files ...string) (*Overlay, error) {
	var all []document
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			return nil, fmt.Errorf("open overlay: %w", err)
		}
		all = append(all, document{filepath.Base(name), data})
	}
	return parse(all)
}

// Parse reads corrections that stand in no file; name is what messages call them.
func Parse(name string, data []byte) (*Overlay, error) { return parse([]document{{name, data}}) }

func parse(all []document) (*Overlay, error) {
	o := &Overlay{by: map[string][]*Entry{}, fold: text.NewFolder()}
	var problems gazetteer.Problems
	sum := sha256.New()
	for _, d := range all {
		problems = append(problems, o.read(d.name, d.data)...)
		fmt.Fprintf(sum, "%d\n", len(d.data))
		sum.Write(d.data)
	}
	if len(problems) > 0 {
		return nil, problems
	}
	if len(o.entries) > 0 {
		o.sum = hex.EncodeToString(sum.Sum(nil))
	}
	o.index()
	return o, nil
}

// Fingerprint tells overlays apart; it is empty where nothing is corrected.
func (o *Overlay) Fingerprint() string {
	if o == nil {
		return ""
	}
	return o.sum
}

// Entries returns the corrections in the order of the files.
func (o *Overlay) Entries() []*Entry { return slices.Clone(o.entries) }

// read adds the entries of one file.
func (o *Overlay) read(name string, data []byte) gazetteer.Problems {
	var ps gazetteer.Problems
	at := func(line int, format string, args ...any) {
		ps = append(ps, gazetteer.Problem{Src: gazetteer.Source{File: name, Line: line}, Text: fmt.Sprintf(format, args...)})
	}
	lines := bufio.NewScanner(bytes.NewReader(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))))
	lines.Buffer(nil, maxLine)
	n := 0
	for lines.Scan() {
		n++
		line := bytes.TrimSpace(lines.Bytes())
		if len(line) == 0 || line[0] == '#' {
			continue
		}
		e, err := decode(line)
		if err != nil {
			at(n, "%v", err)
			continue
		}
		e.src, e.nth = gazetteer.Source{File: name, Line: n}, len(o.entries)
		for _, p := range e.check() {
			at(n, "%s", p)
		}
		if o.entries = append(o.entries, e); len(o.entries) > maxEntries {
			at(n, "more than %d corrections", maxEntries)
			return ps
		}
	}
	if err := lines.Err(); err != nil {
		at(n+1, "read: %v (a line has at most %d bytes)", err, maxLine)
	}
	return ps
}

// decode reads one line strictly: a field that is spelled wrong would do nothing.
func decode(line []byte) (*Entry, error) {
	d := json.NewDecoder(bytes.NewReader(line))
	d.DisallowUnknownFields()
	e := &Entry{}
	if err := d.Decode(e); err != nil {
		return nil, fmt.Errorf("read JSON: %w", err)
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return nil, errors.New("read JSON: more than one object on the line")
	}
	return e, nil
}

// index finds entries by article.
func (o *Overlay) index() {
	for _, e := range o.entries {
		if e.Do == doAlias {
			continue // the gazetteer knows the name
		}
		names := slices.Compact(slices.Sorted(slices.Values(e.articles())))
		if len(names) == 0 {
			o.always = append(o.always, e)
		}
		for _, a := range names {
			o.by[a] = append(o.by[a], e)
		}
	}
}
