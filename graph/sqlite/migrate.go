package sqlite

import (
	"context"
	"fmt"

	"mithaq/graph"
	"mithaq/queries"
)

// oldestSchema is the oldest version of the tables that a store is brought up to date from. What came since is how the blocks of node
// claims are made, and their profiles, which only writes look at.
const oldestSchema = 3

// migrate enters all node claims under the blocks of this version.
func (s *Store) migrate(ctx context.Context) error {
	version, err := s.inspect(ctx) // again under the lock: another process may have been faster
	if err != nil || version == schemaVersion {
		return err
	}
	profiles, err := queries.Statement("schema/evidence_profile.sql")
	if err != nil {
		return err
	}
	for _, statement := range []string{"DELETE FROM block", "ALTER TABLE evidence ADD COLUMN profile TEXT NOT NULL DEFAULT ''", profiles} {
		if err := s.exec(ctx, statement); err != nil {
			return err
		}
	}
	t := s.newTx(ctx)
	for last := ""; ; {
		page, err := allRows(t.reader, "trait_page", scanTrait, last)
		if err != nil {
			return err
		}
		if len(page) == 0 {
			return s.exec(ctx, fmt.Sprintf("PRAGMA user_version = %d", schemaVersion))
		}
		w := &writer{tx: t}
		for i, e := range page {
			page[i].Blocks = graph.Blocks(e)
		}
		putAll(w, "set_blocks", page, func(e graph.Evidence, run func(...any)) { run(encodeList(e.Blocks), graph.Profile(e), e.ID()) })
		w.putBlocks(page)
		if w.err != nil {
			return fmt.Errorf("bring schema %d up to %d: %w", version, schemaVersion, w.err)
		}
		last = page[len(page)-1].ID()
	}
}
