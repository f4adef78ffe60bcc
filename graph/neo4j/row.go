package neo4j

import (
	"maps"
	"slices"

	"mithaq/graph"
)

// The functions below give each record its properties and read it back. Empty text and empty lists are left out:
// a user asks for them with IS NULL. Lists and flags that users test with IN or NOT are always there, because
// null would silently drop the row: topics and aliases of entities and facts, reference of facts, surfaces of links.

type props map[string]any

func (p props) text(name, value string) {
	if value != "" {
		p[name] = value
	}
}

func (p props) list(name string, values []string) {
	if len(values) > 0 {
		p[name] = values
	}
}

// full is a list that is there even when it is empty.
func full(values []string) []string {
	if values == nil {
		return []string{}
	}
	return values
}

func text(v any) string { s, _ := v.(string); return s }

func number(v any) int { n, _ := v.(int64); return int(n) }

// texts reads a list; an empty one becomes nil.
func texts(v any) []string {
	l, _ := v.([]any)
	if len(l) == 0 {
		return nil
	}
	all := make([]string, len(l))
	for i, x := range l {
		all[i] = text(x)
	}
	return all
}

func refs(l []string) (all []graph.Ref) {
	for _, s := range l {
		all = append(all, graph.Ref(s))
	}
	return all
}

func propsOf(row map[string]any) map[string]any { m, _ := row["props"].(map[string]any); return m }

func articleProps(a graph.Article) map[string]any {
	p := props{"id": a.ID, "digest": a.Digest()}
	p.text("record", a.Record)
	p.text("title", a.Title)
	p.text("text", a.Text)
	p.text("source", a.Source)
	p.text("url", a.URL)
	p.text("lang", a.Lang)
	p.text("published", a.Published)
	p.text("hash", a.Hash)
	p.text("sketch", a.Sketch)
	p.text("wire", a.Wire)
	for _, key := range graph.TextKeys(a)[1:] { // the first is the hash
		p["k"+key[:1]] = key
	}
	p.text("program", a.Program)
	p.text("loaded_at", a.LoadedAt)
	p.text("corrected", a.Corrected)
	return p
}

func articleOf(row map[string]any) graph.Article {
	m := propsOf(row)
	return graph.Article{
		ID: text(m["id"]), Record: text(m["record"]), Title: text(m["title"]), Text: text(m["text"]), Source: text(m["source"]),
		URL: text(m["url"]), Lang: text(m["lang"]), Published: text(m["published"]), Hash: text(m["hash"]), Sketch: text(m["sketch"]), Wire: text(m["wire"]),
		Program: text(m["program"]), LoadedAt: text(m["loaded_at"]),
		Corrected: text(m["corrected"]),
	}
}

func entityProps(e graph.Entity) map[string]any {
	p := props{}
	for k, v := range e.Props {
		if l, ok := v.([]string); ok {
			v = full(l)
		}
		p[k] = v
	}
	p["id"], p["aliases"] = e.ID, full(e.Aliases)
	p.text("name", e.Name)
	p.text("name_ar", e.NameAr)
	p.text("name_en", e.NameEn)
	return p
}

func entityOf(row map[string]any) graph.Entity {
	m := maps.Clone(propsOf(row))
	e := graph.Entity{
		ID: text(m["id"]), Name: text(m["name"]), NameAr: text(m["name_ar"]), NameEn: text(m["name_en"]), Aliases: texts(m["aliases"]),
		Labels: slices.DeleteFunc(texts(row["labels"]), func(l string) bool { return l == "Entity" }),
	}
	slices.Sort(e.Labels)
	for _, known := range []string{"id", "name", "name_ar", "name_en", "aliases"} {
		delete(m, known)
	}
	for k, v := range m {
		switch x := v.(type) {
		case []any:
			m[k] = full(texts(x))
		case int64: // a property that somebody else wrote
			m[k] = float64(x)
		}
	}
	if len(m) > 0 {
		e.Props = m
	}
	return e
}

// evidenceProps leaves out the article's id and hash: they are long, and the article is one EVIDENCE away.
func evidenceProps(e graph.Evidence) map[string]any {
	p := props{"id": e.ID(), "n": int64(e.N), "type": e.Type, "status": string(e.Status), "start": int64(e.Start), "end": int64(e.End)}
	p.text("published", e.Published)
	p.text("name_ar", e.NameAr)
	p.text("name_en", e.NameEn)
	p.text("fold", e.Fold)
	p.text("kind", e.Kind)
	p.text("ordinal", e.Ordinal)
	p.text("place", string(e.Place))
	p.text("state", e.State)
	p.text("nation", string(e.Nation))
	p.text("subject", string(e.Subject))
	p.text("object", string(e.Object))
	p.text("title", e.Title)
	p.text("class", e.Class)
	p.text("date", e.Date)
	p.text("sentence", e.Sentence)
	p.text("rule", e.Rule)
	p.text("node", e.Node)
	p.text("fact", e.Fact)
	p.text("site", e.Site)
	p.text("moment", e.Moment)
	p.text("sound", e.Sound)
	p.list("overlay", e.Overlay)
	p.list("topics", e.Topics)
	p.list("surfaces", e.Surfaces)
	p.list("actors", e.Actors)
	if e.Count != 0 {
		p["count"] = int64(e.Count)
	}
	var participants []string
	for _, r := range e.Participants {
		participants = append(participants, string(r))
	}
	p.list("participants", participants)
	p.list("blocks", e.Blocks)
	for i, name := range blockNames {
		if i < len(e.Blocks) {
			p[name] = e.Blocks[i]
		}
	}
	return p
}

// blockNames are the indexed properties for the first block keys: the server has no index on the elements of a list.
// The few mentions with more keys, such as an event with many participants, have a Block node for each further one.
var blockNames = [...]string{"b0", "b1", "b2", "b3"}

func evidenceOf(row map[string]any) graph.Evidence {
	m := propsOf(row)
	e := graph.Evidence{
		Article: text(row["article"]), Hash: text(row["hash"]), Published: text(m["published"]), Node: text(m["node"]), Fact: text(m["fact"]),
		Count: number(m["count"]), Surfaces: texts(m["surfaces"]), Actors: texts(m["actors"]), Site: text(m["site"]), Moment: text(m["moment"]), Sound: text(m["sound"]), Blocks: texts(m["blocks"]),
		Claim: graph.Claim{
			N: number(m["n"]), Type: text(m["type"]), NameAr: text(m["name_ar"]), NameEn: text(m["name_en"]), Fold: text(m["fold"]),
			Kind: text(m["kind"]), Ordinal: text(m["ordinal"]), Place: graph.Ref(text(m["place"])), Participants: refs(texts(m["participants"])),
			State: text(m["state"]), Nation: graph.Ref(text(m["nation"])), Subject: graph.Ref(text(m["subject"])), Object: graph.Ref(text(m["object"])),
			Title: text(m["title"]), Class: text(m["class"]), Status: graph.Status(text(m["status"])), Date: text(m["date"]),
			Topics: texts(m["topics"]), Sentence: text(m["sentence"]), Span: graph.Span{Start: number(m["start"]), End: number(m["end"])}, Rule: text(m["rule"]), Overlay: texts(m["overlay"]),
		},
	}
	return e
}

func factProps(f graph.Fact) map[string]any {
	p := props{"key": f.Key, "support": int64(f.Support), "mentions": int64(f.Mentions), "topics": full(f.Topics), "reference": f.Reference}
	if f.Status != graph.Asserted {
		p["act"] = f.Type
	}
	r, _ := graph.RelationOf(f.Type)
	p.text("plover", r.Plover)
	p.text("class", f.Class)
	p.text("first", f.First)
	p.text("last", f.Last)
	p.text("title", f.Title)
	p.text("from", f.From)
	p.text("to", f.To)
	p.list("terms", f.Terms)
	return p
}

func factOf(row map[string]any) graph.Fact {
	m := propsOf(row)
	reference, _ := m["reference"].(bool)
	f := graph.Fact{
		Key: text(m["key"]), Type: text(row["type"]), Subject: text(row["subject"]), Object: text(row["object"]), Status: graph.Asserted,
		Class: text(m["class"]), Support: number(m["support"]), Mentions: number(m["mentions"]), First: text(m["first"]), Last: text(m["last"]),
		Topics: texts(m["topics"]), Title: text(m["title"]), From: text(m["from"]), To: text(m["to"]), Terms: texts(m["terms"]), Reference: reference,
	}
	for _, status := range []graph.Status{graph.Planned, graph.Alleged, graph.Denied} {
		if (graph.Fact{Status: status}).Relationship() == f.Type {
			f.Type, f.Status = text(m["act"]), status
		}
	}
	return f
}

func linkProps(l graph.Link) map[string]any {
	return map[string]any{"count": int64(l.Count), "surfaces": full(l.Surfaces), "start": int64(l.Start), "end": int64(l.End)}
}

func linkOf(row map[string]any) graph.Link {
	m := propsOf(row)
	return graph.Link{
		Type: text(row["type"]), Article: text(row["article"]), Node: text(row["node"]), Count: number(m["count"]),
		Surfaces: texts(m["surfaces"]), Span: graph.Span{Start: number(m["start"]), End: number(m["end"])},
	}
}
