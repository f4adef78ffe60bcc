-- purpose: entities by id
-- note: the parameter is a JSON array of keys
SELECT id, name, name_ar, name_en, labels, aliases, props
FROM entity WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id
