// purpose: meetings, summits and other events in which an organization, state or person took part
// param organization actor: which; a state or a person too
// param from date?: first day, month or year
// param to date?: last day, month or year
// column day date: of the event, else of the first article that tells of it
// column event: by name
// column kind: meeting, summit, session, visit ...
// column ordinal: 30 of the 30th meeting
// column status: happened, planned ...
// column place: by name
// column participants list: by name
// column articles int: how many articles tell of it
// column id: what explain takes
// example: mithaq query events_of organization=SCO
MATCH (:Entity {id: $organization})-[r:PARTICIPATED_IN|PLANNED|ALLEGED]->(n:Event)
WHERE coalesce(r.act, type(r)) = 'PARTICIPATED_IN'
WITH DISTINCT n
CALL (n) {
  MATCH (m:Evidence {node: n.id})<-[:EVIDENCE]-(a:Article)
  UNWIND coalesce(m.participants, []) AS ref
  OPTIONAL MATCH (local:Evidence {id: a.id + ref})
  WITH DISTINCT coalesce(local.node, ref) AS id
  MATCH (w:Entity {id: id})
  WITH w ORDER BY w.id
  RETURN collect(w.id) AS ids, collect(w.name) AS who
}
MATCH (n)<-[:REPORTS]-(a:Article)
WITH n, who, count(a) AS articles, coalesce(n.date, min(left(a.published, 10)), '') AS day
WHERE ($from IS NULL OR left(day, size($from)) >= left($from, size(day)))
  AND ($to IS NULL OR left(day, size($to)) <= left($to, size(day)))
CALL (n) {
  OPTIONAL MATCH (n)-[h:HELD_IN|PLANNED]->(p:Entity) WHERE coalesce(h.act, type(h)) = 'HELD_IN'
  WITH p ORDER BY p.id
  RETURN coalesce(collect(p.name)[0], '') AS place
}
RETURN day, n.name AS event, coalesce(n.kind, '') AS kind, coalesce(n.ordinal, '') AS ordinal, coalesce(n.status, '') AS status, place,
       who AS participants, articles, n.id AS id
ORDER BY day = '', day, id
