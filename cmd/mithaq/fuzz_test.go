package main

import (
	"encoding/json"
	"strings"
	"testing"

	"mithaq/queries"
)

// FuzzQuery asks each question with anything as its parameters: an answer or wrong usage, never a failure, and nothing on the terminal that
// it obeys.
func FuzzQuery(f *testing.F) {
	e := store(f)
	e.run(f, "load", "-q", seed).exits(exitDone)
	all, err := queries.Questions()
	if err != nil {
		f.Fatal(err)
	}
	for i, q := range all {
		given := map[string]string{}
		for _, word := range strings.Fields(q.Example) {
			if key, value, ok := strings.Cut(word, "="); ok {
				given[key] = value
			}
		}
		for _, p := range q.Params {
			f.Add(uint8(i), p.Name, given[p.Name], "limit", "3")
		}
		f.Add(uint8(i), "name", "' OR 1=1 --", "x", "\x1b[2J")
	}
	f.Fuzz(func(t *testing.T, n uint8, key1, value1, key2, value2 string) {
		if len(value1)+len(value2) > 1<<12 {
			t.Skip()
		}
		q := all[int(n)%len(all)]
		args := []string{"query", "--format", "csv", "--", q.Name, key1 + "=" + value1, key2 + "=" + value2}
		for _, p := range q.Params {
			if !p.Optional && p.Name != key1 && p.Name != key2 {
				args = append(args, p.Name+"="+value1)
			}
		}
		r := e.run(t, args...)
		if r.code != exitDone && r.code != exitUsage && !strings.Contains(r.err, "unknown") {
			t.Errorf("%+q: exit code %d: %s", args, r.code, r.err)
		}
		if i := strings.IndexFunc(r.out+r.err, func(c rune) bool { return c != '\n' && unsafe(c) }); i >= 0 {
			t.Errorf("%+q prints %+q", args, (r.out + r.err)[i:])
		}
	})
}

// FuzzParam reads a value of cypher --param: whatever it is, it can be sent.
func FuzzParam(f *testing.F) {
	for _, s := range []string{"1", "1.0", "1e400", `[1, {"a": null}]`, "true", `"text"`, "text", "01", "9223372036854775808", "[1] 2", "\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		v := paramValue(text)
		if _, err := json.Marshal(v); err != nil {
			t.Errorf("%+q became %v: %v", text, v, err)
		}
	})
}
