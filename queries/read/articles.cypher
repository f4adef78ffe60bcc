// purpose: articles by id
// param keys: ids
UNWIND $keys AS key
MATCH (n:Article {id: key})
RETURN properties(n) AS props
