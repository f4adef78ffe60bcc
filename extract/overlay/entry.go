package overlay

import (
	"mithaq/extract/gazetteer"
	"mithaq/graph"
)

// What a correction does.
const (
	doAlias     = "alias"     // a name means a record of the gazetteer
	doBlock     = "block"     // a name is no name
	doSame      = "same"      // mentions are one thing, or a record of the gazetteer
	doDifferent = "different" // mentions are a thing of their own
	doFix       = "fix"       // a fact of an article is wrong, or missing
	doRetype    = "retype"    // a mention or fact of an article is of another type
)

// Entry is one correction, as it stands in the file.
type Entry struct {
	Do      string              `json:"do"`
	ID      string              `json:"id,omitempty"`      // alias: the record
	Names   map[string][]string `json:"names,omitempty"`   // alias: by language
	Name    string              `json:"name,omitempty"`    // block, retype: as articles write it
	Lang    string              `json:"lang,omitempty"`    // block everywhere: language of the name
	Article string              `json:"article,omitempty"` // block, fix, retype: id, record id or URL
	Of      []Mention           `json:"of,omitempty"`      // same, different
	As      string              `json:"as,omitempty"`      // same: a record of the gazetteer
	Label   string              `json:"label,omitempty"`   // retype of a mention
	Kind    string              `json:"kind,omitempty"`    // retype of a mention: party, summit ...
	Wrong   *Fact               `json:"wrong,omitempty"`   // fix
	Missing *Fact               `json:"missing,omitempty"` // fix
	Fact    *Fact               `json:"fact,omitempty"`    // retype of a fact
	To      *Change             `json:"to,omitempty"`      // retype of a fact
	// Sentence is the stretch of the article that says a missing fact, as the article writes it.
	Sentence string `json:"sentence,omitempty"`
	Note     string `json:"note,omitempty"` // why, for people

	src gazetteer.Source
	nth int // place among all that were read
}

// Mention names what one article speaks of: any way in which the article writes it, its name in the graph, or a known id.
type Mention struct {
	Article string `json:"article"`
	Name    string `json:"name"`
	Label   string `json:"label,omitempty"` // where one name stands for two things
}

// Fact names a fact of an article. Its ends are named like mentions.
type Fact struct {
	Type    string       `json:"type"`
	Subject string       `json:"subject"`
	Object  string       `json:"object"`
	Status  graph.Status `json:"status,omitempty"`
	Date    string       `json:"date,omitempty"`  // of a missing fact
	Title   string       `json:"title,omitempty"` // of a missing office
	Class   string       `json:"class,omitempty"` // of a missing office
}

// Change is what becomes of a fact; what is empty stays.
type Change struct {
	Type   string       `json:"type,omitempty"`
	Status graph.Status `json:"status,omitempty"`
	Date   string       `json:"date,omitempty"`
}

// articles returns what the entry calls the articles that it is about; nothing for all.
func (e *Entry) articles() []string {
	if e.Article != "" {
		return []string{e.Article}
	}
	var out []string
	for _, m := range e.Of {
		out = append(out, m.Article)
	}
	return out
}

// Source returns the line of the entry.
func (e *Entry) Source() gazetteer.Source { return e.src }
