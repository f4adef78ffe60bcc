package queries

import (
	"errors"
	"reflect"
	"testing"
	"testing/fstest"
)

// FuzzQuestion reads the two files of a question with anything in them: a question with a name, purpose and columns, or an error.
func FuzzQuestion(f *testing.F) {
	for _, name := range []string{"who_met", "find", "planned", "sources"} {
		cypher, err := files.ReadFile(name + ".cypher")
		if err != nil {
			f.Fatal(err)
		}
		sql, err := files.ReadFile(name + ".sql")
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(cypher), string(sql))
	}
	f.Fuzz(func(t *testing.T, cypher, sql string) {
		dir := fstest.MapFS{"q.cypher": {Data: []byte(cypher)}, "q.sql": {Data: []byte(sql)}}
		all, err := load(dir)
		if again, err2 := load(dir); (err == nil) != (err2 == nil) || !reflect.DeepEqual(all, again) {
			t.Fatalf("read twice: %v, %v", err, err2)
		}
		if err != nil {
			return
		}
		for _, q := range all {
			if q.Name == "" || q.Purpose == "" || len(q.Columns) == 0 || q.Cypher == "" || q.SQL == "" {
				t.Errorf("incomplete: %+v", q)
			}
		}
	})
}

// FuzzBind gives a question any parameters: it binds what it declares and nothing else, or refuses.
func FuzzBind(f *testing.F) {
	f.Add("who_met", "state", "CHN", "from", "2025")
	f.Add("find", "name", "x", "limit", "1")
	f.Fuzz(func(t *testing.T, name, key1, value1, key2, value2 string) {
		q, err := Find(name)
		if err != nil {
			if !errors.Is(err, ErrUnknown) {
				t.Error(err)
			}
			return
		}
		bound, err := q.Bind(map[string]any{key1: value1, key2: value2})
		if err != nil {
			return
		}
		if len(bound) != len(q.Params) {
			t.Errorf("%d parameters are bound, %d declared", len(bound), len(q.Params))
		}
		for _, p := range q.Params {
			v, ok := bound[p.Name]
			if !ok || v == nil && !p.Optional || v != nil && v != value1 && v != value2 {
				t.Errorf("%s is %+q", p.Name, v)
			}
		}
	})
}
