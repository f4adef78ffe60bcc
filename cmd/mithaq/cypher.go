package main

import (
	"context"
	"encoding/json"
	"strings"

	"github.com/spf13/cobra"

	"mithaq/graph"
	"mithaq/graph/neo4j"
)

type cypherOptions struct {
	statement string
	params    []string
	rowFlags
}

func newCypherCmd(a *app) *cobra.Command {
	var o cypherOptions
	cmd := &cobra.Command{
		Use: "cypher STATEMENT", Short: "Run a Cypher statement that reads, on Neo4j",
		Long: `Cypher runs a statement that reads. It needs a graph in Neo4j: --store bolt://HOST:7687.

A value of --param that is a JSON number, list, true, false or null is taken as such, everything else as text. CSV is written as query writes it.`,
		Example: `  mithaq cypher 'MATCH (l:Leader)-[:MET]-(o:Leader) RETURN l.name, o.name LIMIT 10'
  mithaq cypher 'MATCH (s:State {id: $id})--(x:Entity) RETURN x.name' --param id=CHN`,
		Args: args(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, list []string) error {
			o.statement = list[0]
			return a.cypher(cmd.Context(), o)
		},
	}
	cmd.Flags().StringArrayVar(&o.params, "param", nil, "parameter of the statement, name=value; may be given several times")
	o.add(cmd)
	return cmd
}

// needsNeo4j is what whoever has the embedded store can do.
const needsNeo4j = `Cypher needs a graph in Neo4j; %s is the embedded store, which answers named questions (mithaq query).
Start Neo4j (docker compose up -d --wait), load the articles there and ask again:
  export MITHAQ_STORE=bolt://localhost:7687 NEO4J_USERNAME=neo4j NEO4J_PASSWORD=...
  mithaq load PATH...`

func (a *app) cypher(ctx context.Context, o cypherOptions) error {
	if err := o.check(); err != nil {
		return err
	}
	given, err := pairs(o.params)
	if err != nil {
		return usagef("--param: %w", err)
	}
	if err := a.checkLocation(); err != nil {
		return err
	}
	if !isURI(a.location()) {
		return usagef(needsNeo4j, a.location())
	}
	values := make(map[string]any, len(given))
	for key, text := range given {
		values[key] = paramValue(text)
	}
	return a.withStore(ctx, nil, func(s graph.Store) error {
		t, err := s.(*neo4j.Store).Cypher(ctx, o.statement, values)
		if err != nil {
			return err
		}
		return a.printTable(t, o.rowFlags)
	})
}

// paramValue reads a value as JSON if it is a JSON value other than text, else as text.
func paramValue(text string) any {
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	var v any
	if err := d.Decode(&v); err != nil || d.More() {
		return text
	}
	return plainValue(v)
}

// plainValue makes integers of numbers without a fraction: the server does not take 1.0 for a limit.
func plainValue(v any) any {
	switch x := v.(type) {
	case json.Number:
		if n, err := x.Int64(); err == nil {
			return n
		}
		f, err := x.Float64()
		if err != nil { // larger than any number of the server
			return x.String()
		}
		return f
	case []any:
		for i := range x {
			x[i] = plainValue(x[i])
		}
	case map[string]any:
		for k := range x {
			x[k] = plainValue(x[k])
		}
	}
	return v
}
