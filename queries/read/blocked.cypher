// purpose: node claims that carry one of these block keys, as far as they are compared
// param keys: block keys
UNWIND $keys AS key
CALL (key) {
  MATCH (n:Evidence {b0: key}) USING INDEX SEEK n:Evidence(b0) RETURN n
  UNION MATCH (n:Evidence {b1: key}) USING INDEX SEEK n:Evidence(b1) RETURN n
  UNION MATCH (n:Evidence {b2: key}) USING INDEX SEEK n:Evidence(b2) RETURN n
  UNION MATCH (n:Evidence {b3: key}) USING INDEX SEEK n:Evidence(b3) RETURN n
  UNION MATCH (b:Block {key: key}) USING INDEX SEEK b:Block(key) MATCH (n:Evidence {id: b.evidence}) USING INDEX SEEK n:Evidence(id) RETURN n
}
WITH DISTINCT n
MATCH (a:Article)-[:EVIDENCE]->(n)
RETURN n {.n, .published, .type, .name_ar, .name_en, .fold, .kind, .ordinal, .state, .nation, .date, .topics, .node, .actors, .site, .moment, .sound, .blocks, .overlay} AS props,
  a.id AS article
