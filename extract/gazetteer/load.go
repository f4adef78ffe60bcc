package gazetteer

import (
	"cmp"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"

	"mithaq/extract/text"
)

//go:embed data/*.jsonl
var embedded embed.FS

// Files returns the built-in data as a file system, as an overlay would be given.
func Files() fs.FS {
	sub, err := fs.Sub(embedded, "data")
	if err != nil {
		return embedded // cannot happen: data is a valid path
	}
	return sub
}

// Builtin returns the built-in gazetteer without overlays.
func Builtin() (*Gazetteer, error) { return Load() }

// Load reads the built-in data and then the overlays in their order. A record of an overlay replaces the one with its
// id; with "add" its names, acronyms, terms and members are added instead, with "hide" the record goes. A weak name
// replaces the entry of that name. The error is a [Problems] with everything that is wrong. References and words of the
// built-in data alone are not checked again: the tests of this package have done it, and a program starts many times.
func Load(overlays ...fs.FS) (*Gazetteer, error) {
	g, ps, err := load(append([]fs.FS{Files()}, overlays...))
	if len(overlays) > 0 && err == nil {
		ps = append(ps, g.check()...)
	}
	switch {
	case err != nil:
		return nil, err
	case len(ps) > 0:
		slices.SortStableFunc(ps, compareProblems)
		return nil, ps
	}
	return g, nil
}

// load returns what could be read together with what is wrong; the error is for files that cannot be read at all.
func load(layers []fs.FS) (*Gazetteer, Problems, error) {
	g := &Gazetteer{records: make(map[string]*Record, 1<<14), weak: map[weakKey]*Weak{}, folder: text.NewFolder()}
	var ps Problems
	for i, layer := range layers {
		sources, err := open(layer)
		if err != nil {
			return nil, nil, fmt.Errorf("load gazetteer: %w", err)
		}
		read(sources)
		for _, s := range sources {
			if s.err != nil {
				return nil, nil, fmt.Errorf("load gazetteer: %w", s.err)
			}
			ps = append(ps, s.problems...)
			g.merge(s, i, &ps)
		}
		g.sources = append(g.sources, sources...)
	}
	g.finish()
	return g, ps, nil
}

// source is one file and what was read from it.
type source struct {
	layer    fs.FS
	name     string
	size     int64
	data     string
	err      error // the file cannot be read
	parse    parser
	entries  []entry
	problems Problems
}

// open lists the KIND*.jsonl files of a layer in the order of their names.
func open(layer fs.FS) ([]source, error) {
	names, err := fs.Glob(layer, "*.jsonl")
	if err != nil {
		return nil, err
	}
	out := make([]source, 0, len(names))
	for _, name := range names {
		info, err := fs.Stat(layer, name)
		if err != nil {
			return nil, err
		}
		kind := strings.TrimSuffix(path.Base(name), ".jsonl")
		kind, _, _ = strings.Cut(kind, "_")
		s := source{layer: layer, name: name, size: info.Size(), parse: parsers[kind]}
		if s.parse == nil {
			s.problems.addf(Source{name, 1}, "unknown kind of file %q", kind)
		}
		out = append(out, s)
	}
	return out, nil
}

// load reads the file into one string; fs.ReadFile would give bytes, which are copied once more.
func (s *source) load(buf []byte) error {
	f, err := s.layer.Open(s.name)
	if err != nil {
		return err
	}
	defer f.Close()
	var b strings.Builder
	b.Grow(int(s.size))
	_, err = io.CopyBuffer(&b, f, buf)
	s.data = b.String()
	return err
}

// read parses the files on all processors, the largest first.
func read(sources []source) {
	order := make([]*source, len(sources))
	for i := range sources {
		order[i] = &sources[i]
	}
	slices.SortFunc(order, func(a, b *source) int { return cmp.Compare(b.size, a.size) })
	work := make(chan *source, len(order))
	for _, s := range order {
		work <- s
	}
	close(work)
	var wg sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(order)) {
		wg.Go(func() {
			buf := make([]byte, 1<<15)
			for s := range work {
				s.read(buf)
			}
		})
	}
	wg.Wait()
}

func (s *source) read(buf []byte) {
	if s.layer != nil {
		s.err = s.load(buf)
	}
	if s.err != nil || s.parse == nil {
		return
	}
	s.entries = make([]entry, 0, strings.Count(s.data, "\n")+1)
	var d decoder
	line := 0
	for text := range strings.Lines(s.data) {
		line++
		d.start(strings.TrimSuffix(text, "\n"), Source{s.name, line})
		if d.space(); d.pos == len(d.s) {
			d.note("empty line")
			continue
		}
		var e entry
		s.parse(&d, &e)
		if d.end(); d.err != nil {
			d.note("%v", d.err)
			continue
		}
		switch {
		case e.rec != nil:
			e.rec.Src = d.src
		case e.weak != nil:
			e.weak.Src = d.src
		}
		s.entries = append(s.entries, e)
	}
	s.problems = append(s.problems, d.problems...)
}

// merge adds the entries of a file; layer 0 is the built-in data, where nothing may stand twice.
func (g *Gazetteer) merge(s source, layer int, ps *Problems) {
	for _, e := range s.entries {
		switch {
		case e.rule != nil:
			g.rules = append(g.rules, *e.rule)
		case e.weak != nil:
			g.mergeWeak(e, layer, ps)
		case layer == 0 && (e.hide || e.add):
			ps.addf(e.rec.Src, "%s: only overlays hide or add", e.rec.ID)
		default:
			g.mergeRecord(e, layer, ps)
		}
	}
}

// mergeWeak adds a weak name. Two files of the built-in data may each know readings of one name; an overlay replaces it.
func (g *Gazetteer) mergeWeak(e entry, layer int, ps *Problems) {
	key := weakKey{e.weak.Lang, g.folder.Words(e.weak.Name)}
	e.weak.layer = layer
	switch old := g.weak[key]; {
	case e.hide:
		delete(g.weak, key)
	case old != nil && old.layer == layer && old.Src.File == e.weak.Src.File:
		ps.addf(e.weak.Src, "weak name %q stands already in %v", e.weak.Name, old.Src)
	case old != nil && layer == 0:
		g.weak[key] = old.with(e.weak)
	default:
		g.weak[key] = e.weak
	}
}

func (g *Gazetteer) mergeRecord(e entry, layer int, ps *Problems) {
	r := e.rec
	old := g.records[r.ID]
	switch {
	case old == nil && (e.hide || e.add):
		ps.addf(r.Src, "%s: no such record", r.ID)
	case old != nil && old.Kind != r.Kind:
		ps.addf(r.Src, "%s: is a %v in %v", r.ID, old.Kind, old.Src)
	case e.hide:
		delete(g.records, r.ID)
	case e.add:
		g.records[r.ID] = old.with(r)
	case old != nil && layer == 0:
		ps.addf(r.Src, "%s: stands already in %v", r.ID, old.Src)
	default:
		g.records[r.ID] = r
	}
}

func (g *Gazetteer) fingerprint() string {
	h := sha256.New()
	buf := make([]byte, 1<<16)
	for _, s := range g.sources {
		fmt.Fprintf(h, "%s %d\n", s.name, len(s.data))
		for rest := s.data; rest != ""; {
			n := copy(buf, rest)
			h.Write(buf[:n])
			rest = rest[n:]
		}
	}
	return hex.EncodeToString(h.Sum(nil))
}
