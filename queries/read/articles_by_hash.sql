-- purpose: articles with one of these texts
-- note: the parameter is a JSON array of keys
SELECT id, record, title, text, source, url, lang, published, hash, program, loaded_at, corrected
FROM article WHERE hash IN (SELECT value FROM json_each(?)) ORDER BY id
