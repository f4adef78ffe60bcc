// purpose: delete SAME_TEXT relationships
// param rows: maps of article and node
UNWIND $rows AS row
MATCH (a:Article {id: row.article}) USING INDEX SEEK a:Article(id)
MATCH (a)-[r:SAME_TEXT]->(n:Article {id: row.node})
DELETE r
