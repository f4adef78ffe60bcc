package queries

import (
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"
)

// source is one question file: its header and the statement below it.
type source struct {
	Question
	body string
}

func mark(file string) string {
	if strings.HasSuffix(file, ".sql") {
		return "--"
	}
	return "//"
}

// splitHeader parts the comment lines at the top from the statement.
func splitHeader(text, mark string) (header []string, body string) {
	for {
		line, rest, _ := strings.Cut(text, "\n")
		comment, ok := strings.CutPrefix(line, mark)
		if !ok {
			return header, strings.TrimSpace(text)
		}
		header = append(header, strings.TrimSpace(comment))
		text = rest
	}
}

func loadFile(fsys fs.FS, file string) (source, error) {
	data, err := fs.ReadFile(fsys, file)
	if err != nil {
		return source{}, fmt.Errorf("read question: %w", err)
	}
	var s source
	header, body := splitHeader(string(data), mark(file))
	s.body = body
	var errs []error
	for i, line := range header {
		if err := s.take(line); err != nil {
			errs = append(errs, fmt.Errorf("%s:%d: %w", file, i+1, err))
		}
	}
	for _, err := range []error{s.complete(), s.sameParams(mark(file))} {
		if err != nil {
			errs = append(errs, fmt.Errorf("%s: %w", file, err))
		}
	}
	return s, errors.Join(errs...)
}

// take reads one header line.
func (s *source) take(line string) error {
	head, text, ok := strings.Cut(line, ":")
	text = strings.TrimSpace(text)
	words := strings.Fields(head)
	if !ok || text == "" || len(words) == 0 {
		return fmt.Errorf("header line %q: want WORD: text", line)
	}
	switch {
	case head == "purpose" && s.Purpose == "":
		s.Purpose = text
	case head == "example" && s.Example == "":
		s.Example = text
	case head == "note":
	case words[0] == "param" && len(words) == 3:
		kind, optional := strings.CutSuffix(words[2], "?")
		s.Params = append(s.Params, Param{words[1], Kind(kind), optional, text})
		return checkKind(Kind(kind), Text, Date, Int, List, Entity, Type, State, Person, Organization, Actor, Topic)
	case words[0] == "column" && len(words) == 2:
		s.Columns = append(s.Columns, Column{words[1], Text, text})
	case words[0] == "column" && len(words) == 3:
		s.Columns = append(s.Columns, Column{words[1], Kind(words[2]), text})
		return checkKind(Kind(words[2]), Text, Date, Int, Float, Bool, List)
	default:
		return fmt.Errorf("header line %q: want purpose, param NAME KIND, column NAME [KIND], example or note, once each", line)
	}
	return nil
}

func checkKind(k Kind, allowed ...Kind) error {
	if !slices.Contains(allowed, k) {
		return fmt.Errorf("kind %q: want one of %v", k, allowed)
	}
	return nil
}

func (s *source) complete() error {
	switch {
	case s.Purpose == "":
		return errors.New("header has no purpose")
	case len(s.Columns) == 0:
		return errors.New("header has no column")
	case s.Example == "":
		return errors.New("header has no example")
	case s.body == "":
		return errors.New("no statement below the header")
	}
	return nil
}

var (
	literal     = regexp.MustCompile(`'[^']*'|"[^"]*"`)
	lineComment = map[string]*regexp.Regexp{"--": regexp.MustCompile(`--.*`), "//": regexp.MustCompile(`//.*`)}
	placeholder = map[string]*regexp.Regexp{"--": regexp.MustCompile(`:([A-Za-z_]\w*)`), "//": regexp.MustCompile(`\$([A-Za-z_]\w*)`)}
)

// sameParams checks that the statement uses exactly the declared parameters: :name in SQL, $name in Cypher.
func (s *source) sameParams(mark string) error {
	bare := literal.ReplaceAllString(s.body, "''")
	bare = lineComment[mark].ReplaceAllString(bare, "")
	var used []string
	for _, m := range placeholder[mark].FindAllStringSubmatch(bare, -1) {
		used = append(used, m[1])
	}
	var errs []error
	for _, p := range s.Params {
		if !slices.Contains(used, p.Name) {
			errs = append(errs, fmt.Errorf("parameter %s is declared but not used", p.Name))
		}
	}
	for i, name := range used {
		declared := slices.ContainsFunc(s.Params, func(p Param) bool { return p.Name == name })
		if !declared && !slices.Contains(used[:i], name) {
			errs = append(errs, fmt.Errorf("parameter %s is used but not declared", name))
		}
	}
	return errors.Join(errs...)
}
