-- purpose: what two states, their officials included, did to one another, counted by class of act (PLOVER)
-- param a state: one of them
-- param b state: the other
-- param from date?: first day, month or year
-- param to date?: last day, month or year
-- column from_side: code of the state that acts; the smaller one where an act goes both ways
-- column to_side: code of the other
-- column plover: class of the act, such as COOPERATE or THREATEN
-- column act: type of relation
-- column status: asserted, planned, alleged or denied
-- column facts int: how many facts
-- column texts int: how many different texts
-- column first date: first day
-- column last date: last day
-- example: mithaq query acts_by_class a=China b=Russia
WITH side (state, id) AS (
  SELECT :a, :a UNION SELECT :b, :b
  UNION SELECT object, subject FROM fact WHERE object IN (:a, :b) AND rel = 'HOLDS_OFFICE'
), told AS (
  SELECT CASE WHEN f.type IN ('MET', 'COOPERATES_WITH') THEN min(x.state, y.state) ELSE x.state END AS from_side,
         CASE WHEN f.type IN ('MET', 'COOPERATES_WITH') THEN max(x.state, y.state) ELSE y.state END AS to_side,
         f.key, f.plover, f.type, f.status, e.hash, coalesce(nullif(e.date, ''), substr(e.published, 1, 10)) AS day
  FROM side x JOIN fact f ON f.subject = x.id JOIN side y ON y.id = f.object JOIN evidence e ON e.fact = f.key AND e.fact <> ''
  WHERE x.state <> y.state AND f.plover <> ''
)
SELECT from_side, to_side, plover, type AS act, status, count(DISTINCT key) AS facts, count(DISTINCT hash) AS texts, min(day) AS first, max(day) AS last
FROM told
WHERE (:from IS NULL OR substr(day, 1, length(:from)) >= substr(:from, 1, length(day)))
  AND (:to IS NULL OR substr(day, 1, length(:to)) <= substr(:to, 1, length(day)))
GROUP BY from_side, to_side, plover, type, status
ORDER BY from_side, to_side, plover, type, status
