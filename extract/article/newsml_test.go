package article

import (
	"errors"
	"os"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
)

func agencyFile(tb testing.TB, name string) string {
	tb.Helper()
	b, err := os.ReadFile("testdata/agency/" + name)
	if err != nil {
		tb.Fatal(err)
	}
	return string(b)
}

// TestNewsML reads a message with an item of each kind.
func TestNewsML(t *testing.T) {
	got, errs := readString(t, agencyFile(t, "message.xml"))
	want := "Example Agency/urn:newsml:example.org:20251103:one|ar|2025-11-03T12:30:00+03:00|Example Agency|A. Writer|زيارة \"رسمية\"|وصل الوزير إلى المدينة صباح الأحد.\nوقال: نرحب بكم.\nوغادر.\n" +
		"Example/urn:newsml:example.org:20251103:two|en|2025-11-03T09:30:00Z|Example||A visit|The minister came.\nHe left.\n" +
		"urn:newsml:example.org:20251103:five|en|||C. Writer|Plain|The minister & his <guest> came.\n"
	if briefs(got) != want {
		t.Errorf("got\n%s\nwant\n%s", briefs(got), want)
	}
	const refused = "stdin:37: withdrawn by its agency: version 3 of urn:newsml:example.org:20251103:three is stat:canceled (mithaq remove takes back what was loaded of it)\n" +
		"stdin: skipped: pictures, films and lists of other items 1\n"
	if said := summary(nil, errs); said != refused {
		t.Errorf("said\n%s\nwant\n%s", said, refused)
	}
	if len(got) == 3 && (got[0].Line != 7 || len(got[2].Warnings) != 1 || got[2].Warnings[0] != "under embargo until 2025-11-04T00:00:00Z") {
		t.Errorf("line %d, warnings %q", got[0].Line, got[2].Warnings)
	}
}

const newsItem1 = `<newsItem guid="a" version="1"><itemMeta/><contentMeta><headline>زيارة رسمية</headline></contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml"><p>وصل الوزير إلى المدينة صباح الأحد، وقال: نرحب بكم.</p></inlineXML></contentSet></newsItem>`

// TestNewsMLEncodings reads one item in every encoding, whatever the declaration says.
func TestNewsMLEncodings(t *testing.T) {
	for _, declared := range []string{"", `<?xml version="1.0" encoding="UTF-8"?>`, `<?xml version="1.0" encoding="windows-1256"?>`, `<?xml version="1.0" encoding="nonsense"?>`} {
		for _, e := range encodings {
			got, errs := readString(t, encode(t, e.set, declared+newsItem1))
			if len(errs) > 0 || len(got) != 1 || got[0].Title != "زيارة رسمية" || !strings.HasPrefix(got[0].Text, "وصل الوزير") {
				t.Errorf("%s as %s: %+q, errors %v", e.name, declared, briefs(got), errs)
			}
		}
	}
	misread := misreadAs(charmap.Windows1252, newsItem1)
	if got, errs := readString(t, misread); len(errs) > 0 || got[0].Title != "زيارة رسمية" {
		t.Errorf("misread: %+q, errors %v", briefs(got), errs)
	}
}

// TestNewsMLErrors: one broken item costs no other.
func TestNewsMLErrors(t *testing.T) {
	good := func(id string) string { return strings.Replace(newsItem1, `guid="a"`, `guid="`+id+`"`, 1) + "\n" }
	item := func(inside string) string { return `<newsItem guid="x">` + inside + "</newsItem>\n" }
	message := func(items ...string) string { return "<newsMessage>" + strings.Join(items, "") + "</newsMessage>" }
	for _, test := range []struct {
		what, in, ids, errs string
		cause               error
	}{
		{"no end", message(good("a"), `<newsItem guid="x"><itemMeta>`+"\n", good("b")), "a:1 b:3", "stdin:2: broken record: this newsItem has no end", ErrRecord},
		{"cut", good("a") + good("b")[:100], "a:1", "stdin:2: broken record: this newsItem has no end: unexpected EOF", ErrRecord},
		{"nothing in it", message(good("a"), item(""), good("b")), "a:1 b:3", "stdin:2: broken record: it has neither headline nor text", ErrRecord},
		{"too long", message(good("a"), item("<p>"+strings.Repeat("x", MaxRecord)), good("b")), "a:1 b:3", "stdin:2: record is longer than 16 MB", ErrTooLong},
		{"end tags that do not fit", message(item("<contentSet><inlineXML><p>a<b>b</p></inlineXML></contentSet>"), good("b")), "x:1 b:2", "", nil},
		{"an item in a comment", message("<!-- ", good("x"), "-->", good("a")), "a:2", "", nil},
		{"an end tag in a string", message(item("<contentSet><inlineXML><p><![CDATA[</newsItem>]]>came</p></inlineXML></contentSet>"), good("b")), "x:1 b:2", "", nil},
		{"entities in entities", "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>" + item("<contentSet><inlineXML><p>a &b; b</p></inlineXML></contentSet>"), "x:1", "", nil},
		{"no item", message("<packageItem/>"), "", "stdin: message without articles (it holds no newsItem)", ErrNoArticles},
	} {
		got, errs := readString(t, test.in)
		said := summary(nil, errs)
		if idsAndLines(got) != test.ids || !strings.Contains(said, test.errs) || test.errs == "" != (len(errs) == 0) || test.cause != nil && !errors.Is(errors.Join(errs...), test.cause) {
			t.Errorf("%s: %q, said %s", test.what, idsAndLines(got), said)
		}
	}
}

// FuzzNewsML: whatever stands around, an item in good order is read.
func FuzzNewsML(f *testing.F) {
	f.Add(agencyFile(f, "message.xml"))
	f.Add("<newsItem/><newsItem><!-- ")
	f.Fuzz(func(t *testing.T, in string) {
		got, errs := readString(t, "<newsMessage>"+in+"</newsMessage>")
		if len(got)+len(errs) == 0 {
			t.Errorf("nothing came of %+q", in)
		}
		for _, a := range got {
			checkArticle(t, a, "\n"+in)
		}
	})
}
