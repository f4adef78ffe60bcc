// purpose: relation claims that support facts
// param keys: keys of facts
UNWIND $keys AS key
MATCH (n:Evidence {fact: key}) USING INDEX SEEK n:Evidence(fact)
RETURN properties(n) AS props
