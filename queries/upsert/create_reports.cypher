// purpose: write REPORTS relationships that are not there yet
// param rows: maps of article and links, each a map of node and props
UNWIND $rows AS row
MATCH (a:Article {id: row.article}) USING INDEX SEEK a:Article(id)
UNWIND row.links AS link
MATCH (n:Entity {id: link.node}) USING INDEX SEEK n:Entity(id)
CREATE (a)-[r:REPORTS]->(n)
SET r = link.props
