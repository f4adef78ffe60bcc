// purpose: node claims with a block within one of these reaches, as far as they are compared
// note: all reaches of one key are looked up at once, by the prefix: of a range the server would read all that follows its beginning
// param reaches: maps of key and windows, the latter a list of pairs: from, to
UNWIND $reaches AS reach
CALL (reach) {
  MATCH (n:Evidence) USING INDEX SEEK n:Evidence(b0) WHERE n.b0 STARTS WITH reach.key RETURN n, n.b0 AS block
  UNION MATCH (n:Evidence) USING INDEX SEEK n:Evidence(b1) WHERE n.b1 STARTS WITH reach.key RETURN n, n.b1 AS block
  UNION MATCH (n:Evidence) USING INDEX SEEK n:Evidence(b2) WHERE n.b2 STARTS WITH reach.key RETURN n, n.b2 AS block
  UNION MATCH (n:Evidence) USING INDEX SEEK n:Evidence(b3) WHERE n.b3 STARTS WITH reach.key RETURN n, n.b3 AS block
  UNION MATCH (b:Block) USING INDEX SEEK b:Block(key) WHERE b.key STARTS WITH reach.key
    MATCH (n:Evidence {id: b.evidence}) USING INDEX SEEK n:Evidence(id) RETURN n, b.key AS block
}
WITH n, block, reach
WHERE any(w IN reach.windows WHERE w[0] <= block <= w[1])
WITH DISTINCT n
MATCH (a:Article)-[:EVIDENCE]->(n)
RETURN n {.n, .published, .type, .name_ar, .name_en, .fold, .kind, .ordinal, .state, .nation, .date, .topics, .node, .actors, .site, .moment, .sound, .overlay} AS props,
  a.id AS article
