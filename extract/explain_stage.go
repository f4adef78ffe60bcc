package extract

import (
	"fmt"
	"slices"
	"strings"

	"mithaq/extract/article"
	"mithaq/extract/text"
)

// Note is one thing that a stage made of an article: fields in a fixed order.
type Note []NoteField

// NoteField is a property of a note: Value is a string, an int or a []string.
type NoteField struct {
	Name  string
	Value any
}

func note(pairs ...any) Note {
	var n Note
	for i := 0; i+1 < len(pairs); i += 2 {
		n = n.with(pairs[i].(string), pairs[i+1])
	}
	return n
}

// with adds a field unless it is empty.
func (n Note) with(name string, value any) Note {
	switch v := value.(type) {
	case string:
		if v == "" {
			return n
		}
	case []string:
		if len(v) == 0 {
			return n
		}
	}
	return append(n, NoteField{name, value})
}

// String shows the fields in a line.
func (n Note) String() string {
	parts := make([]string, len(n))
	for i, f := range n {
		switch v := f.Value.(type) {
		case []string:
			parts[i] = f.Name + "=[" + strings.Join(v, " | ") + "]"
		default:
			parts[i] = fmt.Sprintf("%s=%v", f.Name, v)
		}
	}
	return strings.Join(parts, "  ")
}

// MarshalJSON writes an object with the fields in their order.
func (n Note) MarshalJSON() ([]byte, error) {
	var b []byte
	for i, f := range n {
		key, err := plainJSON(f.Name)
		if err != nil {
			return nil, err
		}
		value, err := plainJSON(f.Value)
		if err != nil {
			return nil, err
		}
		if i > 0 {
			b = append(b, ',')
		}
		b = append(append(append(b, key...), ':'), value...)
	}
	return slices.Concat([]byte("{"), b, []byte("}")), nil
}

// stages maps the names of Stages to what shows them.
var stages = map[string]func(*document) []Note{
	"acts": (*document).actNotes, "article": (*document).articleNotes, "tokens": (*document).tokenNotes, "mentions": (*document).mentionNotes,
	"clauses": (*document).clauseNotes, "dates": (*document).dateNotes, "events": (*document).eventNotes, "relations": (*document).relationNotes,
}

// Explain returns what a stage of [Stages] made of an article.
func (x *Extractor) Explain(a article.Article, stage string) ([]Note, error) {
	show, ok := stages[stage]
	if !ok {
		return nil, fmt.Errorf("explain %q: want a stage of %s", stage, strings.Join(Stages(), ", "))
	}
	e := x.engines[a.Lang]
	if e == nil {
		e = x.plain
		if stage != "article" && stage != "tokens" {
			return []Note{}, nil
		}
		d := &document{eng: e, art: a, full: a.Full(), day: a.Date}
		d.tokens = e.fold.Tokens(d.full, nil)
		for n, s := range text.Sentences(d.tokens) {
			d.sents = append(d.sents, &sentence{n: n, from: s.Start, to: s.End})
		}
		return show(d), nil
	}
	notes := show(e.read(a))
	if notes == nil {
		notes = []Note{}
	}
	return notes, nil
}

func (d *document) articleNotes() []Note {
	a := &d.art
	return []Note{note("id", a.ID, "record", a.Record, "lang", a.Lang, "date", a.Date, "source", a.Source, "url", a.URL,
		"title", a.Title, "encoding", a.Encoding, "warnings", a.Warnings, "bytes", len(a.Text), "sentences", len(d.sents), "tokens", len(d.tokens))}
}

var tokenKinds = []string{"word", "number", "punct"}

func (d *document) tokenNotes() []Note {
	var out []Note
	for _, s := range d.sents {
		for i := s.from; i < s.to; i++ {
			t := d.tokens[i]
			out = append(out, note("sentence", s.n, "start", t.Start, "end", t.End, "text", d.full[t.Start:t.End], "folded", t.Norm, "kind", tokenKinds[t.Kind]))
		}
	}
	return out
}

func (d *document) mentionNotes() []Note {
	var out []Note
	for _, e := range d.entities {
		if e.count == 0 {
			continue
		}
		n := note("entity", "e"+itoa(e.n+1), "label", e.label, "id", e.id, "name", e.caption(), "kind", e.kind, "nation", e.nation,
			"count", e.count, "surfaces", e.surfaces, "offices", e.titles)
		if e.sent != nil {
			sp := d.span(e.sent)
			n = append(n, NoteField{"start", sp.Start}, NoteField{"end", sp.End})
		}
		out = append(out, n)
	}
	return append(out, d.droppedNotes()...)
}

// droppedNotes says what no rule took, and how often.
func (d *document) droppedNotes() []Note {
	var out []Note
	for why, n := range d.dropped {
		out = append(out, note("dropped", why, "count", n))
	}
	slices.SortFunc(out, func(a, b Note) int { return strings.Compare(a.String(), b.String()) })
	return out
}

func (d *document) clauseNotes() []Note {
	var out []Note
	for _, s := range d.sents {
		for _, c := range s.clauses {
			n := d.clauseNote(s, c)
			out = append(out, note("sentence", s.n, "kind", n.Kind, "text", n.Text, "verb", n.Verb, "subject", n.Subject, "chunks", n.Chunks))
		}
	}
	return out
}

func (d *document) dateNotes() []Note {
	var out []Note
	for _, m := range d.eng.dates.Explain(d.full, d.day) {
		out = append(out, note("start", m.Start, "end", m.End, "text", m.Text, "value", m.Value, "kind", m.Kind, "rule", m.Rule, "date", m.Date))
	}
	return out
}

func (d *document) eventNotes() []Note {
	var out []Note
	for _, e := range d.entities {
		h := e.act
		if h == nil || e.count == 0 {
			continue
		}
		n := note("entity", "e"+itoa(e.n+1), "label", e.label, "kind", e.kind, "name", e.caption(), "ordinal", h.ordinal, "date", h.date, "status", h.status,
			"participants", captions(h.participants), "topics", h.topics, "surfaces", e.surfaces)
		if h.place != nil {
			n = n.with("place", h.place.caption())
		}
		if h.sent != nil {
			n = n.with("sentence", d.sentenceText(h.sent))
		}
		out = append(out, n)
	}
	return out
}

func captions(list []*entity) []string {
	var out []string
	for _, e := range list {
		out = append(out, e.caption())
	}
	return out
}

func (d *document) relationNotes() []Note {
	rules := engineRules()
	rules.add(d.eng.pack)
	var out []Note
	for _, f := range d.facts {
		n := note("type", f.typ, "subject", f.subj.caption(), "object", f.obj.caption(), "status", string(f.status), "title", f.title, "class", f.class,
			"date", f.date, "topics", f.topics, "clause", d.cut(f.from, f.to), "rule", f.rule)
		if file, line, ok := rules.Source(f.rule); ok {
			n = n.with("source", fmt.Sprintf("%s:%d", file, line))
		}
		out = append(out, n)
	}
	return out
}
