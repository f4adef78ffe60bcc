// purpose: the members of an organization, as the gazetteer knows and as articles say
// param organization organization: which
// param day date?: members on that day, month or year; without it, of all times
// column member: by name
// column from date: since when; empty if unknown
// column to date: until when; empty if unknown or not over
// column known bool: the gazetteer has it too
// column texts int: how many different texts say so
// column member_id: id
// column key: what explain takes
// example: mithaq query members_of organization=SCO day=2025
MATCH (x:Entity)-[r:MEMBER_OF]->(:Entity {id: $organization})
WITH x, r, coalesce(r.from, '') AS from, coalesce(r.to, '') AS to
WHERE $day IS NULL OR left(from, size($day)) <= left($day, size(from))
  AND (to = '' OR left(to, size($day)) > left($day, size(to)) OR left(to, size($day)) = left($day, size(to)) AND (size(to) < 10 OR size($day) < 10))
RETURN x.name AS member, from, to, r.reference AS known, r.support AS texts, x.id AS member_id, r.key AS key
ORDER BY member_id
