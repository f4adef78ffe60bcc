// purpose: node claims that make up derived nodes, as far as they are compared
// param keys: ids of nodes
UNWIND $keys AS key
MATCH (n:Evidence {node: key}) USING INDEX SEEK n:Evidence(node)
MATCH (a:Article)-[:EVIDENCE]->(n)
RETURN n {.n, .published, .type, .name_ar, .name_en, .fold, .kind, .ordinal, .state, .nation, .date, .topics, .node, .actors, .site, .moment, .sound, .overlay} AS props,
  a.id AS article
