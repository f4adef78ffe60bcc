// purpose: what two actors and, of states, their officials did to one another, day by day
// param a actor: one of them
// param b actor: the other
// param from date?: first day, month or year
// param to date?: last day, month or year
// column day date: of the act, else of the article
// column subject: who acts, by name
// column act: type of relation
// column object: towards whom or what, by name
// column status: asserted, planned, alleged or denied
// column texts int: how many different texts say so
// column subject_id: id
// column object_id: id
// column key: what explain takes
// example: mithaq query relations_between a=China b=Russia
MATCH (a:Entity {id: $a}), (b:Entity {id: $b})
WHERE a <> b
WITH [a] + COLLECT { MATCH (p:Entity)-[:HOLDS_OFFICE]->(a) RETURN p } AS side_a, [b] + COLLECT { MATCH (p:Entity)-[:HOLDS_OFFICE]->(b) RETURN p } AS side_b
UNWIND side_a AS p
MATCH (p)-[r]-(q:Entity)
WHERE q IN side_b AND NOT type(r) IN ['HOLDS_OFFICE', 'MEMBER_OF', 'PART_OF', 'LOCATED_IN', 'HELD_IN', 'ABOUT', 'RESULTED_IN']
WITH DISTINCT r, startNode(r) AS x, endNode(r) AS y
MATCH (e:Evidence {fact: r.key})<-[:EVIDENCE]-(a:Article)
WITH x, y, r, a.wire AS hash, coalesce(e.date, left(a.published, 10), '') AS day
WHERE ($from IS NULL OR left(day, size($from)) >= left($from, size(day)))
  AND ($to IS NULL OR left(day, size($to)) <= left($to, size(day)))
WITH x, y, r, day, count(DISTINCT hash) AS texts
RETURN day, x.name AS subject, coalesce(r.act, type(r)) AS act, y.name AS object,
       CASE WHEN type(r) IN ['PLANNED', 'ALLEGED', 'DENIED'] THEN toLower(type(r)) ELSE 'asserted' END AS status, texts, x.id AS subject_id, y.id AS object_id, r.key AS key
ORDER BY day = '', day, key
