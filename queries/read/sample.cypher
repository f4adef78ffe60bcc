// purpose: some relation claims that support facts
// param keys: keys of facts
// param limit: how many of each
UNWIND $keys AS key
CALL (key) {
  MATCH (n:Evidence {fact: key}) USING INDEX SEEK n:Evidence(fact)
  RETURN n LIMIT $limit
}
MATCH (a:Article)-[:EVIDENCE]->(n)
RETURN properties(n) AS props, a.id AS article, a.wire AS hash
