package article

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

// isJSONFeed looks for the address that a JSON Feed gives as its version.
func isJSONFeed(head []byte) bool {
	head = bytes.TrimLeft(head, " \t\r\n")
	return bytes.HasPrefix(head, []byte("{")) && (bytes.Contains(head, []byte("jsonfeed.org/version/")) || bytes.Contains(head, []byte(`jsonfeed.org\/version\/`)))
}

// readJSONFeed reads a JSON Feed, item by item. What the feed says of itself counts for the items behind it.
func readJSONFeed(s *source) bool {
	f, err := s.newFeed()
	if err != nil {
		return s.refuse(s.name, 0, err, "")
	}
	in := &jsonScanner{in: s.in, line: 1}
	before := s.items
	ok, err := f.jsonObject(in)
	switch {
	case !ok:
		return false
	case errors.Is(err, io.EOF):
		return s.refuse(s.name, in.line, fmt.Errorf("%w: the feed ends in the middle", ErrRecord), feedCutAdvice)
	case err != nil:
		return s.refusePath(s.name, err)
	case s.items == before:
		return s.refuse(s.name, 0, fmt.Errorf("feed %w", ErrNoArticles), "it has no items; look at it again later")
	}
	return true
}

func (f *feed) jsonObject(in *jsonScanner) (bool, error) {
	if _, err := in.peek(); err != nil {
		return true, err
	}
	in.skip()
	for {
		c, err := in.peek()
		if err != nil || c == '}' {
			return true, err
		}
		name, err := f.jsonString(in)
		if err != nil {
			return true, err
		}
		c, err = in.peek()
		switch {
		case err != nil:
			return true, err
		case name == "items" && c == '[':
			in.skip()
			if ok, err := f.jsonItems(in); !ok || err != nil {
				return ok, err
			}
			continue
		}
		value, err := f.jsonString(in)
		if err != nil {
			return true, err
		}
		switch name {
		case "title":
			f.title = oneLine(value)
		case "language":
			f.lang = value
		case "home_page_url":
			if f.base == "" {
				f.base = absolute("", value)
			}
		}
	}
}

// jsonString reads a value and returns it if it is a string.
func (f *feed) jsonString(in *jsonScanner) (string, error) {
	raw, err := in.value(nil, 0)
	if err != nil && !errors.Is(err, ErrTooLong) {
		return "", err
	}
	if text, _, err := f.text.decode(raw); err == nil {
		raw = text
	}
	var s string
	if json.Unmarshal(raw, &s) != nil {
		return "", nil
	}
	return s, nil
}

func (f *feed) jsonItems(in *jsonScanner) (bool, error) {
	for {
		c, err := in.peek()
		switch {
		case err != nil:
			return true, err
		case c == ']':
			in.skip()
			return true, nil
		}
		line := in.line
		raw, err := in.value(nil, 0)
		switch {
		case errors.Is(err, ErrTooLong):
			if !f.refuse(f.name, line, err, feedAdvice) {
				return false, nil
			}
			continue
		case err != nil:
			return true, err
		}
		if !f.jsonItem(raw, line) {
			return false, nil
		}
	}
}

// jsonItem reads an item of JSON Feed 1 or 1.1. A number where a string should be is read as one.
func (f *feed) jsonItem(raw []byte, line int) bool {
	text, warnings, err := f.text.decode(raw)
	if err != nil {
		return f.refuse(f.name, line, err, encodingAdvice(err))
	}
	var in map[string]json.RawMessage
	if err := json.Unmarshal(text, &in); err != nil {
		return f.refuse(f.name, line, jsonError(err, text), feedAdvice)
	}
	first := func(names ...string) string {
		for _, name := range names {
			if raw := in[name]; raw != nil {
				if text, kind, _ := jsonText(raw, ", ", 0); !isBlank(text) && (kind == "" || kind == "number") {
					return text
				}
			}
		}
		return ""
	}
	item := feedItem{
		id: first("id"), link: first("url", "external_url"), author: first("authors", "author"), date: first("date_published", "date_modified"),
		lang: first("language"), title: feedText{first("title"), true}, content: feedText{first("content_html"), false}, summary: feedText{first("summary"), true},
	}
	if item.link == "" && strings.HasPrefix(item.id, "http") {
		item.link = item.id
	}
	if item.content.text == "" {
		item.content = feedText{first("content_text"), true}
	}
	return f.take(item, line, warnings)
}
