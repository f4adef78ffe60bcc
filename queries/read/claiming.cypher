// purpose: which of these articles have claims already
// param keys: ids of articles
UNWIND $keys AS key
MATCH (a:Article {id: key}) USING INDEX SEEK a:Article(id)
WHERE EXISTS { (a)-[:EVIDENCE]->() }
RETURN key
