package main

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"mithaq/extract"
	"mithaq/extract/article"
	"mithaq/graph"
	"mithaq/queries"
)

// values brings the parameters of a question into the form that its statements take.
func (a *app) values(ctx context.Context, s graph.Store, q queries.Question, given map[string]string) (map[string]any, error) {
	out := map[string]any{}
	for key, text := range given {
		i := slices.IndexFunc(q.Params, func(p queries.Param) bool { return p.Name == key })
		if i < 0 {
			out[key] = text // Bind says that there is no such parameter
			continue
		}
		v, err := a.value(ctx, s, q.Params[i], text)
		if err != nil {
			return nil, usagef("query %s: %s: %w", q.Name, key, err)
		}
		out[key] = v
	}
	return out, nil
}

func (a *app) value(ctx context.Context, s graph.Store, p queries.Param, text string) (any, error) {
	switch p.Kind {
	case queries.Int:
		return parseInt(text)
	case queries.Date:
		d, err := article.ParseDate(text)
		return d[:min(len(d), len(time.DateOnly))], err
	case queries.List:
		return strings.Split(text, ","), nil
	case queries.Type:
		return relationType(text)
	case queries.Text:
		return text, nil
	}
	return a.node(ctx, s, text, labelsOf(p.Kind))
}

func relationType(text string) (string, error) {
	name := strings.ToUpper(strings.ReplaceAll(text, "-", "_"))
	if _, ok := graph.RelationOf(name); !ok {
		var names []string
		for _, r := range graph.Relations() {
			names = append(names, r.Name)
		}
		return "", fmt.Errorf("%q is no relation: want one of %s", text, strings.Join(names, ", "))
	}
	return name, nil
}

// anything stands for nodes of every label.
var anything []string

// labelsOf returns the labels that a kind of parameter takes.
func labelsOf(k queries.Kind) []string {
	switch k {
	case queries.State:
		return []string{graph.LabelState}
	case queries.Person:
		return []string{graph.LabelPerson}
	case queries.Organization:
		return []string{graph.LabelOrganization}
	case queries.Topic:
		return []string{graph.LabelTopic}
	case queries.Actor:
		return []string{graph.LabelState, graph.LabelPerson, graph.LabelOrganization}
	}
	return anything
}

// node returns the id that a text means: an id, a name that the gazetteer knows, or one that the graph holds.
func (a *app) node(ctx context.Context, s graph.Store, text string, labels []string) (string, error) {
	if isID(text) {
		return text, nil
	}
	g, err := a.gazetteer()
	if err != nil {
		return "", err
	}
	if isCode(text) {
		// SCO and UAE look like codes of states and are names.
		if _, ok := extract.NewWorld(g).Entity(text); ok {
			return text, nil
		}
	}
	fits := func(label string) bool { return labels == nil || slices.Contains(labels, label) }
	for _, m := range extract.NewResolver(g).Candidates(text, time.Now().Format(time.DateOnly)) {
		if fits(m.Label) {
			return m.ID, nil
		}
	}
	t, err := s.Ask(ctx, "find", map[string]any{"name": text})
	if err != nil {
		return "", err
	}
	var ids []string
	for _, row := range t.Rows {
		id, _ := row[0].(string)
		if row[1] == graph.LabelLeader {
			row[1] = graph.LabelPerson
		}
		if label, _ := row[1].(string); fits(label) {
			ids = append(ids, id)
		}
	}
	switch {
	case len(ids) == 1:
		return ids[0], nil
	case len(ids) > 1:
		return "", fmt.Errorf("%q may be %s: give the id", text, strings.Join(ids, ", "))
	case labels == nil:
		return "", fmt.Errorf("nothing of the name %q is known", text)
	}
	return "", fmt.Errorf("%q is no %s that is known: mithaq resolve %q says more", text, strings.ToLower(strings.Join(labels, ", ")), text)
}

// isCode tells whether a text may be the code of a state.
func isCode(text string) bool {
	return len(text) == 3 && strings.Trim(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

// isID tells whether a text has the form of an id of the graph that is not a code of a state.
func isID(text string) bool {
	prefix, rest, ok := strings.Cut(text, "/")
	return ok && rest != "" && slices.ContainsFunc(graph.Kinds(), func(k graph.Kind) bool { return k.Prefix == prefix && prefix != "" })
}

// world is what the graph asks about known nodes.
func (a *app) world() (graph.World, error) {
	g, err := a.gazetteer()
	if err != nil {
		return nil, err
	}
	return extract.NewWorld(g), nil
}
