// purpose: claims of articles that describe a derived node or have one for an end, as far as facts and links are made of them
// param keys: ids of articles
UNWIND $keys AS key
MATCH (a:Article {id: key}) USING INDEX SEEK a:Article(id)
MATCH (a)-[:EVIDENCE]->(n:Evidence)
WHERE n.node IS NOT NULL OR n.subject STARTS WITH '#' OR n.object STARTS WITH '#'
RETURN n {.n, .published, .type, .subject, .object, .title, .class, .status, .date, .topics, .start, .end, .node, .fact, .count, .surfaces} AS props, a.id AS article, a.wire AS hash
