// purpose: notes by key
// param keys: keys
UNWIND $keys AS key
MATCH (n:MithaqNote {key: key}) USING INDEX SEEK n:MithaqNote(key)
RETURN n.key AS key, n.value AS value
