// purpose: MENTIONS links that end at a node
// param keys: the id of the node
UNWIND $keys AS key
MATCH (n:Entity {id: key}) USING INDEX SEEK n:Entity(id)
MATCH (n)<-[r:MENTIONS]-(a:Article)
RETURN type(r) AS type, a.id AS article, n.id AS node, properties(r) AS props
