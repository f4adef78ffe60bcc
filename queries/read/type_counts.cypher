// purpose: how many relationships each type has
// note: no parameters
MATCH ()-[r]->()
RETURN type(r) AS name, count(*) AS count
