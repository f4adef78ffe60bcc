-- purpose: what is new since a day, and what is told again
-- param since date: a day, month or year
-- param actor actor?: by or with whom
-- column change: new (first told then or later) or again
-- column first date: first day
-- column last date: last day
-- column subject: who acts, by name
-- column act: type of relation
-- column object: towards whom or what, by name
-- column status: asserted, planned, alleged or denied
-- column texts int: how many different texts say so, over all time
-- column subject_id: id
-- column object_id: id
-- column key: what explain takes
-- example: mithaq query changed_since since=2025-11-01
SELECT CASE WHEN substr(f.first, 1, length(:since)) >= substr(:since, 1, length(f.first)) THEN 'new' ELSE 'again' END AS change, f.first AS first, f.last AS last,
       x.name AS subject, f.type AS act, y.name AS object, f.status AS status, f.support AS texts, f.subject AS subject_id, f.object AS object_id, f.key AS key
FROM fact f JOIN entity x ON x.id = f.subject JOIN entity y ON y.id = f.object
WHERE f.support > 0 AND (:actor IS NULL OR :actor IN (f.subject, f.object)) AND f.last <> ''
  AND substr(f.last, 1, length(:since)) >= substr(:since, 1, length(f.last))
ORDER BY f.last DESC, f.key
