// purpose: claims by id
// param keys: ids
UNWIND $keys AS key
MATCH (n:Evidence {id: key})
RETURN properties(n) AS props
