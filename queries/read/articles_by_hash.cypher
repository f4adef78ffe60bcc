// purpose: articles with one of these texts
// param keys: hashes
UNWIND $keys AS key
MATCH (n:Article {hash: key}) USING INDEX SEEK n:Article(hash)
RETURN properties(n) AS props
