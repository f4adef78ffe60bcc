package sqlite

import (
	"bytes"
	"database/sql"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"mithaq/graph"
)

// The functions below know the order of the columns in the read statements.

type scanner func(dest ...any) error

func scanArticle(scan scanner) (a graph.Article, err error) {
	err = scan(&a.ID, &a.Record, &a.Title, &a.Text, &a.Source, &a.URL, &a.Lang, &a.Published, &a.Hash, &a.Sketch, &a.Wire, &a.Program, &a.LoadedAt, &a.Corrected)
	return a, err
}

func scanEntity(scan scanner) (e graph.Entity, err error) {
	var props []byte
	err = scan(&e.ID, &e.Name, &e.NameAr, &e.NameEn, list[string]{&e.Labels}, list[string]{&e.Aliases}, &props)
	if err == nil {
		e.Props, err = decodeProps(props)
	}
	return e, err
}

func scanEvidence(scan scanner) (e graph.Evidence, err error) {
	var id string
	err = scan(&id, &e.Article, &e.N, &e.Hash, &e.Published, &e.Type, &e.NameAr, &e.NameEn, &e.Fold, &e.Kind, &e.Ordinal,
		&e.Place, list[graph.Ref]{&e.Participants}, &e.State, &e.Nation, &e.Subject, &e.Object, &e.Title, &e.Class, &e.Status,
		&e.Date, list[string]{&e.Topics}, &e.Sentence, &e.Start, &e.End, &e.Rule, &e.Node, &e.Fact,
		&e.Count, list[string]{&e.Surfaces}, list[string]{&e.Actors}, &e.Site, &e.Moment, &e.Sound, list[string]{&e.Blocks}, list[string]{&e.Overlay})
	return e, err
}

// scanTrait reads what [graph.Evidence.Trait] keeps.
func scanTrait(scan scanner) (e graph.Evidence, err error) {
	err = scan(&e.Article, &e.N, &e.Published, &e.Type, &e.NameAr, &e.NameEn, &e.Fold, &e.Kind, &e.Ordinal, &e.State, &e.Nation, &e.Date,
		list[string]{&e.Topics}, &e.Node, list[string]{&e.Actors}, &e.Site, &e.Moment, &e.Sound, list[string]{&e.Overlay})
	return e, err
}

// scanBare reads what [graph.Evidence.Bare] keeps.
func scanBare(scan scanner) (e graph.Evidence, err error) {
	err = scan(&e.Article, &e.N, &e.Hash, &e.Published, &e.Type, &e.Subject, &e.Object, &e.Title, &e.Class, &e.Status, &e.Date,
		list[string]{&e.Topics}, &e.Start, &e.End, &e.Node, &e.Fact, &e.Count, list[string]{&e.Surfaces})
	return e, err
}

func scanFact(scan scanner) (f graph.Fact, err error) {
	err = scan(&f.Key, &f.Type, &f.Subject, &f.Object, &f.Status, &f.Class, &f.Support, &f.Mentions, &f.First, &f.Last,
		list[string]{&f.Topics}, &f.Title, &f.From, &f.To, list[string]{&f.Terms}, &f.Reference)
	return f, err
}

func scanLink(scan scanner) (l graph.Link, err error) {
	err = scan(&l.Type, &l.Article, &l.Node, &l.Count, list[string]{&l.Surfaces}, &l.Start, &l.End)
	return l, err
}

func scanString(scan scanner) (s string, err error) {
	err = scan(&s)
	return s, err
}

// collect reads all rows of an answer.
func collect[T any](rows *sql.Rows, scan func(scanner) (T, error)) ([]T, error) {
	var all []T
	err := each(rows, scan, func(v T) error {
		all = append(all, v)
		return nil
	})
	return all, err
}

func each[T any](rows *sql.Rows, scan func(scanner) (T, error), yield func(T) error) error {
	defer rows.Close()
	for rows.Next() {
		v, err := scan(rows.Scan)
		if err != nil {
			return err
		}
		if err := yield(v); err != nil {
			return err
		}
	}
	return rows.Err()
}

// list reads a JSON array column; an empty array becomes nil.
type list[S ~string] struct{ into *[]S }

func (l list[S]) Scan(v any) error {
	s, ok := v.(string)
	if !ok {
		return fmt.Errorf("read list: got %T", v)
	}
	if s == "[]" {
		*l.into = nil
		return nil
	}
	return json.Unmarshal([]byte(s), l.into)
}

// encodeList writes a JSON array. Most lists are empty or short and need no encoder.
func encodeList[S ~string](l []S) string {
	if len(l) == 0 {
		return "[]"
	}
	var b strings.Builder
	b.WriteByte('[')
	for i, s := range l {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(encode(string(s)))
	}
	b.WriteByte(']')
	return b.String()
}

func encode(s string) string {
	plain := true
	for i := 0; i < len(s); i++ {
		if c := s[i]; c < 0x20 || c == '"' || c == '\\' || c >= 0x7f {
			plain = false
			break
		}
	}
	if plain {
		return `"` + s + `"`
	}
	b, err := marshal(s)
	if err != nil {
		return strconv.Quote(s) // cannot be: a string always has a JSON form
	}
	return string(b)
}

func encodeProps(m map[string]any) (string, error) {
	if len(m) == 0 {
		return "{}", nil
	}
	b, err := marshal(m)
	return string(b), err
}

// marshal is json.Marshal without the HTML escapes, which would stand in the way of LIKE.
func marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}

// decodeProps reads properties; lists of properties hold strings only.
func decodeProps(b []byte) (map[string]any, error) {
	if string(b) == "{}" {
		return nil, nil
	}
	var m map[string]any
	if err := json.Unmarshal(b, &m); err != nil {
		return nil, fmt.Errorf("read properties: %w", err)
	}
	for k, v := range m {
		anys, ok := v.([]any)
		if !ok {
			continue
		}
		strs := make([]string, 0, len(anys))
		for _, a := range anys {
			s, _ := a.(string)
			strs = append(strs, s)
		}
		m[k] = strs
	}
	return m, nil
}
