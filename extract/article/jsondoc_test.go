package article

import (
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"
)

// TestJSONDocuments reads the shapes in which services and programs give articles.
func TestJSONDocuments(t *testing.T) {
	const want = "Agency/7|en|2025-11-03T09:30:00Z|Agency|A. Writer|A visit|The minister came.\n"
	const record = `"id": 7, "source": {"id": null, "name": "Agency"}, "author": "A. Writer", "title": "A visit", "publishedAt": "2025-11-03T09:30:00Z", "content": "The minister came."`
	for _, test := range []struct{ what, in, want string }{
		{"a list", "[{" + record + "},\n{" + record + "}]", want + want},
		{"one object over several lines", "{\n" + record + "\n}\n", want},
		{"several objects over several lines", "{\n" + record + "\n}\n{\n" + record + "\n}\n", want + want},
		{"a service for news, in one line", `{"status": "ok", "totalResults": 1, "articles": [{` + record + `}]}`, want},
		{"a search engine", `{"took": 3, "hits": {"total": {"value": 1}, "hits": [{"_index": "x", "_id": "y", "_source": {` + record + `}}]}}`, want},
		{"lists in a response", "{\"response\":\n{\"numFound\": 2, \"docs\": [{" + record + "}], \"facets\": [1, 2]}}", want},
		{"fields in an object", `[{"webTitle": "A visit", "webUrl": "https://example.org/a", "fields": {"bodyText": "The minister came.", "byline": "A. Writer"}}]`,
			"https://example.org/a|en|||A. Writer|A visit|The minister came.\n"},
		{"a site of WordPress", `[{"id": 7, "date": "2025-11-03T09:30:00", "link": "https://example.org/a", "title": {"rendered": "The &#8220;visit&#8221;"}, "content": {"rendered": "<p>The <b>minister</b> came.</p>\n<p>He left.</p>"}}]`,
			"https://example.org/a|en|2025-11-03|||The “visit”|The minister came.\nHe left.\n"},
		{"JSON-LD", `[{"@type": "NewsArticle", "headline": "A visit", "articleBody": "The minister came.", "datePublished": "2025-11-03", "author": [{"@type": "Person", "name": "A. Writer"}, {"name": "B. Writer"}], "publisher": {"name": "Agency"}, "inLanguage": "en", "url": "https://example.org/a"}]`,
			"https://example.org/a|en|2025-11-03|Agency|A. Writer, B. Writer|A visit|The minister came.\n"},
		{"ninjs 1", "{\n\"uri\": \"urn:example:7\", \"type\": \"text\", \"version\": \"2\", \"versioncreated\": \"2025-11-03T09:30:00Z\", \"pubstatus\": \"usable\", \"language\": \"en\", \"headline\": \"A visit\", \"body_xhtml\": \"<p>The minister came.</p><p>He left.</p>\", \"byline\": \"A. Writer\", \"creditline\": \"Agency\", \"subject\": [{\"name\": \"Diplomacy\"}]}",
			"Agency/urn:example:7|en|2025-11-03T09:30:00Z|Agency|A. Writer|A visit|The minister came.\nHe left.\n"},
		{"ninjs 2", `[{"uri": "https://example.org/7", "type": "text", "versionCreated": "2025-11-03T09:30:00Z", "pubStatus": "usable", "language": "en", "headlines": [{"role": "main", "value": "A visit"}], "bodies": [{"contentType": "text/html", "value": "<p>The minister came.</p>"}], "infoSources": [{"name": "Agency"}]}]`,
			"https://example.org/7|en|2025-11-03T09:30:00Z|Agency||A visit|The minister came.\n"},
		{"paragraphs", `[{"title": "A visit", "paragraphs": ["The minister came.", "He left."]}]`, "text/x|en||||A visit|The minister came.\nHe left.\n"},
		{"a list of tags before the text", `{"title": "A visit",` + "\n" + `"results": ["x"], "text": "The minister came."}`, "text/x|en||||A visit|The minister came.\n"},
		{"a headline and its page", `[{"title": "A visit", "url": "https://example.org/a"}]`, "https://example.org/a|en||||A visit|\n"},
	} {
		got, errs := readString(t, test.in)
		if len(errs) > 0 || withoutHash(briefs(got)) != withoutHash(test.want) {
			t.Errorf("%s:\n%s\nwant\n%s\nerrors %v", test.what, briefs(got), test.want, errs)
		}
	}
}

func TestJSONLinesOfOthers(t *testing.T) {
	in := `{"id": 1, "Headline": "A visit", "Body": "The minister came."}` + "\n" + `{"id": 2, "title": "A visit", "text": "The <minister> &amp; came."}` + "\n" +
		`{"id": 3, "title": "A visit", "text": "One.<br>Two.", "full_text": "longer"}` + "\n" + `{"id": 4, "title": "A visit", "text": "", "full_text": "longer"}` + "\n" +
		`{"id": 5, "headline": "A visit", "body": "Came.", "pubstatus": "canceled"}`
	got, errs := readString(t, in)
	if want := "1|en||||A visit|The minister came.\n2|en||||A visit|The <minister> &amp; came.\n3|en||||A visit|One.\nTwo.\n4|en||||A visit|longer\n"; briefs(got) != want {
		t.Errorf("got\n%s\nwant\n%s", briefs(got), want)
	}
	if len(errs) != 1 || !errors.Is(errs[0], ErrWithdrawn) {
		t.Errorf("errors %v", errs)
	}
}

// TestJSONDocumentErrors: one broken article costs no other.
func TestJSONDocumentErrors(t *testing.T) {
	good := func(id int) string {
		return fmt.Sprintf(`{"id": %d, "title": "A visit", "text": "The minister came."}`, id)
	}
	huge := `{"id": 2, "text": "` + strings.Repeat("x", MaxRecord) + `"}`
	for _, test := range []struct{ what, in, ids, errs string }{
		{"broken", "[" + good(1) + ",\n{\"id\": 2, \"text\": },\n" + good(3) + "]", "1:1 3:3", "stdin:2: broken record: no JSON from byte 19 on"},
		{"too long", "[" + good(1) + "," + huge + "," + good(3) + "]", "1:1 3:1", "stdin:1: record is longer than 16 MB"},
		{"cut", "[" + good(1) + ",\n" + good(2)[:30], "1:1", "stdin:2: broken record: the document ends in the middle"},
		{"cut in a response", `{"articles": [` + good(1) + ", ", "1:1", "stdin:1: broken record: the document ends in the middle"},
		{"something long beside the articles", `{"articles": [` + good(1) + `], "log": "` + strings.Repeat("x", MaxRecord) + `"}` + "\n" + good(2), "1:1 2:2", ""},
		{"one object that is too long", "{\n\"log\": \"" + strings.Repeat("x", MaxRecord) + "\", \"text\": \"a\"}\n" + good(2), "2:3", "stdin:1: record is longer than 16 MB"},
		{"brackets that nobody opened", "[" + good(1) + "]}]\n[" + good(2) + "]", "1:1 2:2", "stdin:1: broken record"},
		{"an empty list", `{"articles": []}`, "", "stdin: list without articles (there is nothing in it)"},
	} {
		got, errs := readString(t, test.in)
		said := summary(nil, errs)
		if idsAndLines(got) != test.ids || !strings.Contains(said, test.errs) || test.errs == "" != (len(errs) == 0) || len(errs) > 2 {
			t.Errorf("%s: %q, errors %s", test.what, idsAndLines(got), said)
		}
	}
}

// TestJSONEncodings reads a list in every encoding.
func TestJSONEncodings(t *testing.T) {
	in := `[{"headline": "زيارة رسمية", "body": "وصل الوزير إلى المدينة صباح الأحد، وقال: نرحب بكم."}]`
	for _, e := range encodings {
		got, errs := readString(t, encode(t, e.set, in))
		if len(errs) > 0 || len(got) != 1 || got[0].Title != "زيارة رسمية" || got[0].Lang != "ar" {
			t.Errorf("%s: %+q, errors %v", e.name, briefs(got), errs)
		}
	}
}

// TestJSONMemory reads a list of 200 MB: memory stays flat.
func TestJSONMemory(t *testing.T) {
	in := io.MultiReader(strings.NewReader(`{"articles": [{"id": 1, "text": "a"}, {"id": 2, "text": "`), &repeat{200 << 20, 'x'}, strings.NewReader(`"}, {"id": 3, "text": "a"}]}`))
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	got, errs := collect(t, Options{Stdin: in}, Stdin)
	runtime.ReadMemStats(&after)
	if idsAndLines(got) != "1:1 3:1" || len(errs) != 1 || !errors.Is(errs[0], ErrTooLong) {
		t.Errorf("%q, errors %v", idsAndLines(got), errs)
	}
	if used := (after.TotalAlloc - before.TotalAlloc) >> 20; used > 6*MaxRecord>>20 {
		t.Errorf("allocated %d MB", used)
	}
}

// TestRecordDates reads dates of records as programs and as people write them; who writes Arabic begins with the day, of other
// languages nobody knows.
func TestRecordDates(t *testing.T) {
	known := writtenDate(t)
	for _, test := range []struct{ lang, date, want string }{
		{"ar", "03/11/2025", "2025-11-03"}, {"ar", "٣/١١/٢٠٢٥ ١٤:٣٠", "2025-11-03"}, {"ar", "3 نوفمبر 2025", "2025-11-03"}, {"ar", "الاثنين 3 تشرين الثاني/نوفمبر 2025", "2025-11-03"},
		{"ar", "23.11.2025", "2025-11-23"}, {"ar", "11/23/2025", "2025-11-23"}, {"ar", "12/05/1447", ""}, {"ar", "غدا", ""}, {"ar", "99/99/2025", ""},
		{"en", "03/11/2025", ""}, {"en", "23/11/2025", "2025-11-23"}, {"en", "11/11/2025", "2025-11-11"},
	} {
		o := Options{WrittenDate: known, Stdin: strings.NewReader(fmt.Sprintf(`{"lang":%q,"date":%q,"text":"نص مختلق قصير"}`, test.lang, test.date))}
		a, errs := collect(t, o, Stdin)
		if len(errs) > 0 || a[0].Date != test.want || (len(a[0].Warnings) == 0) != (test.want != "") {
			t.Errorf("%s %+q: %+v, errors %v", test.lang, test.date, a, errs)
		}
	}
}

// TestInlineText joins a text that was cut at its links, as exports of chats have it.
func TestInlineText(t *testing.T) {
	in := `{"name":"قناة","messages":[{"id":5,"type":"message","date":"2025-11-03T09:00:00","date_unixtime":"1762160400","text":["وصل ",{"type":"bold","text":"الوزير"}," إلى ",{"type":"link","text":"https://a.example"}]},` +
		"\n" + `{"id":6,"text":["فقرة أولى",["فقرة ثانية"]]}]}`
	a := readGoodString(t, in)
	if len(a) != 2 || a[0].Text != "وصل الوزير إلى https://a.example" || a[0].Date != "2025-11-03" || a[1].Text != "فقرة أولى\nفقرة ثانية" {
		t.Errorf("%+v", a)
	}
}
