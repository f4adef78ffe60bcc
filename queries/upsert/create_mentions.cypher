// purpose: write MENTIONS relationships that are not there yet
// param rows: maps of article, node and props
UNWIND $rows AS row
MATCH (a:Article {id: row.article})
MATCH (n:Entity {id: row.node})
CREATE (a)-[r:MENTIONS]->(n)
SET r = row.props
