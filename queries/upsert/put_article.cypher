// purpose: write articles as a whole
// param rows: maps of all properties
UNWIND $rows AS row
MERGE (n:Article {id: row.id})
SET n = row
