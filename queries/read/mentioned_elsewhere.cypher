// purpose: which of these entities an article outside of a list mentions
// param keys: ids of entities
// param except: ids of articles
UNWIND $keys AS key
MATCH (n:Entity {id: key}) USING INDEX SEEK n:Entity(id)
WHERE EXISTS { MATCH (n)<-[:MENTIONS]-(a:Article) WHERE NOT a.id IN $except }
RETURN key
