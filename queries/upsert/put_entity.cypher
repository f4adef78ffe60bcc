// purpose: write entities as a whole; runs once for every set of labels, {{LABELS}} stands for the set and {{OTHERS}} for all other labels
// param rows: maps of all properties
UNWIND $rows AS row
MERGE (n:Entity {id: row.id})
SET n = row
SET n{{LABELS}}
REMOVE n{{OTHERS}}
