-- purpose: who held an office of a state or organization on a day
-- note: what the gazetteer knows counts by its terms; an office that only articles tell of from the first to the last day on which they do
-- param of actor: the state or organization
-- param day date: a day, month or year
-- param class text?: class of the office, such as head_of_state or foreign_minister
-- column office: as it is called
-- column person: by name
-- column class: class of the office
-- column from date: first day; empty if unknown
-- column to date: last day; empty if unknown or not over
-- column basis: terms (of the gazetteer) or articles
-- column person_id: id
-- column key: what explain takes
-- example: mithaq query office_holders of=Russia day=2011-05-01
WITH holders AS (
  SELECT f.key, f.title, f.subject, f.class, f.reference, f.from_date AS since, f.to_date AS until
  FROM fact f WHERE f.object = :of AND f.rel = 'HOLDS_OFFICE' AND f.reference AND f.terms = '[]'
  UNION ALL
  SELECT f.key, f.title, f.subject, f.class, f.reference, substr(t.value, 1, instr(t.value, '/') - 1), substr(t.value, instr(t.value, '/') + 1)
  FROM fact f, json_each(f.terms) t WHERE f.object = :of AND f.rel = 'HOLDS_OFFICE' AND f.reference
  UNION ALL
  SELECT f.key, f.title, f.subject, f.class, f.reference, f.first, f.last
  FROM fact f WHERE f.object = :of AND f.rel = 'HOLDS_OFFICE' AND NOT f.reference
)
SELECT h.title AS office, x.name AS person, h.class AS class, h.since AS "from", h.until AS "to",
       CASE WHEN h.reference THEN 'terms' ELSE 'articles' END AS basis, h.subject AS person_id, h.key AS key
FROM holders h JOIN entity x ON x.id = h.subject
WHERE (:class IS NULL OR h.class = :class)
  AND substr(h.since, 1, length(:day)) <= substr(:day, 1, length(h.since))
  AND (h.until = '' OR substr(h.until, 1, length(:day)) > substr(:day, 1, length(h.until))
    OR substr(h.until, 1, length(:day)) = substr(:day, 1, length(h.until)) AND (NOT h.reference OR length(h.until) < 10 OR length(:day) < 10))
ORDER BY h.class, h.since, h.key
