package article

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"maps"
	"path"
	"slices"
	"strings"
	"unicode/utf8"
)

// Limits of archives. What goes over them is refused with the limit in the message.
const (
	// MaxDepth is how many archives may stand in one another: a .tar.gz in a .zip is three.
	MaxDepth = 8
	// MaxMembers is how many files one input may hold, archives inside of it included.
	MaxMembers = 1 << 20
	// MaxRatio is how many times larger than the input everything unpacked from it may be, beyond the first freeBytes: news
	// shrinks to a fifth or a tenth, what shrinks to less was made to fill memories and disks.
	MaxRatio  = 200
	freeBytes = 64 << 20
)

// Causes that concern archives.
var (
	ErrArchive = errors.New("archive is damaged")
	ErrBomb    = errors.New("archive grows beyond all measure")
	errDepth   = fmt.Errorf("more than %d archives in one another", MaxDepth)
	errMembers = fmt.Errorf("more than %d files in one archive", MaxMembers)
	errClimbs  = errors.New("its path leaves the archive")
)

const archiveAdvice = "take it from its origin again; what stands before the damage is read"

// container is a way to pack files. It is told by the bytes as they come, before any thought of encodings.
type container struct {
	name  string
	match func(head []byte) bool
	read  func(*source) bool
}

func containers() []container {
	return []container{
		{"gzip", startsWith("\x1f\x8b\x08"), readGzip},
		{"bzip2", isBzip2, readBzip2},
		{"Zstandard", startsWith("\x28\xb5\x2f\xfd"), readZstandard},
		{"zip", startsWith("PK\x03\x04"), readZip},
		{"tar", isTar, readTar},
		{"WARC", startsWith("WARC/"), readWARC},
	}
}

func startsWith(magic string) func([]byte) bool {
	return func(head []byte) bool { return strings.HasPrefix(string(head[:min(len(head), len(magic))]), magic) }
}

func containerOf(head []byte) (container, bool) {
	for _, c := range containers() {
		if c.match(head) {
			return c, true
		}
	}
	return container{}, false
}

// budget is what one input may still unpack.
type budget struct {
	in, out int64 // bytes of the input itself, bytes unpacked from it on all levels
	members int
	held    int // bytes of archives that are kept in memory
	spent   bool
}

// inflated counts what is unpacked and ends it where it is too much.
type inflated struct {
	b  *budget
	in io.Reader
}

func (i *inflated) Read(p []byte) (int, error) {
	if i.b.spent {
		return 0, ErrBomb
	}
	n, err := i.in.Read(p)
	i.b.out += int64(n)
	if i.b.out > freeBytes && (i.b.out-freeBytes)/MaxRatio > i.b.in {
		i.b.spent = true
		return 0, fmt.Errorf("%w: over %d MB from %d kB", ErrBomb, i.b.out>>20, i.b.in>>10)
	}
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, ErrArchive) && !errors.Is(err, ErrBomb) {
		err = fmt.Errorf("%w: %w", ErrArchive, err)
	}
	return n, err
}

// inside reads what a compressed stream holds, under the name of that stream.
func (s *source) inside(in io.Reader) bool {
	doc := s.doc
	doc.Body = &inflated{&s.budget, in}
	return s.document(doc)
}

// archive reads the members of one archive.
type archive struct {
	*source
	before  int // items yielded before
	skipped counts
}

func newArchive(s *source) *archive { return &archive{source: s, before: s.items, skipped: counts{}} }

// member reads one file of an archive. It reports whether to go on; where the input as a whole has gone over a limit, the
// caller finds out by s.budget.spent.
func (a *archive) member(name string, open func() (io.Reader, error)) bool {
	name = readableName(name)
	clean := path.Clean(strings.TrimLeft(strings.ReplaceAll(name, `\`, "/"), "/"))
	full := a.name + "!" + clean
	switch {
	case clean == ".." || strings.HasPrefix(clean, "../"):
		return a.refuse(a.name+"!"+name, 0, errClimbs, "such a path is a trap for programs that unpack; it is not read, and nothing is ever written")
	case hiddenPath(clean):
		return true
	}
	if a.budget.members++; a.budget.members > MaxMembers {
		a.budget.spent = true
		return a.refuse(full, 0, errMembers, "give it in parts")
	}
	body, err := open()
	if err != nil {
		return a.refusePath(full, err)
	}
	return a.document(Document{Name: full, Body: &inflated{&a.budget, body}})
}

// end says what was passed over, and whether there was nothing at all.
func (a *archive) end() bool {
	if a.items == a.before {
		if !a.refuse(a.name, 0, fmt.Errorf("archive %w", ErrNoArticles), "hidden files and links in it are skipped") {
			return false
		}
	}
	return a.tellSkipped(a.skipped)
}

// hiddenPath tells what a directory would not show either, and what macOS adds to archives.
func hiddenPath(clean string) bool {
	for part := range strings.SplitSeq(clean, "/") {
		if strings.HasPrefix(part, ".") && part != "." || part == "__MACOSX" {
			return true
		}
	}
	return false
}

// readableName makes text of a name that an old program wrote in the encoding of its machine.
func readableName(name string) string {
	if utf8.ValidString(name) {
		return name
	}
	var d decoder
	if text, _, err := d.decode([]byte(name)); err == nil {
		return string(text)
	}
	return strings.ToValidUTF8(name, lostChar)
}

// counts is what was passed over, and how often.
type counts map[string]int

// tellSkipped yields the counts as one item, the most frequent first.
func (s *source) tellSkipped(c counts) bool {
	if len(c) == 0 {
		return true
	}
	skipped := &Skipped{Path: s.name}
	for _, what := range slices.Sorted(maps.Keys(c)) {
		skipped.Counts = append(skipped.Counts, Count{what, c[what]})
	}
	slices.SortStableFunc(skipped.Counts, func(x, y Count) int { return cmp.Compare(y.N, x.N) })
	return s.emit(Article{}, skipped)
}
