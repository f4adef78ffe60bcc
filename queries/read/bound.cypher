// purpose: claims of articles that describe a derived node or have one for an end
// param keys: ids of articles
UNWIND $keys AS key
MATCH (a:Article {id: key}) USING INDEX SEEK a:Article(id)
MATCH (a)-[:EVIDENCE]->(n:Evidence)
WHERE n.node IS NOT NULL OR n.subject STARTS WITH '#' OR n.object STARTS WITH '#'
RETURN properties(n) AS props, a.id AS article, a.wire AS hash
