-- purpose: which of these entities are the subject of an asserted HOLDS_OFFICE fact outside of a list
-- note: the parameters are JSON arrays: the entities, the keys of the facts that do not count
SELECT k.value FROM json_each(?1) k
WHERE EXISTS (SELECT 1 FROM fact f WHERE f.subject = k.value AND f.rel = 'HOLDS_OFFICE' AND f.key NOT IN (SELECT value FROM json_each(?2)))
ORDER BY 1
