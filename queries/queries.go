// Package queries holds every statement that the program sends to a database, one statement per file:
//
//	NAME.cypher, NAME.sql   a named question, once for Neo4j and once for the embedded store: same columns, same rows
//	schema/                 tables, constraints and indexes; read/ and upsert/ what a transaction reads and writes
//
// Each file starts with a header of comment lines ("-- " in SQL, "// " in Cypher) that says what the statement is for:
//
//	-- purpose: who met whom in a period
//	-- param state entity?: one of the two; any spelling that the gazetteer knows
//	-- column first date: ...
//	-- example: mithaq query meetings state=CHN
//
// A kind with a question mark marks a parameter that may be left out: the statement then sees null. The kinds are
// those of [Kind]; a column without a kind is text. "note:" lines are for readers of the file.
package queries

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
)

//go:embed *.cypher *.sql schema upsert read
var files embed.FS

// Question is a question that can be asked by name on every store.
type Question struct {
	Name    string
	Purpose string
	Params  []Param
	Columns []Column
	Example string
	Cypher  string
	SQL     string
}

// Param is a parameter of a question.
type Param struct {
	Name     string
	Kind     Kind
	Optional bool
	Text     string
}

// Column is a column of the answer.
type Column struct {
	Name string
	Kind Kind
	Text string
}

// Kind says what a parameter or a column holds.
type Kind string

// The kinds. From Entity on they are text that the caller resolves: a name in any spelling, of anything or of things of one
// label (Actor: a state, person or organization), or a relation type in any case.
const (
	Text   Kind = "text"
	Date   Kind = "date" // day, month or year
	Int    Kind = "int"
	Float  Kind = "float"
	Bool   Kind = "bool"
	List   Kind = "list" // of text
	Entity Kind = "entity"
	Type   Kind = "type"

	State        Kind = "state"
	Person       Kind = "person"
	Organization Kind = "organization"
	Actor        Kind = "actor"
	Topic        Kind = "topic"
)

// Statement returns the text of one statement file, such as "upsert/article.sql", without its header.
func Statement(name string) (string, error) {
	data, err := files.ReadFile(name)
	if err != nil {
		return "", fmt.Errorf("read statement %s: %w", name, err)
	}
	_, body := splitHeader(string(data), mark(name))
	return body, nil
}

// Statements returns the names of the statement files of a folder with an extension, in the order in which they run.
func Statements(dir, ext string) ([]string, error) {
	names, err := fs.Glob(files, path.Join(dir, "*"+ext))
	if err != nil {
		return nil, fmt.Errorf("list statements of %s: %w", dir, err)
	}
	slices.Sort(names)
	return names, nil
}

// Questions returns the named questions in order of name. The error names every file that breaks a rule.
func Questions() ([]Question, error) { return load(files) }

// Find returns one named question.
func Find(name string) (Question, error) {
	all, err := Questions()
	if err != nil {
		return Question{}, err
	}
	for _, q := range all {
		if q.Name == name {
			return q, nil
		}
	}
	return Question{}, fmt.Errorf("question %q: %w", name, ErrUnknown)
}

// ErrUnknown says that there is no question of that name.
var ErrUnknown = errors.New("no question of that name")

// Bind returns a value for every declared parameter, nil for one that was left out.
// A parameter that the question does not have and a required one that is missing are errors.
func (q Question) Bind(given map[string]any) (map[string]any, error) {
	bound := make(map[string]any, len(q.Params))
	var errs []error
	for _, p := range q.Params {
		v := given[p.Name]
		if v == nil && !p.Optional {
			errs = append(errs, fmt.Errorf("question %s: parameter %s is missing (%s)", q.Name, p.Name, p.Text))
		}
		bound[p.Name] = v
	}
	for name := range given {
		if _, ok := bound[name]; !ok {
			errs = append(errs, fmt.Errorf("question %s: it has no parameter %q", q.Name, name))
		}
	}
	return bound, errors.Join(errs...)
}

func load(fsys fs.FS) ([]Question, error) {
	names, err := fs.Glob(fsys, "*.*")
	if err != nil {
		return nil, fmt.Errorf("list questions: %w", err)
	}
	var all []Question
	var errs []error
	for _, file := range names {
		name, ok := strings.CutSuffix(file, ".cypher")
		if !ok {
			if other, isSQL := strings.CutSuffix(file, ".sql"); isSQL && !slices.Contains(names, other+".cypher") {
				errs = append(errs, fmt.Errorf("%s: there is no %s.cypher", file, other))
			}
			continue
		}
		q, err := loadPair(fsys, name)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		all = append(all, q)
	}
	slices.SortFunc(all, func(a, b Question) int { return strings.Compare(a.Name, b.Name) })
	return all, errors.Join(errs...)
}

func loadPair(fsys fs.FS, name string) (Question, error) {
	cypher, err1 := loadFile(fsys, name+".cypher")
	sql, err2 := loadFile(fsys, name+".sql")
	if err := errors.Join(err1, err2); err != nil {
		return Question{}, err
	}
	if err := sameHeader(cypher, sql); err != nil {
		return Question{}, fmt.Errorf("%s.cypher and %s.sql: %w", name, name, err)
	}
	q := cypher.Question
	q.Name, q.Cypher, q.SQL = name, cypher.body, sql.body
	return q, nil
}

func sameHeader(a, b source) error {
	switch {
	case a.Purpose != b.Purpose:
		return errors.New("purpose differs")
	case a.Example != b.Example:
		return errors.New("example differs")
	case !slices.Equal(a.Params, b.Params):
		return errors.New("parameters differ")
	case !slices.Equal(a.Columns, b.Columns):
		return errors.New("columns differ")
	}
	return nil
}
