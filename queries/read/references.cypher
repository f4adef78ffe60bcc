// purpose: reference facts that have one of these entities as an end
// param keys: ids of entities
// param types: all relationship types of facts
UNWIND $keys AS key
MATCH (n:Entity {id: key}) USING INDEX SEEK n:Entity(id)
MATCH (n)-[r]-()
WHERE type(r) IN $types AND r.reference
WITH DISTINCT r
RETURN type(r) AS type, startNode(r).id AS subject, endNode(r).id AS object, properties(r) AS props
