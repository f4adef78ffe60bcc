// purpose: delete facts; runs once for every relationship type, whose name stands for {{TYPE}}
// param keys: sorted
UNWIND $keys AS key
MATCH ()-[r:{{TYPE}} {key: key}]->() USING INDEX SEEK r:{{TYPE}}(key)
DELETE r
