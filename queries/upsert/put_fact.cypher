// purpose: write facts as a whole; runs once for every relationship type, whose name stands for {{TYPE}}
// note: MERGE would lock both ends and find deadlocks on hot nodes; this starts from the unique key
// param rows: maps of subject, object, key and props, sorted by key
UNWIND $rows AS row
OPTIONAL MATCH ()-[r:{{TYPE}} {key: row.key}]->() USING INDEX SEEK r:{{TYPE}}(key)
CALL (row, r) { WITH row, r WHERE r IS NOT NULL SET r = row.props }
CALL (row, r) {
  WITH row, r WHERE r IS NULL
  MATCH (a:Entity {id: row.subject}) USING INDEX SEEK a:Entity(id)
  MATCH (b:Entity {id: row.object}) USING INDEX SEEK b:Entity(id)
  CREATE (a)-[n:{{TYPE}}]->(b)
  SET n = row.props
}
RETURN count(r) AS found
