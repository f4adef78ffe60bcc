package sqlite

import (
	"context"
	"maps"
	"slices"

	"mithaq/graph"
)

// Versions says which versions of articles the store holds.
func (s *Store) Versions(ctx context.Context, ids []string) (all []graph.Version, err error) {
	err = s.snapshot(ctx, func(r reader) (err error) {
		all, err = read(r, "versions", func(scan scanner) (v graph.Version, err error) {
			err = scan(&v.ID, &v.Digest, &v.Published)
			return v, err
		}, ids)
		return err
	})
	return all, s.fail("read store", err)
}

// Notes returns what is kept under keys.
func (s *Store) Notes(ctx context.Context, keys []string) (map[string]string, error) {
	notes := map[string]string{}
	err := s.snapshot(ctx, func(r reader) error {
		type note struct{ key, value string }
		all, err := read(r, "notes", func(scan scanner) (n note, err error) {
			err = scan(&n.key, &n.value)
			return n, err
		}, keys)
		for _, n := range all {
			notes[n.key] = n.value
		}
		return err
	})
	return notes, s.fail("read store", err)
}

// Remember keeps texts under keys.
func (s *Store) Remember(ctx context.Context, notes map[string]string) error {
	_, err := s.transact(ctx, func(t *tx) (graph.Report, error) {
		w := &writer{tx: t}
		keys := slices.Sorted(maps.Keys(notes))
		gone := slices.DeleteFunc(slices.Clone(keys), func(k string) bool { return notes[k] != "" })
		kept := slices.DeleteFunc(keys, func(k string) bool { return notes[k] == "" })
		putAll(w, "delete_note", gone, func(k string, run func(...any)) { run(k) })
		putAll(w, "put_note", kept, func(k string, run func(...any)) { run(k, notes[k]) })
		return graph.Report{}, w.err
	})
	return s.fail("write to store", err)
}
