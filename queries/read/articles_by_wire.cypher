// purpose: articles of these texts
// param keys: names of texts
UNWIND $keys AS key
MATCH (n:Article {wire: key}) USING INDEX SEEK n:Article(wire)
RETURN properties(n) AS props
