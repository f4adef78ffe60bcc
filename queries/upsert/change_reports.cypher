// purpose: write REPORTS relationships that are there
// param rows: maps of article, node and props
UNWIND $rows AS row
MATCH (a:Article {id: row.article}) USING INDEX SEEK a:Article(id)
MATCH (a)-[r:REPORTS]->(n:Entity {id: row.node})
SET r = row.props
RETURN count(r) AS found
