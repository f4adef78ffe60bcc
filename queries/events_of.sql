-- purpose: meetings, summits and other events in which an organization, state or person took part
-- param organization actor: which; a state or a person too
-- param from date?: first day, month or year
-- param to date?: last day, month or year
-- column day date: of the event, else of the first article that tells of it
-- column event: by name
-- column kind: meeting, summit, session, visit ...
-- column ordinal: 30 of the 30th meeting
-- column status: happened, planned ...
-- column place: by name
-- column participants list: by name
-- column articles int: how many articles tell of it
-- column id: what explain takes
-- example: mithaq query events_of organization=SCO
WITH took_part AS (
  SELECT DISTINCT m.node AS node, coalesce(l.node, p.value) AS id
  FROM evidence m, json_each(m.participants) p LEFT JOIN evidence l ON l.id = m.article || p.value
  WHERE m.node <> ''
), told AS (
  SELECT n.id, n.name, n.props, count(*) AS articles,
         coalesce(json_extract(n.props, '$.date'), min(nullif(substr(a.published, 1, 10), '')), '') AS day
  FROM entity n JOIN link k ON k.node = n.id AND k.type = 'REPORTS' JOIN article a ON a.id = k.article
  WHERE n.id IN (SELECT object FROM fact WHERE subject = :organization AND type = 'PARTICIPATED_IN' AND status <> 'denied')
  GROUP BY n.id
)
SELECT n.day AS day, n.name AS event, coalesce(json_extract(n.props, '$.kind'), '') AS kind, coalesce(json_extract(n.props, '$.ordinal'), '') AS ordinal,
       coalesce(json_extract(n.props, '$.status'), '') AS status,
       coalesce((SELECT p.name FROM fact h JOIN entity p ON p.id = h.object WHERE h.subject = n.id AND h.type = 'HELD_IN' AND h.rel IN ('HELD_IN', 'PLANNED')
                 ORDER BY p.id LIMIT 1), '') AS place,
       (SELECT json_group_array(name) FROM (SELECT w.name AS name FROM took_part p JOIN entity w ON w.id = p.id WHERE p.node = n.id ORDER BY w.id)) AS participants,
       n.articles AS articles, n.id AS id
FROM told n
WHERE (:from IS NULL OR substr(n.day, 1, length(:from)) >= substr(:from, 1, length(n.day)))
  AND (:to IS NULL OR substr(n.day, 1, length(:to)) <= substr(:to, 1, length(n.day)))
ORDER BY n.day = '', n.day, n.id
