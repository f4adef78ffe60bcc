// purpose: all claims of articles
// param keys: ids of articles
UNWIND $keys AS key
MATCH (a:Article {id: key}) USING INDEX SEEK a:Article(id)
MATCH (a)-[:EVIDENCE]->(n:Evidence)
RETURN properties(n) AS props, a.id AS article, a.wire AS hash
