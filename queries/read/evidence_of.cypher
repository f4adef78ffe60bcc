// purpose: all claims of articles
// param keys: ids of articles
UNWIND $keys AS key
MATCH (n:Evidence {article: key}) USING INDEX SEEK n:Evidence(article)
RETURN properties(n) AS props
