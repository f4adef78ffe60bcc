-- purpose: articles by id
-- note: the parameter is a JSON array of keys
SELECT id, record, title, text, source, url, lang, published, hash, sketch, wire, program, loaded_at, corrected
FROM article WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id
