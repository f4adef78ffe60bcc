package sqlite

import (
	"context"
	"fmt"

	"mithaq/graph"
)

// oldestSchema is the oldest version of the tables that a store is brought up to date from. Versions 3 and 4 differ in what
// the blocks of node claims are, which only writes look at.
const oldestSchema = 3

// migrate enters all node claims under the blocks of this version.
func (s *Store) migrate(ctx context.Context) error {
	version, err := s.inspect(ctx) // again under the lock: another process may have been faster
	if err != nil || version == schemaVersion {
		return err
	}
	if err := s.exec(ctx, "DELETE FROM block"); err != nil {
		return err
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
		putAll(w, "set_blocks", page, func(e graph.Evidence, run func(...any)) { run(encodeList(e.Blocks), e.ID()) })
		putAll(w, "put_block", page, func(e graph.Evidence, run func(...any)) {
			for _, block := range e.Blocks {
				run(block, e.ID())
			}
		})
		if w.err != nil {
			return fmt.Errorf("bring schema %d up to %d: %w", version, schemaVersion, w.err)
		}
		last = page[len(page)-1].ID()
	}
}
