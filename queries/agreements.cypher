// purpose: agreements, who is party to them and what they are about
// param state actor?: a party, which may be an organization too
// param topic topic?: what they are about
// param from date?: first day, month or year
// param to date?: last day, month or year
// column day date: of the agreement, else of the first article that tells of it
// column agreement: by name
// column kind: treaty, memorandum, joint_statement, ceasefire ...
// column status: signed, in_force, planned ...
// column parties list: by name
// column topics list: what it is about
// column articles int: how many articles tell of it
// column id: what explain takes
// example: mithaq query agreements state=China topic=energy
MATCH (n:Agreement)
CALL (n) {
  MATCH (m:Evidence {node: n.id})<-[:EVIDENCE]-(a:Article)
  UNWIND coalesce(m.participants, []) AS ref
  OPTIONAL MATCH (local:Evidence {id: a.id + ref})
  WITH DISTINCT coalesce(local.node, ref) AS id
  MATCH (w:Entity {id: id})
  WITH w ORDER BY w.id
  RETURN collect(w.id) AS ids, collect(w.name) AS who
}
WITH n, ids, who
WHERE ($state IS NULL OR $state IN ids OR EXISTS { (:Entity {id: $state})-[:SIGNED]->(n) })
  AND ($topic IS NULL OR EXISTS { (n)-[:ABOUT]->(:Entity {id: $topic}) })
MATCH (n)<-[:REPORTS]-(a:Article)
WITH n, who, count(a) AS articles, coalesce(n.date, min(left(a.published, 10)), '') AS day
WHERE ($from IS NULL OR left(day, size($from)) >= left($from, size(day)))
  AND ($to IS NULL OR left(day, size($to)) <= left($to, size(day)))
RETURN day, n.name AS agreement, coalesce(n.kind, '') AS kind, coalesce(n.status, '') AS status, who AS parties, coalesce(n.topics, []) AS topics,
       articles, n.id AS id
ORDER BY day = '', day, id
