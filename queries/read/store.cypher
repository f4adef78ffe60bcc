// purpose: what the node of the store says
// note: no parameters
MATCH (m:MithaqStore {id: 'store'})
RETURN m.schema AS schema, m.statements AS statements, m.program AS program, m.writes AS writes
