package graph

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
)

// Formats of an export.
const (
	FormatText  = "text"
	FormatLines = "jsonl"
)

// WriteExport writes the whole graph of a store in canonical order: articles and entities by id, evidence by article and
// number, facts by key, links by type, article and node. Strings are compared byte by byte.
func WriteExport(ctx context.Context, w io.Writer, s Store, format string) error {
	if format != FormatText && format != FormatLines {
		return fmt.Errorf("export: no format %q: take %s or %s", format, FormatText, FormatLines)
	}
	out := bufio.NewWriter(w)
	var line []byte
	err := s.Export(ctx, func(l Line) error {
		if format == FormatText {
			line = l.AppendText(line[:0])
		} else {
			line = l.AppendJSON(line[:0])
		}
		_, err := out.Write(append(line, '\n'))
		return err
	})
	if err != nil {
		return err
	}
	return out.Flush()
}

// ErrUnknown is returned for a key or an id that the graph does not hold.
var ErrUnknown = errors.New("not in the graph")

// Reader is what [Assemble] asks of a store: reads of [Tx], and the MENTIONS links that end at nodes.
type Reader interface {
	Articles(ids []string) ([]Article, error)
	Entities(ids []string) ([]Entity, error)
	Facts(keys []string) ([]Fact, error)
	Members(nodes []string) ([]Evidence, error)
	Supporting(facts []string) ([]Evidence, error)
	LinksTo(nodes []string) ([]Link, error)
}

// Assemble gathers all that stands behind a fact's key or a node's id: the body of [Store].Explain.
func Assemble(r Reader, key string) (Explanation, error) {
	var x Explanation
	keys := []string{key}
	facts, err := r.Facts(keys)
	if err != nil {
		return x, err
	}
	if len(facts) > 0 {
		x.Fact = &facts[0]
		x.Evidence, err = r.Supporting(keys)
	} else {
		err = x.addNode(r, keys)
	}
	if err != nil {
		return x, err
	}
	return x, x.addArticles(r)
}

func (x *Explanation) addNode(r Reader, keys []string) error {
	entities, err := r.Entities(keys)
	if err != nil {
		return err
	}
	if len(entities) == 0 {
		return fmt.Errorf("explain %q: %w", keys[0], ErrUnknown)
	}
	x.Entity = &entities[0]
	if x.Evidence, err = r.Members(keys); err != nil {
		return err
	}
	x.Links, err = r.LinksTo(keys)
	return err
}

func (x *Explanation) addArticles(r Reader) error {
	var ids []string
	for _, e := range x.Evidence {
		ids = append(ids, e.Article)
	}
	for _, l := range x.Links {
		ids = append(ids, l.Article)
	}
	if len(ids) == 0 {
		return nil
	}
	var err error
	x.Articles, err = r.Articles(sortedSet(ids))
	slices.SortFunc(x.Evidence, func(a, b Evidence) int { return cmp.Or(cmp.Compare(dayOf(&a), dayOf(&b)), compareEvidence(a, b)) })
	slices.SortFunc(x.Links, compareLinks)
	return err
}
