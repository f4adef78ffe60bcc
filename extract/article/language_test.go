package article

import (
	"os"
	"strings"
	"testing"
)

// TestTitles tells the language of titles alone: all of them, for what is short in a file is short in a feed too.
func TestTitles(t *testing.T) {
	l, err := loadLanguages()
	if err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile("testdata/titles.tsv")
	if err != nil {
		t.Fatal(err)
	}
	all, wrong := 0, 0
	for line := range strings.Lines(string(b)) {
		lang, title, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok {
			continue
		}
		all++
		if got := l.tell(title, ""); got != lang {
			wrong++
			t.Errorf("%s taken for %q: %s", lang, got, title)
		}
	}
	t.Logf("%d of %d titles", all-wrong, all)
}

// TestLanguagePrefixes tells texts from a few words on, cut out of the one article: what is Arabic stays Arabic.
func TestLanguagePrefixes(t *testing.T) {
	l, err := loadLanguages()
	if err != nil {
		t.Fatal(err)
	}
	words := strings.Fields(readGood(t, Options{}, seed+".txt")[0].Full())
	for i := range len(words) - 3 {
		if part := strings.Join(words[i:i+3], " "); l.tell(part, "") != "ar" {
			t.Errorf("%+q taken for %q", part, l.tell(part, ""))
		}
	}
}
