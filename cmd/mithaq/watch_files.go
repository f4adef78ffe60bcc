package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"mithaq/extract/article"
)

// watchedFiles knows which files changed since they were read.
type watchedFiles struct {
	roots []string
	known map[string]*watchedFile
}

// watchedFile is a file as it was seen last.
type watchedFile struct {
	stamp fileStamp
	since time.Time // as it is
	read  bool
	list  bool // of addresses: it is read again though it does not change
}

type fileStamp struct {
	size int64
	time time.Time
}

// look returns the files that were not read as they are and have not changed for the time of settle, in order of the roots and
// names, and whether there are others that did change.
func (w *watchedFiles) look(now time.Time, settle time.Duration) (ready []string, waiting bool) {
	first := w.known == nil
	if first {
		w.known = map[string]*watchedFile{}
	}
	present := map[string]bool{}
	for _, root := range w.roots {
		listFiles(root, func(path string, info os.FileInfo) {
			if present[path] {
				return
			}
			present[path] = true
			f := w.see(path, fileStamp{info.Size(), info.ModTime()}, now)
			if first { // as far as the clock of its file system can be believed
				f.since = info.ModTime()
			}
			switch {
			case f.read:
			case now.Sub(f.since) >= settle:
				ready = append(ready, path)
			default:
				waiting = true
			}
		})
	}
	for path := range w.known {
		if !present[path] {
			delete(w.known, path)
		}
	}
	return ready, waiting
}

// see compares a file with what was known of it.
func (w *watchedFiles) see(path string, s fileStamp, now time.Time) *watchedFile {
	f, ok := w.known[path]
	switch {
	case !ok:
		f = &watchedFile{stamp: s, since: now}
		w.known[path] = f
	case f.stamp.size != s.size || !f.stamp.time.Equal(s.time):
		*f = watchedFile{stamp: s, since: now}
	}
	return f
}

// done notes that files were read.
func (w *watchedFiles) done(paths []string) {
	for _, path := range paths {
		if f := w.known[path]; f != nil {
			f.read, f.list = true, listsAddresses(path)
		}
	}
}

// lists returns the lists of addresses that were read, by name.
func (w *watchedFiles) lists() (paths []string) {
	for path, f := range w.known {
		if f.read && f.list {
			paths = append(paths, path)
		}
	}
	slices.Sort(paths)
	return paths
}

// listsAddresses looks at the beginning of a file.
func listsAddresses(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	head := make([]byte, 4096)
	n, err := io.ReadFull(f, head)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) {
		return false
	}
	return article.ListsAddresses(head[:n])
}

// forget makes all files unread.
func (w *watchedFiles) forget() {
	for _, f := range w.known {
		f.read = false
	}
}

// listFiles yields the files that reading a path would open: of a folder the regular ones without a dot in front, by name, links
// followed. What cannot be looked at is left out.
func listFiles(root string, yield func(string, os.FileInfo)) {
	listInto(root, map[string]bool{}, yield)
}

func listInto(path string, seen map[string]bool, yield func(string, os.FileInfo)) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return
	case !info.IsDir():
		if info.Mode().IsRegular() {
			yield(path, info)
		}
		return
	}
	real, err := filepath.EvalSymlinks(path)
	if err != nil || seen[real] {
		return
	}
	seen[real] = true
	entries, err := os.ReadDir(path)
	if err != nil {
		return
	}
	slices.SortFunc(entries, func(a, b os.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), ".") {
			listInto(filepath.Join(path, e.Name()), seen, yield)
		}
	}
}
