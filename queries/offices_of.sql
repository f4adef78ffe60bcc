-- purpose: the offices of a person
-- param person person: whose
-- column office: as it is called
-- column of: state or organization, by name
-- column class: class of the office
-- column from date: first day over all terms; empty if unknown
-- column to date: last day; empty if unknown or not over
-- column terms list: each term as FROM/TO
-- column status: asserted, planned, alleged or denied
-- column known bool: the gazetteer has it too
-- column texts int: how many different texts say so
-- column of_id: id
-- column key: what explain takes
-- example: mithaq query offices_of person="Xi Jinping"
SELECT f.title AS office, y.name AS "of", f.class AS class, f.from_date AS "from", f.to_date AS "to", f.terms AS terms, f.status AS status,
       f.reference AS known, f.support AS texts, f.object AS of_id, f.key AS key
FROM fact f JOIN entity y ON y.id = f.object
WHERE f.subject = :person AND f.type = 'HOLDS_OFFICE'
ORDER BY f.from_date, f.key
