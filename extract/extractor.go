package extract

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"

	"mithaq/extract/article"
	"mithaq/extract/gazetteer"
	"mithaq/extract/lang"
	"mithaq/extract/text"
	"mithaq/graph"
)

// Extractor turns articles of every language that has a pack into claims. It is safe for concurrent use.
type Extractor struct {
	gazetteer *gazetteer.Gazetteer
	engines   map[string]*Engine
	plain     *Engine // for articles in other languages: they are kept, nothing is read from them
	program   string
}

// rulesVersion is part of the fingerprint of the program: raise it when Go code changes what is extracted from the same data.
const rulesVersion = "1"

// Open loads the built-in knowledge and the user's records on top of it.
func Open(overlays ...fs.FS) (*Extractor, error) {
	g, err := gazetteer.Load(overlays...)
	if err != nil {
		return nil, fmt.Errorf("load gazetteer: %w", err)
	}
	languages, err := lang.Languages()
	if err != nil {
		return nil, err
	}
	x := &Extractor{gazetteer: g, engines: map[string]*Engine{}, plain: &Engine{fold: text.NewFolder()}}
	sum := sha256.New()
	fmt.Fprintln(sum, rulesVersion, g.Fingerprint())
	for _, l := range languages {
		pack, err := lang.Builtin(l)
		if err != nil {
			return nil, err
		}
		if x.engines[l], err = New(g, pack); err != nil {
			return nil, err
		}
		fmt.Fprintln(sum, l, pack.Fingerprint)
	}
	x.program = hex.EncodeToString(sum.Sum(nil))[:16]
	return x, nil
}

// Program is the fingerprint of rules and data: articles read by another program are read again.
func (x *Extractor) Program() string { return x.program }

// Gazetteer returns what the extractor knows of the world.
func (x *Extractor) Gazetteer() *gazetteer.Gazetteer { return x.gazetteer }

// Extract returns what the article claims; nothing if no pack reads its language.
func (x *Extractor) Extract(a article.Article) graph.Extraction {
	if e := x.engines[a.Lang]; e != nil {
		return e.read(a).claims(x.program)
	}
	return graph.Extraction{Article: articleOf(x.plain, a, x.program)}
}

// Reads tells whether there is a pack for a language.
func (x *Extractor) Reads(language string) bool { return x.engines[language] != nil }

// Doc returns the graph of an article in the interchange form of the evaluation.
func (x *Extractor) Doc(a article.Article) Doc {
	if e := x.engines[a.Lang]; e != nil {
		return e.Doc(a)
	}
	id := a.Record
	if id == "" {
		id = a.ID
	}
	return Doc{ID: id, Entities: []Entity{}, Relations: []Relation{}}
}
