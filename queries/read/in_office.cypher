// purpose: which of these entities are the subject of an asserted HOLDS_OFFICE fact outside of a list
// param keys: ids of entities
// param except: keys of the facts that do not count
UNWIND $keys AS key
MATCH (n:Entity {id: key}) USING INDEX SEEK n:Entity(id)
WHERE EXISTS { MATCH (n)-[r:HOLDS_OFFICE]->() WHERE NOT r.key IN $except }
RETURN key
