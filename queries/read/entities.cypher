// purpose: entities by id
// param keys: ids
UNWIND $keys AS key
MATCH (n:Entity {id: key}) USING INDEX SEEK n:Entity(id)
RETURN labels(n) AS labels, properties(n) AS props
