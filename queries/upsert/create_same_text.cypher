// purpose: write SAME_TEXT relationships that are not there yet
// param rows: maps of article, node and props
UNWIND $rows AS row
MATCH (a:Article {id: row.article}) USING INDEX SEEK a:Article(id)
MATCH (n:Article {id: row.node}) USING INDEX SEEK n:Article(id)
CREATE (a)-[r:SAME_TEXT]->(n)
SET r = row.props
