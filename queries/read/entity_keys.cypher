// purpose: the ids of all nodes of label Entity, for the export
// note: no parameters
MATCH (n:Entity)
RETURN n.id AS key
