// purpose: the ids of all nodes of label Article, for the export
// note: no parameters
MATCH (n:Article)
RETURN n.id AS key
