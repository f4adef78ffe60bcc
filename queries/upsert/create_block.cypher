// purpose: make a node claim findable under the block keys beyond those that it carries as properties
// param rows: maps of key and evidence
UNWIND $rows AS row
CREATE (b:Block)
SET b = row
