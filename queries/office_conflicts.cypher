// purpose: what articles say of offices and the gazetteer knows otherwise
// note: another time: the gazetteer knows the person in the office, but not on the first or last day on which articles say so; another person: on that day it knows somebody else in an office with one holder. A row for each term that it knows
// param of actor?: the state or organization
// column why: another time, or another person
// column office: as articles call it
// column person: who holds it, as articles say
// column first date: first day on which they say so
// column last date: last day
// column texts int: how many different texts say so
// column holder: who holds it, as the gazetteer knows
// column from date: first day of a term; empty if unknown
// column to date: last day; empty if unknown or not over
// column person_id: id
// column holder_id: id
// column key: what the articles say; explain takes it
// example: mithaq query office_conflicts of=Russia
MATCH (x:Entity)-[f:HOLDS_OFFICE]->(o:Entity)
WHERE f.support > 0 AND ($of IS NULL OR o.id = $of)
MATCH (h:Entity)-[g:HOLDS_OFFICE]->(o)
WHERE g.reference AND coalesce(g.class, '') = coalesce(f.class, '') AND f.reference = (h = x)
  AND (f.reference OR f.class IN ['head_of_state', 'head_of_government', 'foreign_minister', 'defence_minister', 'interior_minister'])
WITH x, f, h, CASE WHEN size(coalesce(g.terms, [])) = 0 THEN [[coalesce(g.from, ''), coalesce(g.to, '')]] ELSE [t IN g.terms | split(t, '/')] END AS terms,
     coalesce(f.first, '') AS first, coalesce(f.last, '') AS last
WITH x, f, h, first, last, terms,
     [t IN terms | left(t[0], size(first)) <= left(first, size(t[0])) AND (t[1] = '' OR left(t[1], size(first)) >= left(first, size(t[1])))] AS on_first,
     [t IN terms | left(t[0], size(last)) <= left(last, size(t[0])) AND (t[1] = '' OR left(t[1], size(last)) >= left(last, size(t[1])))] AS on_last
UNWIND range(0, size(terms) - 1) AS i
WITH x, f, h, first, last, terms[i] AS term, on_first[i] OR on_last[i] AS then, any(b IN on_first WHERE b) AND any(b IN on_last WHERE b) AS ever
WHERE h = x AND NOT ever OR h <> x AND then
RETURN CASE WHEN h = x THEN 'another time' ELSE 'another person' END AS why, coalesce(f.title, '') AS office, x.name AS person, first, last,
       f.support AS texts, h.name AS holder, term[0] AS from, term[1] AS to, x.id AS person_id, h.id AS holder_id, f.key AS key
ORDER BY key, from, holder_id
