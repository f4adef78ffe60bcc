// Package browser holds what Neo4j Browser needs to show the graph well: two styles (Arabic and English captions), a guide
// that runs questions, and the same questions as favourites.
//
//	style.grass          colours, sizes and captions; one template for both languages
//	guide.html           the guide, a template around the favourites
//	favourites/*.cypher  one question each, in the order of their names; dropped on the page of Browser a file can be saved
//
// A favourite begins with comment lines: its name, "en: " and "ar: " with what it shows. Adding a file adds it to the guide.
package browser

import (
	"bytes"
	"embed"
	"fmt"
	html "html/template"
	"io/fs"
	"path"
	"strings"
	"text/template"
)

//go:embed style.grass guide.html favourites/*.cypher
var files embed.FS

// Languages returns the languages that styles exist for.
func Languages() []string { return []string{"ar", "en"} }

// Style returns the GRASS style whose captions are the names in a language of [Languages].
func Style(lang string) ([]byte, error) {
	t, err := template.ParseFS(files, "style.grass")
	if err != nil {
		return nil, fmt.Errorf("read the style: %w", err)
	}
	var b bytes.Buffer
	err = t.Execute(&b, struct{ Name string }{"name_" + lang})
	return b.Bytes(), err
}

// Favourite is a question for the favourites of Browser.
type Favourite struct {
	File      string // like 01-who-met-whom.cypher
	Name      string
	English   string
	Arabic    string
	Statement string // without the comment lines
	Text      string // the whole file
}

// Favourites returns all favourites in the order of their file names.
func Favourites() ([]Favourite, error) {
	names, err := fs.Glob(files, "favourites/*.cypher")
	if err != nil {
		return nil, err
	}
	all := make([]Favourite, 0, len(names))
	for _, name := range names {
		text, err := files.ReadFile(name)
		if err != nil {
			return nil, err
		}
		f, err := parseFavourite(path.Base(name), string(text))
		if err != nil {
			return nil, fmt.Errorf("read favourite %s: %w", name, err)
		}
		all = append(all, f)
	}
	return all, nil
}

func parseFavourite(file, text string) (Favourite, error) {
	f := Favourite{File: file, Text: text}
	rest := text
	for {
		line, after, _ := strings.Cut(rest, "\n")
		comment, ok := strings.CutPrefix(line, "// ")
		if !ok {
			break
		}
		rest = after
		if english, ok := strings.CutPrefix(comment, "en: "); ok {
			f.English = english
		} else if arabic, ok := strings.CutPrefix(comment, "ar: "); ok {
			f.Arabic = arabic
		} else if f.Name == "" {
			f.Name = comment
		} else {
			return f, fmt.Errorf("comment %+q begins with neither en nor ar", comment)
		}
	}
	f.Statement = strings.TrimSpace(rest)
	if f.Name == "" || f.English == "" || f.Arabic == "" || f.Statement == "" {
		return f, fmt.Errorf("name, en:, ar: and a statement are needed")
	}
	return f, nil
}

// Guide returns the guide as HTML; its links lead to styles under base, an address without a slash at the end.
func Guide(base string) ([]byte, error) {
	favourites, err := Favourites()
	if err != nil {
		return nil, err
	}
	t, err := html.ParseFS(files, "guide.html")
	if err != nil {
		return nil, fmt.Errorf("read the guide: %w", err)
	}
	var b bytes.Buffer
	err = t.Execute(&b, struct {
		Base       string
		Favourites []Favourite
	}{base, favourites})
	return b.Bytes(), err
}
