package article

import (
	_ "embed"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"
)

//go:embed data/fields.tsv
var fieldData string

// ownFields are the names under which tables and JSON are read; a map of Options.Fields goes to them.
var ownFields = [...]string{"id", "lang", "date", "source", "url", "author", "title", "text"}

// fieldNames is the table of data/fields.tsv, together with what the user says.
type fieldNames struct {
	of        map[string]fieldRank // by folded name
	paths     map[string][]string  // our field -> the way to it, as the user gave it
	list      map[string]bool
	inside    map[string]bool
	withdrawn map[string]bool
}

// fieldRank says which of our fields a name means, and how good a name for it that is: 0 is the best.
type fieldRank struct {
	field string
	rank  int
}

func loadFields(given map[string]string) (*fieldNames, error) {
	n := &fieldNames{of: map[string]fieldRank{}, paths: map[string][]string{}, list: map[string]bool{}, inside: map[string]bool{}, withdrawn: map[string]bool{}}
	number := 0
	for line := range strings.Lines(fieldData) {
		number++
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		field, names, ok := strings.Cut(line, "\t")
		if !ok {
			return nil, fmt.Errorf("fields.tsv:%d: want our name, a tab, and their names", number)
		}
		if err := n.add(field, strings.Fields(names)); err != nil {
			return nil, fmt.Errorf("fields.tsv:%d: %w", number, err)
		}
	}
	return n, n.give(given)
}

func (n *fieldNames) add(field string, names []string) error {
	set := map[string]map[string]bool{"list": n.list, "inside": n.inside, "withdrawn": n.withdrawn}[field]
	for i, name := range names {
		if field == "withdrawn" || field == "inside" { // these are not folded: _source is not source
			set[name] = true
			continue
		}
		name = foldField(name)
		if set != nil {
			set[name] = true
			continue
		}
		if old, ok := n.of[name]; ok && old.field != field {
			return fmt.Errorf("%+q is both %s and %s", name, old.field, field)
		}
		if _, ok := n.of[name]; !ok {
			n.of[name] = fieldRank{field, i}
		}
	}
	return nil
}

// give adds what the user says.
func (n *fieldNames) give(given map[string]string) error {
	for _, field := range slices.Sorted(maps.Keys(given)) {
		name := trim(given[field])
		switch {
		case !slices.Contains(ownFields[:], field):
			return fmt.Errorf("field %+q is unknown: want %s", shorten(field), strings.Join(ownFields[:], ", "))
		case name == "":
			return fmt.Errorf("field %s is given no name", field)
		}
		n.paths[field] = strings.Split(name, ".")
	}
	return nil
}

// foldField makes one spelling of the ways to write a name.
func foldField(name string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '_', r == '-', r == '.', r == ':', unicode.IsSpace(r), unicode.Is(unicode.Cf, r):
			return -1
		}
		return unicode.ToLower(r)
	}, name)
}

// value is a field of a record as it was found.
type value struct {
	field   string // ours
	name    string // theirs
	rank    int
	text    string
	kind    string // the JSON type of a value that is no text: "number", "array" ...
	markup  bool   // the name says that it is markup
	foreign bool   // not in the form of our own format
}

// own tells a field of our own format, which is taken as it is.
func (v value) own() bool { return v.name == v.field && !v.foreign }

// better orders the values of one field: those that say something first, then by rank, then by name.
func better(a, b value) bool {
	if blank := isBlank(a.text); blank != isBlank(b.text) {
		return !blank
	}
	if a.rank != b.rank {
		return a.rank < b.rank
	}
	return a.name < b.name
}

// givenRank is that of names which the user gave; insideRank is added for fields of an object that stands around the record's own.
const (
	givenRank  = -1
	insideRank = 1000
)

// choose takes the best value of each field.
func choose(values []value) map[string]value {
	best := map[string]value{}
	for _, v := range values {
		if old, ok := best[v.field]; !ok || better(v, old) {
			best[v.field] = v
		}
	}
	return best
}

// record makes a record of the values. names are those that mean nothing to us, for the message where there is no text.
func (n *fieldNames) record(values []value, names []string) (record, error) {
	best := choose(values)
	if status := strings.ToLower(trim(best["status"].text)); n.withdrawn[status] {
		return record{}, fmt.Errorf("%w: %s is %q", ErrWithdrawn, best["status"].name, status)
	}
	rec := record{}
	for _, f := range []struct {
		name string
		to   *string
	}{{"id", &rec.id}, {"lang", &rec.lang}, {"date", &rec.date}, {"source", &rec.source}, {"url", &rec.url}, {"author", &rec.author}} {
		v := best[f.name]
		*f.to = v.text
		if v.kind != "" && v.kind != "number" {
			rec.warn("%s is neither text nor a number: ignored", v.name)
			*f.to = ""
		}
	}
	if rec.url == "" && isAddress([]byte(trim(rec.id))) {
		rec.url = trim(rec.id)
	}
	return rec, n.texts(&rec, best, names)
}

// texts fills title and text; a summary stands in for a text that is not there, and says so.
func (n *fieldNames) texts(rec *record, best map[string]value, names []string) error {
	title, text := best["title"], best["text"]
	for _, v := range []value{title, text} {
		if v.kind != "" {
			return fmt.Errorf("%w: %q is not a string but of type %s", ErrRecord, v.name, v.kind)
		}
	}
	rec.title, rec.text = title.plain(), text.plain()
	linked := isAddress([]byte(trim(rec.url)))
	if isBlank(rec.text) {
		if summary := best["summary"]; summary.kind == "" && !isBlank(summary.text) {
			rec.text, text = summary.plain(), summary
			rec.warn("no text: %s is read instead", shorten(summary.name))
			if linked {
				rec.fullText = trim(rec.url)
			}
			return nil
		}
	}
	switch {
	case text.field == "" && (!linked || isBlank(rec.title)):
		return n.noText(names)
	case isBlank(rec.text) && isBlank(rec.title):
		return fmt.Errorf("%w: title and text are empty", ErrRecord)
	case isBlank(rec.text):
		rec.warn("text is empty: only the title is read")
		if linked {
			rec.fullText = trim(rec.url)
		}
	}
	return nil
}

// noText says which names there are instead.
func (n *fieldNames) noText(names []string) error {
	want := "text"
	if path := n.paths["text"]; path != nil {
		want = strings.Join(path, ".")
	}
	if len(names) == 0 {
		return fmt.Errorf("%w: it has no %q", ErrRecord, want)
	}
	slices.Sort(names)
	const most = 12
	list := make([]string, 0, most)
	for _, name := range names[:min(len(names), most)] {
		list = append(list, shorten(name))
	}
	if len(names) > most {
		list = append(list, "...")
	}
	return &noTextError{want, list}
}

// noTextError is an ErrRecord whose advice is to name the field.
type noTextError struct {
	want  string
	names []string
}

func (e *noTextError) Error() string {
	return fmt.Sprintf("%v: it has no %q but %s", ErrRecord, e.want, strings.Join(e.names, ", "))
}

func (e *noTextError) Unwrap() error { return ErrRecord }
