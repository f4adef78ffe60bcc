package neo4j

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// Element is a node, a relationship or a map in an answer: an object in JSON, a short pattern as in Cypher when printed.
type Element struct {
	Labels []string       `json:"labels,omitempty"` // of a node
	Type   string         `json:"type,omitempty"`   // of a relationship
	Props  map[string]any `json:"properties"`
}

// MarshalJSON writes a plain map as itself.
func (e Element) MarshalJSON() ([]byte, error) {
	if e.Labels == nil && e.Type == "" {
		return json.Marshal(e.Props)
	}
	type plain Element
	return json.Marshal(plain(e))
}

// String prints a node as (:State {id: "CHN"}), a relationship as [:MET {key: "..."}] and a map as {a: 1}.
func (e Element) String() string {
	var b strings.Builder
	b.WriteByte('{')
	for i, k := range sortedKeys(e.Props) {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(k + ": " + show(e.Props[k]))
	}
	b.WriteByte('}')
	switch {
	case e.Type != "":
		return "[:" + e.Type + " " + b.String() + "]"
	case e.Labels != nil:
		return "(:" + strings.Join(e.Labels, ":") + " " + b.String() + ")"
	}
	return b.String()
}

func show(v any) string {
	switch x := v.(type) {
	case string:
		return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`).Replace(x) + `"`
	case []string:
		parts := make([]string, len(x))
		for i, s := range x {
			parts[i] = show(s)
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case nil:
		return "null"
	}
	return fmt.Sprint(v)
}

// cell brings a value of the driver into a form that the rest of the program knows.
func cell(v any) any {
	switch x := v.(type) {
	case nil, string, int64, float64, bool:
		return x
	case []any:
		return cells(x)
	case map[string]any:
		return Element{Props: cellsOf(x)}
	case driver.Node:
		return Element{Labels: append([]string{}, x.Labels...), Props: cellsOf(x.Props)}
	case driver.Relationship:
		return Element{Type: x.Type, Props: cellsOf(x.Props)}
	case driver.Path:
		return pathCell(x)
	case time.Time:
		return x.Format(time.RFC3339Nano)
	case fmt.Stringer: // dates, durations and points of the driver
		return x.String()
	}
	return fmt.Sprint(v)
}

// cells returns []string where all are text, else []any.
func cells(list []any) any {
	strs := make([]string, 0, len(list))
	anys := make([]any, 0, len(list))
	for _, v := range list {
		c := cell(v)
		anys = append(anys, c)
		if s, ok := c.(string); ok {
			strs = append(strs, s)
		}
	}
	if len(strs) == len(list) {
		return strs
	}
	return anys
}

func cellsOf(m map[string]any) map[string]any {
	out := make(map[string]any, len(m))
	for k, v := range m {
		out[k] = cell(v)
	}
	return out
}

// pathCell writes a path by the captions of its nodes: (Li Qiang)-[:MET]-(Mikhail Mishustin), with arrows as stored.
func pathCell(p driver.Path) string {
	var b strings.Builder
	for i, n := range p.Nodes {
		if i > 0 {
			r := p.Relationships[i-1]
			left, right := "-", "->"
			if r.StartElementId == n.ElementId && r.EndElementId != n.ElementId {
				left, right = "<-", "-"
			}
			b.WriteString(left + "[:" + r.Type + "]" + right)
		}
		b.WriteString("(" + caption(n) + ")")
	}
	return b.String()
}

func caption(n driver.Node) string {
	for _, name := range []string{"name", "title", "id"} {
		if s := text(n.Props[name]); s != "" {
			return s
		}
	}
	return ":" + strings.Join(n.Labels, ":")
}
