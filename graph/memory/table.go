package memory

import "sort"

// table keeps rows by key, with indexes. Every change can be undone.
type table[R any] struct {
	rows    map[string]R
	indexes []*index[R]
}

// index finds the keys of rows by other keys.
type index[R any] struct {
	of func(R) []string
	at map[string]map[string]bool
}

func newTable[R any](indexes ...*index[R]) *table[R] {
	return &table[R]{map[string]R{}, indexes}
}

func indexBy[R any](of func(R) []string) *index[R] {
	return &index[R]{of, map[string]map[string]bool{}}
}

// put writes a row and returns what takes it back.
func (t *table[R]) put(key string, row R) (undo func()) {
	was, ok := t.rows[key]
	if ok {
		t.unlink(key, was)
	}
	t.rows[key] = row
	t.link(key, row)
	return func() {
		t.unlink(key, row)
		delete(t.rows, key)
		if ok {
			t.rows[key] = was
			t.link(key, was)
		}
	}
}

// remove deletes a row and returns what takes it back. A key without a row is no error.
func (t *table[R]) remove(key string) (undo func()) {
	was, ok := t.rows[key]
	if !ok {
		return func() {}
	}
	t.unlink(key, was)
	delete(t.rows, key)
	return func() {
		t.rows[key] = was
		t.link(key, was)
	}
}

func (t *table[R]) link(key string, row R) {
	for _, x := range t.indexes {
		for _, k := range x.of(row) {
			if x.at[k] == nil {
				x.at[k] = map[string]bool{}
			}
			x.at[k][key] = true
		}
	}
}

func (t *table[R]) unlink(key string, row R) {
	for _, x := range t.indexes {
		for _, k := range x.of(row) {
			delete(x.at[k], key)
			if len(x.at[k]) == 0 {
				delete(x.at, k)
			}
		}
	}
}

// get returns the rows of keys in the order of less.
func (t *table[R]) get(keys []string, less func(a, b R) bool) []R {
	var out []R
	seen := map[string]bool{}
	for _, key := range keys {
		if row, ok := t.rows[key]; ok && !seen[key] {
			seen[key] = true
			out = append(out, row)
		}
	}
	sort.Slice(out, func(i, j int) bool { return less(out[i], out[j]) })
	return out
}

// find returns the rows that an index has under keys.
func (t *table[R]) find(x *index[R], keys []string, less func(a, b R) bool) []R {
	var found []string
	for _, key := range keys {
		for k := range x.at[key] {
			found = append(found, k)
		}
	}
	return t.get(found, less)
}

// all returns every row.
func (t *table[R]) all(less func(a, b R) bool) []R {
	out := make([]R, 0, len(t.rows))
	for _, row := range t.rows {
		out = append(out, row)
	}
	sort.Slice(out, func(i, j int) bool { return less(out[i], out[j]) })
	return out
}
