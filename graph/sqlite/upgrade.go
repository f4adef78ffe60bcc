package sqlite

import (
	"context"
	"fmt"

	"mithaq/queries"
)

// upgrade gives a file of version 1 the tables that it lacks. Its articles are entered so that they are known as unchanged.
func (s *Store) upgrade(ctx context.Context) error {
	version, err := s.inspect(ctx) // again under the lock: another process may have been faster
	if err != nil || version == schemaVersion {
		return err
	}
	for _, name := range []string{"schema/note.sql", "schema/version.sql"} {
		statement, err := queries.Statement(name)
		if err != nil {
			return err
		}
		if err := s.exec(ctx, statement); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	if err := s.enterVersions(ctx); err != nil {
		return fmt.Errorf("enter versions of articles: %w", err)
	}
	return s.exec(ctx, fmt.Sprintf("PRAGMA user_version = %d", schemaVersion))
}

func (s *Store) enterVersions(ctx context.Context) error {
	t := s.newTx(ctx)
	put, err := s.stmt(ctx, "upsert/put_version.sql")
	if err != nil {
		return err
	}
	for last := ""; ; {
		page, err := allRows(t.reader, "article_page", scanArticle, last, "")
		if err != nil || len(page) == 0 {
			return err
		}
		for _, a := range page {
			if _, err := put.ExecContext(ctx, a.ID, a.Digest(), a.Published); err != nil {
				return err
			}
		}
		last = page[len(page)-1].ID
	}
}
