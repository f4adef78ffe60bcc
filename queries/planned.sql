-- purpose: what is planned or announced
-- param actor actor?: by or with whom
-- param from date?: first day, month or year
-- param to date?: last day, month or year
-- column day date: of the act, else of the article
-- column subject: who acts, by name
-- column act: type of relation
-- column object: towards whom or what, by name
-- column texts int: how many different texts say so
-- column happened bool: some article asserts the same act
-- column subject_id: id
-- column object_id: id
-- column key: what explain takes
-- example: mithaq query planned actor=Egypt
WITH told AS (
  SELECT f.key, f.subject, f.type, f.object, e.hash, coalesce(nullif(e.date, ''), substr(e.published, 1, 10)) AS day
  FROM fact f JOIN evidence e ON e.fact = f.key AND e.fact <> ''
  WHERE f.rel = 'PLANNED' AND (:actor IS NULL OR :actor IN (f.subject, f.object))
)
SELECT t.day AS day, x.name AS subject, t.type AS act, y.name AS object, count(DISTINCT t.hash) AS texts,
       EXISTS (SELECT 1 FROM fact d WHERE d.subject = t.subject AND d.object = t.object AND d.rel = t.type AND d.support > 0) AS happened,
       t.subject AS subject_id, t.object AS object_id, t.key AS key
FROM told t JOIN entity x ON x.id = t.subject JOIN entity y ON y.id = t.object
WHERE (:from IS NULL OR substr(t.day, 1, length(:from)) >= substr(:from, 1, length(t.day)))
  AND (:to IS NULL OR substr(t.day, 1, length(:to)) <= substr(:to, 1, length(t.day)))
GROUP BY t.key, t.day
ORDER BY t.day = '', t.day, t.key
