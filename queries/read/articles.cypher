// purpose: articles by id
// param keys: ids
UNWIND $keys AS key
MATCH (n:Article {id: key}) USING INDEX SEEK n:Article(id)
RETURN properties(n) AS props
