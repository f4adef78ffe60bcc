// purpose: what is denied, or alleged by one side only
// param actor actor?: by or with whom
// column status: alleged or denied
// column subject: who acts, by name
// column act: type of relation
// column object: towards whom or what, by name
// column first date: first day on which it is said
// column last date: last day
// column texts int: how many different texts say so
// column asserted bool: some article asserts the same act
// column subject_id: id
// column object_id: id
// column key: what explain takes
// example: mithaq query disputed actor=Iran
MATCH (x:Entity)-[r:ALLEGED|DENIED]->(y:Entity)
WHERE $actor IS NULL OR $actor IN [x.id, y.id]
RETURN toLower(type(r)) AS status, x.name AS subject, r.act AS act, y.name AS object, coalesce(r.first, '') AS first, coalesce(r.last, '') AS last,
       r.support AS texts, EXISTS { MATCH (x)-[d]->(y) WHERE type(d) = r.act AND d.support > 0 } AS asserted, x.id AS subject_id, y.id AS object_id, r.key AS key
ORDER BY status, key
