package article

import "testing"

func TestPlain(t *testing.T) {
	for _, test := range []struct{ what, in, title, text string }{
		{"runs of spaces stay", "A visit\n   The minister   came.\n\n\nHe left.  \n\n", "A visit", "   The minister   came.\n\n\nHe left.  \n\n"},
		{"blank lines before the title", "\n \t\n\u200f\n  A visit \nText", "A visit", "Text"},
		{"Windows line ends", "A visit\r\nOne.\r\nTwo.\r\n", "A visit", "One.\r\nTwo.\r\n"},
		{"old Mac line ends", "A visit\rOne.\rTwo.", "A visit", "One.\rTwo."},
		{"a title alone", "A visit", "A visit", ""},
		{"a brace at the beginning", "{A visit}\nText", "{A visit}", "Text"},
		{"a bracket at the beginning", "[Updated] A visit\nText", "[Updated] A visit", "Text"},
		{"byte order mark", "\ufeffA visit\nText", "A visit", "Text"},
	} {
		got, errs := readString(t, test.in)
		if len(errs) > 0 || len(got) != 1 || got[0].Title != test.title || got[0].Text != test.text {
			t.Errorf("%s: %+v, errors %v", test.what, got, errs)
			continue
		}
		if full := got[0].Full(); full != test.title+"\n"+test.text {
			t.Errorf("%s: full text %+q", test.what, full)
		}
	}
}

func TestJSONLines(t *testing.T) {
	for _, test := range []struct{ what, in, id, warning string }{
		{"number as id", `{"id": 12, "text": "t"}`, "12", ""},
		{"source and id", `{"id": "a", "source": " Agency ", "text": "t"}`, "Agency/a", ""},
		{"URL first", `{"id": "a", "url": "HTTPS://Example.org/a/#top", "text": "t"}`, "https://example.org/a", ""},
		{"URL unusable", `{"id": "a", "url": "example", "text": "t"}`, "a", `url is no http or https address: not used as id`},
		{"id that is a list", `{"id": [1], "url": "http://example.org", "text": "t"}`, "http://example.org", "id is neither text nor a number: ignored"},
		{"fields null", `{"id": null, "lang": null, "date": null, "url": null, "title": null, "text": "t"}`, "text/8afbf753d6f5146f1983", ""},
		{"unknown fields", `{"id": 1, "tags": ["x", {"y": 1}], "text": "t"}`, "1", ""},
		{"no text but a title", `{"id": 1, "title": "A visit", "text": ""}`, "1", "text is empty: only the title is read"},
		{"unknown language", `{"id": 1, "lang": "?", "text": "t"}`, "1", `language "?" is no language code: told from the text`},
		{"date out of range", `{"id": 1, "date": "1447-05-12", "text": "t"}`, "1", `date "1447-05-12" is not in the years 1800 to 2199`},
		{"space and CR around", "\n \t\r\n  {\"id\": 1, \"text\": \"t\"}  \r\n\n", "1", ""},
	} {
		got, errs := readString(t, test.in)
		if len(errs) > 0 || len(got) != 1 {
			t.Errorf("%s: %d articles, errors %v", test.what, len(got), errs)
			continue
		}
		warning := ""
		if len(got[0].Warnings) > 0 {
			warning = got[0].Warnings[0]
		}
		if got[0].ID != test.id || warning != test.warning || len(got[0].Warnings) > 1 {
			t.Errorf("%s: id %+q, warnings %q", test.what, got[0].ID, got[0].Warnings)
		}
	}
}
