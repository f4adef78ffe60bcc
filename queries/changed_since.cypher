// purpose: what is new since a day, and what is told again
// param since date: a day, month or year
// param actor actor?: by or with whom
// column change: new (first told then or later) or again
// column first date: first day
// column last date: last day
// column subject: who acts, by name
// column act: type of relation
// column object: towards whom or what, by name
// column status: asserted, planned, alleged or denied
// column texts int: how many different texts say so, over all time
// column subject_id: id
// column object_id: id
// column key: what explain takes
// example: mithaq query changed_since since=2025-11-01
MATCH (x:Entity)-[r]->(y:Entity)
WHERE r.support > 0 AND ($actor IS NULL OR $actor IN [x.id, y.id]) AND left(coalesce(r.last, ''), size($since)) >= left($since, size(coalesce(r.last, '')))
  AND r.last IS NOT NULL
RETURN CASE WHEN left(r.first, size($since)) >= left($since, size(r.first)) THEN 'new' ELSE 'again' END AS change, r.first AS first, r.last AS last,
       x.name AS subject, coalesce(r.act, type(r)) AS act, y.name AS object, CASE WHEN type(r) IN ['PLANNED', 'ALLEGED', 'DENIED'] THEN toLower(type(r)) ELSE 'asserted' END AS status, r.support AS texts, x.id AS subject_id, y.id AS object_id, r.key AS key
ORDER BY last DESC, key
