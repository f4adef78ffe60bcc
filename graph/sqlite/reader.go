package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"

	"mithaq/graph"
)

// reader holds the reads by key. It works in a writing transaction and on one state of the store outside of it.
type reader struct {
	ctx   context.Context
	query func(name string, args ...any) (*sql.Rows, error) // runs a statement file
}

var _ graph.Reader = reader{}

// read runs a read statement. Each list of keys goes in as one JSON array.
func read[T any](r reader, name string, scan func(scanner) (T, error), keys ...[]string) ([]T, error) {
	if len(keys[0]) == 0 {
		return nil, nil
	}
	args := make([]any, len(keys))
	for i, list := range keys {
		args[i] = encodeList(list)
	}
	return allRows(r, name, scan, args...)
}

// eachRow runs a read statement and yields its rows.
func eachRow[T any](r reader, name string, scan func(scanner) (T, error), yield func(T) error, args ...any) error {
	rows, err := r.query("read/"+name+".sql", args...)
	if err != nil {
		return fmt.Errorf("read %s: %w", name, err)
	}
	return each(rows, scan, yield)
}

func allRows[T any](r reader, name string, scan func(scanner) (T, error), args ...any) ([]T, error) {
	rows, err := r.query("read/"+name+".sql", args...)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	all, err := collect(rows, scan)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	return all, nil
}

// Articles returns articles by id.
func (r reader) Articles(ids []string) ([]graph.Article, error) {
	return read(r, "articles", scanArticle, ids)
}

// ArticlesByKey returns the articles that have one of these keys of texts.
func (r reader) ArticlesByKey(keys []string) ([]graph.Article, error) {
	return read(r, "articles_by_key", scanArticle, keys)
}

// ArticlesByWire returns the articles of these texts.
func (r reader) ArticlesByWire(wires []string) ([]graph.Article, error) {
	return read(r, "articles_by_wire", scanArticle, wires)
}

// EvidenceOf returns all claims of articles.
func (r reader) EvidenceOf(articles []string) ([]graph.Evidence, error) {
	return read(r, "evidence_of", scanEvidence, articles)
}

// LinksOf returns the links that start at articles.
func (r reader) LinksOf(articles []string) ([]graph.Link, error) {
	return read(r, "links_of", scanLink, articles)
}

// Bound returns the claims of articles that describe a derived node or have one for an end, as far as facts and links are made of them.
func (r reader) Bound(articles []string) ([]graph.Evidence, error) {
	return read(r, "bound", scanBare, articles)
}

// Blocked returns the node claims with a block within reach, as far as they are compared: of twins only the first outside of except.
func (r reader) Blocked(within []graph.Reach, except []string) ([]graph.Evidence, error) {
	if len(within) == 0 {
		return nil, nil
	}
	pairs := make([]string, len(within))
	for i, reach := range within {
		pairs[i] = encodeList([]string{reach.From, reach.To})
	}
	reaches := "[" + strings.Join(pairs, ",") + "]"
	alone, err := allRows(r, "blocked", scanTrait, reaches)
	if err != nil {
		return nil, err
	}
	firsts, err := allRows(r, "alike", scanTrait, reaches, encodeList(except))
	all := append(alone, firsts...)
	slices.SortFunc(all, func(a, b graph.Evidence) int { return cmp.Or(cmp.Compare(a.Article, b.Article), cmp.Compare(a.N, b.N)) })
	return all, err
}

// Twins returns the node claims of these profiles outside of some articles.
func (r reader) Twins(profiles, except []string) ([]graph.Evidence, error) {
	return read(r, "twins", scanTrait, profiles, except)
}

// Traits returns the node claims of derived nodes, as far as they are compared.
func (r reader) Traits(nodes []string) ([]graph.Evidence, error) {
	return read(r, "traits", scanTrait, nodes)
}

// Members returns the node claims of derived nodes.
func (r reader) Members(nodes []string) ([]graph.Evidence, error) {
	return read(r, "members", scanEvidence, nodes)
}

// Supporting returns the relation claims that support facts.
func (r reader) Supporting(facts []string) ([]graph.Evidence, error) {
	return read(r, "supporting", scanEvidence, facts)
}

// Sample returns some of the relation claims that support facts.
func (r reader) Sample(facts []string, limit int) ([]graph.Evidence, error) {
	return allRows(r, "sample", scanEvidence, encodeList(facts), limit)
}

// Facts returns facts by key.
func (r reader) Facts(keys []string) ([]graph.Fact, error) {
	return read(r, "facts", scanFact, keys)
}

// Entities returns entities by id.
func (r reader) Entities(ids []string) ([]graph.Entity, error) {
	return read(r, "entities", scanEntity, ids)
}

// MentionedElsewhere returns those ids that an article outside of except mentions.
func (r reader) MentionedElsewhere(ids, except []string) ([]string, error) {
	return read(r, "mentioned_elsewhere", scanString, ids, except)
}

// InOffice returns those ids that are the subject of an asserted HOLDS_OFFICE fact other than those in except.
func (r reader) InOffice(ids, except []string) ([]string, error) {
	return read(r, "in_office", scanString, ids, except)
}

// References returns the reference facts that have one of the ids as an end.
func (r reader) References(ids []string) ([]graph.Fact, error) {
	return read(r, "references", scanFact, ids)
}

// LinksTo returns the MENTIONS links that end at nodes.
func (r reader) LinksTo(nodes []string) ([]graph.Link, error) {
	return read(r, "links_to", scanLink, nodes)
}
