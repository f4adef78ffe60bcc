// purpose: keep notes
// param rows: maps of key and value
UNWIND $rows AS row
MERGE (n:MithaqNote {key: row.key})
SET n.value = row.value
