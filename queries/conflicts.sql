-- purpose: acts that some articles assert and others deny
-- param actor actor?: by or with whom
-- column subject: who acts, by name
-- column act: type of relation
-- column object: towards whom or what, by name
-- column asserted_first date: first day on which it is asserted
-- column asserted_last date: last day
-- column asserted_texts int: how many different texts assert it
-- column denied_first date: first day on which it is denied
-- column denied_last date: last day
-- column denied_texts int: how many different texts deny it
-- column subject_id: id
-- column object_id: id
-- column key: of the assertion; explain takes it
-- column denial_key: of the denial; explain takes it
-- example: mithaq query conflicts actor=Iran
SELECT x.name AS subject, a.type AS act, y.name AS object, a.first AS asserted_first, a.last AS asserted_last, a.support AS asserted_texts,
       d.first AS denied_first, d.last AS denied_last, d.support AS denied_texts, a.subject AS subject_id, a.object AS object_id, a.key AS key, d.key AS denial_key
FROM fact d
JOIN fact a ON a.subject = d.subject AND a.object = d.object AND a.rel = d.type AND a.class = d.class AND a.support > 0
JOIN entity x ON x.id = a.subject JOIN entity y ON y.id = a.object
WHERE d.rel = 'DENIED' AND (:actor IS NULL OR :actor IN (d.subject, d.object))
ORDER BY a.key
