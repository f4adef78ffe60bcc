// purpose: acts that some articles assert and others deny
// param actor actor?: by or with whom
// column subject: who acts, by name
// column act: type of relation
// column object: towards whom or what, by name
// column asserted_first date: first day on which it is asserted
// column asserted_last date: last day
// column asserted_texts int: how many different texts assert it
// column denied_first date: first day on which it is denied
// column denied_last date: last day
// column denied_texts int: how many different texts deny it
// column subject_id: id
// column object_id: id
// column key: of the assertion; explain takes it
// column denial_key: of the denial; explain takes it
// example: mithaq query conflicts actor=Iran
MATCH (x:Entity)-[d:DENIED]->(y:Entity)
WHERE $actor IS NULL OR $actor IN [x.id, y.id]
MATCH (x)-[a]->(y)
WHERE type(a) = d.act AND a.support > 0 AND coalesce(a.class, '') = coalesce(d.class, '')
RETURN x.name AS subject, d.act AS act, y.name AS object, coalesce(a.first, '') AS asserted_first, coalesce(a.last, '') AS asserted_last, a.support AS asserted_texts,
       coalesce(d.first, '') AS denied_first, coalesce(d.last, '') AS denied_last, d.support AS denied_texts, x.id AS subject_id, y.id AS object_id, a.key AS key, d.key AS denial_key
ORDER BY key
