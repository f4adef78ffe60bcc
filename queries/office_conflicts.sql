-- purpose: what articles say of offices and the gazetteer knows otherwise
-- note: another time: the gazetteer knows the person in the office, but not on the first or last day on which articles say so; another person: on that day it knows somebody else in an office with one holder. A row for each term that it knows
-- param of actor?: the state or organization
-- column why: another time, or another person
-- column office: as articles call it
-- column person: who holds it, as articles say
-- column first date: first day on which they say so
-- column last date: last day
-- column texts int: how many different texts say so
-- column holder: who holds it, as the gazetteer knows
-- column from date: first day of a term; empty if unknown
-- column to date: last day; empty if unknown or not over
-- column person_id: id
-- column holder_id: id
-- column key: what the articles say; explain takes it
-- example: mithaq query office_conflicts of=Russia
WITH told AS (
  SELECT * FROM fact WHERE rel = 'HOLDS_OFFICE' AND support > 0 AND (:of IS NULL OR object = :of)
), terms AS (
  SELECT subject, object, class, from_date AS since, to_date AS until FROM fact WHERE rel = 'HOLDS_OFFICE' AND reference AND terms = '[]'
  UNION ALL
  SELECT f.subject, f.object, f.class, substr(t.value, 1, instr(t.value, '/') - 1), substr(t.value, instr(t.value, '/') + 1)
  FROM fact f, json_each(f.terms) t WHERE f.rel = 'HOLDS_OFFICE' AND f.reference
), days AS (
  SELECT f.key, f.subject AS teller, t.subject, t.since, t.until,
         substr(t.since, 1, length(f.first)) <= substr(f.first, 1, length(t.since)) AND (t.until = '' OR substr(t.until, 1, length(f.first)) >= substr(f.first, 1, length(t.until))) AS on_first,
         substr(t.since, 1, length(f.last)) <= substr(f.last, 1, length(t.since)) AND (t.until = '' OR substr(t.until, 1, length(f.last)) >= substr(f.last, 1, length(t.until))) AS on_last
  FROM told f JOIN terms t ON t.object = f.object AND t.class = f.class
)
SELECT CASE WHEN d.subject = f.subject THEN 'another time' ELSE 'another person' END AS why, f.title AS office, x.name AS person, f.first AS first, f.last AS last,
       f.support AS texts, h.name AS holder, d.since AS "from", d.until AS "to", f.subject AS person_id, d.subject AS holder_id, f.key AS key
FROM told f JOIN days d ON d.key = f.key JOIN entity x ON x.id = f.subject JOIN entity h ON h.id = d.subject
WHERE f.reference AND d.subject = f.subject
  AND (NOT EXISTS (SELECT 1 FROM days o WHERE o.key = f.key AND o.subject = f.subject AND o.on_first)
    OR NOT EXISTS (SELECT 1 FROM days o WHERE o.key = f.key AND o.subject = f.subject AND o.on_last))
  OR NOT f.reference AND d.subject <> f.subject AND (d.on_first OR d.on_last)
  AND f.class IN ('head_of_state', 'head_of_government', 'foreign_minister', 'defence_minister', 'interior_minister')
ORDER BY f.key, d.since, d.subject
