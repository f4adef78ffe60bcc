// purpose: write MENTIONS relationships that are not there yet
// param rows: maps of article, node and props
UNWIND $rows AS row
MATCH (a:Article {id: row.article}) USING INDEX SEEK a:Article(id)
MATCH (n:Entity {id: row.node}) USING INDEX SEEK n:Entity(id)
CREATE (a)-[r:MENTIONS]->(n)
SET r = row.props
