-- purpose: articles by id, record id or URL, each with the key that found it
-- note: the parameter is a JSON array of keys
SELECT k.value, a.id FROM json_each(?1) k JOIN article a ON a.id = k.value
UNION
SELECT k.value, a.id FROM json_each(?1) k JOIN article a ON a.record = k.value AND a.record <> ''
UNION
SELECT k.value, a.id FROM json_each(?1) k JOIN article a ON a.url = k.value AND a.url <> ''
ORDER BY 1, 2
