// purpose: what tells whether articles changed
// param keys: ids
UNWIND $keys AS key
MATCH (n:Article {id: key}) USING INDEX SEEK n:Article(id)
RETURN n.id AS id, n.digest AS digest, n.published AS published
