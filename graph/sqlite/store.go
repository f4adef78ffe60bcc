package sqlite

import (
	"context"
	"errors"
	"fmt"
	"time"

	"mithaq/graph"
)

// Upsert writes a batch of articles in one transaction.
func (s *Store) Upsert(ctx context.Context, batch []graph.Extraction) (graph.Report, error) {
	stamped := make([]graph.Extraction, len(batch))
	now := s.opts.Clock().UTC().Format(time.RFC3339)
	for i, x := range batch {
		x.Article.LoadedAt = now
		stamped[i] = x
	}
	report, err := s.transact(ctx, func(t *tx) (graph.Report, error) {
		report, err := graph.Apply(t, s.world, stamped)
		if err == nil && len(batch) > 0 {
			err = t.remember("program", batch[len(batch)-1].Article.Program)
		}
		return report, err
	})
	return report, s.fail("write to store", err)
}

// Remove takes articles back, by id, record id or URL.
func (s *Store) Remove(ctx context.Context, ids []string) (graph.Report, error) {
	report, err := s.transact(ctx, func(t *tx) (graph.Report, error) {
		found, missing, err := t.find(ids)
		if err != nil {
			return graph.Report{}, err
		}
		report, err := graph.Remove(t, s.world, found)
		report.Missing = missing
		return report, err
	})
	return report, s.fail("remove from store", err)
}

// transact runs do in one transaction under the write lock: all of it is written, or nothing.
func (s *Store) transact(ctx context.Context, do func(*tx) (graph.Report, error)) (graph.Report, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	switch {
	case s.stmts == nil:
		return graph.Report{}, errors.New("the store is closed")
	case s.opts.ReadOnly:
		return graph.Report{}, fmt.Errorf("%w: it was opened for reading", ErrReadOnly)
	}
	if err := s.exec(ctx, "BEGIN IMMEDIATE"); err != nil {
		return graph.Report{}, err
	}
	report, err := do(s.newTx(ctx))
	if err == nil {
		err = s.fault("commit")
	}
	if err == nil {
		err = s.exec(ctx, "COMMIT")
	}
	if err != nil {
		// Some errors (disk full) have already rolled back; then there is nothing left to do and ROLLBACK says so.
		_ = s.exec(context.WithoutCancel(ctx), "ROLLBACK")
		return graph.Report{}, err
	}
	return report, s.fault("committed")
}

// find returns the ids of the articles that were meant, and what names none.
func (t *tx) find(keys []string) (ids, missing []string, err error) {
	type hit struct{ key, id string }
	hits, err := read(t.reader, "find_articles", func(scan scanner) (h hit, err error) {
		err = scan(&h.key, &h.id)
		return h, err
	}, keys)
	if err != nil {
		return nil, nil, err
	}
	named := map[string]bool{}
	seen := map[string]bool{}
	for _, h := range hits {
		named[h.key] = true
		if !seen[h.id] {
			seen[h.id] = true
			ids = append(ids, h.id)
		}
	}
	for _, key := range keys {
		if !named[key] {
			named[key] = true
			missing = append(missing, key)
		}
	}
	return ids, missing, nil
}

func (t *tx) remember(key, value string) error {
	stmt, err := t.store.stmt(t.ctx, "upsert/put_meta.sql")
	if err != nil {
		return err
	}
	_, err = stmt.ExecContext(t.ctx, key, value)
	return err
}
