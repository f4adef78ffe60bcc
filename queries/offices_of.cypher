// purpose: the offices of a person
// param person person: whose
// column office: as it is called
// column of: state or organization, by name
// column class: class of the office
// column from date: first day over all terms; empty if unknown
// column to date: last day; empty if unknown or not over
// column terms list: each term as FROM/TO
// column status: asserted, planned, alleged or denied
// column known bool: the gazetteer has it too
// column texts int: how many different texts say so
// column of_id: id
// column key: what explain takes
// example: mithaq query offices_of person="Xi Jinping"
MATCH (:Entity {id: $person})-[r:HOLDS_OFFICE|PLANNED|ALLEGED|DENIED]->(y:Entity)
WHERE coalesce(r.act, type(r)) = 'HOLDS_OFFICE'
RETURN coalesce(r.title, '') AS office, y.name AS of, coalesce(r.class, '') AS class, coalesce(r.from, '') AS from, coalesce(r.to, '') AS to,
       coalesce(r.terms, []) AS terms, CASE WHEN type(r) IN ['PLANNED', 'ALLEGED', 'DENIED'] THEN toLower(type(r)) ELSE 'asserted' END AS status, r.reference AS known, r.support AS texts, y.id AS of_id, r.key AS key
ORDER BY from, key
