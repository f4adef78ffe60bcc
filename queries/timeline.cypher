// purpose: what a leader did and what was done to or with the leader, day by day with a sentence
// param person person: the leader
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
// column sentence: the first sentence that says so
// example: mithaq query timeline person="Li Qiang"
MATCH (p:Entity {id: $person})-[r]-(:Entity)
WHERE NOT type(r) IN ['HOLDS_OFFICE', 'MEMBER_OF']
WITH DISTINCT r, startNode(r) AS x, endNode(r) AS y
MATCH (e:Evidence {fact: r.key})<-[:EVIDENCE]-(a:Article)
WITH x, y, r, e, a.wire AS hash, coalesce(e.date, left(a.published, 10), '') AS day
WHERE ($from IS NULL OR left(day, size($from)) >= left($from, size(day)))
  AND ($to IS NULL OR left(day, size($to)) <= left($to, size(day)))
WITH x, y, r, day, hash, e ORDER BY e.id
WITH x, y, r, day, count(DISTINCT hash) AS texts, collect(e.sentence)[0] AS sentence
RETURN day, x.name AS subject, coalesce(r.act, type(r)) AS act, y.name AS object,
       CASE WHEN type(r) IN ['PLANNED', 'ALLEGED', 'DENIED'] THEN toLower(type(r)) ELSE 'asserted' END AS status, texts, x.id AS subject_id, y.id AS object_id, r.key AS key, coalesce(sentence, '') AS sentence
ORDER BY day = '', day, key
