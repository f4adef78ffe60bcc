package neo4j

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strings"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"mithaq/graph"
	"mithaq/queries"
)

// schemaVersion is raised when the model of stored nodes changes; new constraints and indexes need no new version.
const schemaVersion = 3

const typeMark = "{{TYPE}}"

// statements reads all statement files, those for a relationship type once per type as "upsert/put_fact.cypher MET".
func statements() (map[string]string, error) {
	texts := map[string]string{}
	for _, dir := range []string{"schema", "read", "upsert"} {
		names, err := queries.Statements(dir, ".cypher")
		if err != nil {
			return nil, err
		}
		for _, name := range names {
			text, err := queries.Statement(name)
			if err != nil {
				return nil, err
			}
			if !strings.Contains(text, typeMark) {
				texts[name] = text
				continue
			}
			for _, t := range graph.RelationshipTypes() {
				texts[name+" "+t] = strings.ReplaceAll(text, typeMark, t)
			}
		}
	}
	entityStatements(texts)
	return texts, nil
}

// schema returns the names of the schema statements in order, and a fingerprint of their texts.
func (s *Store) schema() (names []string, fingerprint string) {
	h := sha256.New()
	for _, name := range sortedKeys(s.texts) {
		if strings.HasPrefix(name, "schema/") {
			names = append(names, name)
			h.Write([]byte(s.texts[name] + "\x00"))
		}
	}
	return names, hex.EncodeToString(h.Sum(nil))[:16]
}

// storeNode is what the store's own node says.
type storeNode struct {
	schema, writes      int64
	statements, program string
}

func (t *tx) storeNode() (n storeNode, ok bool, err error) {
	rows, err := t.run("read/store.cypher", nil)
	if err != nil || len(rows) == 0 {
		return n, false, err
	}
	m := rows[0].AsMap()
	n.schema, _ = m["schema"].(int64)
	n.writes, _ = m["writes"].(int64)
	return storeNode{n.schema, n.writes, text(m["statements"]), text(m["program"])}, true, nil
}

// prepare looks whose database this is, and makes the schema where it is missing.
func (s *Store) prepare(ctx context.Context) error {
	if err := s.driver.VerifyConnectivity(ctx); err != nil {
		return err
	}
	var node storeNode
	var known bool
	var foreign []string
	err := s.read(ctx, func(t *tx) (err error) {
		if node, known, err = t.storeNode(); err != nil || known {
			return err
		}
		rows, err := t.run("read/any_node.cypher", nil)
		if len(rows) > 0 {
			foreign = append([]string{""}, texts(rows[0].AsMap()["labels"])...)
		}
		return err
	})
	if err != nil {
		return err
	}
	names, fingerprint := s.schema()
	switch {
	case foreign != nil:
		return fmt.Errorf("%w (a node with label %q): use an empty database", ErrForeign, strings.Join(foreign[1:], ":"))
	case known && node.schema > schemaVersion:
		return fmt.Errorf("%w (schema %d, this program knows %d): use the newer program", ErrNewer, node.schema, schemaVersion)
	case known && node.schema < schemaVersion:
		return fmt.Errorf("%w (schema %d, this program needs %d): export its articles with the older program, empty it and load them again",
			ErrOlder, node.schema, schemaVersion)
	case known && node.statements == fingerprint:
		return nil
	}
	return s.create(ctx, names, fingerprint)
}

// create makes constraints and indexes, which the server wants apart from data, then the store's node as the sign that
// all of them are there.
func (s *Store) create(ctx context.Context, names []string, fingerprint string) (err error) {
	session := s.session(ctx, driver.AccessModeWrite)
	defer func() { err = errors.Join(err, session.Close(ctx)) }()
	write := func(statement string, params map[string]any) error {
		_, err := session.ExecuteWrite(ctx, func(t driver.ManagedTransaction) (any, error) {
			result, err := t.Run(ctx, statement, params)
			if err != nil {
				return nil, err
			}
			return result.Consume(ctx)
		}, driver.WithTxTimeout(s.opts.Timeout))
		return err
	}
	for _, name := range names {
		if err := write(s.texts[name], nil); err != nil && !isThere(err) {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	if err := write("CALL db.awaitIndexes(600)", nil); err != nil {
		return fmt.Errorf("wait for indexes: %w", err)
	}
	return write(s.texts["upsert/store.cypher"], map[string]any{"schema": int64(schemaVersion), "statements": fingerprint})
}

// isThere reports whether another process made the constraint or index in the same moment, which IF NOT EXISTS does not cover.
func isThere(err error) bool {
	e, ok := serverError(err)
	return ok && e.Code == "Neo.ClientError.Schema.EquivalentSchemaRuleAlreadyExists"
}

// entityStatement returns the name of the statement that writes entities with a set of labels. All sets that the table of
// kinds allows are filled in when the store opens; a label outside of the table is an error.
func (s *Store) entityStatement(labels []string) (string, error) {
	name := "put_entity.cypher " + strings.Join(labels, ":")
	if _, ok := s.texts["upsert/"+name]; !ok {
		return "", fmt.Errorf("write entities: labels %q are not in the table of kinds", labels)
	}
	return name, nil
}

// entityStatements adds the forms of put_entity for the label sets that nodes can have: each label of the table alone, and
// Leader together with Person.
func entityStatements(texts map[string]string) {
	const file = "upsert/put_entity.cypher"
	var all []string
	for _, k := range graph.Kinds() {
		if k.Label != graph.LabelArticle && k.Label != graph.LabelEvidence {
			all = append(all, k.Label)
		}
	}
	sets := [][]string{{graph.LabelLeader, graph.LabelPerson}}
	for _, label := range all {
		sets = append(sets, []string{label})
	}
	for _, set := range sets {
		others := ""
		for _, label := range all {
			if !slices.Contains(set, label) {
				others += ":" + label
			}
		}
		labels := strings.Join(set, ":")
		texts[file+" "+labels] = strings.NewReplacer("{{LABELS}}", ":"+labels, "{{OTHERS}}", others).Replace(texts[file])
	}
	delete(texts, file)
}
