// purpose: who held an office of a state or organization on a day
// note: what the gazetteer knows counts by its terms; an office that only articles tell of from the first to the last day on which they do
// param of actor: the state or organization
// param day date: a day, month or year
// param class text?: class of the office, such as head_of_state or foreign_minister
// column office: as it is called
// column person: by name
// column class: class of the office
// column from date: first day; empty if unknown
// column to date: last day; empty if unknown or not over
// column basis: terms (of the gazetteer) or articles
// column person_id: id
// column key: what explain takes
// example: mithaq query office_holders of=Russia day=2011-05-01
MATCH (x:Entity)-[r:HOLDS_OFFICE]->(:Entity {id: $of})
WHERE $class IS NULL OR r.class = $class
WITH x, r, CASE WHEN r.reference THEN [t IN coalesce(r.terms, []) | split(t, '/')] ELSE [[coalesce(r.first, ''), coalesce(r.last, '')]] END AS terms
UNWIND CASE WHEN size(terms) = 0 THEN [[coalesce(r.from, ''), coalesce(r.to, '')]] ELSE terms END AS term
WITH x, r, term[0] AS from, term[1] AS to
WHERE left(from, size($day)) <= left($day, size(from))
  AND (to = '' OR left(to, size($day)) > left($day, size(to)) OR left(to, size($day)) = left($day, size(to)) AND (NOT r.reference OR size(to) < 10 OR size($day) < 10))
RETURN coalesce(r.title, '') AS office, x.name AS person, coalesce(r.class, '') AS class, from, to,
       CASE WHEN r.reference THEN 'terms' ELSE 'articles' END AS basis, x.id AS person_id, r.key AS key
ORDER BY class, from, key
