// purpose: write SAME_TEXT relationships that are there
// param rows: maps of article, node and props
UNWIND $rows AS row
MATCH (a:Article {id: row.article}) USING INDEX SEEK a:Article(id)
MATCH (a)-[r:SAME_TEXT]->(n:Article {id: row.node})
SET r = row.props
RETURN count(r) AS found
