package neo4j

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"mithaq/graph"
)

// Versions says which versions of articles the store holds.
func (s *Store) Versions(ctx context.Context, ids []string) (all []graph.Version, err error) {
	err = s.read(ctx, func(t *tx) (err error) {
		all, err = load(t, "versions.cypher", ids, func(row map[string]any) graph.Version {
			return graph.Version{ID: text(row["id"]), Digest: text(row["digest"]), Published: text(row["published"])}
		}, func(a, b graph.Version) int { return cmp.Compare(a.ID, b.ID) })
		return err
	})
	return all, s.fail("read", err)
}

// Notes returns what is kept under keys.
func (s *Store) Notes(ctx context.Context, keys []string) (map[string]string, error) {
	notes := map[string]string{}
	err := s.read(ctx, func(t *tx) error {
		rows, err := t.run("read/notes.cypher", map[string]any{"keys": full(keys)})
		for _, r := range rows {
			notes[text(r.Values[0])] = text(r.Values[1])
		}
		return err
	})
	return notes, s.fail("read", err)
}

// Remember keeps texts under keys.
func (s *Store) Remember(ctx context.Context, notes map[string]string) error {
	gone, rows := []string{}, []map[string]any{}
	for _, key := range slices.Sorted(maps.Keys(notes)) {
		if notes[key] == "" {
			gone = append(gone, key)
			continue
		}
		rows = append(rows, map[string]any{"key": key, "value": notes[key]})
	}
	_, err := s.transact(ctx, func(t *tx) (graph.Report, error) {
		if _, err := t.run("upsert/delete_note.cypher", map[string]any{"keys": gone}); err != nil {
			return graph.Report{}, err
		}
		_, err := t.run("upsert/put_note.cypher", map[string]any{"rows": rows})
		return graph.Report{}, err
	})
	return s.fail("write to", err)
}
