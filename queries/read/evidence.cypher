// purpose: claims by id
// param keys: ids
UNWIND $keys AS key
MATCH (n:Evidence {id: key}) USING INDEX SEEK n:Evidence(id)
RETURN properties(n) AS props
