// Package article reads news articles from files, directories and streams.
//
// The way of an article in the order of the code: [Read] walks the paths
// (walk.go), opens each as a source whose first bytes tell binary files and
// UTF-16 (source.go, signature.go), picks the format by content (format.go:
// plain.go, jsonl.go), decodes each record (encoding.go), and completes it with
// language, date and id (finish.go, language.go, date.go, id.go). What cannot be
// read is an [*Error] for that item alone; the rest of the batch is read.
//
// The package is pure: no network, no database, no writing.
package article

// MaxRecord is the largest record in bytes of UTF-8 (a plain file, a line of
// JSON): a long newspaper page is about 50 kB, so what is larger is no article.
// It bounds the memory of a reader.
const MaxRecord = 16 << 20

// Article is one text as it was decoded from the input.
type Article struct {
	ID       string   // canonical URL, else "source/record" or record, else "text/" and a hash: see identify
	Record   string   // the id that the input gave, empty if none
	Lang     string   // "ar", "en" ...: given, else told from the text; empty if unknown
	Date     string   // of publication: "2025", "2025-11", "2025-11-03" or an RFC 3339 time; empty if unknown
	Source   string   // newspaper or agency
	URL      string   // as given
	Author   string   // as given: a byline, several names joined by ", "; empty if unknown
	Title    string   // may be empty
	Text     string   // the body as decoded, inner white space untouched
	Encoding string   // what the bytes were: "UTF-8", "UTF-16LE", "windows-1256" ...
	Warnings []string // what was repaired or ignored while reading
	Line     int      // line of the input on which the record begins, from 1
	Path     string   // file, or "stdin"
	FullText string   // address of the page with the whole text, where a feed has only this summary of it; else empty
}

// Full returns the text in which all offsets count: title, one newline, body.
// The newline stands there even if the title is empty, so that the body always
// begins at len(Title)+1.
func (a *Article) Full() string { return a.Title + "\n" + a.Text }
