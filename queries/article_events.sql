-- purpose: the events and agreements that each article tells of
-- note: an id of an event is shared by the articles that tell of the same one
-- column article: the id that the input gave, else the id of the article
-- column event: id of the event or agreement
-- column kind: meeting, summit, treaty ...
-- column date date: empty if unknown
-- column participants list: codes of states, English names of people and organizations, and the acronyms of these
-- example: mithaq query article_events --format json
WITH took_part AS (
  SELECT DISTINCT m.node AS node, coalesce(l.node, p.value) AS id
  FROM evidence m, json_each(m.participants) p LEFT JOIN evidence l ON l.id = m.article || p.value
  WHERE m.node <> ''
), named AS (
  SELECT p.node, p.id, CASE WHEN EXISTS (SELECT 1 FROM entity_label WHERE entity = w.id AND label = 'State') THEN w.id ELSE coalesce(nullif(w.name_en, ''), w.name) END AS name, 0 AS place
  FROM took_part p JOIN entity w ON w.id = p.id
  UNION ALL
  SELECT p.node, p.id, json_extract(w.props, '$.acronym'), 1 FROM took_part p JOIN entity w ON w.id = p.id WHERE json_extract(w.props, '$.acronym') IS NOT NULL
)
SELECT coalesce(nullif(a.record, ''), a.id) AS article, n.id AS event, coalesce(json_extract(n.props, '$.kind'), '') AS kind,
       coalesce(json_extract(n.props, '$.date'), '') AS date,
       (SELECT json_group_array(name) FROM (SELECT w.name AS name FROM named w WHERE w.node = n.id ORDER BY w.id, w.place)) AS participants
FROM link k JOIN article a ON a.id = k.article JOIN entity n ON n.id = k.node
WHERE k.type = 'REPORTS'
ORDER BY article, event
