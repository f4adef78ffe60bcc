// purpose: articles by id, record id or URL, each with the key that found it
// param keys: as the user gave them
UNWIND $keys AS key
CALL (key) {
  MATCH (n:Article {id: key}) USING INDEX SEEK n:Article(id) RETURN n
  UNION MATCH (n:Article {record: key}) USING INDEX SEEK n:Article(record) RETURN n
  UNION MATCH (n:Article {url: key}) USING INDEX SEEK n:Article(url) RETURN n
}
RETURN key, n.id AS id ORDER BY key, id
