// purpose: make the node of the store, the last step of creating it
// param schema: version
// param statements: fingerprint of the schema statements
MERGE (m:MithaqStore {id: 'store'})
ON CREATE SET m.writes = 0, m.program = '', m.locked_at = ''
SET m.schema = $schema, m.statements = $statements
