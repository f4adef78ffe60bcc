// purpose: write facts that the transaction has looked for and not found; runs once for every relationship type, whose name stands for {{TYPE}}
// param rows: maps of subject, object, key and props, sorted by key
UNWIND $rows AS row
MATCH (a:Entity {id: row.subject}) USING INDEX SEEK a:Entity(id)
MATCH (b:Entity {id: row.object}) USING INDEX SEEK b:Entity(id)
CREATE (a)-[r:{{TYPE}}]->(b)
SET r = row.props
