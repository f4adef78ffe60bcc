// purpose: facts by key; runs once for every relationship type, whose name stands for {{TYPE}}
// param keys: keys of facts
UNWIND $keys AS key
MATCH (a)-[r:{{TYPE}} {key: key}]->(b) USING INDEX SEEK r:{{TYPE}}(key)
RETURN type(r) AS type, a.id AS subject, b.id AS object, properties(r) AS props
