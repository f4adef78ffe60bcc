// purpose: forget notes
// param keys: their keys
UNWIND $keys AS key
MATCH (n:MithaqNote {key: key}) USING INDEX SEEK n:MithaqNote(key)
DELETE n
