package article

import (
	"errors"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// brief is an article in one line: id, language, date, source, author, title and text.
func brief(a Article) string {
	return strings.Join([]string{a.ID, a.Lang, a.Date, a.Source, a.Author, a.Title, a.Text}, "|")
}

func briefs(articles []Article) string {
	var b strings.Builder
	for _, a := range articles {
		b.WriteString(brief(a) + "\n")
	}
	return b.String()
}

// TestTables reads the ways in which programs write tables.
func TestTables(t *testing.T) {
	const want = "Agency/7|en|2025-11-03|Agency|A. Writer|A visit|The minister came.\n"
	for _, test := range []struct{ what, in, want string }{
		{"commas", "id,headline,body,pub_date,publisher,byline\n7,A visit,The minister came.,2025-11-03,Agency,A. Writer\n", want},
		{"semicolons", "ID;Title;Text;Date;Source;Author\n7;A visit;The minister came.;2025-11-03;Agency;A. Writer", want},
		{"tabs", "id\ttitle\tcontent\tpublishedAt\tsource\tauthor\n7\tA visit\tThe minister came.\t2025-11-03\tAgency\tA. Writer\n", want},
		{"bars, Windows line ends", "id|title|text|date|source|author\r\n7|A visit|The minister came.|2025-11-03|Agency|A. Writer\r\n", want},
		{"separator line of Excel", "sep=;\nid;title;text;date;source;author\n7;A visit;The minister came.;2025-11-03;Agency;A. Writer", want},
		{"byte order mark", "\ufeffid,title,text,date,source,author\n7,A visit,The minister came.,2025-11-03,Agency,A. Writer\n", want},
		{"quotes", "\"id\",\"title\",\"text\",\"date\",\"source\",\"author\"\n\"7\",\"A visit\",\"The minister came.\",\"2025-11-03\",\"Agency\",\"A. Writer\"\n", want},
		{"line breaks, separators and quotes in a cell", "title,text,id\n\"A \"\"visit\"\"\",\"The minister\ncame, and left.\r\n\",7\nNext,\"He said \"\"yes\"\"\",8\n",
			"7|en||||A \"visit\"|The minister\ncame, and left.\r\n\n8|en||||Next|He said \"yes\"\n"},
		{"a quotation mark inside of a cell", "title,text\nA visit,The 5\" gun\n", "text/4f7b|en||||A visit|The 5\" gun\n"},
		{"Arabic names", "العنوان,النص,التاريخ,المصدر\nزيارة,وصل الوزير إلى المدينة.,٢٠٢٥-١١-٠٣,وكالة\n", "text/3b|ar|2025-11-03|وكالة||زيارة|وصل الوزير إلى المدينة.\n"},
		{"unknown columns and a short row", "title,text,section,words\nA visit,The minister came.\n", "text/x|en||||A visit|The minister came.\n"},
		{"a summary stands in", "title,description,link\nA visit,The minister came.,https://example.org/a\n", "https://example.org/a|en||||A visit|The minister came.\n"},
		{"HTML in a cell", "title,body\nA visit,<p>The minister &amp; his guest came.</p><p>He left.</p>\n", "text/x|en||||A visit|The minister & his guest came.\nHe left.\n"},
		{"an entity in the title", "headline,body\nThe &quot;visit&quot;,The minister came.\n", "text/x|en||||The \"visit\"|The minister came.\n"},
		{"a time in seconds", "headline,body,timestamp\nA visit,The minister came.,1762162200\n", "text/x|en|2025-11-03T09:30:00Z|||A visit|The minister came.\n"},
	} {
		got, errs := readString(t, test.in)
		if len(errs) > 0 || withoutHash(briefs(got)) != withoutHash(test.want) {
			t.Errorf("%s:\n%+q\nwant\n%+q\nerrors %v", test.what, briefs(got), test.want, errs)
		}
	}
}

// withoutHash takes ids away that are hashes.
func withoutHash(s string) string {
	lines := strings.SplitAfter(s, "\n")
	for i, line := range lines {
		if strings.HasPrefix(line, "text/") {
			_, rest, _ := strings.Cut(line, "|")
			lines[i] = "text|" + rest
		}
	}
	return strings.Join(lines, "")
}

// TestTableEncodings reads one table in every encoding.
func TestTableEncodings(t *testing.T) {
	const in = "العنوان\tالنص\nزيارة رسمية\t\"وصل الوزير إلى المدينة صباح الأحد.\nوغادر مساء.\"\n"
	for _, e := range encodings {
		got, errs := readString(t, encode(t, e.set, in))
		if len(errs) > 0 || len(got) != 1 || got[0].Title != "زيارة رسمية" || got[0].Text != "وصل الوزير إلى المدينة صباح الأحد.\nوغادر مساء." {
			t.Errorf("%s: %+q, errors %v", e.name, briefs(got), errs)
		}
	}
	for name, set := range map[string]*charmap.Charmap{"windows-1252": charmap.Windows1252, "windows-1256": charmap.Windows1256} {
		got, errs := readString(t, "id,title,text\n1,"+misreadAs(set, "زيارة رسمية")+","+misreadAs(set, "وصل الوزير إلى المدينة.")+"\n")
		if len(errs) > 0 || len(got) != 1 || got[0].Text != "وصل الوزير إلى المدينة." {
			t.Errorf("misread as %s: %+q, errors %v", name, briefs(got), errs)
		}
	}
	utf16 := encode(t, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), "Title\tText\r\nA visit\tThe minister came.\r\n")
	if got, errs := readString(t, utf16); len(errs) > 0 || len(got) != 1 || got[0].Title != "A visit" {
		t.Errorf("Unicode text of Excel: %+q, errors %v", briefs(got), errs)
	}
}

// TestTableErrors refuses rows, and reads the others.
func TestTableErrors(t *testing.T) {
	for _, test := range []struct{ what, in, titles, errs string }{
		{"a row with too many cells", "title,text\nOne,a\nTwo,b,c\nThree,c\n", "One Three",
			"stdin:3: broken record: 3 cells in this row, 2 in the header (quote cells that hold the separator)"},
		{"an open quotation mark", "title,text\nOne,a\nTwo,\"b\nThree,c\nFour,d\n", "One Three Four",
			"stdin:3: broken record: a quotation mark is never closed (the rows after it are read)"},
		{"a row without text", "title,text\n,\nTwo,b\n", "Two", "stdin:2: broken record: title and text are empty (" + tableAdvice + ")"},
		{"no column for the text", "headline,link,body_main\nOne,x,a\n", "", `stdin:2: broken record: it has no "text" but body_main (say which of them is the text, for example --map text=body_main)`},
		{"a header alone", "title,text\n", "", "stdin: table without articles (there is nothing below its header)"},
		{"another encoding in one row", "title,text\nOne,a\n" + encode(t, charmap.Windows1251, "Визит,Министр прибыл в город и встретился с коллегой утром в воскресенье") + "\nThree,c\n", "One Three",
			"stdin:3: encoding is not known: neither UTF-8, UTF-16, windows-1256 nor ISO-8859-6 (convert it to UTF-8, for example with iconv -f WINDOWS-1251 -t UTF-8)"},
	} {
		got, errs := readString(t, test.in)
		var titles []string
		for _, a := range got {
			titles = append(titles, a.Title)
		}
		if strings.Join(titles, " ") != test.titles || len(errs) != 1 || errs[0].Error() != test.errs {
			t.Errorf("%s: %q, errors %v", test.what, titles, errs)
		}
	}
}

// TestNoTable leaves texts alone whose first line has commas.
func TestNoTable(t *testing.T) {
	for _, in := range []string{"Text, title and date\nThe minister came.", "Date: today, title: none\ntext", "A visit, a text\ntext", "زيارة، نص، تاريخ\nنص", "Title\nText"} {
		if got, errs := readString(t, in); len(errs) > 0 || len(got) != 1 || got[0].Line != 1 {
			t.Errorf("%+q: %+q, errors %v", in, briefs(got), errs)
		}
	}
}

// TestOpenQuotes has a table of nothing but open quotation marks: it ends soon.
func TestOpenQuotes(t *testing.T) {
	in := "title,text\n" + strings.Repeat("x\",\"b\n", 2_000_000)
	_, errs := readString(t, in)
	if len(errs) == 0 || len(errs) > 2*maxReread || !errors.Is(errs[0], ErrRecord) {
		t.Errorf("%d errors, first %v", len(errs), errs)
	}
}

func TestFields(t *testing.T) {
	opts := Options{Fields: map[string]string{"text": "main.words", "title": "kopf", "date": "when"}}
	for _, in := range []string{
		`{"kopf": "A visit", "title": "Other", "main": {"words": "The minister came."}, "text": "no", "when": "2025-11-03"}`,
		"Kopf,main.words,when,title,text\nA visit,The minister came.,2025-11-03,Other,no\n",
	} {
		opts.Stdin = strings.NewReader(in)
		got, errs := collect(t, opts, Stdin)
		if len(errs) > 0 || withoutHash(briefs(got)) != "text|en|2025-11-03|||A visit|The minister came.\n" {
			t.Errorf("%s: %q, errors %v", in, briefs(got), errs)
		}
	}
	opts.Stdin = strings.NewReader("nummer;inhalt\n1;The minister came.\n")
	if got, errs := collect(t, Options{Stdin: opts.Stdin, Fields: map[string]string{"text": "Inhalt"}}, Stdin); len(errs) > 0 || withoutHash(briefs(got)) != "text|en|||||The minister came.\n" {
		t.Errorf("one known column: %q, errors %v", briefs(got), errs)
	}
	opts.Stdin = strings.NewReader(`{"kopf": "A visit", "main": {"other": "x"}, "inhalt": "The minister came."}`)
	if _, errs := collect(t, opts, Stdin); len(errs) != 1 || errs[0].Error() != `stdin:1: broken record: it has no "main.words" but inhalt, kopf, main (say which of them is the text, for example --map text=inhalt)` {
		t.Errorf("errors %v", errs)
	}
	for field, name := range map[string]string{"titel": "x", "text": " "} {
		if _, errs := collect(t, Options{Fields: map[string]string{field: name}}, seed+".txt"); len(errs) != 1 || errors.As(errs[0], new(*Error)) {
			t.Errorf("%s=%s: errors %v", field, name, errs)
		}
	}
}

// TestFieldData: the table of names holds each name once.
func TestFieldData(t *testing.T) {
	n, err := loadFields(nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, field := range append(ownFields[:], "summary", "status") {
		if field != "summary" && field != "status" && n.of[field] != (fieldRank{field, 0}) {
			t.Errorf("%s is not the first name of itself: %v", field, n.of[field])
		}
	}
	if len(n.list) == 0 || len(n.inside) == 0 || len(n.withdrawn) == 0 {
		t.Error("a list is empty")
	}
}
