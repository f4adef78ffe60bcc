-- purpose: what is denied, or alleged by one side only
-- param actor actor?: by or with whom
-- column status: alleged or denied
-- column subject: who acts, by name
-- column act: type of relation
-- column object: towards whom or what, by name
-- column first date: first day on which it is said
-- column last date: last day
-- column texts int: how many different texts say so
-- column asserted bool: some article asserts the same act
-- column subject_id: id
-- column object_id: id
-- column key: what explain takes
-- example: mithaq query disputed actor=Iran
SELECT f.status AS status, x.name AS subject, f.type AS act, y.name AS object, f.first AS first, f.last AS last, f.support AS texts,
       EXISTS (SELECT 1 FROM fact d WHERE d.subject = f.subject AND d.object = f.object AND d.rel = f.type AND d.support > 0) AS asserted,
       f.subject AS subject_id, f.object AS object_id, f.key AS key
FROM fact f JOIN entity x ON x.id = f.subject JOIN entity y ON y.id = f.object
WHERE f.rel IN ('ALLEGED', 'DENIED') AND (:actor IS NULL OR :actor IN (f.subject, f.object))
ORDER BY f.status, f.key
