// purpose: how many nodes carry each label
// note: no parameters
MATCH (n)
UNWIND labels(n) AS name
RETURN name, count(*) AS count
