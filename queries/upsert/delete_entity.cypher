// purpose: delete nodes of label Entity; one that still has a relationship is an error
// param keys: ids
UNWIND $keys AS key
MATCH (n:Entity {id: key}) USING INDEX SEEK n:Entity(id)
DELETE n
