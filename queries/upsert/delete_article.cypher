// purpose: delete nodes of label Article; one that still has a relationship is an error
// param keys: ids
UNWIND $keys AS key
MATCH (n:Article {id: key}) USING INDEX SEEK n:Article(id)
DELETE n
