package article

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
)

func write(tb testing.TB, dir, name, text string) string {
	tb.Helper()
	path := filepath.Join(dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		tb.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		tb.Fatal(err)
	}
	return path
}

// TestDirectory reads by name, into subdirectories, past hidden files and around a
// loop of links.
func TestDirectory(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "b.txt", "Second\ntext")
	write(t, dir, "a.txt", "First\ntext")
	write(t, dir, "c/d/e.txt", "Third\ntext")
	write(t, dir, "z", `{"id": 4, "title": "Fourth", "text": "text"}`)
	write(t, dir, ".hidden", "Hidden\ntext")
	write(t, dir, ".git/x.txt", "Hidden\ntext")
	if err := os.Symlink(dir, filepath.Join(dir, "c", "loop")); err != nil {
		t.Fatal(err)
	}
	var titles []string
	for _, a := range readGood(t, Options{}, dir) {
		titles = append(titles, a.Title)
	}
	if got := strings.Join(titles, " "); got != "First Second Third Fourth" {
		t.Errorf("read %q", got)
	}
}

// TestPaths is about paths that give no article, and about the rest being read.
func TestPaths(t *testing.T) {
	dir := t.TempDir()
	good := write(t, dir, "good.txt", "A visit\nThe minister came.")
	empty := filepath.Join(dir, "empty")
	write(t, dir, "empty/.hidden", "Hidden\ntext")
	self, pipes := filepath.Join(dir, "self"), filepath.Join(dir, "pipes")
	if err := errors.Join(os.Symlink(self, self), os.Mkdir(pipes, 0o755), syscall.Mkfifo(filepath.Join(pipes, "p"), 0o644)); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		what, path string
		cause      error
		message    string
	}{
		{"missing", filepath.Join(dir, "missing"), fs.ErrNotExist, "/missing: no such file or directory (check the spelling of the path; a link may point nowhere)"},
		{"directory without articles", empty, ErrNoArticles, "/empty: directory without articles (put text or JSON lines files into it; hidden files are skipped)"},
		{"link to itself", self, syscall.ELOOP, "/self: too many levels of symbolic links"},
		{"pipe in a directory", pipes, nil, "/pipes/p: not a regular file (give a pipe or device as a path of its own)"},
		{"no standard input", Stdin, ErrEmpty, "stdin: file is empty (nothing is connected to the standard input)"},
	} {
		articles, errs := collect(t, Options{}, test.path, good)
		if len(errs) != 1 || len(articles) != 1 {
			t.Errorf("%s: %d articles, errors %v", test.what, len(articles), errs)
			continue
		}
		var item *Error
		if !errors.As(errs[0], &item) || test.cause != nil && !errors.Is(errs[0], test.cause) || !strings.HasSuffix(errs[0].Error(), test.message) {
			t.Errorf("%s: %v", test.what, errs[0])
		}
	}
}

func TestPermission(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root may read everything")
	}
	path := write(t, t.TempDir(), "secret.txt", "A visit\ntext")
	if err := os.Chmod(path, 0); err != nil {
		t.Fatal(err)
	}
	_, errs := collect(t, Options{}, path)
	if len(errs) != 1 || !errors.Is(errs[0], fs.ErrPermission) {
		t.Errorf("errors %v", errs)
	}
}

// TestPermissionWords needs no file that root may not read.
func TestPermissionWords(t *testing.T) {
	var got error
	r, err := newReader(t.Context(), Options{}, func(_ Article, err error) bool { got = err; return true })
	if err != nil {
		t.Fatal(err)
	}
	r.refusePath("a/b", &fs.PathError{Op: "open", Path: "a/b", Err: syscall.EACCES})
	if want := "a/b: permission denied (check who may read it)"; got.Error() != want {
		t.Errorf("%v, want %s", got, want)
	}
}

// repeat is a stream of n bytes.
type repeat struct {
	n    int
	fill byte
}

func (r *repeat) Read(p []byte) (int, error) {
	if r.n == 0 {
		return 0, io.EOF
	}
	n := min(len(p), r.n)
	for i := range p[:n] {
		p[i] = r.fill
	}
	r.n -= n
	return n, nil
}

// TestHugeLine has a line of 1 GB between two good ones: it is refused, the rest
// is read, and the memory stays bounded.
func TestHugeLine(t *testing.T) {
	const line = `{"id": "one", "text": "The minister came."}` + "\n"
	in := io.MultiReader(strings.NewReader(line+`{"id": "two", "text": "`), &repeat{1 << 30, 'x'}, strings.NewReader("\"}\n"+strings.Replace(line, "one", "three", 1)))
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	articles, errs := collect(t, Options{Stdin: in}, Stdin)
	runtime.ReadMemStats(&after)
	if got := idsAndLines(articles); got != "one:1 three:3" {
		t.Errorf("read %q", got)
	}
	if len(errs) != 1 || !errors.Is(errs[0], ErrTooLong) || !strings.HasPrefix(errs[0].Error(), "stdin:2: record is longer than 16 MB") {
		t.Errorf("errors %v", errs)
	}
	if used := (after.TotalAlloc - before.TotalAlloc) >> 20; used > 6*MaxRecord>>20 {
		t.Errorf("allocated %d MB", used)
	}
}

func TestHugeText(t *testing.T) {
	in := io.MultiReader(strings.NewReader("A visit\n"), &repeat{200 << 20, 'x'})
	articles, errs := collect(t, Options{Stdin: in}, Stdin)
	if len(articles) != 0 || len(errs) != 1 || !errors.Is(errs[0], ErrTooLong) {
		t.Errorf("%d articles, errors %v", len(articles), errs)
	}
}

// TestLargestRecord has a line of exactly the limit, with and without a newline.
func TestLargestRecord(t *testing.T) {
	const frame = `{"id": 1, "text": ""}`
	line := strings.Replace(frame, `""`, `"`+strings.Repeat("x", MaxRecord-len(frame))+`"`, 1)
	for _, in := range []string{line, line + "\n"} {
		if articles, errs := readString(t, in); len(articles) != 1 || len(errs) != 0 {
			t.Errorf("%d articles, errors %v", len(articles), errs)
		}
	}
	if _, errs := readString(t, line+" \n"); len(errs) != 1 || !errors.Is(errs[0], ErrTooLong) {
		t.Errorf("one byte more: errors %v", errs)
	}
}

func TestCancel(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	in := strings.NewReader(strings.Repeat("{\"text\": \"The minister came.\"}\n", 100))
	read, last := 0, error(nil)
	for _, err := range Read(ctx, []string{Stdin, "missing"}, Options{Stdin: in}) {
		read, last = read+1, err
		if read == 3 {
			cancel()
		}
	}
	if read != 4 || !errors.Is(last, context.Canceled) {
		t.Errorf("%d items, then %v", read, last)
	}
}

func TestBreak(t *testing.T) {
	for range Read(t.Context(), []string{seed + ".txt", "missing", t.TempDir()}, Options{}) {
		break
	}
}

// TestReadFailure has a disk that fails between two lines.
func TestReadFailure(t *testing.T) {
	in := io.MultiReader(strings.NewReader("{\"text\": \"The minister came.\"}\n"+strings.Repeat("\n", 1<<17)), failing{})
	articles, errs := collect(t, Options{Stdin: in}, Stdin)
	if len(articles) != 1 || len(errs) != 1 || !errors.Is(errs[0], syscall.EIO) {
		t.Errorf("%d articles, errors %v", len(articles), errs)
	}
}

type failing struct{}

func (failing) Read([]byte) (int, error) { return 0, syscall.EIO }

func TestOptions(t *testing.T) {
	opts := Options{Date: "٢٠٢٥-١١-٠٣", Lang: "AR", Source: "Agency"}
	opts.Stdin = strings.NewReader("{\"id\": 7, \"text\": \"A visit\"}\n{\"id\": 8, \"text\": \"A visit\", \"date\": \"2024\", \"lang\": \"eng\", \"source\": \"Paper\"}\n{\"id\": 9, \"text\": \"A visit\", \"date\": \"soon\"}")
	articles := readGood(t, opts, Stdin)
	for i, want := range []string{"Agency/7 ar 2025-11-03 Agency", "Paper/8 en 2024 Paper", "Agency/9 ar 2025-11-03 Agency"} {
		a := articles[i]
		if got := strings.Join([]string{a.ID, a.Lang, a.Date, a.Source}, " "); got != want {
			t.Errorf("article %d: %q, want %q", i, got, want)
		}
	}
	if w := strings.Join(articles[2].Warnings, "; "); !strings.HasPrefix(w, `date "soon" cannot be read`) {
		t.Errorf("warnings %q", w)
	}
	for _, bad := range []Options{{Date: "soon"}, {Lang: "لغة ما"}} {
		if _, errs := collect(t, bad, seed+".txt"); len(errs) != 1 || errors.As(errs[0], new(*Error)) {
			t.Errorf("%+v: errors %v", bad, errs)
		}
	}
}
