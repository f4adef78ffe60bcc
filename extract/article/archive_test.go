package article

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"
)

// packedFile is a file that tests put into archives.
type packedFile struct{ name, text string }

func tarOf(tb testing.TB, files ...packedFile) string {
	tb.Helper()
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for _, f := range files {
		h := &tar.Header{Name: f.name, Mode: 0o644, Size: int64(len(f.text))}
		switch {
		case strings.HasSuffix(f.name, "/"):
			h.Typeflag = tar.TypeDir
		case strings.HasPrefix(f.text, "-> "):
			h.Typeflag, h.Linkname, h.Size, f.text = tar.TypeSymlink, f.text[3:], 0, ""
		}
		if err := w.WriteHeader(h); err != nil {
			tb.Fatal(err)
		}
		if _, err := w.Write([]byte(f.text)); err != nil {
			tb.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		tb.Fatal(err)
	}
	return b.String()
}

func zipOf(tb testing.TB, files ...packedFile) string {
	tb.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, f := range files {
		h := &zip.FileHeader{Name: f.name, Method: zip.Deflate}
		if strings.HasPrefix(f.text, "-> ") {
			h.SetMode(os.ModeSymlink | 0o777)
		}
		in, err := w.CreateHeader(h)
		if err != nil {
			tb.Fatal(err)
		}
		if _, err := in.Write([]byte(f.text)); err != nil {
			tb.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		tb.Fatal(err)
	}
	return b.String()
}

func gzipOf(tb testing.TB, parts ...string) string {
	tb.Helper()
	var b bytes.Buffer
	for _, part := range parts {
		w := gzip.NewWriter(&b)
		if _, err := w.Write([]byte(part)); err != nil {
			tb.Fatal(err)
		}
		if err := w.Close(); err != nil {
			tb.Fatal(err)
		}
	}
	return b.String()
}

func zstdOf(tb testing.TB, text string) string {
	tb.Helper()
	w, err := zstd.NewWriter(nil)
	if err != nil {
		tb.Fatal(err)
	}
	defer w.Close()
	return string(w.EncodeAll([]byte(text), nil))
}

// bzip2Visit is "A visit\nThe minister came.\n", packed by bzip2.
const bzip2Visit = "QlpoOTFBWSZTWbyOxEQAAANXgAAQQAEgAAQAKmMdACAAIpkaMTMoUwAE0UXHEbEdmnlSCHNJnevi7kinChIXkdiIgA=="

// summary is what was read, a path and a title an article, then what was refused and passed over.
func summary(articles []Article, errs []error) string {
	var b strings.Builder
	for _, a := range articles {
		fmt.Fprintf(&b, "%s:%d %s\n", a.Path, a.Line, a.Title)
	}
	for _, err := range errs {
		fmt.Fprintln(&b, err)
	}
	return b.String()
}

const line1, line2 = `{"title": "One", "text": "The minister came."}` + "\n", `{"title": "Two", "text": "The minister left."}` + "\n"

// TestArchives reads archives of every kind, through a pipe and from a file: the same articles.
func TestArchives(t *testing.T) {
	text, lines := packedFile{"b.txt", "Text\nThe minister came.\n"}, packedFile{"a/lines.jsonl", line1 + line2}
	bz, err := base64.StdEncoding.DecodeString(bzip2Visit)
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ what, in, want string }{
		{"gzip", gzipOf(t, line1+line2), "IN:1 One\nIN:2 Two\n"},
		{"gzip of two members", gzipOf(t, line1, line2), "IN:1 One\nIN:2 Two\n"},
		{"gzip padded with zeros", gzipOf(t, line1) + strings.Repeat("\x00", 512), "IN:1 One\n"},
		{"bzip2", string(bz), "IN:1 A visit\n"},
		{"Zstandard", zstdOf(t, line1+line2), "IN:1 One\nIN:2 Two\n"},
		{"Zstandard in two frames", zstdOf(t, line1) + zstdOf(t, line2), "IN:1 One\nIN:2 Two\n"},
		{"zip", zipOf(t, lines, text), "IN!a/lines.jsonl:1 One\nIN!a/lines.jsonl:2 Two\nIN!b.txt:1 Text\n"},
		{"tar", tarOf(t, packedFile{"a/", ""}, lines, text), "IN!a/lines.jsonl:1 One\nIN!a/lines.jsonl:2 Two\nIN!b.txt:1 Text\n"},
		{"tar in gzip", gzipOf(t, tarOf(t, text)), "IN!b.txt:1 Text\n"},
		{"tar in gzip in zip", zipOf(t, packedFile{"x.tar.gz", gzipOf(t, tarOf(t, lines))}, text), "IN!x.tar.gz!a/lines.jsonl:1 One\nIN!x.tar.gz!a/lines.jsonl:2 Two\nIN!b.txt:1 Text\n"},
		{"zip in tar in Zstandard", zstdOf(t, tarOf(t, packedFile{"x", zipOf(t, text)})), "IN!x!b.txt:1 Text\n"},
		{"another encoding inside", zipOf(t, packedFile{"w.txt", encode(t, encodings[6].set, visit)}), "IN!w.txt:1 زيارة رسمية\n"},
		{"hidden files", tarOf(t, packedFile{".x.txt", "Hidden"}, packedFile{"__MACOSX/a", "Hidden"}, packedFile{"a/.git/b", "Hidden"}, packedFile{"./b.txt", text.text}), "IN!b.txt:1 Text\n"},
		{"links in tar", tarOf(t, packedFile{"l", "-> /etc/passwd"}, text, packedFile{"m", "-> b.txt"}), "IN!b.txt:1 Text\nIN: skipped: links 2\n"},
		{"links in zip", zipOf(t, packedFile{"l", "-> /etc/passwd"}, text), "IN!b.txt:1 Text\nIN: skipped: links 1\n"},
		{"an absolute path", tarOf(t, packedFile{"/etc/b.txt", text.text}), "IN!etc/b.txt:1 Text\n"},
		{"a path that climbs out", zipOf(t, packedFile{"../../b.txt", text.text}, text),
			"IN!b.txt:1 Text\nIN!../../b.txt: its path leaves the archive (such a path is a trap for programs that unpack; it is not read, and nothing is ever written)\n"},
		{"a path that climbs out, Windows", tarOf(t, packedFile{`a\..\..\b.txt`, text.text}, text),
			"IN!b.txt:1 Text\n" + `IN!a\..\..\b.txt: its path leaves the archive (such a path is a trap for programs that unpack; it is not read, and nothing is ever written)` + "\n"},
		{"one bad file among good ones", zipOf(t, text, packedFile{"x", "\x7fELF\x00"}, packedFile{"e", ""}, lines),
			"IN!b.txt:1 Text\nIN!a/lines.jsonl:1 One\nIN!a/lines.jsonl:2 Two\nIN!x: not a text file but a program (give the text, not the picture, sound or program)\n" +
				"IN!e: file is empty (write a title on the first line and the text below it)\n"},
		{"nothing in it", zipOf(t, packedFile{".x", "Hidden"}), "IN: archive without articles (hidden files and links in it are skipped)\n"},
		{"an Office document", zipOf(t, packedFile{"[Content_Types].xml", "<x/>"}), "IN: not a text file but an Office document (save it as text)\n"},
		{"a spreadsheet", zipOf(t, packedFile{"[Content_Types].xml", "<x/>"}, packedFile{"xl/workbook.xml", "<x/>"}), "IN: not a text file but a spreadsheet (save it as CSV)\n"},
		{"an OpenDocument spreadsheet", zipOf(t, packedFile{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}), "IN: not a text file but a spreadsheet (save it as CSV)\n"},
		{"an e-book", zipOf(t, packedFile{"mimetype", "application/epub+zip"}, packedFile{"META-INF/container.xml", "<x/>"}), "IN: not a text file but an e-book (convert it to text, for example with pandoc --to plain FILE | mithaq load -)\n"},
	} {
		if got := strings.ReplaceAll(summary(readString(t, test.in)), "stdin", "IN"); got != test.want {
			t.Errorf("%s through a pipe:\n%s\nwant\n%s", test.what, got, test.want)
		}
		path := write(t, t.TempDir(), "x", test.in)
		if got := strings.ReplaceAll(summary(collect(t, Options{}, path)), path, "IN"); got != test.want {
			t.Errorf("%s in a file:\n%s\nwant\n%s", test.what, got, test.want)
		}
	}
}

// TestDamagedArchives reads what stands before the damage and says so, once.
func TestDamagedArchives(t *testing.T) {
	// Lines that shrink little, so that half of the archive is half of the lines.
	var b strings.Builder
	for i := range 2000 {
		fmt.Fprintf(&b, `{"id": "%d", "text": "The minister came, %x."}`+"\n", i, i*i*7919*104729)
	}
	lines := b.String()
	packed := gzipOf(t, lines)
	good := packedFile{"b.txt", "Text\nThe minister came.\n"}
	tarred := tarOf(t, good, packedFile{"l.jsonl", lines})
	zipped := zipOf(t, packedFile{"l.jsonl", lines}, good)
	flipped := []byte(zipped)
	flipped[len(flipped)/2] ^= 0x55
	members := gzipOf(t, line1, lines, line2)
	middle := []byte(members)
	middle[len(middle)/2] ^= 0x55
	for _, test := range []struct {
		what, in string
		least    int // articles
		errs     string
	}{
		{"gzip cut", packed[:len(packed)/2], 500, "stdin: archive is damaged: unexpected EOF"},
		{"gzip with a wrong checksum", packed[:len(packed)-8] + "\x00\x00\x00\x00" + packed[len(packed)-4:], 2000, "stdin: archive is damaged: gzip: invalid checksum"},
		{"Zstandard cut", zstdOf(t, lines)[:12000], 0, "stdin: archive is damaged: unexpected EOF"},
		{"one of three gzip members damaged", string(middle), 2, "archive is damaged: 1 of its gzip members are lost"},
		{"tar cut", tarred[:len(tarred)/2], 500, "stdin!l.jsonl: archive is damaged: unexpected EOF"},
		{"tar with a broken header", tarOf(t, good)[:1024] + strings.Repeat("x", 1024), 1, "stdin: archive is damaged: archive/tar: invalid tar header"},
		{"zip cut", zipped[:len(zipped)-10], 0, "stdin: archive is damaged: zip: not a valid zip file"},
		{"zip with a damaged file", string(flipped), 1, "stdin!l.jsonl"},
	} {
		articles, errs := readString(t, test.in)
		said := summary(nil, errs)
		if len(articles) < test.least || !strings.Contains(said, test.errs) || !errors.Is(errors.Join(errs...), ErrArchive) {
			t.Errorf("%s: %d articles, errors\n%s", test.what, len(articles), said)
		}
	}
	encrypted := []byte(zipOf(t, good))
	for _, sign := range []string{"PK\x03\x04", "PK\x01\x02"} {
		at := bytes.Index(encrypted, []byte(sign)) + 6
		if sign[2] == 1 {
			at += 2
		}
		encrypted[at] |= 1
	}
	if _, errs := readString(t, string(encrypted)); len(errs) != 1 || errs[0].Error() != "stdin!b.txt: it is encrypted (unpack it with its password)" {
		t.Errorf("encrypted: %v", errs)
	}
}

// TestBombs refuses archives that were made to fill a memory, and goes on with the next input.
func TestBombs(t *testing.T) {
	zeros := line1 + strings.Repeat(strings.Repeat(" ", 1023)+"\n", 100<<10)
	bomb := gzipOf(t, zeros) // 100 MB from 100 kB
	dir := t.TempDir()
	good := write(t, dir, "good.txt", "A visit\nThe minister came.")
	for _, test := range []struct {
		what, in string
		cause    error
	}{
		{"gzip in gzip", gzipOf(t, bomb), ErrBomb},
		{"zip of zips", zipOf(t, packedFile{"a", zipOf(t, packedFile{"b", zeros})}, packedFile{"c", "Text\ntext"}), ErrBomb},
		{"many files of one archive", zipOf(t, packedFile{"a", zeros[:30<<20]}, packedFile{"b", zeros[:30<<20]}, packedFile{"c", zeros[:30<<20]}, packedFile{"d", zeros[:60<<20]}), ErrBomb},
		{"Zstandard", zstdOf(t, zeros), ErrBomb},
		{"Zstandard with a huge window", "\x28\xb5\x2f\xfd\x00\xf8\x01\x00\x00aaaaaaaaaaaaaaaaaa", ErrArchive},
		{"too deep", nested(t, MaxDepth+1), errDepth},
	} {
		articles, errs := collect(t, Options{}, write(t, dir, "bomb", test.in), good)
		if len(articles) == 0 || articles[len(articles)-1].Path != good || !errors.Is(errors.Join(errs...), test.cause) || len(errs) > 3 {
			t.Errorf("%s: %d articles, errors %v", test.what, len(articles), errs)
		}
	}
	if articles, errs := readString(t, nested(t, MaxDepth)); len(articles) != 1 || len(errs) > 0 {
		t.Errorf("as deep as allowed: %d articles, errors %v", len(articles), errs)
	}
	if articles, errs := readString(t, gzipOf(t, strings.Repeat(line1, 200_000))); len(articles) != 200_000 || len(errs) > 0 {
		t.Errorf("10 MB of alike lines are no bomb: %d articles, errors %v", len(articles), errs)
	}
}

// nested packs an article n times.
func nested(t *testing.T, n int) string {
	in := "A visit\nThe minister came."
	for i := range n {
		if i%2 == 0 {
			in = tarOf(t, packedFile{"x", in})
		} else {
			in = gzipOf(t, in)
		}
	}
	return in
}

// TestZipInPipe refuses what would have to be kept in memory.
func TestZipInPipe(t *testing.T) {
	r, err := newReader(t.Context(), Options{Stdin: strings.NewReader(zipOf(t, packedFile{"a", "A visit\ntext"}))}, func(_ Article, err error) bool {
		if err == nil || !strings.Contains(err.Error(), "a zip archive over 64 MB in a pipe or in another archive (unpack it, or give it as a file of its own)") {
			t.Errorf("error %v", err)
		}
		return true
	})
	if err != nil {
		t.Fatal(err)
	}
	s := &source{reader: r, name: "stdin", in: r.buffer(r.opts.Stdin), doc: Document{Body: r.opts.Stdin}}
	r.budget.held = maxHeldZip - 10
	s.doc.Body = struct{ anyReader }{r.opts.Stdin}
	readZip(s)
}

type anyReader interface{ Read([]byte) (int, error) }
