// purpose: the keys of all facts of a relationship type, whose name stands for {{TYPE}}, for the export
// note: no parameters
MATCH ()-[r:{{TYPE}}]->()
RETURN r.key AS key
