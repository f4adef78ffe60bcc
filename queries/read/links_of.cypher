// purpose: links that start at articles
// param keys: ids of articles
UNWIND $keys AS key
MATCH (a:Article {id: key}) USING INDEX SEEK a:Article(id)
MATCH (a)-[r:MENTIONS|REPORTS|SAME_TEXT]->(n)
RETURN type(r) AS type, a.id AS article, n.id AS node, properties(r) AS props
