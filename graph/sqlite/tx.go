package sqlite

import (
	"context"
	"database/sql"
	"fmt"

	"mithaq/graph"
	"mithaq/queries"
)

// tx is one transaction under the write lock. The store's mutex is held while it lives.
type tx struct {
	ctx   context.Context
	store *Store
}

var _ graph.Tx = (*tx)(nil)

// stmt returns the prepared statement of a file.
func (s *Store) stmt(ctx context.Context, name string) (*sql.Stmt, error) {
	if stmt, ok := s.stmts[name]; ok {
		return stmt, nil
	}
	text, err := queries.Statement(name)
	if err != nil {
		return nil, err
	}
	stmt, err := s.conn.PrepareContext(ctx, text)
	if err != nil {
		return nil, fmt.Errorf("prepare %s: %w", name, err)
	}
	s.stmts[name] = stmt
	return stmt, nil
}

// read runs a read statement inside the transaction. Each list of keys goes in as one JSON array.
func read[T any](t *tx, name string, scan func(scanner) (T, error), keys ...[]string) ([]T, error) {
	if len(keys[0]) == 0 {
		return nil, nil
	}
	stmt, err := t.store.stmt(t.ctx, "read/"+name+".sql")
	if err != nil {
		return nil, err
	}
	args := make([]any, len(keys))
	for i, list := range keys {
		args[i] = encodeList(list)
	}
	rows, err := stmt.QueryContext(t.ctx, args...)
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
func (t *tx) Articles(ids []string) ([]graph.Article, error) {
	return read(t, "articles", scanArticle, ids)
}

// ArticlesByHash returns the articles with one of these texts.
func (t *tx) ArticlesByHash(hashes []string) ([]graph.Article, error) {
	return read(t, "articles_by_hash", scanArticle, hashes)
}

// EvidenceOf returns all claims of articles.
func (t *tx) EvidenceOf(articles []string) ([]graph.Evidence, error) {
	return read(t, "evidence_of", scanEvidence, articles)
}

// LinksOf returns the links that start at articles.
func (t *tx) LinksOf(articles []string) ([]graph.Link, error) {
	return read(t, "links_of", scanLink, articles)
}

// Blocked returns the node claims that carry one of the block keys.
func (t *tx) Blocked(keys []string) ([]graph.Evidence, error) {
	return read(t, "blocked", scanEvidence, keys)
}

// Members returns the node claims of derived nodes.
func (t *tx) Members(nodes []string) ([]graph.Evidence, error) {
	return read(t, "members", scanEvidence, nodes)
}

// Supporting returns the relation claims that support facts.
func (t *tx) Supporting(facts []string) ([]graph.Evidence, error) {
	return read(t, "supporting", scanEvidence, facts)
}

// Facts returns facts by key.
func (t *tx) Facts(keys []string) ([]graph.Fact, error) {
	return read(t, "facts", scanFact, keys)
}

// Entities returns entities by id.
func (t *tx) Entities(ids []string) ([]graph.Entity, error) {
	return read(t, "entities", scanEntity, ids)
}

// MentionedElsewhere returns those ids that an article outside of except mentions.
func (t *tx) MentionedElsewhere(ids, except []string) ([]string, error) {
	return read(t, "mentioned_elsewhere", scanString, ids, except)
}

// InOffice returns those ids that are the subject of an asserted HOLDS_OFFICE fact other than those in except.
func (t *tx) InOffice(ids, except []string) ([]string, error) {
	return read(t, "in_office", scanString, ids, except)
}

// References returns the reference facts that have one of the ids as an end.
func (t *tx) References(ids []string) ([]graph.Fact, error) {
	return read(t, "references", scanFact, ids)
}
