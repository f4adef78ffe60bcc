package neo4j

import (
	"context"
	"errors"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"mithaq/graph"
)

// attempts is how often a transaction is tried whose failure the driver does not repeat.
const attempts = 5

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
			_, err = t.run("upsert/program.cypher", map[string]any{"program": batch[len(batch)-1].Article.Program})
		}
		return report, err
	})
	return report, s.fail("write to", err)
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
	return report, s.fail("remove from", err)
}

// transact runs do in one transaction under the write lock, again and again where that helps.
func (s *Store) transact(ctx context.Context, do func(*tx) (graph.Report, error)) (graph.Report, error) {
	pause := 50 * time.Millisecond
	for try := 1; ; try++ {
		report, err := s.once(ctx, do)
		if err == nil {
			return report, s.fault("committed")
		}
		if try == attempts || !again(err) {
			return graph.Report{}, err
		}
		select {
		case <-ctx.Done():
			return graph.Report{}, errors.Join(ctx.Err(), err)
		case <-time.After(pause):
			pause *= 2
		}
	}
}

func (s *Store) once(ctx context.Context, do func(*tx) (graph.Report, error)) (report graph.Report, err error) {
	session := s.session(ctx, driver.AccessModeWrite)
	defer func() { err = errors.Join(err, session.Close(context.WithoutCancel(ctx))) }()
	_, err = session.ExecuteWrite(ctx, func(managed driver.ManagedTransaction) (any, error) {
		t := &tx{ctx: ctx, store: s, tx: managed}
		if err := t.lock(); err != nil {
			return nil, err
		}
		if report, err = do(t); err != nil {
			return nil, err
		}
		return nil, s.fault("commit")
	}, driver.WithTxTimeout(s.opts.Timeout))
	return report, err
}

// lock takes the write lock and makes sure that the store is still the one that was opened.
func (t *tx) lock() error {
	rows, err := t.run("upsert/lock.cypher", map[string]any{"at": t.store.opts.Clock().UTC().Format(time.RFC3339)})
	if err != nil {
		return err
	}
	if len(rows) != 1 || number(rows[0].Values[0]) != schemaVersion {
		return ErrGone
	}
	return t.store.fault("locked")
}

// find returns the ids of the articles that were meant, and what names none.
func (t *tx) find(keys []string) (ids, missing []string, err error) {
	if len(keys) == 0 {
		return nil, nil, nil
	}
	rows, err := t.run("read/find_articles.cypher", map[string]any{"keys": keys})
	if err != nil {
		return nil, nil, err
	}
	named := map[string]bool{}
	seen := map[string]bool{}
	for _, r := range rows {
		key, id := text(r.Values[0]), text(r.Values[1])
		named[key] = true
		if !seen[id] {
			seen[id] = true
			ids = append(ids, id)
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
