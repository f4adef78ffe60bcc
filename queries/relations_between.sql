-- purpose: what two actors and, of states, their officials did to one another, day by day
-- param a actor: one of them
-- param b actor: the other
-- param from date?: first day, month or year
-- param to date?: last day, month or year
-- column day date: of the act, else of the article
-- column subject: who acts, by name
-- column act: type of relation
-- column object: towards whom or what, by name
-- column status: asserted, planned, alleged or denied
-- column texts int: how many different texts say so
-- column subject_id: id
-- column object_id: id
-- column key: what explain takes
-- example: mithaq query relations_between a=China b=Russia
WITH side_a (id) AS (
  SELECT :a UNION SELECT subject FROM fact WHERE object = :a AND rel = 'HOLDS_OFFICE'
), side_b (id) AS (
  SELECT :b UNION SELECT subject FROM fact WHERE object = :b AND rel = 'HOLDS_OFFICE'
), between_them AS (
  SELECT f.* FROM side_a JOIN fact f ON f.subject = side_a.id WHERE f.object IN (SELECT id FROM side_b)
  UNION
  SELECT f.* FROM side_b JOIN fact f ON f.subject = side_b.id WHERE f.object IN (SELECT id FROM side_a)
), told AS (
  SELECT f.key, f.subject, f.type, f.object, f.status, e.hash, coalesce(nullif(e.date, ''), substr(e.published, 1, 10)) AS day
  FROM between_them f JOIN evidence e ON e.fact = f.key AND e.fact <> ''
  WHERE :a <> :b AND f.rel NOT IN ('HOLDS_OFFICE', 'MEMBER_OF', 'PART_OF', 'LOCATED_IN', 'HELD_IN', 'ABOUT', 'RESULTED_IN')
)
SELECT t.day AS day, x.name AS subject, t.type AS act, y.name AS object, t.status AS status, count(DISTINCT t.hash) AS texts,
       t.subject AS subject_id, t.object AS object_id, t.key AS key
FROM told t JOIN entity x ON x.id = t.subject JOIN entity y ON y.id = t.object
WHERE (:from IS NULL OR substr(t.day, 1, length(:from)) >= substr(:from, 1, length(t.day)))
  AND (:to IS NULL OR substr(t.day, 1, length(:to)) <= substr(:to, 1, length(t.day)))
GROUP BY t.key, t.day
ORDER BY t.day = '', t.day, t.key
