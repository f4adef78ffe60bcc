package storetest

import (
	"encoding/json"
	"fmt"
	"strings"

	"mithaq/extract/overlay"
	"mithaq/graph"
)

// reader makes extractions as they are under some corrections.
type reader struct {
	random  *Random
	overlay *overlay.Overlay
	program string
	bad     error // the lines are no corrections
}

func newReader(r *Random, lines []string) *reader {
	o, err := overlay.Parse(overlay.File, []byte(strings.Join(lines, "\n")))
	if err != nil {
		return &reader{random: r, program: r.Program, bad: err}
	}
	copied := *r
	copied.Known = map[string]string{}
	for _, e := range o.Entries() {
		for _, names := range e.Names { // an alias: the gazetteer of the program does this
			for _, name := range names {
				copied.Known[name] = e.ID
			}
		}
	}
	if f := o.Fingerprint(); f != "" {
		copied.Program += "+" + f
	}
	return &reader{random: &copied, overlay: o, program: copied.Program}
}

func (r *reader) read(c Copy) graph.Extraction {
	x, _ := r.overlay.Apply(NewWorld(), r.random.Version(c.Number, c.Version))
	return x
}

// correction returns a random line about articles as they stand in the store, or about names in general.
func (w *Walk) correction() string {
	n := w.IntN(w.Articles)
	x := w.Version(n, 1+w.IntN(27))
	if old, ok := w.desk().present[n]; ok {
		x = old.Extraction
	}
	m := map[string]any{"do": "fix", "article": w.call(x.Article)}
	switch w.IntN(9) {
	case 0:
		return line(map[string]any{"do": "alias", "id": pick(w.Random, "person/badr", "person/dina"), "names": map[string][]string{"en": {w.name()}}})
	case 1:
		return line(map[string]any{"do": "block", "name": w.name()})
	case 2:
		return line(map[string]any{"do": "block", "name": w.name(), "article": w.call(x.Article)})
	case 3:
		return line(map[string]any{"do": "same", "of": []any{w.mention(n)}, "as": pick(w.Random, "person/badr", "person/dina", "org/alpha")})
	case 4:
		name := pick(w.Random, w.name(), "Event meeting")
		return line(map[string]any{"do": pick(w.Random, "same", "different"), "of": []any{w.mentionOf(n, name), w.mentionOf(w.IntN(w.Articles), name)}})
	case 5:
		return line(map[string]any{"do": "different", "of": []any{w.mentionOf(n, pick(w.Random, w.name(), "Event meeting", "person/amal"))}})
	case 6:
		return line(map[string]any{"do": "retype", "article": w.call(x.Article), "name": w.name(), "label": pick(w.Random, "Organization", "Place")})
	case 7:
		m["missing"] = map[string]string{"type": pick(w.Random, "MET", "SUPPORTS"), "subject": pick(w.Random, w.name(), "CHN"), "object": pick(w.Random, "EGY", "FRA")}
		m["sentence"] = x.Article.Title
		return line(m)
	}
	fact := w.fact(x)
	if w.IntN(2) == 0 {
		m["wrong"] = fact
		return line(m)
	}
	m["do"], m["fact"] = "retype", fact
	m["to"] = pick(w.Random, map[string]string{"status": "planned"}, map[string]string{"type": "CRITICIZES", "status": "denied"}, map[string]string{"date": "2025-10-31"})
	return line(m)
}

func (w *Walk) name() string { return pick(w.Random, "Mr salim", "Mr karim") }

// call names an article in one of the ways that there are.
func (w *Walk) call(a graph.Article) string { return pick(w.Random, a.ID, a.Record, a.URL) }

func (w *Walk) mention(number int) map[string]string { return w.mentionOf(number, w.name()) }

func (w *Walk) mentionOf(number int, name string) map[string]string {
	return map[string]string{"article": pick(w.Random, idOf(number), "record-"+idOf(number)), "name": name}
}

// fact names a fact that an article states, or one that it hardly does.
func (w *Walk) fact(x graph.Extraction) map[string]string {
	names := map[graph.Ref]string{}
	var facts []graph.Claim
	for _, c := range x.Claims {
		if c.Subject == "" {
			names[graph.LocalRef(c.N)] = c.NameEn
		} else {
			facts = append(facts, c)
		}
	}
	if len(facts) == 0 {
		return map[string]string{"type": "MET", "subject": "CHN", "object": "RUS"}
	}
	c := pick(w.Random, facts...)
	end := func(r graph.Ref) string {
		if name := names[r]; name != "" {
			return name
		}
		return string(r)
	}
	return map[string]string{"type": c.Type, "subject": end(c.Subject), "object": end(c.Object)}
}

func line(m map[string]any) string {
	b, err := json.Marshal(m)
	if err != nil {
		return fmt.Sprint(err) // cannot be: all of it is text; as a correction it would be refused
	}
	return string(b)
}
