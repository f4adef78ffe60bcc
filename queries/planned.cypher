// purpose: what is planned or announced
// param actor actor?: by or with whom
// param from date?: first day, month or year
// param to date?: last day, month or year
// column day date: of the act, else of the article
// column subject: who acts, by name
// column act: type of relation
// column object: towards whom or what, by name
// column texts int: how many different texts say so
// column happened bool: some article asserts the same act
// column subject_id: id
// column object_id: id
// column key: what explain takes
// example: mithaq query planned actor=Egypt
MATCH (x:Entity)-[r:PLANNED]->(y:Entity)
WHERE $actor IS NULL OR $actor IN [x.id, y.id]
MATCH (e:Evidence {fact: r.key})<-[:EVIDENCE]-(a:Article)
WITH x, y, r, a.wire AS hash, coalesce(e.date, left(a.published, 10), '') AS day
WHERE ($from IS NULL OR left(day, size($from)) >= left($from, size(day)))
  AND ($to IS NULL OR left(day, size($to)) <= left($to, size(day)))
WITH x, y, r, day, count(DISTINCT hash) AS texts
RETURN day, x.name AS subject, r.act AS act, y.name AS object, texts,
       EXISTS { MATCH (x)-[d]->(y) WHERE type(d) = r.act AND d.support > 0 } AS happened, x.id AS subject_id, y.id AS object_id, r.key AS key
ORDER BY day = '', day, key
