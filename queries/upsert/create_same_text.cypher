// purpose: write SAME_TEXT relationships that are not there yet
// param rows: maps of article and links, each a map of node and props
UNWIND $rows AS row
MATCH (a:Article {id: row.article}) USING INDEX SEEK a:Article(id)
UNWIND row.links AS link
MATCH (n:Article {id: link.node}) USING INDEX SEEK n:Article(id)
CREATE (a)-[r:SAME_TEXT]->(n)
SET r = link.props
