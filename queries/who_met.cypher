// purpose: who met whom, day by day
// param state state?: meetings of the state and of its officials
// param person person?: meetings of a person
// param from date?: first day, month or year
// param to date?: last day, month or year
// column day date: of the meeting, else of the article
// column one: a name
// column other: a name
// column status: asserted, planned, alleged or denied
// column texts int: how many different texts say so
// column one_id: id
// column other_id: id
// column key: what explain takes
// example: mithaq query who_met state=China from=2025-01
CALL () {
  WITH $person AS id WHERE id IS NOT NULL
  MATCH (:Entity {id: id})-[r:MET|PLANNED|ALLEGED|DENIED]-(:Entity) RETURN r
  UNION
  WITH $state AS id WHERE id IS NOT NULL AND $person IS NULL
  MATCH (:Entity {id: id})-[r:MET|PLANNED|ALLEGED|DENIED]-(:Entity) RETURN r
  UNION
  WITH $state AS id WHERE id IS NOT NULL AND $person IS NULL
  MATCH (:Entity {id: id})<-[:HOLDS_OFFICE]-(:Entity)-[r:MET|PLANNED|ALLEGED|DENIED]-(:Entity) RETURN r
  UNION
  WITH 1 AS all WHERE $person IS NULL AND $state IS NULL
  MATCH (:Entity)-[r:MET|PLANNED|ALLEGED|DENIED]->(:Entity) RETURN r
}
WITH r, startNode(r) AS x, endNode(r) AS y
WHERE coalesce(r.act, type(r)) = 'MET'
  AND ($state IS NULL OR $state IN [x.id, y.id]
       OR EXISTS { (x)-[:HOLDS_OFFICE]->(:Entity {id: $state}) } OR EXISTS { (y)-[:HOLDS_OFFICE]->(:Entity {id: $state}) })
MATCH (e:Evidence {fact: r.key})<-[:EVIDENCE]-(a:Article)
WITH x, y, r, a.wire AS hash, coalesce(e.date, left(a.published, 10), '') AS day
WHERE ($from IS NULL OR left(day, size($from)) >= left($from, size(day)))
  AND ($to IS NULL OR left(day, size($to)) <= left($to, size(day)))
WITH x, y, r, day, count(DISTINCT hash) AS texts
RETURN day, x.name AS one, y.name AS other, CASE WHEN type(r) = 'MET' THEN 'asserted' ELSE toLower(type(r)) END AS status, texts,
       x.id AS one_id, y.id AS other_id, r.key AS key
ORDER BY day = '', day, key
