-- purpose: agreements, who is party to them and what they are about
-- param state actor?: a party, which may be an organization too
-- param topic topic?: what they are about
-- param from date?: first day, month or year
-- param to date?: last day, month or year
-- column day date: of the agreement, else of the first article that tells of it
-- column agreement: by name
-- column kind: treaty, memorandum, joint_statement, ceasefire ...
-- column status: signed, in_force, planned ...
-- column parties list: by name
-- column topics list: what it is about
-- column articles int: how many articles tell of it
-- column id: what explain takes
-- example: mithaq query agreements state=China topic=energy
WITH took_part AS (
  SELECT DISTINCT m.node AS node, coalesce(l.node, p.value) AS id
  FROM evidence m, json_each(m.participants) p LEFT JOIN evidence l ON l.id = m.article || p.value
  WHERE m.node <> ''
), told AS (
  SELECT n.id, n.name, n.props, count(*) AS articles,
         coalesce(json_extract(n.props, '$.date'), min(nullif(substr(a.published, 1, 10), '')), '') AS day
  FROM entity_label l JOIN entity n ON n.id = l.entity
  JOIN link k ON k.node = n.id AND k.type = 'REPORTS' JOIN article a ON a.id = k.article
  WHERE l.label = 'Agreement'
  GROUP BY n.id
)
SELECT n.day AS day, n.name AS agreement, coalesce(json_extract(n.props, '$.kind'), '') AS kind, coalesce(json_extract(n.props, '$.status'), '') AS status,
       (SELECT json_group_array(name) FROM (SELECT w.name AS name FROM took_part p JOIN entity w ON w.id = p.id WHERE p.node = n.id ORDER BY w.id)) AS parties,
       coalesce(json_extract(n.props, '$.topics'), '[]') AS topics, n.articles AS articles, n.id AS id
FROM told n
WHERE (:state IS NULL OR EXISTS (SELECT 1 FROM took_part WHERE node = n.id AND id = :state)
       OR EXISTS (SELECT 1 FROM fact WHERE object = n.id AND subject = :state AND rel = 'SIGNED'))
  AND (:topic IS NULL OR EXISTS (SELECT 1 FROM fact WHERE subject = n.id AND object = :topic AND rel = 'ABOUT'))
  AND (:from IS NULL OR substr(n.day, 1, length(:from)) >= substr(:from, 1, length(n.day)))
  AND (:to IS NULL OR substr(n.day, 1, length(:to)) <= substr(:to, 1, length(n.day)))
ORDER BY n.day = '', n.day, n.id
