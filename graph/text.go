package graph

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// The canonical forms: one line per element, the same bytes from every store with the same articles. A line is the kind of
// element, what identifies it, and its fields in a fixed order; empty fields are left out, lists repeat their field in text
// and are arrays in JSON. Left out on purpose are the time of loading and the program.

// field is one property of a line. Value is a string, int, float64, bool or []string.
type field struct {
	name  string
	value any
}

// AppendText appends the line as text, without a line end:
//
//	fact MET|CHN|RUS|asserted support=2 mentions=3 first=2025-11-03 last=2025-11-04 topic=trade
func (l Line) AppendText(b []byte) []byte {
	kind, id, fields := l.fields()
	b = append(append(b, kind...), ' ')
	b = appendValue(b, id)
	for _, f := range fields {
		b = f.appendText(b)
	}
	return b
}

// AppendJSON appends the line as a JSON object, without a line end.
func (l Line) AppendJSON(b []byte) []byte {
	kind, id, fields := l.fields()
	b = append(append(b, `{"element":"`...), kind...)
	b = append(append(b, `","id":`...), jsonString(id)...)
	for _, f := range fields {
		if f.empty() {
			continue
		}
		b = append(append(append(b, ','), jsonString(f.name)...), ':')
		b = f.appendJSON(b)
	}
	return append(b, '}')
}

// Text returns the line as text.
func (l Line) Text() string { return string(l.AppendText(nil)) }

func (f field) empty() bool {
	switch v := f.value.(type) {
	case string:
		return v == ""
	case int:
		return v == 0
	case bool:
		return !v
	case []string:
		return len(v) == 0
	}
	return false
}

func (f field) appendText(b []byte) []byte {
	if f.empty() {
		return b
	}
	list, ok := f.value.([]string)
	if !ok {
		list = []string{scalar(f.value)}
	}
	for _, v := range list {
		b = append(append(append(b, ' '), f.name...), '=')
		b = appendValue(b, v)
	}
	return b
}

func (f field) appendJSON(b []byte) []byte {
	switch v := f.value.(type) {
	case string:
		return append(b, jsonString(v)...)
	case []string:
		b = append(b, '[')
		for i, s := range v {
			if i > 0 {
				b = append(b, ',')
			}
			b = append(b, jsonString(s)...)
		}
		return append(b, ']')
	}
	return append(b, scalar(f.value)...)
}

func scalar(value any) string {
	switch v := value.(type) {
	case string:
		return v
	case int:
		return strconv.Itoa(v)
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case bool:
		return strconv.FormatBool(v)
	}
	return ""
}

// appendValue quotes what could be mistaken for something else or cannot be seen.
func appendValue(b []byte, s string) []byte {
	hard := func(r rune) bool { return r == '"' || r == '\\' || unicode.IsSpace(r) || !strconv.IsPrint(r) }
	if s == "" || strings.ContainsFunc(s, hard) {
		return strconv.AppendQuote(b, s)
	}
	return append(b, s...)
}

func jsonString(s string) string {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(s); err != nil {
		return `""` // cannot be: every string has a JSON form
	}
	return escapeUnseen(strings.TrimSuffix(b.String(), "\n"))
}

// escapeUnseen writes controls and the marks that turn the direction of text as JSON escapes: the same value, and nothing that a
// terminal obeys.
func escapeUnseen(s string) string {
	unseen := func(r rune) bool {
		return r >= 0x7f && unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\u2028' || r == '\u2029'
	}
	if !strings.ContainsFunc(s, unseen) {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if unseen(r) {
			fmt.Fprintf(&b, `\u%04x`, r)
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

func (l Line) fields() (kind, id string, fields []field) {
	switch {
	case l.Article != nil:
		return "article", l.Article.ID, l.Article.fields()
	case l.Entity != nil:
		return "entity", l.Entity.ID, l.Entity.fields()
	case l.Evidence != nil:
		return "evidence", l.Evidence.ID(), l.Evidence.fields()
	case l.Fact != nil:
		return "fact", l.Fact.Key, l.Fact.fields()
	case l.Link != nil:
		return "link", l.Link.Type, l.Link.fields()
	}
	return "nothing", "", nil
}

func (a Article) fields() []field {
	return []field{
		{"record", a.Record}, {"source", a.Source}, {"url", a.URL}, {"lang", a.Lang}, {"published", a.Published},
		{"hash", a.Hash}, {"title", a.Title}, {"text", a.Text}, {"corrected", a.Corrected},
	}
}

func (e Entity) fields() []field {
	fields := []field{
		{"label", e.Labels}, {"name", e.Name}, {"name_ar", e.NameAr}, {"name_en", e.NameEn}, {"alias", e.Aliases},
	}
	for _, name := range slices.Sorted(maps.Keys(e.Props)) {
		fields = append(fields, field{name, e.Props[name]})
	}
	return fields
}

func (e Evidence) fields() []field {
	participants := make([]string, 0, len(e.Participants))
	for _, p := range e.Participants {
		participants = append(participants, string(p))
	}
	return []field{
		{"article", e.Article}, {"n", e.N}, {"type", e.Type}, {"status", string(e.Status)}, {"subject", string(e.Subject)}, {"object", string(e.Object)},
		{"name_ar", e.NameAr}, {"name_en", e.NameEn}, {"fold", e.Fold}, {"kind", e.Kind}, {"ordinal", e.Ordinal},
		{"place", string(e.Place)}, {"participant", participants}, {"state", e.State}, {"nation", string(e.Nation)},
		{"title", e.Title}, {"class", e.Class}, {"date", e.Date}, {"topic", e.Topics},
		{"node", e.Node}, {"fact", e.Fact}, {"count", e.Count}, {"surface", e.Surfaces}, {"rule", e.Rule}, {"overlay", e.Overlay},
		{"start", e.Start}, {"end", e.End}, {"sentence", e.Sentence},
	}
}

func (f Fact) fields() []field {
	return []field{
		{"relationship", f.Relationship()}, {"type", f.Type}, {"subject", f.Subject}, {"object", f.Object}, {"status", string(f.Status)}, {"class", f.Class},
		{"support", f.Support}, {"mentions", f.Mentions}, {"first", f.First}, {"last", f.Last}, {"topic", f.Topics},
		{"title", f.Title}, {"from", f.From}, {"to", f.To}, {"term", f.Terms}, {"reference", f.Reference},
	}
}

func (l Link) fields() []field {
	return []field{
		{"article", l.Article}, {"node", l.Node}, {"count", l.Count}, {"surface", l.Surfaces}, {"start", l.Start}, {"end", l.End},
	}
}
