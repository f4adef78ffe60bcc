package extract

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"sync"

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
const rulesVersion = "2"

// Open loads the built-in knowledge and the user's records on top of it. What does not need each other is read at the same time.
func Open(overlays ...fs.FS) (*Extractor, error) {
	languages, err := lang.Languages()
	if err != nil {
		return nil, err
	}
	x := &Extractor{engines: make(map[string]*Engine, len(languages)), plain: &Engine{fold: text.NewFolder()}}
	packs, errs := make([]*lang.Pack, len(languages)), make([]error, len(languages)+1)
	var wg sync.WaitGroup
	for i, l := range languages {
		wg.Go(func() { packs[i], errs[i] = lang.Builtin(l) })
	}
	if x.gazetteer, err = gazetteer.Load(overlays...); err != nil {
		errs[len(languages)] = fmt.Errorf("load gazetteer: %w", err)
	}
	wg.Wait()
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	wg.Go(func() { x.program = program(x.gazetteer, packs) })
	defer wg.Wait()
	for _, pack := range packs {
		if x.engines[pack.Lang], err = New(x.gazetteer, pack); err != nil {
			return nil, err
		}
	}
	return x, nil
}

// program hashes the rules and the data.
func program(g *gazetteer.Gazetteer, packs []*lang.Pack) string {
	sum := sha256.New()
	fmt.Fprintln(sum, rulesVersion, g.Fingerprint())
	for _, p := range packs {
		fmt.Fprintln(sum, p.Lang, p.Fingerprint)
	}
	return hex.EncodeToString(sum.Sum(nil))[:16]
}

// Program is the fingerprint of rules and data: articles read by another program are read again.
func (x *Extractor) Program() string { return x.program }

// Extract returns what the article claims; nothing if no pack reads its language.
func (x *Extractor) Extract(a article.Article) graph.Extraction {
	if e := x.engines[a.Lang]; e != nil {
		return e.read(a).claims(x.program)
	}
	return graph.Extraction{Article: articleOf(x.plain, a, x.program)}
}

// Unread returns the article as Extract would give it to a store, but without the hash of its text and without claims: enough
// for [graph.Version] to tell whether it has to be extracted, and quick.
func (x *Extractor) Unread(a article.Article) graph.Article { return unhashed(a, x.program) }

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
