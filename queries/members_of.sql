-- purpose: the members of an organization, as the gazetteer knows and as articles say
-- param organization organization: which
-- param day date?: members on that day, month or year; without it, of all times
-- column member: by name
-- column from date: since when; empty if unknown
-- column to date: until when; empty if unknown or not over
-- column known bool: the gazetteer has it too
-- column texts int: how many different texts say so
-- column member_id: id
-- column key: what explain takes
-- example: mithaq query members_of organization=SCO day=2025
SELECT x.name AS member, f.from_date AS "from", f.to_date AS "to", f.reference AS known, f.support AS texts, f.subject AS member_id, f.key AS key
FROM fact f JOIN entity x ON x.id = f.subject
WHERE f.object = :organization AND f.rel = 'MEMBER_OF'
  AND (:day IS NULL OR substr(f.from_date, 1, length(:day)) <= substr(:day, 1, length(f.from_date))
    AND (f.to_date = '' OR substr(f.to_date, 1, length(:day)) > substr(:day, 1, length(f.to_date))
      OR substr(f.to_date, 1, length(:day)) = substr(:day, 1, length(f.to_date)) AND (length(f.to_date) < 10 OR length(:day) < 10)))
ORDER BY f.subject
