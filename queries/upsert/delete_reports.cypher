// purpose: delete REPORTS relationships
// param rows: maps of article and node
UNWIND $rows AS row
MATCH (a:Article {id: row.article}) USING INDEX SEEK a:Article(id)
MATCH (a)-[r:REPORTS]->(n:Entity {id: row.node})
DELETE r
