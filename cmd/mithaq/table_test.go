package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	"mithaq/graph"
)

func TestSafe(t *testing.T) {
	for in, want := range map[string]string{
		"plain":         "plain",
		"الصين":         "الصين",
		"می‌خواهد":      "می‌خواهد", // the joiner is part of the word
		"a\nb\tc":       "a b c",
		"\x1b[31mred":   `\x1b[31mred`,
		"\u202egnp.exe": `\u202egnp.exe`,
		"\u2066x\u2069": `\u2066x\u2069`,
		"bell\a":        `bell\x07`,
		"c1\u009b":      `c1\u009b`,
		"bad\xff":       `bad\xff`,
		"tag\U000e0041": `tag\U000e0041`,
		"line\u2028sep": "line sep",
		"\u200fيمين":    `\u200fيمين`,
	} {
		if got := safe(in); got != want {
			t.Errorf("safe(%+q) = %+q, want %+q", in, got, want)
		}
		if strings.ContainsFunc(safe(in), unsafe) {
			t.Errorf("safe(%+q) is not safe", in)
		}
	}
}

// TestSafeJSON keeps the value and loses what a terminal obeys.
func TestSafeJSON(t *testing.T) {
	for _, s := range []string{"الصين", "\u202ex", "\x7f", "\u009b31m", "tag\U000e0041", "a\nb", "\u2028", `back\slash "quoted"`} {
		b, err := jsonBytes(s)
		if err != nil {
			t.Fatal(err)
		}
		var back string
		if err := json.Unmarshal(b, &back); err != nil || back != s {
			t.Errorf("%+q came back as %+q, %v", s, back, err)
		}
		if bytes.ContainsFunc(b, unsafe) {
			t.Errorf("%+q is written as %+q", s, b)
		}
	}
}

func TestColumns(t *testing.T) {
	for in, want := range map[string]int{"abc": 3, "الصين": 5, "الصِّين": 5, "中国": 4, "e\u0301": 1, "": 0, "می‌خواهد": 7} {
		if got := columns(in); got != want {
			t.Errorf("columns(%+q) = %d, want %d", in, got, want)
		}
	}
}

func TestTable(t *testing.T) {
	table := graph.Table{Columns: []string{"name", "n", "list"}, Rows: [][]any{
		{"الصين", int64(12), []string{"a", "b"}},
		{"中国", int64(3), []string{}},
		{"x\x1b[2J\ny", nil, []string{"\u202e"}},
	}}
	var b bytes.Buffer
	if err := writeTable(&b, table, false); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(b.String(), "\n"), "\n")
	if len(lines) != 5 {
		t.Fatalf("lines: %q", lines)
	}
	at := columns(lines[0][:strings.Index(lines[0], "list")])
	for i, cell := range map[int]string{2: "a; b", 4: `\u202e`} {
		if n := columns(lines[i][:strings.Index(lines[i], cell)]); n != at {
			t.Errorf("line %d: the last column begins at %d, want %d: %+q", i, n, at, lines[i])
		}
	}
	if strings.ContainsFunc(b.String(), func(r rune) bool { return r != '\n' && unsafe(r) }) {
		t.Errorf("the table holds unsafe characters: %+q", b.String())
	}
	b.Reset()
	if err := writeJSONRows(&b, table); err != nil {
		t.Fatal(err)
	}
	var rows []map[string]any
	if err := json.Unmarshal(b.Bytes(), &rows); err != nil || len(rows) != 3 || rows[2]["name"] != "x\x1b[2J\ny" || rows[0]["n"] != 12.0 {
		t.Errorf("%v: %s", err, b.String())
	}
	b.Reset()
	if err := writeJSONRows(&b, graph.Table{Columns: []string{"a"}}); err != nil || b.String() != "[]\n" {
		t.Errorf("%q", b.String())
	}
}

// TestCSV opens in a spreadsheet and on a terminal as what it is: text.
func TestCSV(t *testing.T) {
	for _, test := range []struct {
		value     any
		cell, raw string
	}{
		{"الصين", "الصين", "الصين"},
		{"=cmd|' /C calc'!A0", `'=cmd|' /C calc'!A0`, "=cmd|' /C calc'!A0"},
		{"+1", "'+1", "+1"},
		{"-2+3", "'-2+3", "-2+3"},
		{"@SUM(A1)", "'@SUM(A1)", "@SUM(A1)"},
		{"\t=1", "' =1", "\t=1"},
		{"\r\n=1", "'  =1", "\r\n=1"},
		{" \u00a0=1", "' \u00a0=1", " \u00a0=1"},
		{"＝1", "'＝1", "＝1"},
		{[]string{"=a", "b"}, "'=a; b", "=a; b"},
		{"a=b", "a=b", "a=b"},
		{"a,\"b\"", "a,\"b\"", "a,\"b\""},
		{"\x1b[2J", `\x1b[2J`, "\x1b[2J"},
		{"\u202egnp", `\u202egnp`, "\u202egnp"},
		{"", "", ""},
		{nil, "", ""},
		{int64(-3), "-3", "-3"},
		{-1.5, "-1.5", "-1.5"},
	} {
		table := graph.Table{Columns: []string{"a"}, Rows: [][]any{{test.value}}}
		for _, f := range []struct {
			rowFlags
			want string
		}{{rowFlags{formatCSV, false}, test.cell}, {rowFlags{formatCSV, true}, test.raw}} {
			var out bytes.Buffer
			if err := (&app{out: &out}).printTable(table, f.rowFlags); err != nil {
				t.Fatal(err)
			}
			rows, err := csv.NewReader(&out).ReadAll()
			if f.want == "" { // the reader skips a line that is empty
				rows, err = [][]string{{"a"}, {""}}, nil
			}
			if want := strings.ReplaceAll(f.want, "\r\n", "\n"); err != nil || len(rows) != 2 || rows[1][0] != want {
				t.Errorf("%+q, raw %t: %+q, %v, want %+q", test.value, f.raw, rows, err, want)
			}
		}
	}
	var out bytes.Buffer
	if err := (&app{out: &out, terminal: true}).printTable(graph.Table{Columns: []string{"a"}, Rows: [][]any{{"=\x1b[2J"}}}, rowFlags{formatCSV, true}); err != nil || out.String() != "a\n=\\x1b[2J\n" {
		t.Errorf("raw on a terminal: %+q, %v", out.String(), err)
	}
}
