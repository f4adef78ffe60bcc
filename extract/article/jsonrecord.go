package article

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
)

// parseJSON makes a record of one object. Fields that mean nothing to us are not looked at.
func (n *fieldNames) parseJSON(text []byte) (record, error) {
	var object map[string]json.RawMessage
	if err := json.Unmarshal(text, &object); err != nil {
		return record{}, jsonError(err, text)
	}
	if object == nil {
		return record{}, fmt.Errorf("%w: not an object but of type null", ErrRecord)
	}
	c := collector{n: n}
	c.object(object, 0)
	for field, path := range n.paths {
		if raw := follow(object, path); raw != nil {
			c.add(value{field: field, name: strings.Join(path, "."), rank: givenRank}, raw)
		}
	}
	return n.record(c.values, c.names)
}

// collector gathers the values of a record.
type collector struct {
	n      *fieldNames
	values []value
	names  []string
}

func (c *collector) object(object map[string]json.RawMessage, depth int) {
	var inner []map[string]json.RawMessage
	for name, raw := range object {
		folded := foldField(name)
		if depth < 2 && c.n.inside[strings.ToLower(name)] && bytes.HasPrefix(raw, []byte("{")) {
			var in map[string]json.RawMessage
			if json.Unmarshal(raw, &in) == nil {
				inner = append(inner, in)
				continue
			}
		}
		known, ok := c.n.of[folded]
		if !ok {
			c.names = append(c.names, name)
			continue
		}
		c.add(value{field: known.field, name: name, rank: known.rank + depth}, raw)
	}
	if len(inner) == 0 {
		return
	}
	for i := range c.values {
		c.values[i].rank += insideRank
	}
	for _, in := range inner {
		c.object(in, depth+1)
	}
}

func (c *collector) add(v value, raw json.RawMessage) {
	v.markup = strings.Contains(strings.ToLower(v.name), "html") || strings.Contains(strings.ToLower(v.name), "rendered")
	v.foreign = raw[0] != '"'
	separator := ", "
	if v.field == "text" || v.field == "summary" {
		separator = "\n"
	}
	var ok bool
	if v.text, v.kind, ok = jsonText(raw, separator, 0); ok {
		c.values = append(c.values, v)
	}
}

// follow goes along a path; its names are compared like those of fields.
func follow(object map[string]json.RawMessage, path []string) json.RawMessage {
	want := foldField(path[0])
	var found json.RawMessage
	for name, raw := range object {
		if name == path[0] || found == nil && foldField(name) == want {
			found = raw
		}
	}
	if len(path) == 1 || found == nil {
		return found
	}
	var inner map[string]json.RawMessage
	if json.Unmarshal(found, &inner) != nil || inner == nil {
		return nil
	}
	return follow(inner, path[1:])
}

// The fields of an object that stands for a text, such as {"rendered": "..."} or {"name": "Agency"}, the best first.
var textNames = [...]string{"rendered", "value", "#text", "$t", "@value", "text", "content", "basic", "name", "title", "url", "href", "@id"}

// jsonText returns the text of a value: a string or number, the parts of a list joined, the text that an object stands for. kind is
// the JSON type of what is none of these; a null is not ok.
func jsonText(raw json.RawMessage, separator string, depth int) (text, kind string, ok bool) {
	switch c := raw[0]; {
	case c == 'n':
		return "", "", false
	case c == '"':
		return text, "", json.Unmarshal(raw, &text) == nil
	case c == '-' || '0' <= c && c <= '9':
		return string(raw), "number", true
	case c == '[' && depth < 3:
		return listText(raw, separator, depth)
	case c == '{' && depth < 3:
		var object map[string]json.RawMessage
		if json.Unmarshal(raw, &object) != nil {
			return "", "object", true
		}
		for _, name := range textNames {
			if inner, ok := object[name]; ok {
				if text, kind, ok := jsonText(inner, separator, depth+1); ok && kind == "" {
					return text, "", true
				}
			}
		}
		return "", "object", true
	case c == 't' || c == 'f':
		return "", "bool", true
	}
	return "", "array", true
}

func listText(raw json.RawMessage, separator string, depth int) (text, kind string, ok bool) {
	var list []json.RawMessage
	if json.Unmarshal(raw, &list) != nil {
		return "", "array", true
	}
	parts := make([]string, 0, len(list))
	inline := isInline(list)
	if inline {
		separator = ""
	}
	for _, item := range list {
		if text, kind, ok := jsonText(item, separator, depth+1); ok && kind == "" && (inline || !isBlank(text)) {
			parts = append(parts, text)
		}
	}
	if len(parts) == 0 && len(list) > 0 {
		return "", "array", true
	}
	return strings.Join(parts, separator), "", true
}

// isInline reports whether a list is one text in which some words are links or bold: strings and objects by turns.
func isInline(list []json.RawMessage) bool {
	strings, objects := 0, 0
	for _, item := range list {
		switch item[0] {
		case '"':
			strings++
		case '{':
			objects++
		}
	}
	return strings > 0 && objects > 0
}

// jsonError says what is wrong with a record in the words of JSON, not of Go.
func jsonError(err error, text []byte) error {
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		at := int(syntax.Offset)
		if at == len(text) && strings.HasPrefix(syntax.Error(), "unexpected end") {
			return fmt.Errorf("%w: it ends at byte %d in the middle", ErrRecord, at)
		}
		return fmt.Errorf("%w: no JSON from byte %d on: %q", ErrRecord, at, shorten(string(text[max(at-1, 0):])))
	}
	var kind *json.UnmarshalTypeError
	if errors.As(err, &kind) {
		return fmt.Errorf("%w: not an object but of type %s", ErrRecord, kind.Value)
	}
	return fmt.Errorf("%w: %w", ErrRecord, err)
}
