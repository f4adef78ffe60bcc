-- purpose: what a leader did and what was done to or with the leader, day by day with a sentence
-- param person person: the leader
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
-- column sentence: the first sentence that says so
-- example: mithaq query timeline person="Li Qiang"
WITH mine AS (
  SELECT * FROM fact WHERE subject = :person UNION SELECT * FROM fact WHERE object = :person
), told AS (
  SELECT f.key, f.subject, f.type, f.object, f.status, e.hash, e.id, coalesce(nullif(e.date, ''), substr(e.published, 1, 10)) AS day
  FROM mine f JOIN evidence e ON e.fact = f.key AND e.fact <> ''
  WHERE f.rel NOT IN ('HOLDS_OFFICE', 'MEMBER_OF')
), grouped AS (
  SELECT t.key, t.subject, t.type, t.object, t.status, t.day, count(DISTINCT t.hash) AS texts, min(t.id) AS id
  FROM told t GROUP BY t.key, t.day
)
SELECT t.day AS day, x.name AS subject, t.type AS act, y.name AS object, t.status AS status, t.texts AS texts,
       t.subject AS subject_id, t.object AS object_id, t.key AS key, e.sentence AS sentence
FROM grouped t JOIN entity x ON x.id = t.subject JOIN entity y ON y.id = t.object JOIN evidence e ON e.id = t.id
WHERE (:from IS NULL OR substr(t.day, 1, length(:from)) >= substr(:from, 1, length(t.day)))
  AND (:to IS NULL OR substr(t.day, 1, length(:to)) <= substr(:to, 1, length(t.day)))
ORDER BY t.day = '', t.day, t.key
