// purpose: write SAME_TEXT relationships that are not there yet
// param rows: maps of article, node and props
UNWIND $rows AS row
MATCH (a:Article {id: row.article})
MATCH (n:Article {id: row.node})
CREATE (a)-[r:SAME_TEXT]->(n)
SET r = row.props
