package article

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// path reads one path that the user gave: a pipe or a device is fine there, as in
// a shell's <(command), while inside directories only regular files are opened.
func (r *reader) path(path string) bool {
	if path == Stdin {
		return r.stdin()
	}
	info, err := os.Stat(path)
	if err != nil {
		return r.refusePath(path, err)
	}
	if !info.IsDir() {
		return r.file(path)
	}
	before := r.items
	if !r.dir(path, map[string]bool{}) {
		return false
	}
	if r.items == before {
		return r.refuse(path, 0, fmt.Errorf("directory %w", ErrNoArticles), "put text or JSON lines files into it; hidden files are skipped")
	}
	return true
}

func (r *reader) stdin() bool {
	if r.opts.Stdin == nil {
		return r.refuse("stdin", 0, ErrEmpty, "nothing is connected to the standard input")
	}
	return r.stream("stdin", r.opts.Stdin)
}

func (r *reader) file(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return r.refusePath(path, err)
	}
	defer f.Close()
	return r.stream(path, r.counted(f))
}

// counted tells [Options.Count] what is read.
func (r *reader) counted(f *os.File) io.Reader {
	if r.opts.Count == nil {
		return f
	}
	return countingFile{f, r.opts.Count}
}

type countingFile struct {
	*os.File
	count func(int)
}

func (c countingFile) Read(p []byte) (int, error) {
	n, err := c.File.Read(p)
	c.count(n)
	return n, err
}

// ReadAt is how zip archives are read.
func (c countingFile) ReadAt(p []byte, off int64) (int, error) {
	n, err := c.File.ReadAt(p, off)
	c.count(n)
	return n, err
}

// dir reads a directory by name. Symbolic links are followed; seen holds the real
// directories already read, so that each is read once and loops end.
func (r *reader) dir(path string, seen map[string]bool) bool {
	if r.ctx.Err() != nil {
		return r.emit(Article{}, nil) // says that the context ended
	}
	real, err := filepath.EvalSymlinks(path)
	if err != nil {
		return r.refusePath(path, err)
	}
	if real, err = filepath.Abs(real); err != nil {
		return r.refusePath(path, err)
	}
	if seen[real] {
		return true
	}
	seen[real] = true
	entries, err := os.ReadDir(path)
	if err != nil && !r.refusePath(path, err) {
		return false
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") {
			continue
		}
		if !r.entry(filepath.Join(path, e.Name()), seen) {
			return false
		}
	}
	return true
}

func (r *reader) entry(path string, seen map[string]bool) bool {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return r.refusePath(path, err)
	case info.IsDir():
		return r.dir(path, seen)
	case !info.Mode().IsRegular():
		return r.refuse(path, 0, errors.New("not a regular file"), "give a pipe or device as a path of its own")
	}
	return r.file(path)
}

func (r *reader) refusePath(path string, err error) bool {
	cause, advice := err, ""
	var pathError *fs.PathError
	if errors.As(err, &pathError) {
		cause = pathError.Err
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		advice = "check the spelling of the path; a link may point nowhere"
	case errors.Is(err, fs.ErrPermission):
		advice = "check who may read it"
	case errors.Is(err, ErrBomb):
		advice = fmt.Sprintf("unpack it if you trust it; the limit is %d times its size", MaxRatio)
	case errors.Is(err, ErrArchive):
		advice = archiveAdvice
	case errors.Is(err, errEncrypted):
		advice = "unpack it with its password"
	case errors.Is(err, errMethod):
		advice = unpack
	}
	return r.refuse(path, 0, cause, advice)
}
