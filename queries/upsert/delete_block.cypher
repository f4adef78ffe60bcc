// purpose: take the further block keys of node claims away
// param keys: ids of evidence
UNWIND $keys AS key
MATCH (b:Block {evidence: key}) USING INDEX SEEK b:Block(evidence)
DELETE b
