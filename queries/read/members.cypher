// purpose: node claims that make up derived nodes
// param keys: ids of nodes
UNWIND $keys AS key
MATCH (n:Evidence {node: key})
RETURN properties(n) AS props
