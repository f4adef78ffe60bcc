package queries

import (
	"strings"
	"testing"
	"testing/fstest"
)

func TestQuestionsLoad(t *testing.T) {
	all, err := Questions()
	if err != nil {
		t.Fatal(err)
	}
	for i, q := range all {
		if i > 0 && all[i-1].Name >= q.Name {
			t.Errorf("question %s comes after %s", q.Name, all[i-1].Name)
		}
		if q.Cypher == "" || q.SQL == "" || !strings.Contains(q.Example, q.Name) {
			t.Errorf("question %s: statement or example of its name missing: %q", q.Name, q.Example)
		}
	}
}

func TestStatementsHaveAPurpose(t *testing.T) {
	for _, dir := range []string{"schema", "upsert", "read"} {
		for _, ext := range []string{".sql", ".cypher"} {
			names, err := Statements(dir, ext)
			if err != nil {
				t.Fatal(err)
			}
			for _, name := range names {
				data, err := files.ReadFile(name)
				if err != nil {
					t.Fatal(err)
				}
				header, body := splitHeader(string(data), mark(name))
				if len(header) == 0 || !strings.HasPrefix(header[0], "purpose: ") || body == "" {
					t.Errorf("%s: want a header that starts with purpose, and a statement", name)
				}
			}
		}
	}
}

func TestFind(t *testing.T) {
	if q, err := Find("label_counts"); err != nil || q.Name != "label_counts" {
		t.Errorf("Find = %v, %v", q.Name, err)
	}
	if _, err := Find("no_such"); err == nil || !strings.Contains(err.Error(), `"no_such"`) {
		t.Errorf("Find of an unknown name: %v", err)
	}
}

const goodCypher = `// purpose: p
// param a text: one
// param b date?: two
// note: anything
// column x int: three
// example: mithaq query q a=1
MATCH (n {v: $a}) WHERE $b IS NULL OR n.t = '$no' RETURN 1 AS x // $not`

const goodSQL = `-- purpose: p
-- param a text: one
-- param b date?: two
-- column x int: three
-- example: mithaq query q a=1
SELECT 1 AS x FROM t WHERE v = :a AND (:b IS NULL OR w = ':no') -- :not`

func TestLoadPairs(t *testing.T) {
	tests := []struct {
		name          string
		cypher, sql   string
		want          string // part of the error; empty if it is right
		missingSQL    bool
		missingCypher bool
	}{
		{name: "right", cypher: goodCypher, sql: goodSQL},
		{name: "no sql", cypher: goodCypher, missingSQL: true, want: "q.sql"},
		{name: "no cypher", sql: goodSQL, missingCypher: true, want: "q.sql: there is no q.cypher"},
		{name: "purpose differs", cypher: goodCypher, sql: strings.Replace(goodSQL, "purpose: p", "purpose: o", 1), want: "purpose differs"},
		{name: "params differ", cypher: goodCypher, sql: strings.Replace(goodSQL, "date?", "date", 1), want: "parameters differ"},
		{name: "columns differ", cypher: goodCypher, sql: strings.Replace(goodSQL, "x int", "x", 1), want: "columns differ"},
		{name: "unused", cypher: goodCypher, sql: strings.Replace(goodSQL, ":a", "1", 1), want: "a is declared but not used"},
		{name: "undeclared", cypher: goodCypher, sql: goodSQL + "\nAND :c", want: "c is used but not declared"},
		{name: "unknown kind", cypher: strings.Replace(goodCypher, "text", "words", 1), sql: goodSQL, want: "q.cypher:2: kind \"words\""},
		{name: "typing error", cypher: strings.Replace(goodCypher, "param a", "parm a", 1), sql: goodSQL, want: "q.cypher:2: header line"},
		{name: "no example", cypher: goodCypher, sql: strings.Replace(goodSQL, "-- example: mithaq query q a=1\n", "", 1), want: "no example"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			fsys := fstest.MapFS{}
			if !tt.missingCypher {
				fsys["q.cypher"] = &fstest.MapFile{Data: []byte(tt.cypher)}
			}
			if !tt.missingSQL {
				fsys["q.sql"] = &fstest.MapFile{Data: []byte(tt.sql)}
			}
			all, err := load(fsys)
			if tt.want == "" {
				if err != nil || len(all) != 1 || len(all[0].Params) != 2 || !all[0].Params[1].Optional {
					t.Fatalf("load = %+v, %v", all, err)
				}
				return
			}
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Fatalf("load: error %v, want %q", err, tt.want)
			}
		})
	}
}

func TestBind(t *testing.T) {
	q := Question{Name: "q", Params: []Param{{Name: "a"}, {Name: "b", Optional: true}}}
	got, err := q.Bind(map[string]any{"a": "x"})
	if err != nil || got["a"] != "x" || len(got) != 2 {
		t.Errorf("Bind = %v, %v", got, err)
	}
	for _, given := range []map[string]any{{}, {"a": 1, "c": 2}} {
		if _, err := q.Bind(given); err == nil {
			t.Errorf("Bind(%v): no error", given)
		}
	}
}
