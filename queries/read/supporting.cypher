// purpose: relation claims that support facts
// param keys: keys of facts
UNWIND $keys AS key
MATCH (n:Evidence {fact: key}) USING INDEX SEEK n:Evidence(fact)
MATCH (a:Article)-[:EVIDENCE]->(n)
RETURN properties(n) AS props, a.id AS article, a.wire AS hash
