package overlay

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing/fstest"
	"unicode"

	"mithaq/extract/gazetteer"
)

// Layer returns what the corrections say about names in general, as records for [gazetteer.Load]; nil if they say nothing.
func (o *Overlay) Layer() fs.FS {
	if o == nil {
		return nil
	}
	files := map[string][]string{}
	for _, e := range o.entries {
		switch {
		case e.Do == doAlias:
			o.alias(e, files)
		case e.Do == doBlock && e.Article == "":
			lang := e.Lang
			if lang == "" {
				lang = langOf(e.Name)
			}
			files["weak"] = append(files["weak"], record(map[string]any{"name": e.Name, "lang": lang, "word": true}))
		}
	}
	if len(files) == 0 {
		return nil
	}
	layer := fstest.MapFS{}
	for kind, lines := range files {
		layer[kind+"_overlay.jsonl"] = &fstest.MapFile{Data: []byte(strings.Join(lines, "\n") + "\n")}
	}
	return layer
}

// Gazetteer loads the gazetteer with the user's records, and on top of them what the corrections say about names.
func (o *Overlay) Gazetteer(layers ...fs.FS) (*gazetteer.Gazetteer, error) {
	all := slices.Clip(layers)
	if layer := o.Layer(); layer != nil {
		all = append(all, layer)
	}
	g, err := gazetteer.Load(all...)
	if o == nil {
		return g, err
	}
	checked := g
	if err != nil { // the records that the layer was made of say less than the line of the correction
		if checked, _ = gazetteer.Load(layers...); checked == nil {
			return nil, err
		}
	}
	if ps := o.Check(checked); len(ps) > 0 {
		return nil, ps
	}
	return g, err
}

// alias adds names to a record, and says that they mean it alone, whatever else is called so.
func (o *Overlay) alias(e *Entry, files map[string][]string) {
	kind := kindOf(e.ID)
	files[kind] = append(files[kind], record(map[string]any{"id": e.ID, "add": true, "names": e.Names, "source": []string{e.src.String()}}))
	for lang, names := range e.Names {
		for _, name := range names {
			files["weak"] = append(files["weak"], record(map[string]any{"name": name, "lang": lang, "readings": []any{map[string]any{"id": e.ID}}}))
		}
	}
	slices.Sort(files["weak"])
}

// kindOf returns the file in which the records of an id stand.
func kindOf(id string) string {
	prefix, _, ok := strings.Cut(id, "/")
	if !ok {
		return "states"
	}
	switch prefix {
	case "person":
		return "leaders"
	case "org":
		return "orgs"
	case "place":
		return "places"
	case "topic":
		return "topics"
	}
	return "offices"
}

func langOf(name string) string {
	if strings.ContainsFunc(name, func(r rune) bool { return unicode.Is(unicode.Arabic, r) }) {
		return "ar"
	}
	return "en"
}

func record(m map[string]any) string {
	b, err := json.Marshal(m)
	if err != nil {
		return "" // cannot be: names are text
	}
	return string(b)
}

// Check returns what is wrong with the corrections beside the gazetteer: ids that it does not have.
func (o *Overlay) Check(g *gazetteer.Gazetteer) gazetteer.Problems {
	var ps gazetteer.Problems
	unknown := func(e *Entry, field, id string) {
		if id != "" && g.Record(id) == nil {
			ps = append(ps, gazetteer.Problem{Src: e.src, Text: fmt.Sprintf("%s: %s %q is no record of the gazetteer", e.Do, field, id)})
		}
	}
	for _, e := range o.entries {
		unknown(e, "id", e.ID)
		unknown(e, "as", e.As)
	}
	return ps
}
