// purpose: node claims that carry one of these block keys
// param keys: block keys
UNWIND $keys AS key
CALL (key) {
  MATCH (n:Evidence {b0: key}) RETURN n
  UNION MATCH (n:Evidence {b1: key}) RETURN n
  UNION MATCH (n:Evidence {b2: key}) RETURN n
  UNION MATCH (n:Evidence {b3: key}) RETURN n
  UNION MATCH (b:Block {key: key}) MATCH (n:Evidence {id: b.evidence}) RETURN n
}
WITH DISTINCT n
RETURN properties(n) AS props
