// purpose: the events and agreements that each article tells of
// note: an id of an event is shared by the articles that tell of the same one
// column article: the id that the input gave, else the id of the article
// column event: id of the event or agreement
// column kind: meeting, summit, treaty ...
// column date date: empty if unknown
// column participants list: codes of states, English names of people and organizations, and the acronyms of these
// example: mithaq query article_events --format json
MATCH (a:Article)-[:REPORTS]->(n:Entity)
CALL (n) {
  MATCH (m:Evidence {node: n.id})<-[:EVIDENCE]-(a:Article)
  UNWIND coalesce(m.participants, []) AS ref
  OPTIONAL MATCH (local:Evidence {id: a.id + ref})
  WITH DISTINCT coalesce(local.node, ref) AS id
  MATCH (w:Entity {id: id})
  WITH w ORDER BY w.id
  UNWIND CASE WHEN w:State THEN [w.id] WHEN w.acronym IS NULL THEN [coalesce(w.name_en, w.name)] ELSE [coalesce(w.name_en, w.name), w.acronym] END AS name
  RETURN collect(name) AS participants
}
RETURN coalesce(a.record, a.id) AS article, n.id AS event, coalesce(n.kind, '') AS kind, coalesce(n.date, '') AS date, participants
ORDER BY article, event
