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
	"mithaq/extract/overlay"
	"mithaq/extract/text"
	"mithaq/graph"
)

// Extractor turns articles of every language that has a pack into claims. It is safe for concurrent use.
type Extractor struct {
	gazetteer *gazetteer.Gazetteer
	engines   map[string]*Engine
	plain     *Engine // for articles in other languages: they are kept, nothing is read from them
	overlay   *overlay.Overlay
	world     World
	program   string
}

// rulesVersion is part of the fingerprint of the program: raise it when Go code changes what is extracted from the same data.
const rulesVersion = "3"

// Open loads the built-in knowledge and the user's records on top of it.
func Open(layers ...fs.FS) (*Extractor, error) { return OpenCorrected(nil, layers...) }

// OpenCorrected loads the built-in knowledge, the user's records and corrections. What does not need each other is read at the
// same time.
func OpenCorrected(o *overlay.Overlay, layers ...fs.FS) (*Extractor, error) {
	languages, err := lang.Languages()
	if err != nil {
		return nil, err
	}
	x := &Extractor{engines: make(map[string]*Engine, len(languages)), plain: &Engine{fold: text.NewFolder()}, overlay: o}
	packs, errs := make([]*lang.Pack, len(languages)), make([]error, len(languages)+1)
	var wg sync.WaitGroup
	for i, l := range languages {
		wg.Go(func() { packs[i], errs[i] = lang.Builtin(l) })
	}
	if x.gazetteer, err = o.Gazetteer(layers...); err != nil {
		errs[len(languages)] = fmt.Errorf("load gazetteer: %w", err)
	}
	wg.Wait()
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	x.world = NewWorld(x.gazetteer)
	wg.Go(func() { x.program = program(x.gazetteer, packs, o.Fingerprint()) })
	defer wg.Wait()
	for _, pack := range packs {
		if x.engines[pack.Lang], err = New(x.gazetteer, pack); err != nil {
			return nil, err
		}
	}
	return x, nil
}

// program hashes the rules and the data.
func program(g *gazetteer.Gazetteer, packs []*lang.Pack, corrections string) string {
	sum := sha256.New()
	fmt.Fprintln(sum, rulesVersion, g.Fingerprint(), corrections)
	for _, p := range packs {
		fmt.Fprintln(sum, p.Lang, p.Fingerprint)
	}
	return hex.EncodeToString(sum.Sum(nil))[:16]
}

// Program is the fingerprint of rules and data: articles read by another program are read again.
func (x *Extractor) Program() string { return x.program }

// Corrections returns what the user put right, nil if nothing.
func (x *Extractor) Corrections() *overlay.Overlay { return x.overlay }

// Extract returns what the article claims, corrections made; nothing if no pack reads its language.
func (x *Extractor) Extract(a article.Article) graph.Extraction {
	claims, _ := x.ExtractNoted(a)
	return claims
}

// ExtractNoted is Extract with a warning for each correction that the article does not allow.
func (x *Extractor) ExtractNoted(a article.Article) (graph.Extraction, []string) {
	if e := x.engines[a.Lang]; e != nil {
		return x.overlay.Apply(x.world, e.read(a).claims(x.program))
	}
	return graph.Extraction{Article: articleOf(x.plain, a, x.program)}, nil
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

// WrittenDate reads the day that a line in a language names, for [article.Options]. A language without a pack has none.
func (x *Extractor) WrittenDate(language, line string) (string, bool) {
	e := x.engines[language]
	if e == nil {
		return "", false
	}
	return e.dates.Day(line)
}
