package dates_test

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"mithaq/extract/dates"
	"mithaq/extract/lang"
	"mithaq/extract/text"
)

// FuzzLoad reads tables of dates with anything in them: a reader that reads, or an error that names file and line.
func FuzzLoad(f *testing.F) {
	for _, language := range []string{"ar"} {
		files, err := lang.Files(language)
		if err != nil {
			f.Fatal(err)
		}
		words, err := fs.ReadFile(files, "dates/words.txt")
		if err != nil {
			f.Fatal(err)
		}
		patterns, err := fs.ReadFile(files, "dates/patterns.txt")
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(words), string(patterns))
	}
	f.Add("month 1 | january\nunit day | day\nweekday 1 | monday\n", "date | month\ndate | day month year\n")
	f.Add("of | of\nmonth 2 | february\n", "date | day [of] month [year]\n")
	f.Fuzz(func(t *testing.T, words, patterns string) {
		if len(words)+len(patterns) > 1<<15 {
			t.Skip()
		}
		r, err := dates.Load(fstest.MapFS{"dates/words.txt": {Data: []byte(words)}, "dates/patterns.txt": {Data: []byte(patterns)}}, text.NewFolder())
		if err != nil {
			for line := range strings.Lines(strings.TrimPrefix(err.Error(), "load dates: ")) {
				if !strings.HasPrefix(line, "dates/") {
					t.Errorf("the problem names no file: %+q", line)
				}
			}
			return
		}
		r.Explain(words+" 3 "+patterns+" 2025", "2025-11-03")
		r.Explain("3 "+strings.ReplaceAll(words, "|", " 12/11/2025 "), "2025-11-03")
	})
}
