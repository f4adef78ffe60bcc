// purpose: node claims that make up derived nodes
// param keys: ids of nodes
UNWIND $keys AS key
MATCH (n:Evidence {node: key}) USING INDEX SEEK n:Evidence(node)
MATCH (a:Article)-[:EVIDENCE]->(n)
RETURN properties(n) AS props, a.id AS article, a.wire AS hash
