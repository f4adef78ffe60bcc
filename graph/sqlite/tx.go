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
	reader
	store *Store
}

var (
	_ graph.Tx        = (*tx)(nil)
	_ graph.Sampler   = (*tx)(nil)
	_ graph.Condenser = (*tx)(nil)
)

func (s *Store) newTx(ctx context.Context) *tx {
	return &tx{reader{ctx, func(name string, args ...any) (*sql.Rows, error) {
		stmt, err := s.stmt(ctx, name)
		if err != nil {
			return nil, err
		}
		return stmt.QueryContext(ctx, args...)
	}}, s}
}

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
