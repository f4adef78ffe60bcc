package extract

import (
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"mithaq/extract/article"
	"mithaq/extract/gazetteer"
	"mithaq/extract/lang"
	"mithaq/graph"
)

// TestRelationCases reads every example and counter-example of the relation files as an article of one sentence.
func TestRelationCases(t *testing.T) {
	g, err := gazetteer.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	languages, err := lang.Languages()
	if err != nil {
		t.Fatal(err)
	}
	for _, language := range languages {
		pack, err := lang.Builtin(language)
		if err != nil {
			t.Fatal(err)
		}
		e, err := New(g, pack)
		if err != nil {
			t.Fatal(err)
		}
		todo := 0
		for _, c := range pack.Cases {
			if c.Todo {
				todo++
			}
			t.Run(fmt.Sprintf("%s:%d", path.Base(c.File), c.Line), func(t *testing.T) { checkCase(t, e, c) })
		}
		t.Logf("%s: %d cases, %d of them still to do", language, len(pack.Cases), todo)
	}
}

// checkCase compares the facts of a case with what the engine finds in its sentence.
func checkCase(t *testing.T, e *Engine, c lang.Case) {
	d := e.read(article.Article{ID: "case", Title: "-", Text: c.Text, Date: "2022-05-01", Lang: e.pack.Lang})
	var wrong []string
	for _, want := range c.Facts {
		found, ok := d.gives(want)
		if found == c.Without || !ok {
			wrong = append(wrong, want)
		}
	}
	switch {
	case c.Todo && len(wrong) == 0:
		t.Errorf("%s:%d works now: say yes or no for todo", c.File, c.Line)
	case c.Todo:
		t.Skipf("still to do: %s\n%s\nfound %s", c.Text, strings.Join(wrong, "; "), d.found())
	case len(wrong) > 0 && c.Without:
		t.Errorf("%s\nmust not give %s", c.Text, strings.Join(wrong, "; "))
	case len(wrong) > 0:
		t.Errorf("%s\ndoes not give %s\nfound %s", c.Text, strings.Join(wrong, "; "), d.found())
	}
}

var factForm = regexp.MustCompile(`^([A-Z_]+)\((.+), (.+)\)( asserted| planned| denied| alleged)?$`)

// gives tells whether the document has a fact, "TYPE(subject, object) status" with names as in named, and whether it is well written.
func (d *document) gives(want string) (found, ok bool) {
	m := factForm.FindStringSubmatch(want)
	if m == nil {
		return false, false
	}
	typ, a, b, status := m[1], m[2], m[3], strings.TrimSpace(m[4])
	if typ == "PARTICIPATED_IN" {
		return slices.ContainsFunc(d.entities, func(e *entity) bool {
			return e.act != nil && e.label == graph.LabelEvent && e.count > 0 && caseNamed(e, b) && slices.ContainsFunc(e.act.participants, func(p *entity) bool { return caseNamed(p, a) })
		}), true
	}
	return slices.ContainsFunc(d.facts, func(f *fact) bool {
		if f.typ != typ || f.subj.count == 0 || f.obj.count == 0 || status != "" && string(f.status) != status {
			return false
		}
		return caseNamed(f.subj, a) && caseNamed(f.obj, b) || symmetric[typ] && caseNamed(f.subj, b) && caseNamed(f.obj, a)
	}), true
}

// caseNamed tells whether an entity is meant by a name in a case: canonical, written, or an id; of an event or agreement a part will do.
func caseNamed(e *entity, name string) bool {
	if e.id == name || strings.TrimPrefix(e.id, "org/") == name || e.nameEn == name || e.nameAr == name {
		return true
	}
	return slices.ContainsFunc(e.surfaces, func(s string) bool { return s == name || e.act != nil && strings.Contains(s, name) })
}

// found lists the acts of a document for the message of a failure.
func (d *document) found() string {
	var out []string
	for _, f := range d.facts {
		if f.subj.count > 0 && f.obj.count > 0 && f.typ != "HOLDS_OFFICE" {
			out = append(out, fmt.Sprintf("%s(%s, %s) %s", f.typ, f.subj.caption(), f.obj.caption(), f.status))
		}
	}
	return strings.Join(out, "; ")
}
