// purpose: the actors with the most other actors around them
// note: counts what articles assert; what only the gazetteer knows does not count
// param limit int?: how many; 20 if not given
// column actor: by name
// column label: State, Person or Organization
// column neighbours int: other actors
// column facts int: relations to them
// column id: what explain takes
// example: mithaq query most_connected limit=10
MATCH (x:State|Person|Organization)-[r]-(y:State|Person|Organization)
WHERE NOT type(r) IN ['PLANNED', 'ALLEGED', 'DENIED'] AND r.support > 0
WITH x, count(DISTINCT y) AS neighbours, count(r) AS facts
RETURN x.name AS actor, [l IN ['State', 'Person', 'Organization'] WHERE l IN labels(x)][0] AS label, neighbours, facts, x.id AS id
ORDER BY neighbours DESC, facts DESC, id
LIMIT coalesce($limit, 20)
