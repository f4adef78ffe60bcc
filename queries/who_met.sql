-- purpose: who met whom, day by day
-- param state state?: meetings of the state and of its officials
-- param person person?: meetings of a person
-- param from date?: first day, month or year
-- param to date?: last day, month or year
-- column day date: of the meeting, else of the article
-- column one: a name
-- column other: a name
-- column status: asserted, planned, alleged or denied
-- column texts int: how many different texts say so
-- column one_id: id
-- column other_id: id
-- column key: what explain takes
-- example: mithaq query who_met state=China from=2025-01
WITH side (id) AS (
  SELECT :state UNION SELECT subject FROM fact WHERE object = :state AND rel = 'HOLDS_OFFICE'
), told AS (
  SELECT f.key AS key, f.subject, f.object, f.status, e.hash, coalesce(nullif(e.date, ''), substr(e.published, 1, 10)) AS day
  FROM fact f JOIN evidence e ON e.fact = f.key AND e.fact <> ''
  WHERE f.rel IN ('MET', 'PLANNED', 'ALLEGED', 'DENIED') AND f.type = 'MET'
    AND (:person IS NULL OR :person IN (f.subject, f.object))
    AND (:state IS NULL OR f.subject IN (SELECT id FROM side) OR f.object IN (SELECT id FROM side))
)
SELECT t.day AS day, x.name AS one, y.name AS other, t.status AS status, count(DISTINCT t.hash) AS texts,
       t.subject AS one_id, t.object AS other_id, t.key AS key
FROM told t JOIN entity x ON x.id = t.subject JOIN entity y ON y.id = t.object
WHERE (:from IS NULL OR substr(t.day, 1, length(:from)) >= substr(:from, 1, length(t.day)))
  AND (:to IS NULL OR substr(t.day, 1, length(:to)) <= substr(:to, 1, length(t.day)))
GROUP BY t.key, t.day
ORDER BY t.day = '', t.day, t.key
